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
