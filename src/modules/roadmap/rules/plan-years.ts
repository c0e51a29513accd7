import { addYears, lastDayOf, schoolYearOf } from '../../../core/dates';
import type { Deadline, Period } from './understanding';

type Dated = { period: Period | null; deadlines: readonly Pick<Deadline, 'kind' | 'windows'>[] };

/** The school year people prepare for: from July on, the coming one. */
export function yearInWork(today: string): Period {
	const [year, month] = today.split('-').map(Number) as [number, number];
	return month >= 7 ? { from: `${year}-09-01`, to: `${year + 1}-08-31` } : schoolYearOf(today);
}

const datedWindows = ({ deadlines }: Dated) =>
	deadlines.filter(({ kind }) => kind === 'windows').flatMap(({ windows }) => windows);

/**
 * The plan's time lies wholly before the school year in work: uploaded as it is, everything in it would be red. In late August that is
 * last year's plan too, the file people begin the new one from.
 */
export function isPast(plan: Dated, today: string) {
	const end = plan.period?.to ?? datedWindows(plan).reduce((last, { to }) => (to > last ? to : last), '');
	return end !== '' && end < yearInWork(today).from;
}

/** How many years a plan has to move so that it begins in the school year in work; a plan of a calendar year moves to the current one. */
export function yearsToMove(plan: Dated, today: string) {
	const { period } = plan;
	if (period?.from.endsWith('-01-01') && period.to.endsWith('-12-31')) return yearOf(today) - yearOf(period.from);
	const begins =
		period?.from ?? datedWindows(plan).reduce((first, { from }) => (!first || from < first ? from : first), '');
	return begins === '' ? 0 : yearOf(yearInWork(today).from) - yearOf(yearInWork(begins).from);
}

const yearOf = (day: string) => Number(day.slice(0, 4));

/** The same days `years` later; the last day of a month stays the last one (29 February too). */
export function movePeriod({ from, to }: Period, years: number): Period {
	const [year, month] = to.split('-').map(Number) as [number, number];
	const end = to === lastDayOf(year, month) ? lastDayOf(year + years, month) : addYears(to, years);
	return { from: addYears(from, years), to: end };
}

/** A deadline in another year: its days, and the years written in its words; months and days stay. */
export const moveDeadline = <D extends Deadline>(deadline: D, years: number): D => ({
	...deadline,
	text: deadline.text === null ? null : moveWords(deadline.text, years),
	windows: deadline.windows.map((window) => movePeriod(window, years))
});

/** «декабрь 2021 г. – январь 2022 г.» → «декабрь 2026 г. – январь 2027 г.»; «2021/22» → «2026/27». Other numbers stay. */
export const moveWords = (text: string, years: number) =>
	text.replace(
		/(?<!\d)((?:19|20)\d\d)(?:(\s*[/–-]\s*)(\d\d))?(?!\d)/g,
		(_, year: string, dash?: string, short?: string) => {
			const moved = String(Number(year) + years);
			return short === undefined ? moved : `${moved}${dash}${String((Number(short) + years) % 100).padStart(2, '0')}`;
		}
	);

/** Years in the title move with the plan when they are the plan's own; those of an order or a law stay. */
export function moveTitle(title: string, period: Period | null, years: number) {
	const named = title.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
	const own =
		period !== null && named.every((year) => year >= period.from.slice(0, 4) && year <= period.to.slice(0, 4));
	return own ? moveWords(title, years) : title;
}
