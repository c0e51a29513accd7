import { addMonths, daysBetween, lastDayOf } from '../../../core/dates';
import type { Occurrence } from './activity-state';

type Row = {
	title: string;
	deadlineText: string | null;
	deadlineKind: string;
	responsible: readonly { text: string; personName: string | null }[];
	occurrences: readonly Occurrence[];
};

/** A line of the school's plan of a month: «срок» is a day or a span of it, or the written words. */
export type MonthLine<R> = { activity: R; from: string | null; to: string | null };

/** '2026-10' of an address; the month of today when it is none. */
export const readMonth = (text: string | undefined, today: string) =>
	text && /^20\d\d-(0[1-9]|1[0-2])$/.test(text) ? text : today.slice(0, 7);

export const nextMonth = (month: string, by: number) => addMonths(`${month}-01`, by).slice(0, 7);

/** Longer than this, a window belongs to the month in which it ends. */
const long = 62;

/**
 * What of a plan belongs to a month: whatever is due in it, what runs in it for a short while, and what is done again and again.
 * What is awaited from others and what goes on all the year is not the school's plan of a month.
 */
export function monthLines<R extends Row>(activities: readonly R[], month: string): MonthLine<R>[] {
	const [year, number] = month.split('-').map(Number) as [number, number];
	const [first, last] = [`${month}-01`, lastDayOf(year, number)];
	const lines = activities.flatMap((activity) => {
		const times = activity.occurrences.filter(({ kind, from, to, dueOn }) => {
			if (kind === 'deadline' && dueOn) {
				if (dueOn >= first && dueOn <= last) return true;
				return from !== null && from <= last && dueOn >= first && daysBetween(from, dueOn) <= long;
			}
			return (
				kind === 'review' &&
				activity.deadlineKind === 'cadence' &&
				from !== null &&
				from <= last &&
				(to ?? last) >= first
			);
		});
		const [time] = times;
		if (!time) return [];
		const again = time.kind === 'review';
		return [{ activity, from: again ? null : time.from, to: again ? null : time.dueOn }];
	});
	return lines.sort((a, b) => ((a.to ?? '9') < (b.to ?? '9') ? -1 : (a.to ?? '9') > (b.to ?? '9') ? 1 : 0));
}
