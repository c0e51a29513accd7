import { type OccurrenceKind, type OccurrenceState, occurrenceState } from './activity-state';

/** An open time of an activity that a room could close. */
export type Open = {
	occurrenceId: string;
	activityId: string;
	title: string;
	planTitle: string;
	deadlineText: string | null;
	kind: OccurrenceKind;
	from: string | null;
	to: string | null;
	dueOn: string | null;
	addedOn: string;
	evidence: number;
	/** It is about each of many: closed as a whole. */
	ofMany: boolean;
};

export type Closable = Open & { state: OccurrenceState };

/**
 * What is offered of all open times: those that have come, and of an activity none of whose times has come the nearest one. The same
 * questionnaire of next autumn is no question of today. The nearest deadline first, those without a day last.
 */
export function closableOf(open: readonly Open[], today: string): Closable[] {
	const inOrder = [...open].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
	const come = new Set(inOrder.filter((one) => hasCome(one, today)).map(({ activityId }) => activityId));
	const met = new Set<string>();
	return inOrder
		.filter((one) => {
			if (come.has(one.activityId)) return hasCome(one, today);
			if (met.has(one.activityId)) return false;
			met.add(one.activityId);
			return true;
		})
		.map((one) => ({ ...one, state: occurrenceState({ ...one, outcome: null }, today) }));
}

const dayOf = ({ dueOn, to, from }: Open) => dueOn ?? to ?? from ?? '9999-12-31';
const hasCome = ({ from, dueOn }: Open, today: string) => (from ?? dueOn ?? today) <= today;

const dueStates: readonly OccurrenceState[] = ['overdue', 'this-week', 'running', 'ask', 'unsorted'];

/** Ticked beforehand: the only one that fits, when its time has come. Otherwise the person chooses. */
export const tickedBeforehand = (closable: readonly Closable[]): readonly string[] => {
	const [only, second] = closable;
	return only && !second && !only.ofMany && dueStates.includes(only.state) ? [only.occurrenceId] : [];
};

/** The longest list of ticked lines a form may send. */
export const mostAtOnce = 100;
