import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../core/actor';
import { asActor } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { addQuestionnaire } from '../../surveys/commands/questionnaires/add';
import { publishQuestionnaire } from '../../surveys/commands/questionnaires/publish';
import { findQuestionnaire } from '../../surveys/queries/questionnaires';
import { yearOf } from '../rules';
import { act, noon } from './live';

/** Two questionnaires of the library published in August, and one that is still being thought about. */
export async function takeQuestionnaires(db: Db, actor: Actor, today: string) {
	const { acceptedOn } = yearOf(today);
	const taken = ['mentee-needs', 'wellbeing', 'mentor-offer'];
	for (const [order, library] of taken.entries()) {
		const moment = noon(actor, acceptedOn, 60 + order);
		const token = randomUUID();
		const id = await act(db, actor, (tx) =>
			addQuestionnaire(tx, actor, { token, library, title: '', text: '', words: {} }, moment)
		);
		if (library === 'mentor-offer') continue;
		const { value } = await asActor(db, actor, 'read only', async (tx) => ({
			ok: true,
			value: await findQuestionnaire(tx, actor, id)
		}));
		if (value)
			await act(db, actor, (tx) =>
				publishQuestionnaire(tx, actor, value, { token: randomUUID(), version: value.version }, moment)
			);
	}
}
