import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { RemovedActivity } from '../queries/removed';
import { inArchive, leadsPlans } from '../rules/plan';
import { changedAt } from './changed-at';
import { excuseAbsence } from './excuse-absence';

/** Takes an activity out of the plan; its marks and evidence wait with it, should it come back. */
export async function removeActivity(
	tx: Tx,
	actor: Actor,
	activity: RemovedActivity,
	token: string,
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		if (activity.archivedAt) return rejected({ form: inArchive });
		if (activity.removedAt) return rejected({ form: 'Мероприятие уже убрано из плана.' });
		await setRemoved(tx, actor, activity.id, now.at, now);
		await journal(tx, actor, 'activity.removed', { kind: 'activity', id: activity.id }, now);
		return { ok: true, value: activity.id };
	});
}

/** Puts it back where it stood; a stage that was taken out meanwhile comes back with it. */
export async function restoreActivity(
	tx: Tx,
	actor: Actor,
	{ id, archivedAt }: RemovedActivity,
	token: string,
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		if (archivedAt) return rejected({ form: inArchive });
		await excuseAbsence(tx, actor, { activities: [id] }, now);
		await setRemoved(tx, actor, id, null, now);
		await tx
			.updateTable('stages')
			.set({ removed_at: null })
			.where('organisation_id', '=', actor.organisationId)
			.where('removed_at', 'is not', null)
			.where('id', 'in', (of) =>
				of
					.selectFrom('activities')
					.where('organisation_id', '=', actor.organisationId)
					.where('id', '=', id)
					.where('stage_id', 'is not', null)
					.select(sql<string>`stage_id`.as('stage_id'))
			)
			.execute();
		await journal(tx, actor, 'activity.restored', { kind: 'activity', id }, now);
		return { ok: true, value: id };
	});
}

const setRemoved = (tx: Tx, actor: Actor, id: string, removed_at: string | null, now: Now) =>
	tx
		.updateTable('activities')
		.set((is) => ({ removed_at, changed_at: changedAt(now), version: is('version', '+', 1) }))
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.execute();
