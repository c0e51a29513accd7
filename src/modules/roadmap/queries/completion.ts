import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { visibleActivities } from './visible';

export type PlanCompletion = NonNullable<Awaited<ReturnType<typeof findCompletion>>>;

/** What was said of an occurrence of an activity that the person sees. */
export const findCompletion = async (tx: Tx, actor: Actor, id: string) =>
	isId(id)
		? visibleActivities(tx, actor)
				.innerJoin('occurrences as o', (on) =>
					on.onRef('o.organisation_id', '=', 'a.organisation_id').onRef('o.activity_id', '=', 'a.id')
				)
				.innerJoin('completions as c', (on) =>
					on.onRef('c.organisation_id', '=', 'o.organisation_id').onRef('c.occurrence_id', '=', 'o.id')
				)
				.where('c.id', '=', id)
				.select([
					'c.id',
					'c.recorded_by as recordedBy',
					'c.withdrawn_at as withdrawnAt',
					'o.id as occurrenceId',
					'a.id as activityId',
					'a.title'
				])
				.executeTakeFirst()
		: undefined;
