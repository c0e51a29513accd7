import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { visibleActivities } from './visible';

export type FoundComment = NonNullable<Awaited<ReturnType<typeof findComment>>>;

const visibleComments = (tx: Tx, actor: Actor) =>
	visibleActivities(tx, actor)
		.innerJoin('activity_comments as k', (on) =>
			on.onRef('k.organisation_id', '=', 'a.organisation_id').onRef('k.activity_id', '=', 'a.id')
		)
		.innerJoin('people as by', (on) =>
			on.onRef('by.organisation_id', '=', 'k.organisation_id').onRef('by.id', '=', 'k.written_by')
		)
		.select([
			'k.id',
			'k.text',
			'k.written_at as writtenAt',
			'k.written_by as writtenBy',
			'k.removed_at as removedAt',
			'a.id as activityId',
			sql<string>`concat_ws(' ', by.family_name, by.given_name, nullif(by.patronymic, ''))`.as('writtenByName')
		]);

/** What has been said of one activity, the oldest first, as a conversation is read. */
export const commentsOf = (tx: Tx, actor: Actor, activityId: string) =>
	visibleComments(tx, actor)
		.where('a.id', '=', activityId)
		.where('k.removed_at', 'is', null)
		.orderBy('k.written_at')
		.orderBy('k.id')
		.execute();

/** One of them, taken away or not. */
export const findComment = async (tx: Tx, actor: Actor, id: string) =>
	isId(id) ? visibleComments(tx, actor).where('k.id', '=', id).executeTakeFirst() : undefined;
