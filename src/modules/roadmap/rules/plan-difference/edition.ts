import type { Period } from '../understanding';

/** `id`: the stage of a plan at work; null when it was read from a file. */
export type EditionStage = { id: string | null; number: string | null; title: string; goal: string };

/**
 * A row of a plan in the words it is written in. `key` names it within its own edition; `id` says which activity it is where that is
 * known (the same id on both sides is the same row, whatever became of its words), null where it was read from a file.
 */
export type EditionRow = {
	key: string;
	id: string | null;
	/** Index in `stages`; null: in no stage. */
	stage: number | null;
	number: string | null;
	/** The words before the list this row is an item of. */
	lead: string | null;
	title: string;
	deadline: string | null;
	responsible: readonly string[];
	results: readonly string[];
};

/** A plan at one moment, in its words: what is compared, frozen and printed. Rows stand in the order of their stages. */
export type Edition<R extends EditionRow = EditionRow> = {
	title: string;
	goal: string;
	period: Period | null;
	stages: readonly EditionStage[];
	rows: readonly R[];
};

/** The name of the stage a row stands in; null: in none. */
export const stageTitleOf = ({ stages }: Edition, { stage }: EditionRow) =>
	stage === null ? null : (stages[stage]?.title ?? null);
