import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { leadsPlans } from '../rules/plan';
import type { UnitKind } from '../rules/units';

export type PlanUnit = Awaited<ReturnType<typeof unitsOf>>[number];

const visibleUnits = (tx: Tx, actor: Actor) =>
	tx
		.selectFrom('plan_units as u')
		.innerJoin('roadmaps as r', (on) =>
			on.onRef('r.organisation_id', '=', 'u.organisation_id').onRef('r.id', '=', 'u.roadmap_id')
		)
		.where('u.organisation_id', '=', actor.organisationId)
		.select((of) => [
			'u.id',
			'u.name',
			of.ref('u.kind').$castTo<UnitKind>().as('kind'),
			'u.roadmap_id as roadmapId',
			'u.removed_on as removedOn',
			'r.archived_at as archivedAt'
		]);

/** «Пары и группы плана», those who take part no longer too. */
export const unitsOf = (tx: Tx, actor: Actor, roadmapId: string) =>
	visibleUnits(tx, actor)
		.where('u.roadmap_id', '=', roadmapId)
		.orderBy('u.kind', 'desc')
		.orderBy('u.name')
		.orderBy('u.id')
		.execute();

export const findUnit = async (tx: Tx, actor: Actor, id: string) =>
	isId(id) && leadsPlans(actor) ? visibleUnits(tx, actor).where('u.id', '=', id).executeTakeFirst() : undefined;
