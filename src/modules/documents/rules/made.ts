import { plainText } from '../../../core/forms';

/** Filters of stored documents, as they stand in the address. */
export const madeFilters = {
	work: 'в работе',
	agreeing: 'на согласовании',
	agreed: 'согласованы',
	registered: 'зарегистрированы',
	unread: 'не все ознакомлены',
	past: 'в деле и отменённые',
	all: 'все'
} as const;
export type MadeFilter = keyof typeof madeFilters;
export const madeFilterNames = Object.keys(madeFilters) as MadeFilter[];

export const madeSorts = ['made', 'title', 'dated'] as const;
export type MadeSort = (typeof madeSorts)[number];

export type MadeWanted = {
	q: string;
	filter: MadeFilter;
	code: string;
	sort: MadeSort;
	descending: boolean;
	page: number;
};
export const madePage = 30;

const usual = { sort: 'made', descending: true } as const;

/** A page of a list out of its address: what is not understood is as usual. */
export const pageIn = (page: string | undefined) =>
	Math.min(Math.max(1, Number.parseInt(page ?? '1', 10) || 1), 10_000);

export const madeWanted = ({
	q = '',
	filter,
	code = '',
	sort,
	order,
	page
}: Record<string, string | undefined>): MadeWanted => ({
	q: plainText(q).trim().slice(0, 200),
	filter: madeFilterNames.find((one) => one === filter) ?? 'all',
	code: /^[a-z-]{1,60}$/.test(code) ? code : '',
	sort: madeSorts.find((one) => one === sort) ?? usual.sort,
	descending: order ? order === 'down' : usual.descending,
	page: pageIn(page)
});

/** The address of the list with some of it changed; a change begins at the first page. */
export function madeAddress(wanted: MadeWanted, change: Partial<MadeWanted> = {}) {
	const { q, filter, code, sort, descending, page } = { ...wanted, page: 1, ...change };
	const asUsual = sort === usual.sort && descending === usual.descending;
	const query = new URLSearchParams({
		...(q && { q }),
		...(filter !== 'all' && { filter }),
		...(code && { code }),
		...(!asUsual && { sort, order: descending ? 'down' : 'up' }),
		...(page > 1 && { page: String(page) })
	}).toString();
	return query ? `/documents/made?${query}` : '/documents/made';
}
