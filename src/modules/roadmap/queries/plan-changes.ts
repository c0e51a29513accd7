import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { leadsPlans } from '../rules/plan';
import type { Before, StageRow } from '../rules/plan-changes';

export type PlanChange = NonNullable<Awaited<ReturnType<typeof findPlanChange>>>;

/** A change of many rows at once, and whether it is the last one of its plan that has not been taken back. */
export const findPlanChange = async (tx: Tx, actor: Actor, id: string) =>
	isId(id) && leadsPlans(actor)
		? tx
				.selectFrom('plan_changes as k')
				.innerJoin('roadmaps as r', (on) =>
					on.onRef('r.organisation_id', '=', 'k.organisation_id').onRef('r.id', '=', 'k.roadmap_id')
				)
				.where('k.organisation_id', '=', actor.organisationId)
				.where('k.id', '=', id)
				.select([
					'k.id',
					'k.what',
					'k.roadmap_id as roadmapId',
					sql<Before>`k.before`.as('before'),
					'k.undone_at as undoneAt',
					'r.archived_at as archivedAt',
					sql<boolean>`not exists (select from plan_changes l where l.organisation_id = k.organisation_id
						and l.roadmap_id = k.roadmap_id and l.position > k.position and l.undone_at is null)`.as('last')
				])
				.executeTakeFirst()
		: undefined;

/** All rows and stages of a plan with their places, those taken out too: what an order is made of. */
export async function placesOf(tx: Tx, actor: Actor, roadmapId: string) {
	const mine = { organisation_id: actor.organisationId, roadmap_id: roadmapId };
	const activities = await tx
		.selectFrom('activities')
		.where((is) => is.and(mine))
		.select(['id', 'stage_id as stageId', 'position', 'capability', 'removed_at as removedAt'])
		.orderBy('position')
		.execute();
	const stages: StageRow[] = await tx
		.selectFrom('stages')
		.where((is) => is.and(mine))
		.select(['id', 'position', 'number', 'title', 'removed_at as removedAt'])
		.orderBy('position')
		.execute();
	return { activities, stages };
}
