import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ClosedToo, Closes } from '../../../ui/closes';
import { Button, ErrorSummary, FormToken } from '../../../ui/form';
import { Empty, Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Pill, StatePill } from '../../../ui/state';
import { type Column, Table } from '../../../ui/table';
import { counted, dayText, Lede, Quiet } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import type { ActInLibrary } from '../queries/acts';
import { knownActs, levelOf } from '../rules/acts';
import { canKeepEvents } from '../rules/event';
import { eventsCrumb } from './words';

type Props = {
	view: View;
	acts: readonly ActInLibrary[];
	closable: readonly Closable[];
	chosen?: readonly string[] | undefined;
	closed: number;
	values: Values;
	problems?: Problems;
};

/** The acts that are studied here, by level, with who has read which; what is usually read and not taken yet. */
export const ActsPage = ({ view, acts, closable, chosen, closed, values, problems = {} }: Props) => {
	const keeps = canKeepEvents(view.actor);
	const { today } = view.now;
	const waiting = acts.filter(({ mine, announcedAt }) => announcedAt && mine && !mine.acquaintedOn).length;
	const rest = knownActs.filter(({ title }) => !acts.some((act) => act.title === title));
	return (
		<Page
			view={view}
			title="Документы для изучения"
			crumbs={[eventsCrumb]}
			notice={
				view.saved === 'closed' && (
					<span>
						Лист ознакомления приложен
						<ClosedToo count={closed} />.
					</span>
				)
			}
		>
			<Lede>
				{acts.length === 0
					? 'Законы, письма и свои положения о наставничестве: кто с чем ознакомился.'
					: `${counted(acts.length, ['документ', 'документа', 'документов'])}${waiting > 0 ? `, вам ознакомиться с ${waiting}` : ''}.`}
			</Lede>
			<ErrorSummary problems={problems} />
			{acts.length > 0 ? (
				<>
					<Table caption="Документы для изучения" columns={columnsOf(keeps, today)} rows={acts} />
					{keeps && <Exports files={[{ href: '/acts/sheet.docx', label: 'Лист ознакомления со всеми (Word)' }]} />}
				</>
			) : (
				<Empty title="Документов пока нет" icon="book">
					<p>
						{keeps
							? 'Возьмите документ из списка ниже: его увидят те, кого вы отметите, и ознакомятся в два касания.'
							: 'Когда вас попросят с чем-нибудь ознакомиться, документ появится здесь и в «Сегодня».'}
					</p>
				</Empty>
			)}
			{keeps && rest.length > 0 && (
				<Card title="Что обычно изучают">
					<ul class="periods">
						{rest.map(({ code, title, level }) => (
							<li>
								<a href={`/events/new?act=${code}`}>{title}</a> <Quiet>{level}</Quiet>
							</li>
						))}
					</ul>
					<p class="quiet">
						Документ региона, района или свой внесите в <a href="/legal-acts">библиотеку актов</a> и дайте на
						ознакомление оттуда.
					</p>
				</Card>
			)}
			{keeps && acts.length > 0 && closable.length > 0 && (
				<Card title="Закрыть мероприятие">
					<form method="post" action="/acts/closing">
						<FormToken values={values} />
						<Closes {...{ closable, chosen: chosen ?? [], today }} />
						<Button kind="secondary">Приложить лист ознакомления</Button>
					</form>
				</Card>
			)}
		</Page>
	);
};

const columnsOf = (keeps: boolean, today: string): Column<ActInLibrary>[] => [
	{
		head: 'Документ',
		main: true,
		width: 'wide',
		cell: ({ id, title, link }) => (
			<>
				<a href={`/events/${id}`}>{title}</a>
				{link && (
					<span class="result">
						<a href={link}>текст</a>
					</span>
				)}
			</>
		)
	},
	{ head: 'Уровень', cell: ({ kind }) => levelOf(kind) },
	{
		head: keeps ? 'Ознакомились' : 'Вы',
		cell: ({ announcedAt, called, acquainted, mine, acquaintBy }) => {
			if (!announcedAt) return <Pill icon="pencil">не объявлено</Pill>;
			if (keeps)
				return called > 0 && acquainted === called ? (
					<StatePill state="done" label="все" />
				) : (
					`${acquainted} из ${called}`
				);
			return mine?.acquaintedOn ? (
				<StatePill state="done" label="ознакомились" />
			) : (
				<StatePill state="this-week" label={acquaintBy ? `до ${dayText(acquaintBy, today)}` : 'ознакомьтесь'} />
			);
		}
	}
];
