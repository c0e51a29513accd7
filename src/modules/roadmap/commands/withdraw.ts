import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { PlanCompletion } from '../queries/completion';
import { canTakeBack } from '../rules/plan';

/** Takes back what was said of an occurrence: it is open again, the record stays with the day it was taken back. */
export async function withdrawCompletion(
	tx: Tx,
	actor: Actor,
	completion: PlanCompletion,
	token: string,
	now: Now
): Promise<Result<string>> {
	allow(canTakeBack(actor, completion));
	return once(tx, actor, token, now, async () => {
		const { numUpdatedRows: withdrawn } = await tx
			.updateTable('completions')
			.set({ withdrawn_at: now.at, withdrawn_by: actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', completion.id)
			.where('withdrawn_at', 'is', null)
			.executeTakeFirstOrThrow();
		if (!withdrawn) return rejected({ form: 'Эту отметку уже отменили' });
		const subject = { kind: 'activity', id: completion.activityId } as const;
		const { id: completionId, occurrenceId } = completion;
		await journal(tx, actor, 'activity.reopened', subject, now, { details: { completionId, occurrenceId } });
		return { ok: true, value: completion.activityId };
	});
}
