import type { Actor } from '../../../../core/actor';
import { asRange, type Now } from '../../../../core/dates';
import type { Tx } from '../../../../db/as-actor';
import { newId } from '../../../../db/id';
import type { Arriving, PlanRow, WrittenPlan } from '../../rules/plan-contents';
import type { Taken, TakenRow } from '../../rules/plan-difference/take';
import { changedAt } from '../changed-at';
import { excuseAbsence } from '../excuse-absence';
import { bringLines } from './lines';
import { bringActivities } from './rows';
import type { Bringing } from './shapes';
import { bringStages } from './stages';
import { bringTimes } from './times';

/**
 * Makes a plan at work say what was taken over from another edition of it: a frozen one or one read from a file. Kept rows keep their
 * marks, evidence and people; what goes is marked removed; whatever gets a day that has passed is asked about, not overdue. A constant number of statements whatever the size.
 */
export async function bringIn(
	tx: Tx,
	actor: Actor,
	plan: { id: string; written: WrittenPlan },
	taken: Taken<PlanRow, Arriving>,
	now: Now,
	restores = false
) {
	const heldIds = new Set(plan.written.rows.map(({ id }) => id));
	const ids = new Map(taken.rows.map((row) => [row, idOf(row, heldIds) ?? newId(now)]));
	const bringing: Bringing = { tx, actor, now, ...plan, taken, restores, idOf: (row) => ids.get(row) ?? '' };
	await bringHeading(bringing);
	await excuseAbsence(tx, actor, { activities: taken.rows.map(bringing.idOf) }, now);
	const stageIds = await bringStages(bringing);
	await bringActivities(bringing, stageIds);
	await bringLines(bringing);
	await bringTimes(bringing);
}

/** The activity it is; one that was taken out of the plan comes back under its own id, with all it had. */
const idOf = ({ mine, theirs }: TakenRow<PlanRow, Arriving>, held: ReadonlySet<string>) =>
	mine?.held.id ?? (theirs?.id && held.has(theirs.id) ? theirs.id : undefined);

async function bringHeading({ tx, actor, id, taken, now }: Bringing) {
	const { title, goal, period } = taken;
	await tx
		.updateTable('roadmaps')
		.set((is) => ({
			title,
			goal,
			period: period && asRange(period),
			version: is('version', '+', 1),
			changed_at: changedAt(now)
		}))
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.execute();
}
