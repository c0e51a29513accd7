import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';

/** Two keepers who take each other's role away at one moment go one after the other: the second sees what the first did. */
export const oneAfterAnother = (tx: Tx, actor: Actor) =>
	tx
		.selectFrom('organisations')
		.select('organisation_id')
		.where('organisation_id', '=', actor.organisationId)
		.forNoKeyUpdate()
		.execute();
