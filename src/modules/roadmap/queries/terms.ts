import type { Actor } from '../../../core/actor';
import { fromRange } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import type { Period } from '../rules/understanding';

/** The terms that the school has written into its calendar, all years; none when it has not. */
export async function listTerms(tx: Tx, actor: Actor): Promise<Period[]> {
	const rows = await tx
		.selectFrom('terms')
		.select('period')
		.where('organisation_id', '=', actor.organisationId)
		.orderBy('period')
		.execute();
	return rows.flatMap(({ period }) => {
		const { from, to } = fromRange(period);
		return to === null ? [] : [{ from, to }];
	});
}
