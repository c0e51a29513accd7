import { plainText } from '../../../core/forms';
import { type PracticeForm, practiceForms } from './practice';

/** Filters of the bank, as they stand in its address. */
export const practiceFilters = { accepted: 'в банке', proposed: 'ждут куратора', all: 'все' } as const;
export type PracticeFilter = keyof typeof practiceFilters;

export type PracticesWanted = { q: string; filter: PracticeFilter; form: PracticeForm | ''; page: number };
export const practicesPage = 30;

export const practicesWanted = ({
	q = '',
	filter,
	form,
	page = '1'
}: Record<string, string | undefined>): PracticesWanted => ({
	q: plainText(q).trim().slice(0, 200),
	filter: (Object.keys(practiceFilters) as PracticeFilter[]).find((one) => one === filter) ?? 'all',
	form: (Object.keys(practiceForms) as PracticeForm[]).find((one) => one === form) ?? '',
	page: Math.min(Math.max(1, Number.parseInt(page, 10) || 1), 10_000)
});

/** The address of the bank with some of it changed; a change begins at the first page. */
export function practicesAddress(wanted: PracticesWanted, change: Partial<PracticesWanted> = {}) {
	const { q, filter, form, page } = { ...wanted, page: 1, ...change };
	const query = new URLSearchParams({
		...(q && { q }),
		...(filter !== 'all' && { filter }),
		...(form && { form }),
		...(page > 1 && { page: String(page) })
	}).toString();
	return query ? `/practices?${query}` : '/practices';
}
