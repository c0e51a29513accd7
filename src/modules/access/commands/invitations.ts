import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { listInvitable } from '../queries/invitable';
import { canManageAccess } from '../rules/roles';
import { newInvitation } from './new-invitation';

type Issue = { people: readonly string[]; token: string; sessionSecret: string };

/** Issues one invitation a person; an earlier unused one stops working. Answers with the batch whose slips are to be shown. */
export async function issueInvitations(
	tx: Tx,
	actor: Actor,
	{ people, token, sessionSecret }: Issue,
	now: Now
): Promise<Result<string>> {
	allow(canManageAccess(actor));

	return once(tx, actor, token, now, async () => {
		const chosen = [...new Set(people)];
		const invitable = await listInvitable(tx, actor, chosen, now);
		if (invitable.length !== chosen.length) return notFound();
		const closed = invitable.find(({ suspended }) => suspended);
		if (closed) {
			return rejected({
				form: `${closed.family_name} ${closed.given_name}: вход закрыт. Сначала откройте его, потом выдайте приглашение.`
			});
		}

		await revokeOpen(tx, actor, chosen, now);
		const batch = newId(now);
		const rows = chosen.map((person_id) => ({
			organisation_id: actor.organisationId,
			person_id,
			batch_id: batch,
			issued_by: actor.personId,
			...newInvitation(sessionSecret, now)
		}));
		await tx.insertInto('invitations').values(rows).execute();
		for (const { id } of rows) await journal(tx, actor, 'invitation.issued', { kind: 'invitation', id }, now);
		return { ok: true, value: batch };
	});
}

const revokeOpen = (tx: Tx, actor: Actor, people: readonly string[], now: Now) =>
	tx
		.updateTable('invitations')
		.set({ revoked_at: now.at, revoked_by: actor.personId })
		.where('organisation_id', '=', actor.organisationId)
		.where('person_id', 'in', people)
		.where('used_at', 'is', null)
		.where('revoked_at', 'is', null)
		.returning('id')
		.execute();

/** Takes back the unused invitation of a person: a slip that was lost. */
export async function revokeInvitation(
	tx: Tx,
	actor: Actor,
	personId: string,
	token: string,
	now: Now
): Promise<Result<string>> {
	allow(canManageAccess(actor));

	return once(tx, actor, token, now, async () => {
		const [revoked] = await revokeOpen(tx, actor, [personId], now);
		if (!revoked) return notFound();
		await journal(tx, actor, 'invitation.revoked', { kind: 'invitation', id: revoked.id }, now);
		return { ok: true, value: revoked.id };
	});
}
