import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';

/** Everybody of one's own organisation but entries taken away by mistake; what of them is shown depends on the query. */
export const visiblePeople = (tx: Tx, { organisationId }: Pick<Actor, 'organisationId'>) =>
	tx.selectFrom('people as p').where('p.organisation_id', '=', organisationId).where('p.removed_at', 'is', null);
