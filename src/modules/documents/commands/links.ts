import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { StoredDocument } from '../queries/document';
import { listLinkable } from '../queries/links';
import { canKeepDocuments } from '../rules/documents';
import type { LinkKind } from '../rules/life';
import { heldDocument, holdBook } from './hold';
import { giveBack, takeOver } from './take-over';

/** A later document replaces, cancels or amends this one. What this one has done is taken back when the later has its number; at once if it has. */
export async function linkDocuments(
	tx: Tx,
	actor: Actor,
	seen: StoredDocument,
	{ token, later: laterId, how }: Submitted<{ later: string; how: LinkKind }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepDocuments(actor));
	return once(tx, actor, token, now, async () => {
		await holdBook(tx, actor);
		const earlier = await heldDocument(tx, actor, seen);
		if (!earlier.datedOn) return rejected({ form: 'У этого документа ещё нет номера: заменять и отменять нечего.' });
		if (earlier.superseded) return rejected({ form: 'Документ уже заменён или отменён.' });
		if (!(await listLinkable(tx, actor, earlier)).some(({ id }) => id === laterId))
			return rejected({ later: 'Этот документ не подходит: он раньше, убран или уже связан. Выберите снова' });
		const later = await heldDocument(tx, actor, { id: laterId });
		await tx
			.insertInto('document_links')
			.values({
				...{ organisation_id: actor.organisationId, id: newId(now), later_id: later.id, earlier_id: earlier.id, how },
				...{ made_at: now.at, made_by: actor.personId }
			})
			.execute();
		if (later.datedOn) {
			const { left } = await takeOver(tx, actor, later.id, later.datedOn, now);
			if (left.length > 0) return rejected({ form: `Связать не получится. ${left.join('. ')}.` });
		}
		for (const id of [earlier.id, later.id])
			await journal(tx, actor, 'document.superseded', { kind: 'document', id }, now, { details: { how } });
		return { ok: true, value: earlier.id };
	});
}

/** The link was a mistake: it goes, and what was taken back is done again. */
export async function unlinkDocuments(
	tx: Tx,
	actor: Actor,
	seen: StoredDocument,
	{ token, link: linkId }: Submitted<{ link: string }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepDocuments(actor));
	return once(tx, actor, token, now, async () => {
		await holdBook(tx, actor);
		const document = await heldDocument(tx, actor, seen);
		const link = document.links.find(({ id }) => id === linkId) ?? notFound();
		const [laterId, earlierId] = link.side === 'later' ? [link.other, document.id] : [document.id, link.other];
		await tx
			.updateTable('document_links')
			.set({ undone_at: now.at, undone_by: actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', link.id)
			.execute();
		const problem = await giveBack(tx, actor, laterId, now, earlierId);
		if (problem) return rejected({ form: problem });
		for (const id of [earlierId, laterId])
			await journal(tx, actor, 'document.superseding-undone', { kind: 'document', id }, now);
		return { ok: true, value: document.id };
	});
}
