import { type RawBuilder, sql } from 'kysely';
import type { Actor, Role } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { like, plain } from '../../../core/plain';
import type { Tx } from '../../../db/as-actor';
import { guestPost } from '../../mentorships/queries/guests';
import { type PeopleFilter, type PeopleSort, type PeopleWanted, pageSize } from '../rules/filters';
import { canKeepPeople } from '../rules/person';
import { notTeachingPattern, teachingPattern } from '../rules/posts';

export type PersonInList = {
	id: string;
	familyName: string;
	givenName: string;
	patronymic: string;
	posts: string[];
	subjects: string[];
	/** The rest is for those who keep the list; empty for others. */
	roles: Role[];
	teachingSince: string | null;
	employedSince: string | null;
	leftOn: string | null; // the last day, when nothing goes on
};

const chosen: Record<PeopleFilter, RawBuilder<boolean>> = {
	all: sql`here`,
	mentors: sql`here and 'mentor' = any(roles)`,
	mentees: sql`here and 'mentee' = any(roles)`,
	teachers: sql`here and teaches`,
	'no-role': sql`here and cardinality(roles) = 0`,
	guests: sql`guest is not null`,
	left: sql`not here and guest is null`
};

const orders: Record<PeopleSort, string> = {
	name: 'family_name collate "ru-x-icu"',
	post: 'posts[1] collate "ru-x-icu"',
	teaching: 'teaching_since',
	here: 'employed_since'
};

/** Each word stands in the name, a post or a subject. */
const found = (q: string) => {
	const words = plain(q).split(/\s+/).filter(Boolean);
	return words.length === 0 ? sql`true` : sql`words like all(${words.map(like)}::text[])`;
};

/**
 * A page of the staff list and how many each filter would show: one query. `all`: the whole list, for a file.
 * Of colleagues, who does not keep the list gets names, posts and subjects.
 */
export async function listPeople(tx: Tx, actor: Actor, wanted: PeopleWanted, { today }: Now, all = false) {
	const keeps = canKeepPeople(actor);
	const direction = sql.raw(wanted.descending ? 'desc' : 'asc');
	const window = all ? sql`` : sql`limit ${pageSize} offset ${(wanted.page - 1) * pageSize}`;
	const { rows } = await sql<{ people: PersonInList[] | null; counts: Record<PeopleFilter, number> }>`
		with e as (
			select person_id, min(lower(period)) filter (where period @> ${today}::date) as since,
				max(upper(period) - 1) as left_on,
				bool_or(upper_inf(period) or upper(period) > ${today}::date) as going_on
			from employments where organisation_id = ${actor.organisationId} group by person_id
		), t as (
			select t.person_id, array_agg(t.title order by t.main desc, t.title) as posts,
				bool_or(lower(t.title collate "ru-x-icu") ~ ${teachingPattern}
					and lower(t.title collate "ru-x-icu") !~ ${notTeachingPattern}) as teaches
			from posts t left join e on e.person_id = t.person_id
			where t.organisation_id = ${actor.organisationId}
				and (t.period @> ${today}::date or not e.going_on and upper(t.period) - 1 = e.left_on)
			group by t.person_id
		), s as (
			select person_id, array_agg(subject order by subject) as subjects
			from person_subjects where organisation_id = ${actor.organisationId} group by person_id
		), r as (
			select person_id, array_agg(role order by role) as roles
			from role_periods where organisation_id = ${actor.organisationId} and period @> ${today}::date group by person_id
		), everybody as (
			select p.id, p.family_name, p.given_name, p.patronymic, p.teaching_since, e.since as employed_since, e.left_on,
				coalesce(e.going_on, ${guestPost('p')} is null) as here, ${guestPost('p')} as guest,
				coalesce(t.posts, array_remove(array[${guestPost('p')}], null), '{}') as posts,
				coalesce(t.teaches, false) or coalesce('teacher' = any(r.roles), false) as teaches,
				coalesce(s.subjects, '{}') as subjects, coalesce(r.roles, '{}') as roles,
				p.search_key || ' ' || translate(lower(concat_ws(' ', array_to_string(t.posts, ' '),
					array_to_string(s.subjects, ' ')) collate "ru-x-icu"), 'ё', 'е') as words
			from people p
			left join e on e.person_id = p.id
			left join t on t.person_id = p.id
			left join s on s.person_id = p.id
			left join r on r.person_id = p.id
			where p.organisation_id = ${actor.organisationId} and p.removed_at is null
		), found as (select * from everybody where ${found(wanted.q)})
		select
			(select json_agg(json_build_object('id', o.id, 'familyName', o.family_name, 'givenName', o.given_name,
				'patronymic', o.patronymic, 'posts', o.posts, 'subjects', o.subjects,
				'roles', case when ${keeps} then o.roles else '{}' end,
				'teachingSince', case when ${keeps} then o.teaching_since end,
				'employedSince', case when ${keeps} then o.employed_since end,
				'leftOn', case when not o.here then o.left_on end))
				from (
					select * from found where ${chosen[wanted.filter]}
					order by ${sql.raw(orders[wanted.sort])} ${direction} nulls last, family_name collate "ru-x-icu",
						given_name collate "ru-x-icu", patronymic collate "ru-x-icu", id
					${window}) o) as people,
			json_build_object(${sql.join(
				Object.entries(chosen).flatMap(([name, condition]) => [
					sql.lit(name),
					sql`(select count(*) from found where ${condition})`
				])
			)}) as counts
		`.execute(tx);
	const row = rows[0];
	return { people: row?.people ?? [], counts: row?.counts ?? ({} as Record<PeopleFilter, number>) };
}
