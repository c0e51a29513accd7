import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { visibleActivities } from '../../roadmap/queries/visible';
import { type FeedEvent, feedSpan } from '../rules/feed';

/** The living address of a person; undefined when there is none. */
export const findFeed = (tx: Tx, { organisationId, personId }: Actor) =>
	tx
		.selectFrom('calendar_feeds')
		.select(['id', 'token_hash', 'issued_at as issuedAt', 'last_used_at as lastUsedAt'])
		.where('organisation_id', '=', organisationId)
		.where('person_id', '=', personId)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();

/** The deadlines of plans at work that a person may see, by day; of one activity when asked. One query. */
export async function feedEvents(tx: Tx, actor: Actor, now: Now, activityId?: string): Promise<FeedEvent[]> {
	if (activityId !== undefined && !isId(activityId)) return [];
	const { from, to } = feedSpan(now.today);
	return visibleActivities(tx, actor)
		.innerJoin('occurrences as o', (on) =>
			on.onRef('o.organisation_id', '=', 'a.organisation_id').onRef('o.activity_id', '=', 'a.id')
		)
		.leftJoin('completions as c', (on) =>
			on
				.onRef('c.organisation_id', '=', 'o.organisation_id')
				.onRef('c.occurrence_id', '=', 'o.id')
				.on('c.withdrawn_at', 'is', null)
		)
		.leftJoinLateral(
			(of) =>
				of
					.selectFrom('deadline_moves as m')
					.whereRef('m.organisation_id', '=', 'o.organisation_id')
					.whereRef('m.occurrence_id', '=', 'o.id')
					.select((is) => [
						is(is.fn.count<number>('m.id'), '+', is.fn.count<number>('m.undone_at')).as('moves'),
						sql<string | null>`max(greatest(m.moved_at, m.undone_at))`.as('moved_at')
					])
					.as('m'),
			(on) => on.onTrue()
		)
		.leftJoinLateral(
			(of) =>
				of
					.selectFrom('completions as k')
					.whereRef('k.organisation_id', '=', 'o.organisation_id')
					.whereRef('k.occurrence_id', '=', 'o.id')
					.select((is) => [
						is(is.fn.count<number>('k.id'), '+', is.fn.count<number>('k.withdrawn_at')).as('marks'),
						sql<string | null>`max(greatest(k.recorded_at, k.withdrawn_at))`.as('marked_at')
					])
					.as('k'),
			(on) => on.onTrue()
		)
		.where('r.archived_at', 'is', null)
		.where('o.kind', '=', 'deadline')
		.where('o.due_on', activityId ? 'is not' : '>=', activityId ? null : from)
		.$if(!activityId, (is) => is.where('o.due_on', '<=', to))
		.$if(activityId !== undefined, (is) => is.where('a.id', '=', activityId ?? ''))
		.orderBy('o.due_on')
		.orderBy('a.position')
		.orderBy('o.id')
		.select([
			'o.id',
			'a.id as activityId',
			sql<string>`concat_ws('. ', a.number, a.title)`.as('title'),
			'o.due_on as dueOn',
			'c.outcome',
			sql<number>`a.version - 1 + r.version - 1 + m.moves + k.marks`.as('sequence'),
			sql<string>`to_char(greatest(r.accepted_at, r.changed_at, a.changed_at, m.moved_at, k.marked_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`.as(
				'changedAt'
			),
			'r.title as plan'
		])
		.$castTo<FeedEvent>()
		.execute();
}
