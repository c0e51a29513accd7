import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { closeByArtefact } from '../../roadmap/commands/close-by-artefact';
import type { StoredDocument } from '../queries/document';
import { fileBytes } from '../queries/templates';
import { titleOfDocument } from '../rules/life';

/** A registered document closes the chosen lines of the plan; its newest text, signed where there is a scan, is the evidence. */
export async function closeByDocument(
	tx: Tx,
	actor: Actor,
	document: StoredDocument,
	closes: readonly string[],
	now: Now
): Promise<number> {
	if (closes.length === 0) return 0;
	const newest =
		document.files.find(({ kind }) => kind === 'scan') ?? document.files.find(({ kind }) => kind !== 'signature');
	const artefact = {
		kind: 'document' as const,
		id: document.id,
		on: document.datedOn ?? now.today,
		title: titleOfDocument(document),
		words: document.title,
		...(newest && { file: { name: newest.name, bytes: await fileBytes(tx, actor, newest.fileId) } })
	};
	const { closed } = await closeByArtefact(tx, actor, closes, artefact, now);
	return closed.length;
}
