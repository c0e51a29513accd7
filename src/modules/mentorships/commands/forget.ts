import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';

/** Takes the words about somebody whose name was erased a moment ago, and what was told in confidence of their pairs. Who led whom and when stays, without a name. */
export async function forgetMentorships(tx: Tx, { organisationId }: Actor, personId: string) {
	const theirs = sql`(select p.mentorship_id from mentorship_pairs p
		where p.organisation_id = ${organisationId} and ${personId} in (p.mentor_id, p.mentee_id))`;
	await sql`
		delete from mentorship_confidences c using mentorship_steps s
		where c.organisation_id = ${organisationId} and s.organisation_id = c.organisation_id and s.id = c.step_id
			and s.mentorship_id in ${theirs}`.execute(tx);
	await sql`update guests set works_at = '–', post = '', contact = ''
		where organisation_id = ${organisationId} and person_id = ${personId}`.execute(tx);
	await sql`select forget_pleas(${personId})`.execute(tx);
	await sql`select forget_meetings(${personId})`.execute(tx);
	// What their partners were told names them
	await sql`
		update letters l set contents = jsonb_set(l.contents, '{lines}', coalesce((
			select jsonb_agg(line) from jsonb_array_elements(l.contents -> 'lines') line where line #>> '{}' !~ '^Ваши? настав'), '[]'))
		where l.organisation_id = ${organisationId} and l.kind = 'note' and split_part(l.key, ' ', 3) in (
			select t.id::text from ${theirs} t (id))`.execute(tx);
	await sql`update search_facts set note = '' where organisation_id = ${organisationId} and person_id = ${personId}`.execute(
		tx
	);
	await sql`update mentor_searches set words = '' where organisation_id = ${organisationId} and person_id = ${personId}`.execute(
		tx
	);
	await sql`
		update mentorship_steps s set words = '', pay = ''
		where s.organisation_id = ${organisationId} and s.mentorship_id in ${theirs}`.execute(tx);
}
