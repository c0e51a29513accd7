import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { findMentorshipSettings } from '../../mentorships/queries/settings';
import { startingTerms, type Terms } from '../rules/score/terms';

/** `version` counts the rule of heads too, which pairs and the matching have in common. */
export type NumberedTerms = { number: number; version: number; terms: Terms };

/** What the school weighs by now; number 0: the program's own. Whether heads may be mentors is decided once, for every room. */
export async function findTerms(tx: Tx, actor: Actor): Promise<NumberedTerms> {
	const row = await tx
		.selectFrom('matching_terms')
		.select(['number', 'terms'])
		.where('organisation_id', '=', actor.organisationId)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
	const { headsForbidden, version } = await findMentorshipSettings(tx, actor);
	const { weights, conditions } = (row?.terms as Terms | undefined) ?? startingTerms;
	const number = row?.number ?? 0;
	const ownManager = headsForbidden ? 'forbid' : 'warn';
	return { number, version: number + version, terms: { weights, conditions: { ...conditions, ownManager } } };
}
