import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { mentorshipName } from '../../mentorships/queries/names';
import { notTeachingPattern, teachingPattern } from '../../people/rules/posts';
import type { One } from '../rules/coverage';

/**
 * Everybody an activity can be about, with the days they were: mentors and mentees by their roles, teachers by role or post, pairs
 * and groups that work (mentorships), and those that a plan keeps by name. One query; the days are looked at by the rule (`manyOn`), so one answer serves every row.
 * A pair that a plan keeps by the names of both is not counted twice: what was said of it there stands.
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
		), worked as (
			select m.id, ${mentorshipName('m.id')} as name, case when m.form = 'group' then 'group' else 'pair' end as kind,
				range_merge(range_agg(q.period)) as period, min(a.family_name) as mentor, min(b.family_name) as mentee
			from mentorships m
			join mentorship_pairs q on q.organisation_id = m.organisation_id and q.mentorship_id = m.id and q.removed_at is null
				and not q.void
			join people a on a.organisation_id = q.organisation_id and a.id = q.mentor_id
			join people b on b.organisation_id = q.organisation_id and b.id = q.mentee_id
			where m.organisation_id = ${organisationId} and exists (select from mentorship_steps s
				where s.organisation_id = m.organisation_id and s.mentorship_id = m.id and s.undone_at is null
					and s.what in ('ordered', 'allowed'))
			group by m.id, m.form
		)
		select id, name, kind, null::uuid as "roadmapId", lower(period) as "from", upper(period) - 1 as "to" from those
		union all
		select id, name, kind, null::uuid, lower(period), upper(period) - 1 from worked w
		where not exists (select from plan_units u where u.organisation_id = ${organisationId} and u.removed_on is null
			and u.kind = w.kind and u.name ilike '%' || w.mentor || '%' and u.name ilike '%' || w.mentee || '%')
		union all
		select u.id, u.name, u.kind, u.roadmap_id, u.added_on, u.removed_on - 1 from plan_units u
		where u.organisation_id = ${organisationId}`.execute(tx);
	return rows;
}
