import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { CapabilityCode } from '../rules/capabilities';
import type { ComparedPlan, ComparedRow } from '../rules/comparison';
import { findPlan } from './plans';
import { visibleActivities } from './visible';

/** A plan of the organisation as it is laid beside another; undefined when it is not there or not theirs. */
export async function findComparedPlan(tx: Tx, actor: Actor, id: string): Promise<ComparedPlan | undefined> {
	const plan = isId(id) ? await findPlan(tx, actor, id) : undefined;
	if (!plan) return undefined;
	const rows: ComparedRow[] = await visibleActivities(tx, actor)
		.leftJoin('stages as s', (on) =>
			on.onRef('s.organisation_id', '=', 'a.organisation_id').onRef('s.id', '=', 'a.stage_id')
		)
		.where('a.roadmap_id', '=', plan.id)
		.orderBy('a.position')
		.select([
			'a.title',
			's.title as stage',
			sql<CapabilityCode | null>`a.capability`.as('capability'),
			sql<string>`'/activities/' || a.id`.as('href')
		])
		.execute();
	return { name: plan.title, rows };
}
