import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import type { NamedWorker } from './settings';

export type Employee = Omit<NamedWorker, 'roles'> & { decides: boolean };

/** Everybody who works here today, by name, with the main post; `decides`: of the commission. One query. */
export async function listStaff(tx: Tx, { organisationId }: Actor, { today }: Now): Promise<Employee[]> {
	const { rows } = await sql<Employee>`
		select p.id, p.family_name as "familyName", p.given_name as "givenName", p.patronymic, p.sex,
			coalesce((select t.title from posts t where t.organisation_id = p.organisation_id and t.person_id = p.id
				and t.period @> ${today}::date order by t.main desc, t.title limit 1), '') as post,
			exists (select from role_periods r where r.organisation_id = p.organisation_id and r.person_id = p.id
				and r.period @> ${today}::date and r.role = 'commission') as decides
		from people p
		where p.organisation_id = ${organisationId} and p.removed_at is null
			and exists (select from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id
				and e.period @> ${today}::date)
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.id`.execute(tx);
	return rows;
}
