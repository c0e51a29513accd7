import { sql } from 'kysely';
import type { Actor, Role } from '../../../core/actor';
import { fromRange } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { keepers } from '../rules/roles';
import { isSuspended, worksHere } from './invitable';

const periods = (tx: Tx, actor: Actor, personId: string) =>
	tx
		.selectFrom('role_periods')
		.where('organisation_id', '=', actor.organisationId)
		.where('person_id', '=', personId)
		.select(['id', 'role', 'basis', sql<string>`period::text`.as('period')]);

const shaped = ({ period, role, ...row }: { id: string; role: string; basis: string; period: string }) => ({
	...row,
	role: role as Role,
	...fromRange(period)
});

export type HeldRole = ReturnType<typeof shaped>;

/** Every period of every role of a person, the latest first. */
export const listRoles = async (tx: Tx, actor: Actor, personId: string): Promise<HeldRole[]> =>
	(await periods(tx, actor, personId).orderBy(sql`lower(period)`, 'desc').orderBy('id').execute()).map(shaped);

export async function findRole(tx: Tx, actor: Actor, personId: string, id: string) {
	if (!isId(id)) return undefined;
	const row = await periods(tx, actor, personId).where('id', '=', id).executeTakeFirst();
	return row && shaped(row);
}

type Without = { personId?: string; rolePeriodId?: string };

/**
 * Whether on that day somebody with an account and an open door still gives access and roles, not counting the person
 * or the role period about to go.
 */
export async function hasKeeperWithout(tx: Tx, actor: Actor, { personId, rolePeriodId }: Without, day: string) {
	const keeper = await tx
		.selectFrom('role_periods as r')
		.innerJoin('people as p', (on) =>
			on.onRef('p.organisation_id', '=', 'r.organisation_id').onRef('p.id', '=', 'r.person_id')
		)
		.where('r.organisation_id', '=', actor.organisationId)
		.where('r.role', 'in', keepers)
		.where(sql<boolean>`r.period @> ${day}::date`)
		.where('p.account_id', 'is not', null)
		.where('p.removed_at', 'is', null)
		.where(worksHere(day))
		.where(isSuspended, '=', false)
		.$if(personId !== undefined, (query) => query.where('p.id', '<>', personId as string))
		.$if(rolePeriodId !== undefined, (query) => query.where('r.id', '<>', rolePeriodId as string))
		.select('r.id')
		.limit(1)
		.executeTakeFirst();
	return keeper !== undefined;
}
