import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { notTeachingPattern, teachingPattern } from '../../people/rules/posts';
import type { Candidate } from '../rules/readers';
import { fullName } from './made';

const paired = (side: 'mentor_id' | 'mentee_id', today: string) => sql`exists (select from mentorship_pairs m
	where m.organisation_id = p.organisation_id and m.${sql.ref(side)} = p.id and m.removed_at is null and not m.void
		and (upper_inf(m.period) or upper(m.period) > ${today}::date))`;
const has = (role: 'mentor' | 'mentee', today: string) => sql`exists (select from role_periods r
	where r.organisation_id = p.organisation_id and r.person_id = p.id and r.role = ${role} and r.period @> ${today}::date)`;

/** Everybody who works here today and is not among the readers of a document yet. One query. */
export async function listCandidates(tx: Tx, { organisationId }: Actor, documentId: string, { today }: Now) {
	const { rows } = await sql<Candidate>`
		select p.id, ${fullName('p')} as name, coalesce(t.title, '') as post, array_remove(array['staff',
			case when t.teaches then 'teachers' end,
			case when ${has('mentor', today)} or ${paired('mentor_id', today)} then 'mentors' end,
			case when ${has('mentee', today)} or ${paired('mentee_id', today)} then 'mentees' end], null) as of
		from people p
		left join lateral (
			select (array_agg(title order by main desc, title))[1] as title,
				bool_or(lower(title collate "ru-x-icu") ~ ${teachingPattern}
					and lower(title collate "ru-x-icu") !~ ${notTeachingPattern}) as teaches
			from posts t where t.organisation_id = p.organisation_id and t.person_id = p.id and t.period @> ${today}::date) t on true
		where p.organisation_id = ${organisationId} and p.removed_at is null
			and exists (select from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id
				and e.period @> ${today}::date)
			and not exists (select from document_readers k where k.organisation_id = p.organisation_id
				and k.document_id = ${documentId} and k.person_id = p.id and k.removed_at is null)
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.id`.execute(tx);
	return rows;
}
