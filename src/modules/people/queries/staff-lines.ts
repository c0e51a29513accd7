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
		select p.id, p.version, p.family_name as "familyName", p.given_name as "givenName", p.patronymic, p.sex,
			p.born_on as "bornOn", coalesce(p.email, '') as email, coalesce(p.phone, '') as phone,
			p.teaching_since as "teachingSince", p.note, e.since as "employedSince", e.one as employment, e.going_on or e.none as here, e.left_before as "leftBefore",
			t.posts, t.main as "mainPost",
			array(select s.subject from person_subjects s
				where s.organisation_id = p.organisation_id and s.person_id = p.id order by s.subject) as subjects
		from people p
		cross join lateral (
			select min(lower(e.period)) filter (where upper_inf(e.period) or upper(e.period) > ${today}::date) as since,
				coalesce(bool_or(upper_inf(e.period) or upper(e.period) > ${today}::date), false) as going_on,
				(array_agg(json_build_object('id', e.id, 'kind', e.kind) order by lower(e.period))
					filter (where upper_inf(e.period) or upper(e.period) > ${today}::date))[1] as one,
				max(upper(e.period) - 1) filter (where upper(e.period) <= ${today}::date) as left_before,
				count(*) = 0 as none
			from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id) e
		cross join lateral (
			select coalesce(array_agg(t.title order by t.main desc, t.title), '{}') as posts,
				(array_agg(json_build_object('id', t.id, 'from', lower(t.period), 'heldSince', t.held_since)
					order by t.main desc, t.title))[1] as main
			from posts t where t.organisation_id = p.organisation_id and t.person_id = p.id
				and (upper_inf(t.period) or upper(t.period) > ${today}::date)) t
		where p.organisation_id = ${organisationId} and p.removed_at is null
			and ${only ? sql<boolean>`p.id = any(${only}::uuid[])` : sql<boolean>`true`}
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.patronymic collate "ru-x-icu", p.id`.execute(
		tx
	);
	return rows;
}
