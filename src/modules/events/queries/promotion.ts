import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { PromotionLine } from '../rules/promotion';

export type PromotionPlan = {
	id: string;
	title: string;
	goal: string;
	lines: PromotionLine[];
	version: number;
	approvedOn: string | null;
};

const plans = (tx: Tx, { organisationId }: Actor) =>
	tx
		.selectFrom('promotion_plans')
		.select(['id', 'title', 'goal', 'lines', 'version', 'approved_on as approvedOn'])
		.where('organisation_id', '=', organisationId);

/** The plans of promotion, the newest first. */
export const listPromotionPlans = async (tx: Tx, actor: Actor) =>
	(await plans(tx, actor)
		.where('removed_at', 'is', null)
		.orderBy('made_at', 'desc')
		.limit(50)
		.execute()) as PromotionPlan[];

/** One of them; `removed`: one that was taken away. */
export async function findPromotionPlan(tx: Tx, actor: Actor, id: string, removed = false) {
	if (!isId(id)) return undefined;
	const row = await plans(tx, actor)
		.where('id', '=', id)
		.where('removed_at', removed ? 'is not' : 'is', null)
		.executeTakeFirst();
	return row as PromotionPlan | undefined;
}
