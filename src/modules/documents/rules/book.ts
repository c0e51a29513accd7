import { plainText } from '../../../core/forms';
import type { Series } from './library/templates';
import { pageIn } from './made';
import { seriesNames } from './registration';

export const bookSorts = ['dated', 'number', 'title'] as const;
export type BookSort = (typeof bookSorts)[number];

/** What of the registration journal is looked at, as it stands in the address. `whole`: without pages, to be printed. */
export type BookWanted = {
	q: string;
	series: Series | '';
	year: string; // '' for all
	sort: BookSort;
	descending: boolean;
	page: number;
	whole: boolean;
};
export const bookPage = 50;
/** The most lines one sheet or file holds. */
export const bookMost = 5000;

export const bookWanted = (
	{ q = '', series, year, sort, order, page, whole }: Record<string, string | undefined>,
	today: string
): BookWanted => ({
	q: plainText(q).trim().slice(0, 200),
	series: (Object.keys(seriesNames) as Series[]).find((one) => one === series) ?? '',
	year: year === 'all' ? '' : /^20\d\d$/.test(year ?? '') ? (year ?? '') : today.slice(0, 4),
	sort: bookSorts.find((one) => one === sort) ?? 'dated',
	descending: order ? order === 'down' : true,
	page: pageIn(page),
	whole: whole === 'on'
});

/** The address with some of it changed; a change begins at the first page. */
export function bookAddress(wanted: BookWanted, change: Partial<BookWanted> = {}, file = '') {
	const { q, series, year, sort, descending, page, whole } = { ...wanted, page: 1, whole: false, ...change };
	const query = new URLSearchParams({
		...(q && { q }),
		...(series && { series }),
		year: year || 'all',
		...(!(sort === 'dated' && descending) && { sort, order: descending ? 'down' : 'up' }),
		...(page > 1 && { page: String(page) }),
		...(whole && { whole: 'on' })
	}).toString();
	return `/documents/book${file}?${query}`;
}
