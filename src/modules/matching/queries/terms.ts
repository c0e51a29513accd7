import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { startingTerms, type Terms } from '../rules/score/terms';

export type NumberedTerms = { number: number; terms: Terms };

/** What the school weighs by now; number 0: the program's own. */
export async function findTerms(tx: Tx, { organisationId }: Actor): Promise<NumberedTerms> {
	const row = await tx
		.selectFrom('matching_terms')
		.select(['number', 'terms'])
		.where('organisation_id', '=', organisationId)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row ? { number: row.number, terms: row.terms as Terms } : { number: 0, terms: startingTerms };
}
