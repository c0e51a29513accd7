import { sql } from 'kysely';
import type { Tx } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { rememberedFor } from '../rules/attempts';
import { hashOf } from '../rules/secrets';

export type SeenInvitation = {
	organisation_id: string;
	invitation_id: string;
	person_id: string;
	family_name: string;
	given_name: string;
	patronymic: string;
	email: string | null;
	organisation: string;
	time_zone: string;
	expires_at: string;
	state: 'open' | 'used' | 'revoked' | 'expired';
	login: string | null; // they have one here: only the password is new
};

/** By the link's token or the slip's code; undefined when there was never such a one. */
export async function seeInvitation(db: Db | Tx, key: string, at: string) {
	const { rows } = await sql<SeenInvitation>`select * from invitation_seen(${hashOf(key)}, ${at})`.execute(db);
	return rows[0];
}

/** How many wrong codes came from an address in the last hour. */
export async function countWrongCodes(db: Db, address: string, at: string) {
	const since = new Date(Date.parse(at) - rememberedFor * 1000).toISOString();
	const { rows } = await sql<{ count: number }>`
		select failed_codes(${hashOf(`address ${address}`)}, ${since}) as count`.execute(db);
	return rows[0]?.count ?? 0;
}

/** A login nobody has: the wanted one, or with a number after it. */
export async function freeLogin(db: Db, wanted: string) {
	const { rows } = await sql<{ login: string | null }>`select free_login(${wanted}) as login`.execute(db);
	return rows[0]?.login ?? '';
}
