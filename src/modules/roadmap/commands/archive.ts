import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import type { Result } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { Plan } from '../queries/plans';
import { leadsPlans } from '../rules/plan';
import { excuseAbsence } from './excuse-absence';

/** A plan whose time has passed: it can be read, reminds nobody, and can be brought back. */
export const archivePlan = (tx: Tx, actor: Actor, plan: Plan, token: string, now: Now) =>
	move(tx, actor, plan, token, now, { archived_at: now.at, archived_by: actor.personId }, 'roadmap.archived');

/** Back from the archive to work, with everything that was marked. */
export const restorePlan = (tx: Tx, actor: Actor, plan: Plan, token: string, now: Now) =>
	move(tx, actor, plan, token, now, { archived_at: null, archived_by: null }, 'roadmap.restored');

type Archive = { archived_at: string | null; archived_by: string | null };

function move(
	tx: Tx,
	actor: Actor,
	{ id }: Plan,
	token: string,
	now: Now,
	archive: Archive,
	act: 'roadmap.archived' | 'roadmap.restored'
) {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async (): Promise<Result<string>> => {
		if (archive.archived_at === null) await excuseAbsence(tx, actor, { plan: id }, now);
		await tx
			.updateTable('roadmaps')
			.set((is) => ({ ...archive, version: is('version', '+', 1) }))
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.execute();
		await journal(tx, actor, act, { kind: 'roadmap', id }, now);
		return { ok: true, value: id };
	});
}
