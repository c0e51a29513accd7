import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { StoredDocument } from '../queries/document';
import { listMyDocuments } from '../queries/mine';
import { canMakeDocuments } from '../rules/documents';
import { heldDocument, hold } from './hold';

const nobody = { acquainted_on: null, acquainted_how: null, acquainted_at: null, acquainted_by: null };
const read = (on: string, how: 'program' | 'paper', by: string, { at }: Now) => ({
	...{ acquainted_on: on, acquainted_how: how, acquainted_at: at, acquainted_by: by }
});

/** Those of these people who stand on a document's sheet, to be changed. */
export const readersOf = (tx: Tx, { organisationId }: Actor, documentId: string, people: readonly string[]) =>
	tx
		.updateTable('document_readers')
		.where('organisation_id', '=', organisationId)
		.where('document_id', '=', documentId)
		.where('person_id', 'in', [...people])
		.where('removed_at', 'is', null);

/** «Ознакомлен(а)», said by the person; `back`: said too soon. What was signed on paper is the curator's to take back. */
export async function acquaintWithDocument(
	tx: Tx,
	actor: Actor,
	id: string,
	{ token, back }: Submitted<{ back: boolean }>,
	now: Now
): Promise<Result<string>> {
	const asked = async () => (await listMyDocuments(tx, actor)).find((one) => one.id === id) ?? notFound();
	await asked();
	return once(tx, actor, token, now, async () => {
		await hold(tx, actor, { id }); // against a registration that is being taken back
		const mine = await asked();
		if (back ? mine.how !== 'program' : mine.acquaintedOn)
			return rejected({ form: back ? 'Отметку с подписанного листа снимает куратор.' : 'Вы уже ознакомились.' });
		const set = back ? nobody : read(now.today, 'program', actor.personId, now);
		await readersOf(tx, actor, id, [actor.personId]).set(set).execute();
		const act = back ? 'document.acquainting-undone' : 'document.acquainted';
		await journal(tx, actor, act, { kind: 'document', id }, now);
		return { ok: true, value: id };
	});
}

/** Signatures of the printed sheet, ticked by whoever keeps it; who said so in the program stays as they said. */
export async function enterReaders(
	tx: Tx,
	actor: Actor,
	seen: StoredDocument,
	{ token, on, person }: Submitted<{ on: string; person: readonly string[] }>,
	now: Now
): Promise<Result<string>> {
	allow(canMakeDocuments(actor));
	return once(tx, actor, token, now, async () => {
		const document = await heldDocument(tx, actor, seen);
		if (!document.datedOn) return rejected({ form: 'Сначала впишите документу номер и дату.' });
		if (on > now.today) return rejected({ readOn: 'Этот день ещё не наступил: проверьте дату на листе.' });
		if (on < document.datedOn) return rejected({ readOn: 'Раньше даты самого документа: проверьте дату на листе.' });
		const { numUpdatedRows } = await readersOf(tx, actor, document.id, person)
			.set(read(on, 'paper', actor.personId, now))
			.where('acquainted_on', 'is', null)
			.executeTakeFirstOrThrow();
		if (numUpdatedRows === 0n) return rejected({ person: 'Все отмеченные уже ознакомились: записывать нечего.' });
		await journal(tx, actor, 'document.sheet-entered', { kind: 'document', id: document.id }, now, {
			details: { count: Number(numUpdatedRows) }
		});
		return { ok: true, value: document.id };
	});
}

/** A signature ticked by mistake is taken back. */
export async function undoReader(
	tx: Tx,
	actor: Actor,
	document: StoredDocument,
	{ token, person }: Submitted<{ person: string }>,
	now: Now
): Promise<Result<string>> {
	allow(canMakeDocuments(actor));
	return once(tx, actor, token, now, async () => {
		await hold(tx, actor, document);
		const { numUpdatedRows } = await readersOf(tx, actor, document.id, [person])
			.set(nobody)
			.where('acquainted_how', '=', 'paper')
			.executeTakeFirstOrThrow();
		if (numUpdatedRows === 0n) return notFound();
		await journal(tx, actor, 'document.acquainting-undone', { kind: 'document', id: document.id }, now);
		return { ok: true, value: document.id };
	});
}
