import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';

/**
 * Takes the words of somebody whose data are erased out of both registers: what they asked and offered, why they were entered, chosen or not, what was noted of it.
 * Periods, levels and decisions stay without a name: they are counted. Approved editions are papers and keep their words.
 */
export async function forgetInRegistry(tx: Tx, { organisationId }: Actor, personId: string) {
	await sql`select forget_registry_notes(${personId})`.execute(tx);
	await sql`
		update mentee_requests set words = 'удалено', format = '', source_note = ''
		where organisation_id = ${organisationId} and person_id = ${personId}`.execute(tx);
	await sql`
		update mentor_offers set other_competences = '', achievements = '', interests = '', free_time = '', wishes = '',
			source_note = '', withdrawn_note = ''
		where organisation_id = ${organisationId} and person_id = ${personId}`.execute(tx);
	await sql`
		update selection_decisions set reason = '' where organisation_id = ${organisationId} and person_id = ${personId}`.execute(
		tx
	);
	await sql`
		update register_entries set left_note = '' where organisation_id = ${organisationId} and person_id = ${personId}`.execute(
		tx
	);
	await sql`
		update programme_periods r set results = '', case_url = '' from register_entries e
		where r.organisation_id = ${organisationId} and e.organisation_id = r.organisation_id and e.id = r.entry_id
			and e.person_id = ${personId}`.execute(tx);
	await sql`
		update register_imports set done = jsonb_set(done, '{cards}', coalesce((
			select jsonb_agg(c) from jsonb_array_elements(done->'cards') c where c->>'id' <> ${personId}), '[]'))
		where organisation_id = ${organisationId} and done->'cards' @> ${JSON.stringify([{ id: personId }])}::jsonb`.execute(
		tx
	);
}
