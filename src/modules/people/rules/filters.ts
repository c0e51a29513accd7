import { plainText } from '../../../core/forms';

/** Filters, orders and pages of the staff list, as they stand in its address. */
export const peopleFilters = {
	all: 'все',
	mentors: 'наставники',
	mentees: 'наставляемые',
	teachers: 'педагоги',
	'no-role': 'без роли',
	guests: 'из других организаций',
	left: 'уволенные'
} as const;
export type PeopleFilter = keyof typeof peopleFilters;

/** Who does not keep the list sees colleagues at work, and the teachers among them. */
export const openFilters: readonly PeopleFilter[] = ['all', 'teachers'];

export const peopleSorts = ['name', 'post', 'teaching', 'here'] as const;
export type PeopleSort = (typeof peopleSorts)[number];

export type PeopleWanted = { q: string; filter: PeopleFilter; sort: PeopleSort; descending: boolean; page: number };

/** Pages of fifty. */
export const pageSize = 50;

/** From an address; what it does not know is passed over. */
export function wantedFrom(query: Record<string, string | undefined>, allowed: readonly PeopleFilter[]): PeopleWanted {
	const { q = '', filter, sort, order, page = '1' } = query;
	return {
		q: plainText(q).trim().slice(0, 200),
		filter: allowed.find((one) => one === filter) ?? 'all',
		sort: peopleSorts.find((one) => one === sort) ?? 'name',
		descending: order === 'desc',
		page: Math.min(Math.max(1, Number.parseInt(page, 10) || 1), 10_000)
	};
}

/** The address of the list with some of it changed; what is usual is left out. A change begins at the first page. */
export function addressOf(wanted: PeopleWanted, change: Partial<PeopleWanted> = {}, path = '/people') {
	const { q, filter, sort, descending, page } = { ...wanted, page: 1, ...change };
	const query = new URLSearchParams({
		...(q && { q }),
		...(filter !== 'all' && { filter }),
		...(sort !== 'name' && { sort }),
		...(descending && { order: 'desc' }),
		...(page > 1 && { page: String(page) })
	}).toString();
	return query ? `${path}?${query}` : path;
}
