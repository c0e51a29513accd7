import { addDays, mondayOf } from '../../../core/dates';

export type OccurrenceKind = 'deadline' | 'review' | 'on-demand' | 'awaited';
export type Outcome = 'done' | 'not-done' | 'noted';

/** One time an activity is to be done. `from`/`to`: its window, both days inclusive. */
export type Occurrence = {
	id: string;
	kind: OccurrenceKind;
	from: string | null;
	to: string | null;
	dueOn: string | null; // the last day; null: nobody is reminded
	addedOn: string; // since when it stands in the plan with this day: the day of acceptance, or a later one
	outcome: Outcome | null;
	doneOn: string | null;
	/** How many files and links prove it. */
	evidence?: number;
};

/**
 * How one occurrence stands on a day.
 * `unsorted`: its day had passed before it came into the plan – with the whole plan, or later; the school says once what became of it,
 * nothing is red.
 * `ask`: it goes on all the time, and the term in which one says how has come to its last week.
 */
export type OccurrenceState =
	| 'overdue'
	| 'this-week'
	| 'ask'
	| 'running'
	| 'unsorted'
	| 'waiting'
	| 'later'
	| 'throughout'
	| 'on-demand'
	| 'not-done'
	| 'done';

/** From what cannot wait to what is behind; an activity stands as its most pressing occurrence. */
export const pressing: readonly OccurrenceState[] = [
	'overdue',
	'this-week',
	'ask',
	'running',
	'unsorted',
	'waiting',
	'later',
	'throughout',
	'on-demand',
	'not-done',
	'done'
];

export const lastDayOfWeek = (day: string) => addDays(mondayOf(day), 6);

/** Nobody is late with what was not in the plan yet. What goes on all the time is closed by what proves it: nobody is asked. */
export function occurrenceState(
	{ kind, from, dueOn, addedOn, outcome, evidence = 0 }: Omit<Occurrence, 'id' | 'to' | 'doneOn'>,
	today: string
): OccurrenceState {
	if (outcome) return outcome === 'not-done' ? 'not-done' : 'done';
	if (kind === 'awaited') return 'waiting';
	if (kind === 'on-demand') return 'on-demand';
	if (kind === 'review') {
		if (!dueOn || dueOn > lastDayOfWeek(today)) return 'throughout';
		return evidence > 0 ? 'done' : 'ask';
	}
	if (!dueOn) return 'throughout';
	if (dueOn < today) return dueOn < addedOn ? 'unsorted' : 'overdue';
	if (dueOn <= lastDayOfWeek(today)) return 'this-week';
	return from && from <= today ? 'running' : 'later';
}

export type Standing = {
	state: OccurrenceState;
	/** The occurrence to act on next; undefined when all is done or there is nothing to do. */
	next: Occurrence | undefined;
	done: number;
	all: number;
};

/** How an activity stands: by its most pressing occurrence, the earliest of equals. */
export function standingOf(
	occurrences: readonly Occurrence[],
	today: string,
	ifNone: OccurrenceState = 'on-demand'
): Standing {
	const ranked = occurrences
		.map((occurrence) => ({ occurrence, state: occurrenceState(occurrence, today) }))
		.sort((a, b) => pressing.indexOf(a.state) - pressing.indexOf(b.state) || byDay(a.occurrence, b.occurrence));
	const first = ranked[0];
	const open = first && first.state !== 'done' && first.state !== 'not-done' ? first.occurrence : undefined;
	return {
		state: first?.state ?? ifNone,
		next: open,
		done: ranked.filter(({ state }) => state === 'done').length,
		all: occurrences.length
	};
}

const dayOf = ({ dueOn, from, to }: Occurrence) => dueOn ?? to ?? from ?? '9999-12-31';
const byDay = (a: Occurrence, b: Occurrence) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0);

/** Occurrences in the order of their days. */
export const inOrder = (occurrences: readonly Occurrence[]) => [...occurrences].sort(byDay);

/** The filters of a plan, each one question of a curator. */
export const planFilters = {
	all: undefined,
	week: ['this-week'],
	overdue: ['overdue'],
	running: ['running'],
	waiting: ['waiting'],
	throughout: ['throughout', 'ask', 'on-demand'],
	unsorted: ['unsorted'],
	done: ['done']
} as const satisfies Record<string, readonly OccurrenceState[] | undefined>;

export type PlanFilter = keyof typeof planFilters;

export const isPlanFilter = (text: string | undefined): text is PlanFilter =>
	text !== undefined && Object.hasOwn(planFilters, text);

export function passes(filter: PlanFilter, state: OccurrenceState) {
	const states: readonly OccurrenceState[] | undefined = planFilters[filter];
	return !states || states.includes(state);
}
