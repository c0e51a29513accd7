import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';

export type Particulars = {
	id: string;
	code: string;
	texts: Record<string, string>;
	version: number;
	people: { name: string; personId: string }[];
};

/** What was answered last when papers of each kind were made: one query. */
export async function listParticulars(tx: Tx, { organisationId }: Actor, code?: string): Promise<Particulars[]> {
	const { rows } = await sql<Particulars>`
		select q.id, q.code, q.texts, q.version,
			coalesce((select json_agg(json_build_object('name', w.name, 'personId', w.person_id) order by w.name, w.position)
				from document_particular_people w
				where w.organisation_id = q.organisation_id and w.particulars_id = q.id), '[]') as people
		from document_particulars q
		where q.organisation_id = ${organisationId} and ${code === undefined ? sql`true` : sql`q.code = ${code}`}`.execute(
		tx
	);
	return rows;
}

/** Mentors and mentees of today, by role, by register or by pair: of whom consents about personal data are asked. */
export async function listParticipantIds(tx: Tx, { organisationId }: Actor, { today }: Now): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select p.id from people p
		where p.organisation_id = ${organisationId} and p.removed_at is null and (
			exists (select from role_periods r where r.organisation_id = p.organisation_id and r.person_id = p.id
				and r.role in ('mentor', 'mentee') and r.period @> ${today}::date)
			or exists (select from register_entries e where e.organisation_id = p.organisation_id and e.person_id = p.id
				and e.withdrawn_at is null and e.period @> ${today}::date)
			or exists (select from mentorship_pairs m where m.organisation_id = p.organisation_id and p.id in (m.mentor_id, m.mentee_id)
				and m.removed_at is null and (upper_inf(m.period) or upper(m.period) > ${today}::date)))
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.id`.execute(tx);
	return rows.map(({ id }) => id);
}
