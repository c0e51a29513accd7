import { showDate } from '../../../core/dates';
import type { Problems } from '../../../core/forms';
import type { Occurrence } from './activity-state';
import type { CapabilityCode } from './capabilities';

/** What can be said anew of an activity at work. Who answers and when is changed by acts of their own. */
export type ActivityWords = {
	title: string;
	results: string[];
	capability: CapabilityCode | null;
	awaited: boolean; // others above answer for it
};

/** The results as the form holds them: a line each. */
export const linesOf = (text: string) =>
	text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter(Boolean);

export type Move = { toDay: string; reason: string };

/** What is done, and what is asked about once a term, has no day to move. */
export const canBeMoved = (
	{ kind, outcome }: Pick<Occurrence, 'kind' | 'outcome'>,
	{ awaited }: { awaited: boolean }
) => outcome === null && kind !== 'review' && !awaited;

export function problemsWithMove({ toDay }: Move, { dueOn }: Pick<Occurrence, 'dueOn'>, today: string): Problems {
	if (toDay < today) return { toDay: `Этот день уже прошёл: сегодня ${showDate(today)}` };
	if (toDay === dueOn) return { toDay: 'Это и есть нынешний срок' };
	return {};
}

/** The window after a move: it begins when it began, or on the new day when that is earlier. */
export const windowAfter = ({ from }: Pick<Occurrence, 'from'>, toDay: string) => ({
	from: from && from < toDay ? from : toDay,
	to: toDay
});

/** An activity that the approved plan does not have: added while it is at work. */
export type AddedActivity = {
	title: string;
	stage: string; // the id of a stage, '' outside of them
	from: string | null;
	to: string | null; // the last day; null: nobody is reminded
	results: string[];
};

/** A day that has passed is no mistake: what was done beyond the plan is written into it too, and asked about at once. */
export function problemsWithAdded({ from, to }: AddedActivity): Problems {
	if (from && !to) return { to: 'Укажите и последний день или не указывайте ни одного' };
	if (from && to && from > to) return { from: 'Начало позже последнего дня' };
	return {};
}

/** The term in the words of a plan: «с 01.10.2026 по 25.10.2026», «до 25.10.2026». */
export function writtenTerm({ from, to }: Pick<AddedActivity, 'from' | 'to'>) {
	if (!to) return null;
	return from ? `с ${showDate(from)} по ${showDate(to)}` : `до ${showDate(to)}`;
}
