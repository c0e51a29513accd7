import { showDate } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { ClosedToo } from '../../../ui/closes';
import { DateField, ErrorSummary, Field, LinkButton, Select } from '../../../ui/form';
import { BulkButton, BulkForm, Empty, Filters, QuickFilter, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Pill } from '../../../ui/state';
import { type Column, Pager, Table } from '../../../ui/table';
import { counted, Lede, Quiet } from '../../../ui/text';
import type { Opinion, Sorted } from '../queries/staff';
import type { Group, GroupSet } from '../rules/groups';
import { pageSize, type SortingFilter, type SortingWanted, sortingFilters, suggestionsFor } from '../rules/sorting';

type Props = {
	view: View;
	set: GroupSet;
	sets: readonly GroupSet[];
	people: readonly Sorted[];
	counts: Record<string, number>;
	review: { add: number; drop: number };
	wanted: SortingWanted;
	/** How many lines of the plan the last act has closed. */
	closed: number;
	values: Values;
	chosen?: readonly string[];
	problems?: Problems;
};

const notices: Record<string, string> = {
	decided: 'Решение записано',
	changed: 'Группа изменена',
	added: 'Набор групп добавлен',
	closed: 'Итог распределения приложен',
	same: 'Всё уже было так: записывать нечего'
};

const addressOf = (set: GroupSet, { filter, q, page }: Partial<SortingWanted>) => {
	const query = new URLSearchParams({
		...(q && { q }),
		...(filter && filter !== 'all' && { filter }),
		...(page && page > 1 && { page: String(page) })
	}).toString();
	return `/group-sets/${set.id}${query ? `?${query}` : ''}`;
};

/** All teachers beside what they say, what was seen, what the rules say, and the decision. */
export const SortingPage = ({
	view,
	set,
	sets,
	people,
	counts,
	review,
	wanted,
	closed,
	values,
	chosen = [],
	problems = {}
}: Props) => {
	const { today } = view.now;
	const found = review.add + review.drop;
	return (
		<Page
			view={view}
			title={set.name}
			crumbs={[
				{ href: '/people', label: 'Люди' },
				{ href: '/groups', label: 'Группы' }
			]}
			notice={
				notices[view.saved ?? ''] && (
					<>
						{notices[view.saved ?? '']}
						<ClosedToo count={closed} />
					</>
				)
			}
			actions={
				<>
					<LinkButton href={`/group-sets/${set.id}/review`} kind={found > 0 ? 'primary' : 'secondary'} icon="repeat">
						Пересмотреть по правилам
					</LinkButton>
					<LinkButton href={`/group-sets/${set.id}/summary`} kind="quiet" icon="list">
						Итог распределения
					</LinkButton>
				</>
			}
		>
			<Lede>{sentence(counts, review)}</Lede>
			{sets.length > 1 && (
				<Filters
					label="Набор групп"
					filters={sets.map((one) => ({ href: `/group-sets/${one.id}`, label: one.name, current: one.id === set.id }))}
				/>
			)}
			<Toolbar>
				<Filters
					filters={[
						...(Object.keys(sortingFilters) as SortingFilter[]).map((filter) => ({
							href: addressOf(set, { ...wanted, filter, page: 1 }),
							label: sortingFilters[filter],
							count: counts[filter] ?? 0,
							current: filter === wanted.filter
						})),
						...set.groups.map(({ id, code }) => ({
							href: addressOf(set, { ...wanted, filter: `group-${id}`, page: 1 }),
							label: code,
							count: counts[`group-${id}`] ?? 0,
							current: wanted.filter === `group-${id}`
						}))
					]}
				/>
				<QuickFilter action={`/group-sets/${set.id}`} value={wanted.q} label="Имя, должность" />
			</Toolbar>
			{people.length === 0 ? (
				<Empty title="Здесь никого нет" icon="person">
					<p>{wanted.q ? `По запросу «${wanted.q}» никого не нашлось.` : 'Педагогов с такой отметкой сейчас нет.'}</p>
				</Empty>
			) : (
				<>
					<ErrorSummary problems={problems} />
					<BulkForm
						action={`/group-sets/${set.id}/decisions`}
						token={values.token ?? ''}
						bar={
							<>
								<Select
									name="group"
									label="В группу"
									options={Object.fromEntries(set.groups.map(({ id, code, name }) => [id, `${code} – ${name}`]))}
									{...{ values, problems }}
								/>
								<DateField
									name="from"
									label="С какого дня"
									{...{ problems }}
									values={{ from: showDate(today), ...values }}
								/>
								<Field name="basis" label="Основание" maxlength={500} optional {...{ values, problems }} />
								<BulkButton value="decide" icon="check">
									Записать решение
								</BulkButton>
							</>
						}
					>
						<Table
							caption="Педагоги по группам"
							choose={({ id, name }) => ({
								name: 'person',
								value: id,
								label: `Выбрать: ${name}`,
								checked: chosen.includes(id)
							})}
							columns={columnsOf(set, today)}
							rows={people}
						/>
					</BulkForm>
				</>
			)}
			<Pager
				page={wanted.page}
				pages={Math.ceil((counts[wanted.filter] ?? 0) / pageSize)}
				href={(page) => addressOf(set, { ...wanted, page })}
			/>
		</Page>
	);
};

function sentence(counts: Record<string, number>, { add, drop }: Props['review']) {
	const all = counted(counts.all ?? 0, ['педагог', 'педагога', 'педагогов']);
	const undecided = counts.undecided ? `, решения нет о ${counts.undecided}` : ', решено обо всех';
	const found = add + drop === 0 ? 'По правилам менять нечего.' : `Правила советуют: внести ${add}, вывести ${drop}.`;
	return `${all}${undecided}. ${found}`;
}

const columnsOf = (set: GroupSet, today: string): Column<Sorted>[] => [
	{
		head: 'Имя',
		main: true,
		cell: ({ id, name }) => <a href={`/group-sets/${set.id}/people/${id}`}>{name}</a>
	},
	{ head: 'Должность', cell: ({ post }) => post },
	{ head: 'Самооценка', cell: ({ self }) => said(set, self) },
	{ head: 'Наблюдение', cell: ({ observer }) => said(set, observer) },
	{
		head: 'По правилам',
		cell: (person) =>
			suggestionsFor(set, person, today).map(({ group, because }) => (
				<span title={because}>
					{group.code} <Quiet>{because}</Quiet>{' '}
				</span>
			))
	},
	{
		head: 'Решение',
		cell: ({ member }) =>
			member.length === 0 ? (
				<Pill icon="circle">нет</Pill>
			) : (
				member.map(({ groupId }) => (
					<Pill tone="good" icon="check">
						{nameOf(set, groupId)}
					</Pill>
				))
			)
	}
];

export const nameOf = (set: GroupSet, groupId: string) => groupOf(set, groupId)?.code ?? 'прежняя группа';
export const groupOf = (set: GroupSet, groupId: string | null): Group | undefined =>
	set.groups.find(({ id }) => id === groupId);

const said = (set: GroupSet, opinion: Opinion | null) =>
	opinion && (opinion.groupId ? nameOf(set, opinion.groupId) : 'ни одна');
