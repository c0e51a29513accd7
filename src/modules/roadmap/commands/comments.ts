import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { PlanActivity } from '../queries/activities';
import type { FoundComment } from '../queries/comments';
import { inArchive } from '../rules/plan';

/** Says a word about an activity: whoever sees it may. Answers with the comment's id. */
export async function writeComment(
	tx: Tx,
	actor: Actor,
	activity: PlanActivity,
	{ token, text }: Submitted<{ text: string }>,
	now: Now
): Promise<Result<string>> {
	return once(tx, actor, token, now, async () => {
		if (activity.archivedAt) return rejected({ form: inArchive });
		const id = newId(now);
		await tx
			.insertInto('activity_comments')
			.values({
				organisation_id: actor.organisationId,
				id,
				activity_id: activity.id,
				text,
				written_at: now.at,
				written_by: actor.personId
			})
			.execute();
		const subject = { kind: 'activity', id: activity.id } as const;
		await journal(tx, actor, 'comment.written', subject, now, { details: { commentId: id } });
		return { ok: true, value: id };
	});
}

/** Whose words they are may take them away, and put them back. */
export const removeComment = (tx: Tx, actor: Actor, comment: FoundComment, token: string, now: Now) =>
	setRemoved(tx, actor, comment, { token, act: 'comment.removed' }, now);

export const restoreComment = (tx: Tx, actor: Actor, comment: FoundComment, token: string, now: Now) =>
	setRemoved(tx, actor, comment, { token, act: 'comment.restored' }, now);

async function setRemoved(
	tx: Tx,
	actor: Actor,
	{ id, activityId, writtenBy }: FoundComment,
	{ token, act }: Submitted<{ act: 'comment.removed' | 'comment.restored' }>,
	now: Now
): Promise<Result<string>> {
	allow(writtenBy === actor.personId);
	const removed = act === 'comment.removed';
	return once(tx, actor, token, now, async () => {
		await tx
			.updateTable('activity_comments')
			.set({ removed_at: removed ? now.at : null, removed_by: removed ? actor.personId : null })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.execute();
		await journal(tx, actor, act, { kind: 'activity', id: activityId }, now, { details: { commentId: id } });
		return { ok: true, value: id };
	});
}
