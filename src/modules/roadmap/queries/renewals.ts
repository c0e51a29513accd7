import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import type { Frozen } from '../rules/plan-contents';
import type { KnownPlan } from '../rules/renewal';

/** The plans at work with the titles of their rows, one query. */
export const plansToRenew = (tx: Tx, actor: Actor): Promise<KnownPlan[]> =>
	tx
		.selectFrom('roadmaps as r')
		.where('r.organisation_id', '=', actor.organisationId)
		.where('r.archived_at', 'is', null)
		.orderBy('r.accepted_at', 'desc')
		.select([
			'r.id',
			'r.title',
			sql<string | null>`lower(r.period)`.as('from'),
			sql<string | null>`upper(r.period) - 1`.as('to'),
			sql<string[]>`array(select a.title from activities a where a.organisation_id = r.organisation_id
				and a.roadmap_id = r.id and a.removed_at is null)`.as('titles')
		])
		.execute();

/** What is known of an import as a newer version of a plan; `before`: how the plan stood. */
export const findRenewal = (tx: Tx, actor: Actor, importId: string) =>
	tx
		.selectFrom('plan_renewals')
		.where('organisation_id', '=', actor.organisationId)
		.where('import_id', '=', importId)
		.select([
			'roadmap_id as roadmapId',
			sql<Frozen | null>`before`.as('before'),
			'after_sha256 as after',
			'renewed_at as renewedAt',
			'undone_at as undoneAt'
		])
		.executeTakeFirst();
