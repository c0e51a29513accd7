import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';

/**
 * Takes the words about somebody whose data are erased: where they worked, when they could meet, why a pair was decided. Runs know
 * people by ids alone and stay; an accepted proposal is a paper and keeps its words.
 */
export async function forgetInMatching(tx: Tx, { organisationId }: Actor, personId: string) {
	await sql`
		update matching_details set building = '', outside = '', hours = '{}'
		where organisation_id = ${organisationId} and person_id = ${personId}`.execute(tx);
	for (const table of ['matching_ties', 'matching_proposal_pairs'] as const)
		await sql`
			update ${sql.table(table)} set reason = ''
			where organisation_id = ${organisationId} and ${personId} in (mentee_id, mentor_id)`.execute(tx);
}
