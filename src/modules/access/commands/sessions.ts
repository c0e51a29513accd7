import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import type { Result } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';

const ownLive = (tx: Tx, actor: Actor, now: Now) =>
	tx
		.updateTable('sessions')
		.set({ revoked_at: now.at })
		.where('account_id', '=', actor.accountId)
		.where('revoked_at', 'is', null);

/** Ends the session the request came with. */
export async function signOut(tx: Tx, actor: Actor, now: Now) {
	await ownLive(tx, actor, now).where('id', '=', actor.sessionId).execute();
	await journal(tx, actor, 'session.revoked', { kind: 'session', id: actor.sessionId }, now);
}

/** Ends one of one's own sessions: the telephone that was lost. */
export async function revokeSession(
	tx: Tx,
	actor: Actor,
	id: string,
	token: string,
	now: Now
): Promise<Result<string>> {
	return once(tx, actor, token, now, async () => {
		const { numUpdatedRows } = await ownLive(tx, actor, now).where('id', '=', id).executeTakeFirst();
		if (!numUpdatedRows) return notFound();
		await journal(tx, actor, 'session.revoked', { kind: 'session', id }, now);
		return { ok: true, value: id };
	});
}

/** Ends all of one's own sessions but this one; answers how many there were. */
export async function revokeOtherSessions(tx: Tx, actor: Actor, token: string, now: Now): Promise<Result<number>> {
	return once(tx, actor, token, now, async () => ({ ok: true, value: await endOthers(tx, actor, now) }));
}

/** The same as a part of another act: after a change of password. */
export async function endOthers(tx: Tx, actor: Actor, now: Now) {
	const ended = await ownLive(tx, actor, now).where('id', '<>', actor.sessionId).returning('id').execute();
	await journal(tx, actor, 'session.revoked', { kind: 'account', id: actor.accountId }, now, {
		details: { sessions: ended.length }
	});
	return ended.length;
}

/** Closes every session of one person here: access was suspended, the password reset, the work is over. */
export async function endSessionsOf(tx: Tx, actor: Actor, personId: string, now: Now) {
	await tx
		.updateTable('sessions')
		.set({ revoked_at: now.at })
		.where('organisation_id', '=', actor.organisationId)
		.where('person_id', '=', personId)
		.where('revoked_at', 'is', null)
		.execute();
}
