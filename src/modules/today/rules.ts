import type { Place } from '../roadmap/rules/capabilities';

/** What a day asks, in the order in which it presses. */
export const kinds = ['overdue', 'week', 'running', 'waiting', 'ask', 'unsorted', 'soon', 'done'] as const;
export type TaskKind = (typeof kinds)[number];

/** A thing to do, whatever room it comes from. */
export type Task = {
	id: string;
	kind: TaskKind;
	title: string;
	href: string;
	dueOn: string | null;
	/** It takes place on that day; otherwise it is done until then. */
	happens?: true;
	/** The last working day before it, when it falls on a day off. */
	workBy: string | null;
	awaited: boolean; // others answer for it
	doneOn: string | null;
	/** «8 из 12 пар», when it is about each of many; '' otherwise. */
	many: string;
	plan: { id: string; title: string };
	responsible: readonly { name: string; personId: string | null }[];
	/** The one button, for those who may press it: the room that carries it out, where that is open to them, or the act. */
	room: Place | null;
	act: { href: string; label: string; leads?: boolean } | null; // leads: to where it is done; otherwise it is said to be done
	/** The mentorship of which it quietly reminds: in letters at most once a week, whoever reminds. */
	reminds?: string;
	/** For what has been done: its completion, which can be taken back. */
	completionId: string | null;
};

export type Day = Record<TaskKind, Task[]>;

const last = '9999-12-31';
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Sorts tasks into the lists of a day: what is due first comes first, what was done last comes first. */
export function dayFrom(tasks: readonly Task[]): Day {
	const day = Object.fromEntries(kinds.map((kind) => [kind, [] as Task[]])) as Day;
	for (const task of tasks) day[task.kind].push(task);
	for (const list of Object.values(day)) list.sort((a, b) => compare(a.dueOn ?? last, b.dueOn ?? last));
	day.done.sort((a, b) => compare(b.doneOn ?? '', a.doneOn ?? ''));
	return day;
}
