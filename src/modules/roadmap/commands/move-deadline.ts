import type { Actor } from '../../../core/actor';
import { asRange, type Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { PlanActivity, PlanOccurrence } from '../queries/activities';
import { canBeMoved, type Move, problemsWithMove, windowAfter } from '../rules/change';
import { inArchive, leadsPlans } from '../rules/plan';

/** Gives one time of an activity another last day, or a first one where there was none; the day before it is kept with the reason. */
export async function moveDeadline(
	tx: Tx,
	actor: Actor,
	{ activity, occurrence }: { activity: PlanActivity; occurrence: PlanOccurrence },
	{ token, ...move }: Submitted<Move>,
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		if (activity.archivedAt) return rejected({ form: inArchive });
		if (!canBeMoved(occurrence, activity)) return rejected({ form: 'Этот срок уже отмечен: переносить нечего.' });
		const problems = problemsWithMove(move, occurrence, now.today);
		if (Object.keys(problems).length > 0) return rejected(problems);

		const mine = { organisation_id: actor.organisationId };
		await tx
			.updateTable('occurrences')
			.set({
				kind: 'deadline',
				period: asRange(windowAfter(occurrence, move.toDay)),
				due_on: move.toDay,
				added_on: now.today
			})
			.where((is) => is.and({ ...mine, id: occurrence.id }))
			.execute();
		await moveOne(tx, actor, occurrence, move, now);
		const details = { occurrenceId: occurrence.id, from: occurrence.dueOn, to: move.toDay };
		await journal(tx, actor, 'deadline.moved', { kind: 'activity', id: activity.id }, now, { details });
		return { ok: true, value: activity.id };
	});
}

/** The record of a move: the day before it and why; answers with its id. */
export async function moveOne(
	tx: Tx,
	actor: Actor,
	{ id, dueOn }: Pick<PlanOccurrence, 'id' | 'dueOn'>,
	move: Move,
	now: Now
) {
	const record = newId(now);
	await tx
		.insertInto('deadline_moves')
		.values({
			organisation_id: actor.organisationId,
			id: record,
			occurrence_id: id,
			from_day: dueOn,
			to_day: move.toDay,
			reason: move.reason,
			moved_at: now.at,
			moved_by: actor.personId
		})
		.execute();
	return record;
}
