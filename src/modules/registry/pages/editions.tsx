import { showDate } from '../../../core/dates';
import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { ClosedToo } from '../../../ui/closes';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Empty, Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note, Pill } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Day, Lede, Quiet } from '../../../ui/text';
import type { Edition, EditionLine } from '../queries/editions';
import { actText, differenceOf, editionTitle } from '../rules/edition';
import { type Register, registers } from '../rules/registers';
import { ReadTable } from './table';

const people = ['человек', 'человека', 'человек'] as const;

/** What was approved, and the way to approve again. */
export const EditionsPage = ({
	view,
	register,
	editions
}: {
	view: View;
	register: Register;
	editions: readonly EditionLine[];
}) => (
	<Page
		view={view}
		title={`Утверждение: ${registers[register].name.toLocaleLowerCase('ru')}`}
		crumbs={[
			{ href: '/registry', label: 'Банки и запросы' },
			{ href: `/registry/${register}`, label: registers[register].name }
		]}
		actions={
			<>
				<LinkButton href={`/registry/${register}/selection`} icon="list">
					Отбор
				</LinkButton>
				<LinkButton href={`/registry/${register}/approval`} kind="primary" icon="check">
					Утвердить банк
				</LinkButton>
			</>
		}
	>
		<Lede>
			{editions.length === 0
				? 'Банк ещё не утверждали.'
				: `Утверждённых редакций: ${editions.filter(({ withdrawn }) => !withdrawn).length}.`}
		</Lede>
		{editions.length === 0 ? (
			<Empty title="Утверждённых редакций нет" icon="check">
				<p>
					Сначала решите, кого отобрать, потом утвердите банк: программа заморозит его слова и подготовит таблицу для
					приказа.
				</p>
			</Empty>
		) : (
			<Table
				caption="Редакции"
				columns={[
					{
						head: 'Редакция',
						main: true,
						cell: ({ id, number }) => <a href={`/register-editions/${id}`}>Редакция {number}</a>
					},
					{ head: 'Утверждена', cell: ({ approvedOn }) => <Day date={approvedOn} today={view.now.today} /> },
					{ head: 'Акт', cell: (one) => actText(one, showDate) },
					{ head: 'Человек', numeric: true, cell: ({ count }) => count },
					{ head: 'Состояние', cell: ({ withdrawn }) => withdrawn && <Pill>утверждение отменено</Pill> }
				]}
				rows={editions}
			/>
		)}
	</Page>
);

/** One edition as it was approved, and what is otherwise than in the one before. */
export const EditionPage = ({ view, edition, closed }: { view: View; edition: Edition; closed: number }) => {
	const { id, register, number, contents, before, withdrawn } = edition;
	const difference = differenceOf(contents, before?.contents ?? null);
	const same = difference.added.length + difference.gone.length + difference.changed.length === 0;
	return (
		<Page
			view={view}
			title={editionTitle(register, number)}
			crumbs={[
				{ href: '/registry', label: 'Банки и запросы' },
				{ href: `/registry/${register}`, label: registers[register].name },
				{ href: `/registry/${register}/editions`, label: 'Утверждение' }
			]}
			notice={
				view.saved === 'approved' && (
					<>
						<span>
							Банк утверждён
							<ClosedToo count={closed} />.
						</span>{' '}
						<ActionForm
							action={`/register-editions/${id}/withdrawal`}
							label="Отменить"
							token={crypto.randomUUID()}
							kind="quiet"
						/>
					</>
				)
			}
		>
			<Lede>
				{counted(contents.people.length, people)}, <Day date={edition.approvedOn} />
				{actText(edition, showDate) && `, ${actText(edition, showDate)}`}.
			</Lede>
			{withdrawn && (
				<Note tone="warm" title="Утверждение отменено">
					<p>Редакция осталась здесь как ошибочная; её номер больше не занимают.</p>
					<ActionForm
						action={`/register-editions/${id}/restoration`}
						label="Вернуть утверждение"
						token={crypto.randomUUID()}
					/>
				</Note>
			)}
			<ReadTable table={contents} caption={registers[register].name} />
			<Exports
				files={[
					{ href: `/register-editions/${id}/document.docx`, label: 'Word' },
					{ href: `/register-editions/${id}/document.xlsx`, label: 'Excel' }
				]}
			/>
			{before && (
				<Card title={`Отличия от редакции ${before.number}`}>
					{same ? (
						<p class="quiet">Люди и сведения о них те же.</p>
					) : (
						<Facts
							facts={[
								['Вошли', difference.added.join(', ')],
								['Вышли', difference.gone.join(', ')],
								[
									'Изменились сведения',
									difference.changed.map(({ name, headings }) => `${name} (${headings.join(', ')})`).join('; ')
								]
							]}
						/>
					)}
				</Card>
			)}
			<Card title="Об утверждении">
				<Facts
					facts={[
						['Утвердил', edition.who],
						['Акт', actText(edition, showDate)],
						['Примечание', edition.note]
					]}
				/>
				{!withdrawn && (
					<ActionForm
						action={`/register-editions/${id}/withdrawal`}
						label="Отменить утверждение"
						token={crypto.randomUUID()}
						kind="quiet"
					/>
				)}
				<p>
					<Quiet>Слова редакции заморожены в день утверждения и не меняются вместе с банком.</Quiet>
				</p>
			</Card>
		</Page>
	);
};
