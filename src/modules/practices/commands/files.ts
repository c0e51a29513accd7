import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { type NewFile, storeFile } from '../../files/commands';
import type { Practice } from '../queries/practice';
import { canChange } from '../rules/practice';

const mostFiles = 30;

/** Puts materials to a case. */
export async function attachFiles(
	tx: Tx,
	actor: Actor,
	practice: Practice,
	{ token, files }: Submitted<{ files: readonly NewFile[] }>,
	now: Now
): Promise<Result<string>> {
	allow(canChange(actor, practice));
	return once(tx, actor, token, now, async () => {
		if (files.length === 0) return rejected({ files: 'Выберите файл.' });
		if (practice.files.length + files.length > mostFiles)
			return rejected({ files: `Больше ${mostFiles} файлов у практики не бывает. Уберите лишние.` });
		for (const file of files) {
			await tx
				.insertInto('practice_files')
				.values({
					organisation_id: actor.organisationId,
					id: newId(now),
					practice_id: practice.id,
					file_id: await storeFile(tx, actor, file, now),
					attached_at: now.at,
					attached_by: actor.personId
				})
				.execute();
		}
		await journal(tx, actor, 'practice.file-attached', { kind: 'practice', id: practice.id }, now, {
			details: { files: files.length }
		});
		return { ok: true, value: practice.id };
	});
}

/** A file is taken away from a case, or brought back. */
export async function removeFile(
	tx: Tx,
	actor: Actor,
	practice: Practice,
	{ token, id, back }: { token: string; id: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canChange(actor, practice));
	return once(tx, actor, token, now, async () => {
		await tx
			.updateTable('practice_files')
			.set({ removed_at: back ? null : now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.execute();
		const act = back ? 'practice.file-restored' : 'practice.file-removed';
		await journal(tx, actor, act, { kind: 'practice', id: practice.id }, now);
		return { ok: true, value: practice.id };
	});
}
