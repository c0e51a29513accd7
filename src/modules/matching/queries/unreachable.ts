import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';

/** Whom no letter reaches. */
export async function listUnreachable(tx: Tx, { organisationId }: Actor, people: readonly string[]) {
	const { rows } = await sql<{ id: string }>`
		select p.id from people p left join accounts a on a.organisation_id = p.organisation_id and a.person_id = p.id
		where p.organisation_id = ${organisationId} and p.id = any(${[...people]}::uuid[])
			and coalesce(a.email, p.email, '') = ''`.execute(tx);
	return new Set(rows.map(({ id }) => id));
}
