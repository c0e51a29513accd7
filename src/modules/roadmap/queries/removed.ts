import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { leadsPlans } from '../rules/plan';

export type RemovedActivity = NonNullable<Awaited<ReturnType<typeof findRemoved>>>;

/** An activity of the organisation, whether it stands in its plan or has been taken out. */
export const findRemoved = async (tx: Tx, actor: Actor, id: string) =>
	isId(id) && leadsPlans(actor)
		? tx
				.selectFrom('activities as a')
				.innerJoin('roadmaps as r', (on) =>
					on.onRef('r.organisation_id', '=', 'a.organisation_id').onRef('r.id', '=', 'a.roadmap_id')
				)
				.where('a.organisation_id', '=', actor.organisationId)
				.where('a.id', '=', id)
				.select([
					'a.id',
					'a.title',
					'a.roadmap_id as roadmapId',
					'a.removed_at as removedAt',
					'r.archived_at as archivedAt'
				])
				.executeTakeFirst()
		: undefined;
