import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';

/**
 * Takes what was said in talks with somebody whose name was erased a moment ago, and the notes about them, those too that only their
 * author reads. That a talk was held and how it ended stays without a name.
 */
export async function forgetInterviews(tx: Tx, { organisationId }: Actor, personId: string) {
	await sql`select forget_interview_notes(${personId})`.execute(tx);
	await sql`
		update interviews set answers = '[]', outcome_note = ''
		where organisation_id = ${organisationId} and person_id = ${personId}`.execute(tx);
}
