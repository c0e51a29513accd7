import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { leadsPlans } from '../rules/plan';

export type RemovedActivity = NonNullable<Awaited<ReturnType<typeof findRemoved>>>;

/** An activity of the organisation that has been taken out of its plan, or still stands in it: putting back twice is no error. */
export const findRemoved = async (tx: Tx, actor: Actor, id: string) =>
	isId(id) && leadsPlans(actor)
		? tx
				.selectFrom('activities')
				.where('organisation_id', '=', actor.organisationId)
				.where('id', '=', id)
				.select(['id', 'title', 'roadmap_id as roadmapId', 'removed_at as removedAt'])
				.executeTakeFirst()
		: undefined;
