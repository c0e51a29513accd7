import { rolesText } from '../../../core/actor';
import { fullName } from '../../../core/names';
import type { View } from '../../../core/view';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Empty, Exports, Filters, QuickFilter, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { type Column, Pager, Table } from '../../../ui/table';
import { counted, Day, Lede, plural } from '../../../ui/text';
import { canManageAccess } from '../../access/rules/roles';
import { canKeepConsents } from '../../consents/rules/kinds';
import { canKeepGroups } from '../../groups/rules/groups';
import { canKeepData } from '../../personal-data/rules/erasure';
import { canKeepRegisters } from '../../registry/rules/registers';
import type { PersonInList } from '../queries/list';
import {
	addressOf,
	openFilters,
	type PeopleFilter,
	type PeopleSort,
	type PeopleWanted,
	pageSize,
	peopleFilters
} from '../rules/filters';
import { canKeepPeople } from '../rules/person';
import { Tenure } from './words';

type Props = {
	view: View;
	people: readonly PersonInList[];
	counts: Record<PeopleFilter, number>;
	wanted: PeopleWanted;
	/** How many pairs of entries may be one person; 0 where it was not asked. */
	duplicates: number;
	/** An entry just taken away, to be brought back. */
	removed?: { id: string; name: string } | undefined;
};

/** Everybody of the organisation, by name; filters and order live in the address. */
export const PeoplePage = ({ view, people, counts, wanted, duplicates, removed }: Props) => {
	const keeps = canKeepPeople(view.actor);
	const nobody = counts.all + counts.left < 2 && !wanted.q;
	return (
		<Page
			view={view}
			title="Люди"
			notice={removed && <Removed {...removed} />}
			actions={
				keeps && (
					<>
						{canManageAccess(view.actor) && (
							<LinkButton href="/accounts" kind="quiet" icon="key">
								Доступ и роли
							</LinkButton>
						)}
						{canKeepGroups(view.actor) && (
							<LinkButton href="/groups" kind="quiet" icon="list">
								Группы
							</LinkButton>
						)}
						{canKeepRegisters(view.actor) && (
							<LinkButton href="/registry" kind="quiet" icon="pair">
								Банки
							</LinkButton>
						)}
						{canKeepConsents(view.actor) && (
							<LinkButton href="/consents" kind="quiet" icon="check">
								Согласия
							</LinkButton>
						)}
						<LinkButton href="/people/import" icon="upload">
							Загрузить список
						</LinkButton>
						<LinkButton href="/people/new" kind="primary" icon="plus">
							Добавить сотрудника
						</LinkButton>
					</>
				)
			}
		>
			{keeps && nobody ? <Nobody /> : <Lede>{sentence(counts, keeps)}</Lede>}
			<Toolbar>
				<Filters filters={filtersOf(wanted, counts, keeps)} />
				<QuickFilter action="/people" value={wanted.q} label="Имя, должность, предмет" />
			</Toolbar>
			{people.length === 0 ? (
				<p>
					{wanted.q
						? `По запросу «${wanted.q}» никого не нашлось. Попробуйте часть фамилии.`
						: 'Здесь пока никого нет.'}
				</p>
			) : (
				<Table
					caption="Сотрудники"
					columns={columnsOf(view, keeps, wanted.filter)}
					rows={people}
					sorting={{
						by: wanted.sort,
						descending: wanted.descending,
						href: (by, descending) => addressOf(wanted, { sort: by as PeopleSort, descending })
					}}
				/>
			)}
			<Pager
				page={wanted.page}
				pages={Math.ceil((counts[wanted.filter] ?? 0) / pageSize)}
				href={(page) => addressOf(wanted, { page })}
			/>
			{keeps && people.length > 0 && (
				<Exports
					files={[
						{ href: addressOf(wanted, {}, '/people/export/xlsx'), label: 'Excel' },
						{ href: addressOf(wanted, {}, '/people/export/csv'), label: 'CSV' }
					]}
				/>
			)}
			{duplicates > 0 && (
				<p class="quiet">
					<a href="/people/duplicates">Возможные повторы</a>:{' '}
					{counted(duplicates, ['пара похожих записей', 'пары похожих записей', 'пар похожих записей'])}
				</p>
			)}
			{canKeepData(view.actor) && (
				<p class="quiet">
					<a href="/people/erasure">Удаление данных</a> тех, кто уволился или попросил об этом
				</p>
			)}
		</Page>
	);
};

const Removed = ({ id, name }: { id: string; name: string }) => (
	<>
		<span>Запись убрана: {name}.</span>{' '}
		<ActionForm action={`/people/${id}/restoration`} label="Отменить" token={crypto.randomUUID()} kind="quiet" />
	</>
);

const Nobody = () => (
	<Empty
		title="Начните со списка сотрудников"
		icon="person"
		action={
			<LinkButton href="/people/import" kind="primary" icon="upload">
				Загрузить список
			</LinkButton>
		}
	>
		<p>
			Подойдёт таблица из Excel, какая есть: имена, должности, стаж, в любом порядке столбцов. Можно добавить и по
			одному.
		</p>
	</Empty>
);

function sentence(counts: Record<PeopleFilter, number>, keeps: boolean) {
	const all = counted(counts.all, ['сотрудник', 'сотрудника', 'сотрудников']);
	const teachers = `${counts.teachers} ${plural(counts.teachers, ['педагог', 'педагога', 'педагогов'])}`;
	if (!keeps || counts.mentors + counts.mentees === 0) return `${all}, из них ${teachers}.`;
	const pairs = `наставников ${counts.mentors}, наставляемых ${counts.mentees}`;
	return `${all}, из них ${teachers}; ${pairs}.`;
}

const filtersOf = (wanted: PeopleWanted, counts: Record<PeopleFilter, number>, keeps: boolean) =>
	(keeps ? (Object.keys(peopleFilters) as PeopleFilter[]) : openFilters).map((filter) => ({
		href: addressOf(wanted, { filter }),
		label: peopleFilters[filter],
		count: counts[filter],
		current: filter === wanted.filter
	}));

function columnsOf({ now, actor }: View, keeps: boolean, filter: PeopleFilter): Column<PersonInList>[] {
	const columns: Column<PersonInList>[] = [
		{
			head: 'Имя',
			main: true,
			sort: 'name',
			cell: (person) => <a href={`/people/${person.id}`}>{fullName(person)}</a>
		},
		{ head: 'Должность', sort: 'post', cell: ({ posts }) => posts.join(', ') },
		{ head: 'Предметы', cell: ({ subjects }) => subjects.join(', ') }
	];
	if (!keeps) return columns;
	if (filter === 'left') {
		return [
			...columns,
			{ head: 'Последний день', cell: ({ leftOn }) => leftOn && <Day date={leftOn} today={now.today} /> }
		];
	}
	return [
		...columns,
		{ head: 'Роли', cell: ({ roles }) => rolesText(roles, actor.organisation.kind) },
		{
			head: 'Пед. стаж',
			sort: 'teaching',
			cell: ({ teachingSince }) => teachingSince && <Tenure since={teachingSince} on={now.today} />
		},
		{
			head: 'Стаж здесь',
			sort: 'here',
			cell: ({ employedSince }) => employedSince && <Tenure since={employedSince} on={now.today} />
		}
	];
}
