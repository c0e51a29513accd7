import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import type { EmploymentKind } from '../rules/person';
import type { StaffLine } from '../rules/staff-table';

/** Somebody as a staff list knows them: what goes into a file, and what a file is compared with. */
export type KnownPerson = StaffLine & {
	id: string;
	version: number;
	note: string;
	here: boolean;
	leftBefore: string | null; // the last day of the latest period of work that is over
	mainPost: { id: string; from: string; heldSince: string | null } | null;
	employment: { id: string; kind: EmploymentKind } | null;
};

/** Everybody with private fields, for those who keep the list: one query. `only`: these people alone. */
export async function listStaff(tx: Tx, { organisationId }: Actor, { today }: Now, only?: readonly string[]) {
	const { rows } = await sql<KnownPerson>`
		with e as (
			select person_id, min(lower(period)) filter (where upper_inf(period) or upper(period) > ${today}::date) as since,
				bool_or(upper_inf(period) or upper(period) > ${today}::date) as going_on,
				(array_agg(json_build_object('id', id, 'kind', kind) order by lower(period))
					filter (where upper_inf(period) or upper(period) > ${today}::date))[1] as one,
				max(upper(period) - 1) filter (where upper(period) <= ${today}::date) as left_before
			from employments where organisation_id = ${organisationId} group by person_id
		), t as (
			select person_id, array_agg(title order by main desc, title) as posts,
				(array_agg(json_build_object('id', id, 'from', lower(period), 'heldSince', held_since)
					order by main desc, title))[1] as main
			from posts
			where organisation_id = ${organisationId} and (upper_inf(period) or upper(period) > ${today}::date)
			group by person_id
		), s as (
			select person_id, array_agg(subject order by subject) as subjects
			from person_subjects where organisation_id = ${organisationId} group by person_id
		)
		select p.id, p.version, p.family_name as "familyName", p.given_name as "givenName", p.patronymic, p.sex,
			p.born_on as "bornOn", coalesce(p.email, '') as email, coalesce(p.phone, '') as phone,
			p.teaching_since as "teachingSince", p.note, e.since as "employedSince", e.one as employment,
			coalesce(e.going_on, true) as here, e.left_before as "leftBefore", coalesce(t.posts, '{}') as posts,
			t.main as "mainPost", coalesce(s.subjects, '{}') as subjects
		from people p
		left join e on e.person_id = p.id
		left join t on t.person_id = p.id
		left join s on s.person_id = p.id
		where p.organisation_id = ${organisationId} and p.removed_at is null
			and ${only ? sql<boolean>`p.id = any(${only}::uuid[])` : sql<boolean>`true`}
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.patronymic collate "ru-x-icu", p.id`.execute(
		tx
	);
	return rows;
}
