import { plainText } from '../../../core/forms';

/** Filters of the list of events, as they stand in its address. */
export const eventFilters = {
	coming: 'впереди',
	unmarked: 'отметить, кто был',
	past: 'прошли',
	told: 'объявления',
	all: 'все'
} as const;
export type EventFilter = keyof typeof eventFilters;

/** What somebody who only takes part has no use for. */
export const keepersOnly: readonly EventFilter[] = ['unmarked'];

export type EventsWanted = { q: string; filter: EventFilter; kind: string; page: number };
export const eventsPage = 30;

export const eventsWanted = ({
	q = '',
	filter,
	kind = '',
	page = '1'
}: Record<string, string | undefined>): EventsWanted => ({
	q: plainText(q).trim().slice(0, 200),
	filter: (Object.keys(eventFilters) as EventFilter[]).find((one) => one === filter) ?? 'coming',
	kind: plainText(kind).slice(0, 200),
	page: Math.min(Math.max(1, Number.parseInt(page, 10) || 1), 10_000)
});

/** The address of the list with some of it changed; a change begins at the first page. */
export function eventsAddress(wanted: EventsWanted, change: Partial<EventsWanted> = {}) {
	const { q, filter, kind, page } = { ...wanted, page: 1, ...change };
	const query = new URLSearchParams({
		...(q && { q }),
		...(filter !== 'coming' && { filter }),
		...(kind && { kind }),
		...(page > 1 && { page: String(page) })
	}).toString();
	return query ? `/events?${query}` : '/events';
}
