import type { Actor } from '../../../../core/actor';
import { notFound } from '../../../../core/errors';
import type { Tx } from '../../../../db/as-actor';
import { findWave, type Wave } from '../../queries/waves';

/**
 * The wave as it stands now, held till the end of the act: an answer on its way is in it, the next one waits. Two who keep it act one
 * after another.
 */
export async function hold(tx: Tx, actor: Actor, { id }: { id: string }): Promise<Wave> {
	await tx
		.selectFrom('survey_waves')
		.select('id')
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.forNoKeyUpdate()
		.execute();
	return (await findWave(tx, actor, id)) ?? notFound();
}
