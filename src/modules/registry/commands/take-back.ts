import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import type { Tx } from '../../../db/as-actor';
import { canKeepRegisters } from '../rules/registers';

/** Drafts made from answers are taken out again, inside the act of the room that made them; what was looked at since stays. */
export async function takeBackProposed(tx: Tx, actor: Actor, ids: readonly string[], now: Now) {
	allow(canKeepRegisters(actor));
	if (ids.length === 0) return;
	for (const table of ['mentee_requests', 'mentor_offers'] as const)
		await tx
			.updateTable(table)
			.set({ removed_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', 'in', [...ids])
			.where('confirmed_at', 'is', null)
			.execute();
}
