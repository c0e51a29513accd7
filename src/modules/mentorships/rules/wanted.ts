import { plainText } from '../../../core/forms';
import { plain } from '../../../core/plain';
import { isOver, type Standing, standingOn } from './life';
import { type Mentorship, membersOf, pairsNow, rolesTold, titleOf } from './mentorship';
import { type Need, needsOf } from './missing';

/** Filters of «Пары», as they stand in its address. */
export const pairFilters = {
	living: 'идут и оформляются',
	asked: 'ждут ответа',
	papers: 'не хватает бумаг',
	order: 'ждут приказа',
	working: 'действуют',
	suspended: 'приостановлены',
	attention: 'посмотреть',
	over: 'завершены'
} as const;
export type PairFilter = keyof typeof pairFilters;

export const pairSorts = ['name', 'from', 'to', 'standing'] as const;
export type PairSort = (typeof pairSorts)[number];
export type PairsWanted = { q: string; filter: PairFilter; sort: PairSort; descending: boolean; page: number };
export const pairsPage = 50;

export const pairsWanted = ({
	q = '',
	filter,
	sort,
	order,
	page = '1'
}: Record<string, string | undefined>): PairsWanted => ({
	q: plainText(q).trim().slice(0, 200),
	filter: (Object.keys(pairFilters) as PairFilter[]).find((one) => one === filter) ?? 'living',
	sort: pairSorts.find((one) => one === sort) ?? 'name',
	descending: order === 'desc',
	page: Math.min(Math.max(1, Number.parseInt(page, 10) || 1), 10_000)
});

export function pairsAddress(wanted: PairsWanted, change: Partial<PairsWanted> = {}, to = '') {
	const { q, filter, sort, descending, page } = { ...wanted, page: 1, ...change };
	const query = new URLSearchParams({
		...(q && { q }),
		...(filter !== 'living' && { filter }),
		...(sort !== 'name' && { sort }),
		...(descending && { order: 'desc' }),
		...(page > 1 && { page: String(page) })
	}).toString();
	return `/mentorships${to}${query ? `?${query}` : ''}`;
}

/** A mentorship as a line of the list. */
export type PairLine = Mentorship & { title: string; standing: Standing; needs: Need[]; gone: string[] };

export function lineOf(mentorship: Mentorship, today: string): PairLine {
	const pairs = pairsNow(mentorship, today);
	const gone = isOver(mentorship.life.state)
		? []
		: membersOf(pairs)
				.filter(({ worksHere }) => !worksHere)
				.map(({ name }) => name);
	return {
		...mentorship,
		title: titleOf({ ...mentorship, pairs }),
		standing: standingOn(mentorship.life, today),
		needs: needsOf(mentorship, today),
		gone
	};
}

const shows: Record<PairFilter, (line: PairLine) => boolean> = {
	living: ({ life }) => !isOver(life.state),
	asked: ({ life }) => life.state === 'proposed',
	papers: ({ life, needs }) =>
		!isOver(life.state) && needs.some(({ done, code }) => !done && (code === 'consent' || code === 'agreement')),
	order: ({ life, needs }) =>
		life.state === 'agreed' ||
		(life.state !== 'proposed' && needs.some(({ done, code }) => !done && /order/.test(code))),
	working: ({ life }) => life.state === 'working',
	suspended: ({ life }) => life.state === 'suspended',
	attention: ({ gone, standing }) => gone.length > 0 || standing === 'over-term' || standing === 'unordered',
	over: ({ life }) => isOver(life.state)
};

const order: readonly Standing[] = [
	'over-term',
	'unordered',
	'before-order',
	'proposed',
	'agreed',
	'ahead',
	'working',
	'suspended',
	'ending',
	'completed',
	'ended',
	'declined',
	'dropped'
];
const keys: Record<PairSort, (line: PairLine) => string | number> = {
	name: ({ title }) => title,
	from: ({ life }) => life.term.from,
	to: ({ life }) => life.term.to,
	standing: ({ standing }) => order.indexOf(standing)
};

/** What the list shows for what was asked, and how many each filter would. */
export function chosenPairs(all: readonly PairLine[], { q, filter, sort, descending, page }: PairsWanted) {
	const words = plain(q).split(/\s+/).filter(Boolean);
	const found = all.filter(({ pairs, content, steps }) => {
		const orders = steps.map(({ orderNumber }) => orderNumber ?? '');
		const text = plain(
			[...membersOf(pairs).map(({ name, post }) => `${name} ${post}`), rolesTold(pairs), content, ...orders].join(' ')
		);
		return words.every((word) => text.includes(word));
	});
	const filters = Object.keys(pairFilters) as PairFilter[];
	const counts = Object.fromEntries(filters.map((one) => [one, found.filter(shows[one]).length])) as Record<
		PairFilter,
		number
	>;
	const key = keys[sort];
	const sorted = found.filter(shows[filter]).sort((a, b) => {
		const [x, y] = [key(a), key(b)];
		const less = typeof x === 'string' ? x.localeCompare(String(y), 'ru') : x - Number(y);
		return less || a.title.localeCompare(b.title, 'ru') || (a.id < b.id ? -1 : 1);
	});
	if (descending) sorted.reverse();
	return { counts, all: sorted, page: sorted.slice((page - 1) * pairsPage, page * pairsPage) };
}
