import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';

export type OwnAccess = Awaited<ReturnType<typeof readOwnAccess>>;

/** One's own account, living sessions (of all workplaces) and workplaces. */
export async function readOwnAccess(tx: Tx, actor: Actor, now: Now) {
	const [account, sessions, workplaces] = await Promise.all([
		tx.selectFrom('accounts').select(['login', 'email']).where('id', '=', actor.accountId).executeTakeFirst(),
		tx
			.selectFrom('sessions')
			.select(['id', 'device', 'created_at', 'last_seen_at', 'remembered'])
			.where('account_id', '=', actor.accountId)
			.where('revoked_at', 'is', null)
			.where('expires_at', '>', now.at)
			.orderBy('last_seen_at', 'desc')
			.orderBy('id', 'desc')
			.execute(),
		listWorkplaces(tx, actor, now)
	]);
	return {
		account,
		sessions: sessions.map((session) => ({ ...session, own: session.id === actor.sessionId })),
		workplaces
	};
}

export type Workplace = { organisation_id: string; person_id: string; organisation: string };

async function listWorkplaces(tx: Tx, actor: Actor, now: Now) {
	const { rows } = await sql<Workplace>`select organisation_id, person_id, organisation
		from account_people(${actor.accountId}, ${now.at})`.execute(tx);
	return rows.map((row) => ({ ...row, current: row.person_id === actor.personId }));
}
