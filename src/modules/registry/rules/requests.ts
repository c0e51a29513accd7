import { plainText } from '../../../core/forms';
import { plain } from '../../../core/plain';
import type { Deficit } from './line';
import { type deficitSources, type Priority, priorities, type RequestEvent, type Source, sources } from './registers';
import type { TopicNames } from './topics';

/** One request with whose it is, wherever it came from. */
export type RequestOf = {
	id: string;
	personId: string;
	name: string;
	post: string;
	inBank: boolean;
	words: string;
	priority: Priority;
	format: string;
	source: Source;
	sourceNote: string;
	saidOn: string;
	confirmed: boolean;
	last: RequestEvent | null;
	deficits: Deficit[];
};

/** Each difficulty once, at the strongest that anybody saw in it. */
export function strongestOf(deficits: readonly Deficit[]) {
	const strongest = new Map<string, number>();
	for (const { topic, level } of deficits)
		if (level > 0) strongest.set(topic, Math.max(level, strongest.get(topic) ?? 0));
	return [...strongest].map(([topic, level]) => ({ topic, level }));
}

export const requestFilters = { open: 'открытые', drafts: 'ждут вашего взгляда', over: 'выполнены и сняты' } as const;
export type RequestFilter = keyof typeof requestFilters;
export type RequestsWanted = { q: string; filter: RequestFilter; source: Source | ''; page: number };
export const requestsPage = 50;

const allSources = Object.keys(sources) as Source[];

export const requestsWanted = (query: Record<string, string | undefined>): RequestsWanted => ({
	q: plainText(query.q ?? '')
		.trim()
		.slice(0, 200),
	filter: (Object.keys(requestFilters) as RequestFilter[]).find((one) => one === query.filter) ?? 'open',
	source: allSources.find((one) => one === query.source) ?? '',
	page: Math.min(Math.max(1, Number.parseInt(query.page ?? '1', 10) || 1), 10_000)
});

export function requestsAddress(wanted: RequestsWanted, change: Partial<RequestsWanted> = {}) {
	const { q, filter, source, page } = { ...wanted, page: 1, ...change };
	const query = new URLSearchParams({
		...(q && { q }),
		...(filter !== 'open' && { filter }),
		...(source && { source }),
		...(page > 1 && { page: String(page) })
	}).toString();
	return query ? `/registry/requests?${query}` : '/registry/requests';
}

const isOver = ({ last }: RequestOf) => last === 'met' || last === 'withdrawn';
const shows: Record<RequestFilter, (one: RequestOf) => boolean> = {
	open: (one) => one.confirmed && !isOver(one),
	drafts: (one) => !one.confirmed && !isOver(one),
	over: isOver
};

/** What the page shows, and how many each filter would. */
export function chosenRequests(all: readonly RequestOf[], { q, filter, source, page }: RequestsWanted) {
	const words = plain(q).split(/\s+/).filter(Boolean);
	const found = all.filter(({ name, words: said }) => words.every((word) => plain(`${name} ${said}`).includes(word)));
	const counts = Object.fromEntries(
		(Object.keys(requestFilters) as RequestFilter[]).map((one) => [one, found.filter(shows[one]).length])
	) as Record<RequestFilter, number>;
	const here = found.filter(shows[filter]);
	const bySource = Object.fromEntries(
		allSources.map((one) => [one, here.filter((request) => request.source === one).length])
	) as Record<Source, number>;
	const chosen = source ? here.filter((one) => one.source === source) : here;
	return {
		counts,
		bySource,
		all: here.length,
		chosen: chosen.slice((page - 1) * requestsPage, page * requestsPage),
		of: chosen.length
	};
}

export type TopicNeed = { topic: string; name: string; people: number; self: number; mentor: number; curator: number };

/** What the open requests add up to: from where, how urgent, which difficulties and in whose eyes. */
export function analysisOf(all: readonly RequestOf[], names: TopicNames) {
	const open = all.filter(shows.open);
	const topics = new Map<string, { people: Set<string>; by: Record<keyof typeof deficitSources, number> }>();
	for (const { personId, deficits } of open)
		for (const { topic, source, level } of deficits.filter((one) => one.level > 0)) {
			const one = topics.get(topic) ?? { people: new Set<string>(), by: { self: 0, mentor: 0, curator: 0 } };
			one.people.add(personId);
			one.by[source] = Math.max(one.by[source], level);
			topics.set(topic, one);
		}
	return {
		open,
		people: new Set(open.map(({ personId }) => personId)).size,
		sources: allSources
			.map((source) => ({ source, count: open.filter((one) => one.source === source).length }))
			.filter(({ count }) => count > 0),
		urgent: open.filter(({ priority }) => priority === 1).length,
		topics: [...topics]
			.map(
				([topic, { people, by }]): TopicNeed => ({ topic, name: names.get(topic) ?? topic, people: people.size, ...by })
			)
			.sort((a, b) => b.people - a.people || a.name.localeCompare(b.name, 'ru'))
	};
}
export type Analysis = ReturnType<typeof analysisOf>;

/** A conclusion to begin from. */
export function analysisDraft({ open, people, sources: from, urgent, topics }: Analysis) {
	if (open.length === 0) return '';
	const often = topics.slice(0, 3).map(({ name, people: count }) => `${name.toLocaleLowerCase('ru')} (${count})`);
	return [
		`Собраны запросы: ${open.length}, педагогов с запросом: ${people}. Откуда: ${from.map(({ source, count }) => `${sources[source]} – ${count}`).join(', ')}.`,
		`${priorities[1][0]?.toLocaleUpperCase('ru')}${priorities[1].slice(1)}: ${urgent}.`,
		...(often.length > 0 ? [`Чаще всего затрудняет: ${often.join(', ')}.`] : [])
	].join('\n');
}
