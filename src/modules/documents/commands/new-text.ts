import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { unionTerm } from './approvals';
import { tellAsked } from './tell';

/** A draft has got a newer text: answers given before are of the former one, and the union's term runs anew. */
export async function tellNewText(tx: Tx, actor: Actor, document: { id: string; title: string }, now: Now) {
	const approvals = await tx
		.selectFrom('document_approvals')
		.where('organisation_id', '=', actor.organisationId)
		.where('document_id', '=', document.id)
		.select(['id', 'kind', 'person_id as personId', 'due_on as dueOn', 'outcome', 'removed_at as removedAt'])
		.execute();
	const term = approvals.some(({ kind }) => kind === 'union') ? await unionTerm(tx, actor, now.today) : null;
	if (term)
		await tx
			.updateTable('document_approvals')
			.set({ asked_on: now.today, due_on: term }) // of one taken off the sheet, too: it may come back
			.where('organisation_id', '=', actor.organisationId)
			.where('document_id', '=', document.id)
			.where('kind', '=', 'union')
			.execute();
	const again = approvals.flatMap(({ id, kind, personId, dueOn, outcome, removedAt }) =>
		outcome && personId && !removedAt ? [{ id, personId, dueOn: kind === 'union' ? term : dueOn }] : []
	);
	await tellAsked(tx, actor, document, again, 'changed', now);
}
