import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { type Rejected, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import type { StoredDocument } from '../queries/document';
import { unagreedIn } from '../rules/approvals';
import { few } from '../rules/registration';

/** Somebody who was asked has not agreed: it is signed only with a reason. */
export function problemWithoutVisas({ approvalList }: StoredDocument, reason: string): Rejected | undefined {
	const missing = unagreedIn(approvalList);
	if (missing.length === 0 || reason) return undefined;
	return rejected({ unagreed: `${few(missing)} Дождитесь ответа или назовите причину – она останется в журнале.` });
}

/** The reason stays beside the document and in the journal. */
export async function noteUnagreed(tx: Tx, actor: Actor, document: StoredDocument, reason: string, now: Now) {
	const why = unagreedIn(document.approvalList).length > 0 ? reason : '';
	if (!why) return;
	await tx
		.updateTable('documents')
		.set({ unagreed: why })
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', document.id)
		.execute();
	await journal(tx, actor, 'document.unagreed', { kind: 'document', id: document.id }, now, { after: { reason: why } });
}
