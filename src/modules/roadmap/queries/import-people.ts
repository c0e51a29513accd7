import { sql } from 'kysely';
import type { Actor, Role } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import type { Colleague } from '../rules/known-people';
import { worksHere } from './works-here';

/** Everyone who works here on the day, with posts and roles of that day, by name as people sort it. */
export async function listColleagues(tx: Tx, actor: Actor, today: string): Promise<Colleague[]> {
	return tx
		.selectFrom('people as p')
		.select([
			'p.id',
			'p.family_name as familyName',
			'p.given_name as givenName',
			'p.patronymic',
			sql<string[]>`array(select o.title from posts o where o.organisation_id = p.organisation_id
				and o.person_id = p.id and o.period @> ${today}::date order by o.main desc, o.title)`.as('posts'),
			sql<Role[]>`array(select r.role from role_periods r where r.organisation_id = p.organisation_id
				and r.person_id = p.id and r.period @> ${today}::date)`.as('roles')
		])
		.where('p.organisation_id', '=', actor.organisationId)
		.where('p.removed_at', 'is', null)
		.where(worksHere(today))
		.orderBy(sql`concat_ws(' ', p.family_name, p.given_name, p.patronymic) collate "ru-x-icu"`)
		.execute();
}
