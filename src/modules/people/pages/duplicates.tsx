import { fullName } from '../../../core/names';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Pill, type Tone } from '../../../ui/state';
import { Pager, Table } from '../../../ui/table';
import { counted, Lede, Moment, Quiet } from '../../../ui/text';
import type { Distinction, DuplicatePair, Merge } from '../queries/duplicates';
import type { Likeness } from '../rules/likeness';

export const pairsOnPage = 50;
type Props = {
	view: View;
	pairs: readonly DuplicatePair[];
	page: number;
	distinctions: readonly Distinction[];
	merges: readonly Omit<Merge, 'record'>[];
	/** A pair just told apart, to be asked about again. */
	told?: Distinction | undefined;
};

const degrees: Record<Likeness['degree'], { label: string; tone: Tone }> = {
	sure: { label: 'почти наверняка', tone: 'warm' },
	likely: { label: 'похоже', tone: 'accent' },
	perhaps: { label: 'возможно', tone: 'calm' }
};

/** Entries that may be one person, each pair with its reasons; what was decided before. */
export const DuplicatesPage = ({ view, pairs, page, distinctions, merges, told }: Props) => (
	<Page
		view={view}
		title="Возможные повторы"
		crumbs={[{ href: '/people', label: 'Люди' }]}
		notice={
			told && (
				<>
					<span>
						Запомнено: {told.one} и {told.other} – разные люди.
					</span>{' '}
					<ActionForm
						action={`/person-distinctions/${told.id}/undoing`}
						label="Отменить"
						token={crypto.randomUUID()}
						kind="quiet"
					/>
				</>
			)
		}
	>
		<Lede>
			{pairs.length === 0
				? 'Записей, похожих на повтор, нет.'
				: `${counted(pairs.length, ['пара записей может', 'пары записей могут', 'пар записей могут'])} быть одним человеком. Ничего не объединяется само: решаете вы.`}
		</Lede>
		{pairs.length === 0 ? (
			<Empty title="Повторов не видно" icon="check">
				<p>
					Сравниваются имена (ё и е, инициалы, перестановка, опечатки) вместе с днём рождения, почтой, телефоном,
					должностью и предметом.
				</p>
			</Empty>
		) : (
			<Table
				caption="Похожие записи"
				columns={[
					{
						head: 'Записи',
						main: true,
						width: 'wide',
						cell: ({ one, other }: DuplicatePair) => (
							<>
								{fullName(one)} <Quiet>{aboutOf(one)}</Quiet>
								<br />
								{fullName(other)} <Quiet>{aboutOf(other)}</Quiet>
							</>
						)
					},
					{
						head: 'Почему',
						width: 'wide',
						cell: ({ degree, reasons }) => (
							<>
								<Pill tone={degrees[degree].tone}>{degrees[degree].label}</Pill> {reasons.join(', ')}
							</>
						)
					},
					{
						head: 'Решить',
						unseen: true,
						cell: ({ one, other }) => <LinkButton href={`/people/${one.id}/merging/${other.id}`}>Сравнить</LinkButton>
					}
				]}
				rows={pairs.slice((page - 1) * pairsOnPage, page * pairsOnPage)}
			/>
		)}
		<Pager page={page} pages={Math.ceil(pairs.length / pairsOnPage)} href={(on) => `/people/duplicates?page=${on}`} />
		{merges.length > 0 && (
			<Card title="Объединённые записи">
				<ul class="periods">
					{merges.map(({ id, kept, mergedAt, who, undoneAt }) => (
						<li>
							<a href={`/person-merges/${id}`}>{kept}</a>{' '}
							<Quiet>
								{who}, <Moment at={mergedAt} timeZone={view.actor.timeZone} today={view.now.today} />
								{undoneAt && ', разъединены'}
							</Quiet>
						</li>
					))}
				</ul>
			</Card>
		)}
		{distinctions.length > 0 && (
			<Fold label={`Разные люди (${distinctions.length})`}>
				<ul class="periods">
					{distinctions.map(({ id, one, other, who }) => (
						<li>
							{one} и {other} <Quiet>решил(а) {who}</Quiet>{' '}
							<ActionForm
								action={`/person-distinctions/${id}/undoing`}
								label="Спрашивать снова"
								token={crypto.randomUUID()}
								kind="quiet"
							/>
						</li>
					))}
				</ul>
			</Fold>
		)}
	</Page>
);

const aboutOf = ({ posts, here }: DuplicatePair['one']) =>
	[posts[0], !here && 'не работает'].filter(Boolean).join(', ');
