import type { Actor } from '../../../core/actor';
import { addYears, type Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { writeNotes } from '../../notifications/commands/notes';
import { listCandidates } from '../queries/candidates';
import type { StoredDocument } from '../queries/document';
import { canMakeDocuments } from '../rules/documents';
import { titleOfDocument } from '../rules/life';
import { chosenReaders, type ReaderGroup } from '../rules/readers';
import { readersOf } from './acquaint';

type Adding = { group: readonly ReaderGroup[]; person: readonly string[]; acquaintBy: string | null };

/** More people are to know a document than it names itself: by name, or whole groups as they are today. Answers how many. */
export async function addReaders(
	tx: Tx,
	actor: Actor,
	document: StoredDocument,
	{ token, acquaintBy, ...chosen }: Submitted<Adding>,
	now: Now
): Promise<Result<number>> {
	allow(canMakeDocuments(actor));
	return once(tx, actor, token, now, async () => {
		if (document.removed) return rejected({ form: 'Документ убран: сначала верните его.' });
		const changed = acquaintBy !== document.acquaintBy;
		if (changed && acquaintBy && acquaintBy < now.today)
			return rejected({ acquaintBy: 'Этот день уже прошёл: впишите другой или оставьте пусто.' });
		if (acquaintBy && acquaintBy > addYears(now.today, 1))
			return rejected({ acquaintBy: 'Больше чем на год вперёд: проверьте год.' });
		const people = chosenReaders(await listCandidates(tx, actor, document.id, now), chosen);
		if (people.length === 0 && !changed)
			return rejected({ group: 'Отметьте, кого ознакомить; те, кто уже в списке, не добавятся второй раз.' });
		if (changed)
			await tx
				.updateTable('documents')
				.set({ acquaint_by: acquaintBy })
				.where('organisation_id', '=', actor.organisationId)
				.where('id', '=', document.id)
				.execute();
		const added = { organisation_id: actor.organisationId, document_id: document.id, added_by: actor.personId };
		if (people.length > 0)
			await tx
				.insertInto('document_readers')
				.values(people.map((person_id) => ({ ...added, id: newId(now), person_id, added_at: now.at })))
				.onConflict((is) => is.doNothing())
				.execute();
		await journal(tx, actor, 'document.readers-named', { kind: 'document', id: document.id }, now, {
			details: { count: people.length }
		});
		return { ok: true, value: people.length };
	});
}

/** Somebody need not know it: only who has not read it yet. */
export async function removeReader(
	tx: Tx,
	actor: Actor,
	document: StoredDocument,
	{ token, person }: Submitted<{ person: string }>,
	now: Now
): Promise<Result<string>> {
	allow(canMakeDocuments(actor));
	return once(tx, actor, token, now, async () => {
		if (document.readerList.some(({ id, acquaintedOn }) => id === person && acquaintedOn))
			return rejected({ form: 'Этот человек уже ознакомился: из листа его не убирают.' });
		const { numUpdatedRows } = await readersOf(tx, actor, document.id, [person])
			.set({ removed_at: now.at })
			.where('acquainted_on', 'is', null)
			.executeTakeFirstOrThrow();
		if (numUpdatedRows === 0n) return notFound();
		await journal(tx, actor, 'document.reader-removed', { kind: 'document', id: document.id }, now);
		return { ok: true, value: person };
	});
}

/** Tells those who have not read it yet once more: inside the program, and by letter where they want letters; once a day. */
export async function remindReaders(
	tx: Tx,
	actor: Actor,
	document: StoredDocument,
	{ token }: { token: string },
	now: Now
): Promise<Result<number>> {
	allow(canMakeDocuments(actor));
	return once(tx, actor, token, now, async () => {
		const left = document.readerList.filter(({ acquaintedOn }) => !acquaintedOn);
		if (!document.datedOn || left.length === 0)
			return rejected({ form: 'Напоминать некому: документ ещё без номера или все уже ознакомились.' });
		const note = {
			heading: `Ознакомьтесь: ${document.title}`,
			lines: [titleOfDocument(document)],
			...{ href: '/my-documents', label: 'Открыть документ' }
		};
		const key = `document ${document.id} ${now.today}`;
		await writeNotes(
			tx,
			actor,
			left.map(({ id }) => ({ personId: id, key, note })),
			now
		);
		await journal(tx, actor, 'document.reminded', { kind: 'document', id: document.id }, now, {
			details: { count: left.length }
		});
		return { ok: true, value: left.length };
	});
}
