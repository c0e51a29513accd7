import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { type NewFile, storeFile } from '../../files/commands';
import { closeByArtefact, takeBackArtefact } from '../../roadmap/commands/close-by-artefact';
import { canKeepDocuments } from '../rules/documents';
import { type OwnTemplateCode, ownTemplates } from '../rules/library/templates';
import { closesAsTemplate } from '../rules/registration';

/**
 * Takes a Word file as the school's own template, or (no file) goes back to the program's. The file was read and found sound.
 * Versions are numbered one by one, whoever is quicker.
 */
export async function keepVersion(
	tx: Tx,
	actor: Actor,
	code: OwnTemplateCode,
	{ token, file, closes = [] }: Submitted<{ file: NewFile | null; closes?: readonly string[] }>,
	now: Now
): Promise<Result<{ id: string; closed: number }>> {
	allow(canKeepDocuments(actor));
	return once(tx, actor, token, now, async () => {
		await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.organisationId} ${code}`}, 0))`.execute(tx);
		const last = await tx
			.selectFrom('document_templates')
			.where('organisation_id', '=', actor.organisationId)
			.where('code', '=', code)
			.select(['id', 'number', 'file_id'])
			.orderBy('number', 'desc')
			.executeTakeFirst();
		if (!file && !last?.file_id) return rejected({ file: 'И так взят шаблон программы: возвращать нечего.' });
		const id = newId(now);
		await tx
			.insertInto('document_templates')
			.values({
				organisation_id: actor.organisationId,
				id,
				code,
				number: (last?.number ?? 0) + 1,
				file_id: file ? await storeFile(tx, actor, file, now) : null,
				made_at: now.at,
				made_by: actor.personId
			})
			.execute();
		const act = file ? 'document-template.uploaded' : 'document-template.returned';
		await journal(tx, actor, act, { kind: 'document-template', id }, now, { details: { code } });
		if (last) await takeBackArtefact(tx, actor, { kind: 'programme-template', id: last.id }, now);
		if (!file || !closesAsTemplate(code)) return { ok: true, value: { id, closed: 0 } };
		const title = `Шаблон: ${ownTemplates[code].title}, редакция ${(last?.number ?? 0) + 1}`;
		const artefact = { kind: 'programme-template' as const, id, on: now.today, title, file };
		const { closed } = await closeByArtefact(tx, actor, closes, artefact, now);
		return { ok: true, value: { id, closed: closed.length } };
	});
}
