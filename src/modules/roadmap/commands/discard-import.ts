import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { RoadmapImport } from '../queries/imports';
import { leadsPlans } from '../rules/plan';

/** Throws an import away; the file and the corrections stay, so that it can be taken back. */
export async function discardImport(
	tx: Tx,
	actor: Actor,
	thrown: RoadmapImport,
	token: string,
	now: Now
): Promise<Result<null>> {
	allow(leadsPlans(actor));

	return once(tx, actor, token, now, async () => {
		if (thrown.state === 'accepted') {
			return rejected({ form: 'План уже принят к исполнению. Если он не нужен, уберите его в архив.' });
		}
		await mark(tx, actor, thrown.id, now.at);
		await journal(tx, actor, 'roadmap.discarded', { kind: 'roadmap-import', id: thrown.id }, now);
		return { ok: true, value: null };
	});
}

/** The way back; a file that had not been read yet may be asked for again from its page. */
export async function bringBackImport(
	tx: Tx,
	actor: Actor,
	thrown: RoadmapImport,
	token: string,
	now: Now
): Promise<Result<null>> {
	allow(leadsPlans(actor));

	return once(tx, actor, token, now, async () => {
		await mark(tx, actor, thrown.id, null);
		await journal(tx, actor, 'roadmap.brought-back', { kind: 'roadmap-import', id: thrown.id }, now);
		return { ok: true, value: null };
	});
}

const mark = (tx: Tx, actor: Actor, id: string, discardedAt: string | null) =>
	tx
		.updateTable('roadmap_imports')
		.set({ discarded_at: discardedAt })
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.where('accepted_at', 'is', null)
		.execute();
