import type { Updateable } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { DB } from '../../../db/types';
import type { StoredDocument } from '../queries/document';
import { canMakeDocuments } from '../rules/documents';
import { problemsWithDay, type TurnName, turns } from '../rules/turns';
import { heldDocument } from './hold';
import { noteUnagreed, problemWithoutVisas } from './unagreed';

type Said = { version: number; on: string | null; where: string; unagreed: string };

/** One step of a document's life, or its taking back. Opened before somebody else's step, it says so. */
export async function turnDocument(
	tx: Tx,
	actor: Actor,
	seen: StoredDocument,
	name: TurnName,
	{ token, ...said }: Submitted<Said>,
	now: Now
): Promise<Result<string>> {
	allow(canMakeDocuments(actor));
	return once(tx, actor, token, now, async () => {
		const document = await heldDocument(tx, actor, seen);
		if (document.version !== said.version) return rejected({ form: faster }, {});
		if (!turns[name].may(document)) return rejected({ form: 'Этого шага сейчас сделать нельзя.' });
		const problems = problemsWithDay(name, said.on, document, now.today);
		if (Object.keys(problems).length > 0) return rejected(problems);
		const hindered = name === 'signing' ? problemWithoutVisas(document, said.unagreed) : undefined;
		if (hindered) return hindered;
		await tx
			.updateTable('documents')
			.set({ ...changes(name, said, actor.personId, now), version: document.version + 1 })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', document.id)
			.execute();
		const subject = { kind: 'document' as const, id: document.id };
		await journal(tx, actor, turns[name].act, subject, now);
		if (name === 'signing') await noteUnagreed(tx, actor, document, said.unagreed, now);
		return { ok: true, value: document.id };
	});
}

export const faster = 'Пока вы смотрели, с документом сделали следующий шаг. Ниже – как он стоит сейчас.';

function changes(
	name: TurnName,
	{ on, where }: Pick<Said, 'on' | 'where'>,
	by: string,
	{ at }: Now
): Updateable<DB['documents']> {
	switch (name) {
		case 'removal':
			return { removed_at: at, removed_by: by };
		case 'restoration':
			return { removed_at: null, removed_by: null };
		case 'signing':
			return { signed_on: on, signed_at: at, signed_by: by };
		case 'signing-undoing':
			return { signed_on: null, signed_at: null, signed_by: null, unagreed: '' };
		case 'publishing':
			return { published_on: on, published_where: where, published_at: at, published_by: by };
		case 'publishing-undoing':
			return { published_on: null, published_where: '', published_at: null, published_by: null };
		case 'archiving':
			return { archived_on: on, archived_where: where, archived_at: at, archived_by: by };
		case 'archiving-undoing':
			return { archived_on: null, archived_where: '', archived_at: null, archived_by: null };
	}
}
