import { plainText } from '../../../core/forms';

/** Filters of the register, as they stand in its address. */
export const registerFilters = {
	involved: 'участники',
	missing: 'чего-то нет',
	withdrawn: 'отозвано',
	everybody: 'все сотрудники'
} as const;
export type RegisterFilter = keyof typeof registerFilters;
export type RegisterWanted = { q: string; filter: RegisterFilter; page: number };

/** Pages of fifty. */
export const pageSize = 50;

export function wantedFrom({ q = '', filter, page = '1' }: Record<string, string | undefined>): RegisterWanted {
	return {
		q: plainText(q).trim().slice(0, 200),
		filter: (Object.keys(registerFilters) as RegisterFilter[]).find((one) => one === filter) ?? 'involved',
		page: Math.min(Math.max(1, Number.parseInt(page, 10) || 1), 10_000)
	};
}

/** The address of the register with some of it changed; a change begins at the first page. */
export function addressOf(wanted: RegisterWanted, change: Partial<RegisterWanted> = {}) {
	const { q, filter, page } = { ...wanted, page: 1, ...change };
	const query = new URLSearchParams({
		...(q && { q }),
		...(filter !== 'involved' && { filter }),
		...(page > 1 && { page: String(page) })
	}).toString();
	return query ? `/consents?${query}` : '/consents';
}
