import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { leadsPlans, patternsOf } from '../rules/plan';

/** Those who lead the plan see every activity; anybody else, what names them, by name or by role. Aliases: `a`, its plan `r`. */
export function visibleActivities(tx: Tx, actor: Actor) {
	const activities = tx
		.selectFrom('activities as a')
		.innerJoin('roadmaps as r', (on) =>
			on.onRef('r.organisation_id', '=', 'a.organisation_id').onRef('r.id', '=', 'a.roadmap_id')
		)
		.where('a.organisation_id', '=', actor.organisationId)
		.where('a.removed_at', 'is', null);
	if (leadsPlans(actor)) return activities;

	const patterns = patternsOf(actor.roles);
	return activities.where((is) =>
		is.exists(
			is
				.selectFrom('activity_responsible as named')
				.whereRef('named.organisation_id', '=', 'a.organisation_id')
				.whereRef('named.activity_id', '=', 'a.id')
				.where('named.removed_at', 'is', null)
				.where((of) =>
					of.or([
						of('named.person_id', '=', actor.personId),
						of.and([
							of('named.person_id', 'is', null),
							of('named.kind', 'in', ['role', 'group']),
							sql<boolean>`named.text ~ any(${patterns}::text[])`
						])
					])
				)
				.select('named.position')
		)
	);
}
