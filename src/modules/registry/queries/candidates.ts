import { sql } from 'kysely';
import type { Actor, Role } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import type { ConsentKind } from '../../consents/rules/kinds';
import { guestPost, isGuest } from '../../mentorships/queries/guests';
import { notTeachingPattern, teachingPattern } from '../../people/rules/posts';
import { type Register, registers } from '../rules/registers';
import { personName } from './pieces';

/** Somebody of the staff who could be entered into a register. */
export type Candidate = {
	id: string;
	name: string;
	post: string;
	teaches: boolean;
	roles: Role[];
	consents: ConsentKind[];
	fits: string[]; // codes of the groups whose members may be so
	groups: { id: string; code: string; name: string }[];
	inSince: string | null; // in it today, or from a coming day on
	leftOn: string | null; // was in it before
};

/** Everybody who works here, with what speaks for entering them; one query, by name. */
export async function listCandidates(
	tx: Tx,
	{ organisationId }: Actor,
	register: Register,
	{ today }: Now
): Promise<Candidate[]> {
	const able = sql.raw(registers[register].role === 'mentor' ? 'can_mentor' : 'can_be_mentee');
	const { rows } = await sql<Candidate>`
		with t as (
			select person_id, string_agg(title, ', ' order by main desc, title) as posts,
				bool_or(lower(title collate "ru-x-icu") ~ ${teachingPattern}
					and lower(title collate "ru-x-icu") !~ ${notTeachingPattern}) as teaches
			from posts where organisation_id = ${organisationId} and period @> ${today}::date group by person_id
		), c as (
			select person_id, json_agg(kind) as kinds from consents_on(${today}::date)
			where organisation_id = ${organisationId} group by person_id
		), r as (
			select person_id, json_agg(role) as roles from role_periods
			where organisation_id = ${organisationId} and period @> ${today}::date group by person_id
		), g as (
			select m.person_id, json_agg(s.code) filter (where s.${able}) as fits,
				json_agg(json_build_object('id', s.id, 'code', s.code, 'name', s.name)) as groups
			from group_memberships m
			join staff_groups s on s.organisation_id = m.organisation_id and s.id = m.group_id and s.removed_at is null
			where m.organisation_id = ${organisationId} and m.withdrawn_at is null and m.period @> ${today}::date
			group by m.person_id
		), e as (
			select person_id, max(lower(period)) filter (where upper_inf(period) or upper(period) > ${today}::date) as in_since,
				max(upper(period) - 1) filter (where upper(period) <= ${today}::date) as left_on
			from register_entries
			where organisation_id = ${organisationId} and register = ${register} and withdrawn_at is null group by person_id
		)
		select p.id, ${personName('p')} as name, coalesce(t.posts, ${guestPost('p')}, '') as post, coalesce(t.teaches, false) as teaches,
			coalesce(r.roles, '[]') as roles, coalesce(c.kinds, '[]') as consents, coalesce(g.fits, '[]') as fits,
			coalesce(g.groups, '[]') as groups, e.in_since as "inSince", e.left_on as "leftOn"
		from people p
		left join t on t.person_id = p.id
		left join c on c.person_id = p.id
		left join r on r.person_id = p.id
		left join g on g.person_id = p.id
		left join e on e.person_id = p.id
		where p.organisation_id = ${organisationId} and p.removed_at is null
			and ${registers[register].role === 'mentor' ? sql`true` : sql`not ${isGuest('p')}`}
			and (not exists (select from employments w where w.organisation_id = p.organisation_id and w.person_id = p.id)
				or exists (select from employments w where w.organisation_id = p.organisation_id and w.person_id = p.id
					and (upper_inf(w.period) or upper(w.period) > ${today}::date)))
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.patronymic collate "ru-x-icu", p.id`.execute(
		tx
	);
	return rows;
}
