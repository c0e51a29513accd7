import { plainText } from '../../../core/forms';
import { plain } from '../../../core/plain';
import type { Calendar } from '../../calendar/rules/calendar';
import { isOver } from '../../mentorships/rules/life';
import { type Mentorship, pairsNow, titleOf } from '../../mentorships/rules/mentorship';
import { held, type Meeting, silentOnes } from './meeting';
import { type Rhythm, rhythmOf, roadOf } from './work';

/** A pair as a line of the curator's view. */
export type WorkLine = {
	id: string;
	title: string;
	mentorship: Mentorship;
	meetings: readonly Meeting[];
	rhythm: Rhythm;
	road: ReturnType<typeof roadOf>;
	silent: number; // held meetings of which somebody never said a word
	over: boolean;
};

type Work = { mentorship: Mentorship; meetings: readonly Meeting[] };
type Given = { cadence: number; today: string; calendar: Calendar };

export function workLine({ mentorship, meetings }: Work, given: Given): WorkLine {
	const { today } = given;
	return {
		id: mentorship.id,
		title: titleOf({ ...mentorship, pairs: pairsNow(mentorship, today) }),
		mentorship,
		meetings,
		rhythm: rhythmOf(mentorship, meetings, given),
		road: roadOf(meetings, today),
		silent: held(meetings).filter((one) => silentOnes(one).length > 0).length,
		over: isOver(mentorship.life.state)
	};
}

export const workFilters = {
	living: 'все идущие',
	quiet: 'давно без встречи',
	feedback: 'нет отклика',
	first: 'не познакомились',
	readiness: 'готовы не оба',
	plan: 'нет плана встреч',
	final: 'нет итоговой',
	over: 'завершены'
} as const;
export type WorkFilter = keyof typeof workFilters;

const shows: Record<WorkFilter, (line: WorkLine) => boolean> = {
	living: ({ over }) => !over,
	quiet: ({ rhythm }) => rhythm.quiet,
	feedback: ({ silent, over }) => !over && silent > 0,
	first: ({ road, over }) => !over && road.heldCount === 0,
	readiness: ({ road, over }) => !over && road.first !== null && !road.ready,
	plan: ({ road, over }) => !over && road.heldCount > 0 && road.planned === 0,
	final: ({ road, over }) => over && road.final === null,
	over: ({ over }) => over
};

export const workSorts = ['name', 'days', 'held'] as const;
type Sort = (typeof workSorts)[number];
export type WorkWanted = { q: string; filter: WorkFilter; sort: Sort; descending: boolean; page: number };
export const workPage = 50;

export const workWanted = ({
	q = '',
	filter,
	sort,
	order,
	page = '1'
}: Record<string, string | undefined>): WorkWanted => ({
	q: plainText(q).trim().slice(0, 200),
	filter: (Object.keys(workFilters) as WorkFilter[]).find((one) => one === filter) ?? 'living',
	sort: workSorts.find((one) => one === sort) ?? 'days',
	descending: sort ? order === 'desc' : true,
	page: Math.min(Math.max(1, Number.parseInt(page, 10) || 1), 10_000)
});

export function workAddress(wanted: WorkWanted, change: Partial<WorkWanted> = {}) {
	const { q, filter, sort, descending, page } = { ...wanted, page: 1, ...change };
	const usual = sort === 'days' && descending;
	const query = new URLSearchParams({
		...(q && { q }),
		...(filter !== 'living' && { filter }),
		...(!usual && { sort, ...(descending && { order: 'desc' }) }),
		...(page > 1 && { page: String(page) })
	}).toString();
	return `/mentorships/meetings${query ? `?${query}` : ''}`;
}

const keys: Record<Sort, (line: WorkLine) => string | number> = {
	name: ({ title }) => title,
	days: ({ rhythm }) => rhythm.days,
	held: ({ road }) => road.heldCount
};

/** What the list shows for what was asked, and how many each filter would. */
export function chosenWork(all: readonly WorkLine[], { q, filter, sort, descending, page }: WorkWanted) {
	const words = plain(q).split(/\s+/).filter(Boolean);
	const found = all.filter(({ title }) => words.every((word) => plain(title).includes(word)));
	const counts = Object.fromEntries(
		(Object.keys(workFilters) as WorkFilter[]).map((one) => [one, found.filter(shows[one]).length])
	) as Record<WorkFilter, number>;
	const key = keys[sort];
	const chosen = found.filter(shows[filter]).toSorted((a, b) => {
		const [x, y] = [key(a), key(b)];
		const less = typeof x === 'string' ? x.localeCompare(String(y), 'ru') : x - Number(y);
		return (descending ? -less : less) || a.title.localeCompare(b.title, 'ru');
	});
	return { counts, chosen, page: chosen.slice((page - 1) * workPage, page * workPage) };
}
