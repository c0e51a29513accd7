import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import type { Tx } from '../../../db/as-actor';
import { type Browser, openSession } from './open-session';
import { signOut } from './sessions';

/** The same account as another of its people: a session of its own, and this one ends. Another's person is not found. */
export async function changeWorkplace(tx: Tx, actor: Actor, personId: string, browser: Browser, now: Now) {
	const mine = await tx
		.selectFrom('sessions')
		.select(['remembered', 'assurance'])
		.where('id', '=', actor.sessionId)
		.where('account_id', '=', actor.accountId)
		.executeTakeFirst();
	const { remembered = false, assurance = 1 } = mine ?? {};
	const opened = await openSession(tx, actor.accountId, browser, { remembered, assurance, personId }, now);
	if (!opened) return notFound();
	await signOut(tx, actor, now);
	return opened;
}
