import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { change, unionTerm } from './approvals';
import { tellAsked } from './tell';

/** A draft has got a newer text: answers given before are of the former one, and the union's term runs anew. */
export async function tellNewText(tx: Tx, actor: Actor, document: { id: string; title: string }, now: Now) {
	const approvals = await tx
		.selectFrom('document_approvals')
		.where('organisation_id', '=', actor.organisationId)
		.where('document_id', '=', document.id)
		.where('removed_at', 'is', null)
		.select(['id', 'kind', 'person_id as personId', 'due_on as dueOn', 'outcome'])
		.execute();
	const union = approvals.find(({ kind }) => kind === 'union');
	const term = union ? await unionTerm(tx, actor, now.today) : null;
	for (const { id, kind } of approvals)
		if (kind === 'union') await change(tx, actor, id, { asked_on: now.today, due_on: term });
	const again = approvals.flatMap(({ id, kind, personId, dueOn, outcome }) =>
		outcome && personId ? [{ id, personId, dueOn: kind === 'union' ? term : dueOn }] : []
	);
	await tellAsked(tx, actor, document, again, 'changed', now);
}
