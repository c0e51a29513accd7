import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { NewFile } from '../../files/commands';
import type { StoredDocument } from '../queries/document';
import { canMakeDocuments } from '../rules/documents';
import type { FileKind } from '../rules/life';
import { heldDocument } from './hold';
import { tellNewText } from './new-text';
import { addFile } from './store';

type Said = { kind: Exclude<FileKind, 'generated'>; signs: string | null; file: NewFile };

/** One more file beside the document: edited in Word, the scan of what was signed, a detached signature of one of the files. */
export async function attachFile(
	tx: Tx,
	actor: Actor,
	seen: StoredDocument,
	{ token, kind, signs, file }: Submitted<Said>,
	now: Now
): Promise<Result<string>> {
	allow(canMakeDocuments(actor));
	return once(tx, actor, token, now, async () => {
		const document = await heldDocument(tx, actor, seen);
		if (document.removed) return rejected({ form: 'Документ убран: сначала верните его.' });
		if (kind === 'edited' && document.signedOn)
			return rejected({
				kind: 'Документ уже подписан, его текст не меняется. Приложите скан или сделайте новый документ.'
			});
		const signed = kind === 'signature' ? document.files.find(({ id }) => id === signs) : undefined;
		if (kind === 'signature' && (!signed || signed.kind === 'signature'))
			return rejected({ signs: 'Выберите файл, к которому эта подпись.' });
		await addFile(tx, actor, document.id, { kind, file, signs: signed?.id ?? null }, now);
		if (kind === 'edited') await tellNewText(tx, actor, document, now);
		await journal(tx, actor, 'document.file-added', { kind: 'document', id: document.id }, now, { details: { kind } });
		return { ok: true, value: document.id };
	});
}
