import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';

/** On whose card there is no address: a sheet is for them, even if a letter reaches them by an account of their own. */
export async function listUnreachable(tx: Tx, { organisationId }: Actor, people: readonly string[]) {
	const { rows } = await sql<{ id: string }>`
		select id from people where organisation_id = ${organisationId} and id = any(${[...people]}::uuid[])
			and coalesce(email, '') = ''`.execute(tx);
	return new Set(rows.map(({ id }) => id));
}
