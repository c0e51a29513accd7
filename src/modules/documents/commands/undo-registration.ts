import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { takeBackArtefact } from '../../roadmap/commands/close-by-artefact';
import type { StoredDocument } from '../queries/document';
import { canKeepDocuments } from '../rules/documents';
import { mayUndoRegistration } from '../rules/life';
import { takeBackEffects } from './effects';
import { heldDocument, holdBook } from './hold';
import { giveBack } from './take-over';

/** A number written down by mistake goes, with everything it has done elsewhere; where that is no longer possible, nothing is done. */
export async function undoRegistration(
	tx: Tx,
	actor: Actor,
	seen: StoredDocument,
	{ token }: { token: string },
	now: Now
): Promise<Result<string[]>> {
	allow(canKeepDocuments(actor));
	return once(tx, actor, token, now, async () => {
		await holdBook(tx, actor);
		const document = await heldDocument(tx, actor, seen);
		const hindrance = mayUndoRegistration(document);
		if (hindrance) return rejected({ form: hindrance });
		const { undone, left } = await takeBackEffects(tx, actor, document, document.datedOn ?? now.today, now);
		if (left.length > 0) return rejected({ form: `Отменить не получится. ${left.join('. ')}.` });
		await tx
			.updateTable('documents')
			.set({
				...{ number: '', dated_on: null, own_number: null, registered_at: null, registered_by: null, override: '' },
				...{ signed_on: earlier('signed_on'), signed_at: earlier('signed_at'), signed_by: earlier('signed_by') },
				unagreed: sql<string>`case when signed_at < registered_at then unagreed else '' end`,
				version: document.version + 1 // the code of its page stays: it is printed on the paper
			})
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', document.id)
			.execute();
		const hindered = await giveBack(tx, actor, document.id, now);
		if (hindered) return rejected({ form: hindered });
		await takeBackArtefact(tx, actor, { kind: 'document', id: document.id }, now);
		await journal(tx, actor, 'document.registration-undone', { kind: 'document', id: document.id }, now);
		return { ok: true, value: undone };
	});
}

/** A signature noted with the number goes with it; one noted before stays. */
const earlier = (column: string) => sql<string | null>`case when signed_at < registered_at then ${sql.ref(column)} end`;
