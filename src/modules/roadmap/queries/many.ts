import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { notTeachingPattern, teachingPattern } from '../../people/rules/posts';
import type { One } from '../rules/coverage';

/**
 * Everybody an activity can be about, with the days they were: mentors and mentees by their roles, teachers by role or post, pairs
 * and groups as the plans keep them. One query; the days are looked at by the rule (`manyOn`), so one answer serves every row.
 * The room of mentorships takes the place of `plan_units` here and nowhere else.
 */
export async function everyoneOfMany(tx: Tx, { organisationId }: Actor): Promise<One[]> {
	const { rows } = await sql<One>`
		with named as (
			select p.id, concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) as name
			from people p where p.organisation_id = ${organisationId} and p.removed_at is null
		), those as (
			select n.id, n.name, r.role as kind, r.period from named n
			join role_periods r on r.organisation_id = ${organisationId} and r.person_id = n.id
			where r.role in ('mentor', 'mentee', 'teacher')
			union all
			select n.id, n.name, 'teacher', t.period from named n
			join posts t on t.organisation_id = ${organisationId} and t.person_id = n.id
			where t.title ~* ${teachingPattern} and t.title !~* ${notTeachingPattern}
		)
		select id, name, kind, null::uuid as "roadmapId", lower(period) as "from", upper(period) - 1 as "to" from those
		union all
		select u.id, u.name, u.kind, u.roadmap_id, u.added_on, u.removed_on - 1 from plan_units u
		where u.organisation_id = ${organisationId}`.execute(tx);
	return rows;
}
