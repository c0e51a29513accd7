import type { OccurrenceKind, Outcome } from './activity-state';
import type { CapabilityCode } from './capabilities';
import { writtenTerm } from './change';
import type { PlannedOccurrence } from './occurrences';
import type { Edition, EditionRow, EditionStage } from './plan-difference/edition';
import type { Cadence, Coverage, DeadlineKind, Period, Responsible } from './understanding';

/** A time an activity is to be done; `id`: the very one it was; `addedOn`: since when it stands so (rules/activity-state.ts). */
export type CarriedTime = PlannedOccurrence & { id?: string; addedOn?: string };

/** What stands behind the words of a row: what the program reads in its deadline, and the times that follow from it. */
export type Carried = {
	/** The words of the deadline as written, whatever days were moved since. */
	deadline: string | null;
	kind: DeadlineKind;
	cadence: Cadence | null;
	awaited: boolean;
	times: readonly CarriedTime[];
};

export type CarriedRow = EditionRow & { carries: Carried };

/** What a row read from a file brings beside its words. */
export type Fresh = {
	capability: CapabilityCode | null;
	coverage: Coverage | null;
	responsible: readonly (Responsible & { personId: string | null })[];
};

/** A row that something is taken from: frozen, or read from a file (`fresh`). */
export type Arriving = CarriedRow & { fresh?: Fresh };

/** What an approved edition keeps. Plain JSON: it lies in `plan_editions.contents`. */
export type Frozen = Edition<CarriedRow>;

/** A time of a plan at work. `touched`: something was ever put to it, so it stays. */
export type HeldTime = CarriedTime & {
	id: string;
	addedOn: string;
	outcome: Outcome | null;
	touched: boolean;
	/** The day it had before it was ever moved, and the day of the last move; undefined when it was not moved. */
	moved: { first: string | null; last: string } | null;
};

/** Words once written stay under their position; what no longer counts is marked. */
type Line = { position: number; text: string; removed: boolean };

/** An activity as the tables hold it, taken out of the plan or not. */
export type WrittenRow = {
	id: string;
	stageId: string | null;
	position: number;
	number: string | null;
	lead: string | null;
	title: string;
	deadline: string | null;
	kind: DeadlineKind;
	cadence: Cadence | null;
	awaited: boolean;
	removed: boolean;
	responsible: readonly (Line & { entrusted: boolean })[];
	results: readonly Line[];
	times: readonly HeldTime[];
};

export type WrittenPlan = {
	title: string;
	goal: string;
	period: Period | null;
	stages: readonly (EditionStage & { id: string })[];
	rows: readonly WrittenRow[];
};

export type PlanRow = CarriedRow & { held: WrittenRow };

/**
 * The plan as it stands, in its words. `moved`: a term that was moved is said by its new day, as an approved plan would say it; `written`: by
 * the words it was written with, which is what a file can be compared with.
 */
export function contentsOf(plan: WrittenPlan, deadlines: 'moved' | 'written'): Edition<PlanRow> {
	const standing = plan.rows.filter(({ removed }) => !removed);
	const used = new Set(standing.map(({ stageId }) => stageId));
	const stages = plan.stages.filter(({ id }) => used.has(id));
	const places = new Map<string | null, number>(stages.map(({ id }, at) => [id, at]));
	const rows = standing.map(
		(held): PlanRow => ({
			key: held.id,
			id: held.id,
			stage: places.get(held.stageId) ?? null,
			number: held.number,
			lead: held.lead,
			title: held.title,
			deadline: deadlines === 'moved' ? deadlineAsMoved(held) : held.deadline,
			responsible: held.responsible.filter((line) => !line.removed && !line.entrusted).map(({ text }) => text),
			results: held.results.filter((line) => !line.removed).map(({ text }) => text),
			carries: carriedBy(held),
			held
		})
	);
	const { title, goal, period } = plan;
	return { title, goal, period, stages, rows: rows.toSorted((a, b) => (a.stage ?? -1) - (b.stage ?? -1)) };
}

const carriedBy = ({ deadline, kind, cadence, awaited, times }: WrittenRow): Carried => ({
	deadline,
	kind,
	cadence,
	awaited,
	times: times.map(({ id, kind: of, window, dueOn, addedOn }) => ({
		id,
		kind: of as OccurrenceKind,
		window,
		dueOn,
		addedOn
	}))
});

/** What is frozen of a plan at work. */
export function frozenOf(plan: WrittenPlan, deadlines: 'moved' | 'written' = 'moved'): Frozen {
	const contents = contentsOf(plan, deadlines);
	return { ...contents, rows: contents.rows.map(({ held: _, ...row }) => row) };
}

/** «до 16.10.2026» for the only day of an activity that was moved; of several, which one and where to. */
function deadlineAsMoved({ deadline, times }: WrittenRow) {
	const moved = times.filter(({ moved, dueOn }) => moved && dueOn === moved.last && dueOn !== moved.first);
	if (moved.length === 0) return deadline;
	if (times.length === 1) return writtenTerm({ from: null, to: moved[0]?.dueOn ?? null });
	const told = moved.map(({ moved: from, dueOn }) =>
		from?.first ? `${short(from.first)} перенесено на ${short(dueOn)}` : `срок ${short(dueOn)}`
	);
	return `${deadline ?? ''} (${told.join(', ')})`.trim();
}

const short = (day: string | null) => day?.split('-').reverse().join('.') ?? '';
