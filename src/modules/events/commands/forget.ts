import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';

/** Takes the words that somebody answered a call with, whose name was erased a moment ago. That they were there stays, without a name. */
export const forgetReplies = (tx: Tx, { organisationId }: Actor, personId: string) =>
	tx
		.updateTable('event_people')
		.set({ reply: '' })
		.where('organisation_id', '=', organisationId)
		.where('person_id', '=', personId)
		.execute();
