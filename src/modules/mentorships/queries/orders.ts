import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { KnownOrder } from '../rules/orders';
import type { ActKind, Series } from '../rules/words';

const orders = (tx: Tx, { organisationId }: Actor) =>
	tx
		.selectFrom('mentorship_orders as o')
		.where('o.organisation_id', '=', organisationId)
		.where('o.withdrawn_at', 'is', null)
		.select((of) => [
			'o.id',
			of.ref('o.act_kind').$castTo<ActKind>().as('actKind'),
			of.ref('o.series').$castTo<Series>().as('series'),
			'o.number',
			'o.signed_on as signedOn'
		]);

/** Orders of a calendar year, to be compared with. */
export const ordersOfYear = (tx: Tx, actor: Actor, year: string): Promise<KnownOrder[]> =>
	orders(tx, actor)
		.where('o.signed_on', '>=', `${year}-01-01`)
		.where('o.signed_on', '<=', `${year}-12-31`)
		.orderBy('o.signed_on')
		.orderBy('o.id')
		.execute();

/** An order with the mentorships it settles. */
export async function findOrder(tx: Tx, actor: Actor, id: string) {
	if (!isId(id)) return undefined;
	return orders(tx, actor)
		.where('o.id', '=', id)
		.select(
			sql<string[]>`array(select s.mentorship_id from mentorship_steps s where s.organisation_id = o.organisation_id
				and s.order_id = o.id and s.undone_at is null)`.as('mentorships')
		)
		.executeTakeFirst();
}
export type Order = NonNullable<Awaited<ReturnType<typeof findOrder>>>;
