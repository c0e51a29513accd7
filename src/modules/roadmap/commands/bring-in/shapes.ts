import type { Actor } from '../../../../core/actor';
import type { Now } from '../../../../core/dates';
import type { Tx } from '../../../../db/as-actor';
import type { Arriving, PlanRow, WrittenPlan } from '../../rules/plan-contents';
import type { Taken, TakenRow } from '../../rules/plan-difference/take';

export type Row = TakenRow<PlanRow, Arriving>;

export type Bringing = {
	tx: Tx;
	actor: Actor;
	now: Now;
	id: string;
	written: WrittenPlan;
	taken: Taken<PlanRow, Arriving>;
	/** It puts back what was a moment ago: times stand in the plan since the day they did then, not since today. */
	restores: boolean;
	/** The id of the activity that a row is or becomes. */
	idOf: (row: Row) => string;
};

/** The row as the tables hold it: one at work, or one that was taken out and comes back. */
export const heldOf = ({ written, idOf }: Bringing, row: Row) =>
	row.mine?.held ?? written.rows.find(({ id }) => id === idOf(row));

/** The plan's term reads otherwise now, or others answer for it than before. */
export const isRetimed = ({ taken, mine, theirs }: Row) =>
	taken.has('added') ||
	taken.has('deadline') ||
	(taken.has('responsible') && mine?.carries.awaited !== theirs?.carries.awaited);

/** What stands behind the words of a row from now on. */
export function carriedFrom({ taken, mine, theirs }: Row) {
	const own = mine?.carries ?? theirs?.carries;
	const term = taken.has('added') || taken.has('deadline') ? theirs?.carries : own;
	const awaited = taken.has('added') || taken.has('responsible') ? theirs?.carries.awaited : own?.awaited;
	return {
		deadline: term?.deadline ?? null,
		kind: term?.kind ?? 'none',
		cadence: term?.cadence ?? null,
		awaited: awaited ?? false
	};
}
