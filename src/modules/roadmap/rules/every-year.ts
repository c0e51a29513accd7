import { daysBetween } from '../../../core/dates';
import { type Draft, type DraftActivity, kept } from './draft';
import { movePeriod } from './plan-years';
import type { Deadline, Period } from './understanding';

const severalYears = (period: Period | null) => period !== null && daysBetween(period.from, period.to) > 400;
const saysItself = /(19|20)\d\d|ежегод|каждый год|каждого года/i;

/** A month written without a year: in a plan of several years nobody but the author knows whether it comes every year. */
const bare = ({ deadline }: DraftActivity) =>
	deadline.kind === 'windows' && deadline.windows.length > 0 && !saysItself.test(deadline.text ?? '');

/** The rows which «каждый год?» is asked about; none in a plan of one year. */
export const bareMonths = (draft: Draft) => (severalYears(draft.period) ? kept(draft).filter(bare) : []);

/** Whether the one question about them still waits for its answer. */
export const asksEveryYear = (draft: Draft) => draft.everyYear === null && bareMonths(draft).length > 0;

const isoMonthDay = (day: string) => day.slice(5);

/** While the one question stands, the same doubt is not repeated in every such row. */
export function askOnce(draft: Draft): Draft {
	const asked = new Set(bareMonths(draft).map(({ key }) => key));
	const settled = (row: DraftActivity) => row.doubts.filter(({ field }) => field !== 'deadline' || !asked.has(row.key));
	return { ...draft, activities: draft.activities.map((row) => ({ ...row, doubts: settled(row) })) };
}

/** Only the first of the windows that differ by whole years. */
const firstOnly = (windows: readonly Period[]) =>
	windows.filter(
		(window, index) => windows.findIndex((other) => isoMonthDay(other.from) === isoMonthDay(window.from)) === index
	);

/** Windows repeated through every year of the period, in their order. */
export function everyYear(deadline: Deadline, period: Period): Deadline {
	const windows = firstOnly(deadline.windows).flatMap((window) => {
		const years = Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4)) + 2;
		return Array.from({ length: 2 * years + 1 }, (_, index) => movePeriod(window, index - years)).filter(
			({ to }) => to >= period.from && to <= period.to
		);
	});
	return { ...deadline, yearly: true, windows: windows.toSorted((a, b) => a.to.localeCompare(b.to)) };
}

/** The answer for all such rows at once: every year of the plan, or only the first time. */
export function answerEveryYear(draft: Draft, yes: boolean, version: number): Draft {
	const { period } = draft;
	const asked = new Set(bareMonths(draft).map(({ key }) => key));
	if (!period) return draft;
	return {
		...draft,
		everyYear: yes,
		activities: draft.activities.map((row) => {
			if (!asked.has(row.key)) return row;
			const { yearly: _, ...deadline } = row.deadline;
			const answered = yes ? everyYear(deadline, period) : { ...deadline, windows: firstOnly(deadline.windows) };
			return {
				...row,
				deadline: answered,
				doubts: row.doubts.filter(({ field }) => field !== 'deadline'),
				changed: version
			};
		})
	};
}
