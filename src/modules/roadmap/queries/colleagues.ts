import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { worksHere } from './works-here';

export type Colleague = Awaited<ReturnType<typeof colleagues>>[number];

/** Whoever works in the organisation today, by surname; with the post, since namesakes happen. */
export const colleagues = (tx: Tx, actor: Actor, { today }: Now) =>
	employed(tx, actor, today)
		.orderBy(sql`p.family_name collate "ru-x-icu"`)
		.orderBy('p.given_name')
		.orderBy('p.id')
		.execute();

export const findColleague = async (tx: Tx, actor: Actor, id: string, { today }: Now) =>
	isId(id) ? employed(tx, actor, today).where('p.id', '=', id).executeTakeFirst() : undefined;

const employed = (tx: Tx, actor: Actor, today: string) =>
	tx
		.selectFrom('people as p')
		.where('p.organisation_id', '=', actor.organisationId)
		.where('p.removed_at', 'is', null)
		.where(worksHere(today))
		.select((of) => [
			'p.id',
			sql<string>`concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, ''))`.as('name'),
			of
				.selectFrom('posts as t')
				.whereRef('t.organisation_id', '=', 'p.organisation_id')
				.whereRef('t.person_id', '=', 'p.id')
				.where(sql<boolean>`t.period @> ${today}::date`)
				.orderBy('t.main', 'desc')
				.orderBy('t.title')
				.limit(1)
				.select('t.title')
				.as('post')
		]);
