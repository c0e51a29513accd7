import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { visibleActivities } from './visible';

export type FoundCovering = NonNullable<Awaited<ReturnType<typeof findCovering>>>;

/** What was said of one of the many, of an activity that the person sees. */
export const findCovering = async (tx: Tx, actor: Actor, id: string) =>
	isId(id)
		? visibleActivities(tx, actor)
				.innerJoin('occurrences as o', (on) =>
					on.onRef('o.organisation_id', '=', 'a.organisation_id').onRef('o.activity_id', '=', 'a.id')
				)
				.innerJoin('coverings as v', (on) =>
					on.onRef('v.organisation_id', '=', 'o.organisation_id').onRef('v.occurrence_id', '=', 'o.id')
				)
				.where('v.id', '=', id)
				.select([
					'v.id',
					'v.act_id as actId',
					'v.recorded_by as recordedBy',
					'o.id as occurrenceId',
					'a.id as activityId',
					'r.archived_at as archivedAt'
				])
				.executeTakeFirst()
		: undefined;
