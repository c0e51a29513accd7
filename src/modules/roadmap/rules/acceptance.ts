import { type OccurrenceState, occurrenceState } from './activity-state';
import { type Draft, type DraftActivity, kept } from './draft';
import { awaits, occurrencesOf, type PlannedOccurrence } from './occurrences';
import { isPast, moveDeadline, movePeriod, moveTitle, yearsToMove } from './plan-years';
import type { Deadline, Period } from './understanding';

/** What becomes of a plan of past years: taken into this school year, kept for reference, or left with its own dates. */
export const pastChoices = ['move', 'archive', 'keep'] as const;
export type PastChoice = (typeof pastChoices)[number];

/** What became of everything that was due before today: asked once, for all of it. */
export const earlierChoices = ['done', 'not-done', 'later'] as const;
export type EarlierChoice = (typeof earlierChoices)[number];

/** An occurrence with what is known of it on the day of acceptance. */
export type AcceptedOccurrence = PlannedOccurrence & { outcome: 'done' | 'not-done' | 'noted' | null };

export type AcceptedActivity = {
	row: DraftActivity;
	deadline: Deadline;
	awaited: boolean;
	occurrences: AcceptedOccurrence[];
};

/** The plan as it will be at work. */
export type AcceptedPlan = { title: string; period: Period | null; archived: boolean; activities: AcceptedActivity[] };

export type Choices = { past: PastChoice; earlier: EarlierChoice };
export type Day = { today: string; terms: readonly Period[] };

const dated = (draft: Draft) => ({ period: draft.period, deadlines: kept(draft).map(({ deadline }) => deadline) });

/** The plan is asked about: its time lies before the school year in work. */
export const isPlanOfPast = (draft: Draft, today: string) => isPast(dated(draft), today);

/** By how many years «перенести» would move it. */
export const yearsAhead = (draft: Draft, today: string) => yearsToMove(dated(draft), today);

/** The plan that the draft becomes under the answers given; nothing is written yet. */
export function acceptedPlan(draft: Draft, { past, earlier }: Choices, { today, terms }: Day): AcceptedPlan {
	const years = past === 'move' && isPlanOfPast(draft, today) ? yearsAhead(draft, today) : 0;
	const period = draft.period && movePeriod(draft.period, years);
	const activities = kept(draft).map((row): AcceptedActivity => {
		const deadline = years === 0 ? row.deadline : moveDeadline(row.deadline, years);
		const planned = occurrencesOf(deadline, row.responsible, { period, acceptedOn: today, terms });
		return {
			row,
			deadline,
			awaited: awaits(row.responsible),
			occurrences: planned.map((one) => ({ ...one, outcome: outcomeOf(one, earlier, today) }))
		};
	});
	const title = draft.title?.trim() || 'Дорожная карта';
	return {
		title: years === 0 ? title : moveTitle(title, draft.period, years),
		period,
		archived: past === 'archive' && isPlanOfPast(draft, today),
		activities
	};
}

/** Awaited things of the past are taken note of together with the rest; nobody here can have left them undone. */
function outcomeOf({ kind, window, dueOn }: PlannedOccurrence, earlier: EarlierChoice, today: string) {
	if (earlier === 'later') return null;
	if (kind === 'deadline' && dueOn && dueOn < today) return earlier;
	return kind === 'awaited' && earlier === 'done' && window && window.to < today ? 'noted' : null;
}

/** How many activities stand how on the day of acceptance, each counted by its most pressing time. */
export function outlook(plan: AcceptedPlan, today: string) {
	const counts: Record<OccurrenceState, number> = {
		overdue: 0,
		'this-week': 0,
		ask: 0,
		running: 0,
		unsorted: 0,
		waiting: 0,
		later: 0,
		throughout: 0,
		'on-demand': 0,
		'not-done': 0,
		done: 0
	};
	for (const { occurrences } of plan.activities) {
		const states = new Set(
			occurrences.map(({ kind, window, dueOn, outcome }) =>
				occurrenceState({ kind, from: window?.from ?? null, dueOn, addedOn: today, outcome }, today)
			)
		);
		for (const state of states) counts[state] += 1;
	}
	return counts;
}

/** Something was due before today: then it is asked what became of it. */
export const hasEarlier = (plan: AcceptedPlan, today: string) => outlook(plan, today).unsorted > 0;

/** The days ahead month by month («2026-09»), each with the titles that are due in it. */
export function byMonth(plan: AcceptedPlan, today: string) {
	const months = new Map<string, string[]>();
	for (const { row, occurrences } of plan.activities) {
		for (const { kind, dueOn } of occurrences) {
			if (kind !== 'deadline' || !dueOn || dueOn < today) continue;
			const month = dueOn.slice(0, 7);
			months.set(month, [...(months.get(month) ?? []), row.title]);
		}
	}
	return [...months].sort(([a], [b]) => a.localeCompare(b)).map(([month, titles]) => ({ month, titles }));
}
