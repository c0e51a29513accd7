import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { insertOffer } from './offers';

/** Somebody offers themselves as a mentor, inside the act of another room: a draft that waits for the curator's look. Answers with its id. */
export const offerOneself = (
	tx: Tx,
	actor: Actor,
	{ wishes, sourceNote }: { wishes: string; sourceNote: string },
	now: Now
): Promise<string> =>
	insertOffer(
		tx,
		actor,
		actor.personId,
		{
			competences: [],
			otherCompetences: '',
			achievements: '',
			interests: '',
			formats: [],
			capacity: 1,
			freeTime: '',
			wishes,
			category: '',
			source: 'words',
			sourceNote,
			saidOn: now.today,
			until: null
		},
		{ confirmed_at: null, confirmed_by: null },
		now
	);

/** Their own draft goes while the curator has not looked at it. False: it has been looked at, and stays. */
export async function withdrawOwnOffer(tx: Tx, actor: Actor, id: string, now: Now) {
	const { numUpdatedRows } = await tx
		.updateTable('mentor_offers')
		.set({ removed_at: now.at })
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.where('person_id', '=', actor.personId)
		.where('confirmed_at', 'is', null)
		.executeTakeFirstOrThrow();
	return numUpdatedRows > 0n;
}
