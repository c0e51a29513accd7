import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { once } from '../../../db/once';
import type { PlanActivity } from '../queries/activities';
import type { Outcome } from '../rules/activity-state';
import { outcomesOf } from '../rules/completion';
import { canCarryOut, inArchive } from '../rules/plan';
import { complete } from './complete';

/** One line of a list in which several are marked at once. */
export type Marked = { activity: PlanActivity; occurrenceId: string; outcome: Outcome; note: string };

/**
 * Marks several occurrences in one act; what a colleague has marked meanwhile is left as it is.
 * Answers with how many were marked.
 */
export async function recordSeveral(
	tx: Tx,
	actor: Actor,
	{ token, marks }: Submitted<{ marks: readonly Marked[] }>,
	now: Now
): Promise<Result<number>> {
	for (const { activity, occurrenceId, outcome } of marks) {
		allow(canCarryOut(actor, activity) && outcomesOf(activity).includes(outcome));
		allow(activity.occurrences.some(({ id }) => id === occurrenceId));
	}
	return once(tx, actor, token, now, async () => {
		if (marks.some(({ activity }) => activity.archivedAt)) return rejected({ form: inArchive });
		let marked = 0;
		for (const { activity, ...mark } of marks) {
			if (await complete(tx, actor, activity.id, { ...mark, doneOn: now.today }, now)) marked += 1;
		}
		if (marked === 0) return rejected({ form: nothing(marks.length) });
		return { ok: true, value: marked };
	});
}

const nothing = (chosen: number) =>
	chosen === 0 ? 'Ничего не выбрано: отметьте хотя бы одну строку.' : 'Всё выбранное уже отметили коллеги.';
