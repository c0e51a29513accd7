import { sql } from 'kysely';
import type { Actor, Author } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { GroupSet } from '../rules/groups';

/** The sets of the organisation with their groups, in the order in which they were added: one query. */
export async function listSets(tx: Tx, { organisationId }: Pick<Author, 'organisationId'>): Promise<GroupSet[]> {
	const { rows } = await sql<GroupSet>`
		select s.id, s.name, s.exclusive, coalesce((
			select json_agg(json_build_object('id', g.id, 'code', g.code, 'name', g.name, 'about', g.about, 'rule', g.rule,
				'canMentor', g.can_mentor, 'canBeMentee', g.can_be_mentee, 'version', g.version) order by g.position, g.id)
			from staff_groups g
			where g.organisation_id = s.organisation_id and g.set_id = s.id and g.removed_at is null), '[]') as groups
		from group_sets s
		where s.organisation_id = ${organisationId} and s.removed_at is null
		order by s.added_at, s.id`.execute(tx);
	return rows;
}

/** A group that is in use, with the id of its set. */
export async function findGroup(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	return tx
		.selectFrom('staff_groups')
		.select([
			'id',
			'set_id as setId',
			'code',
			'name',
			'about',
			'rule',
			'can_mentor as canMentor',
			'can_be_mentee as canBeMentee',
			'version'
		])
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.where('removed_at', 'is', null)
		.executeTakeFirst();
}

/** A decision that was not withdrawn. */
export async function findMembership(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	return tx
		.selectFrom('group_memberships')
		.select(['id', 'person_id as personId', 'group_id as groupId', sql<string>`lower(period)`.as('from')])
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst();
}
