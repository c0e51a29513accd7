import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { readChunk } from '../../files/queries';

export type TemplateVersion = {
	id: string;
	code: string;
	number: number;
	fileId: string | null; // null: the program's own again
	fileName: string | null;
	madeAt: string;
	madeBy: string;
};

/** Versions of the school's own templates, the newest first. */
export const listVersions = (
	tx: Tx,
	{ organisationId }: Pick<Actor, 'organisationId'>,
	code?: string
): Promise<TemplateVersion[]> =>
	tx
		.selectFrom('document_templates as t')
		.innerJoin('people as p', (on) =>
			on.onRef('p.organisation_id', '=', 't.organisation_id').onRef('p.id', '=', 't.made_by')
		)
		.leftJoin('files as f', (on) =>
			on.onRef('f.organisation_id', '=', 't.organisation_id').onRef('f.id', '=', 't.file_id')
		)
		.where('t.organisation_id', '=', organisationId)
		.$if(code !== undefined, (query) => query.where('t.code', '=', code ?? ''))
		.select([
			't.id',
			't.code',
			't.number',
			't.file_id as fileId',
			'f.name as fileName',
			't.made_at as madeAt',
			sql<string>`concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, ''))`.as('madeBy')
		])
		.orderBy('t.code')
		.orderBy('t.number', 'desc')
		.execute();

/** A small file whole: templates are some tens of kilobytes. */
export async function fileBytes(
	tx: Tx,
	{ organisationId }: Pick<Actor, 'organisationId'>,
	fileId: string
): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	for (let position = 0; ; position++) {
		const chunk = await readChunk(tx, organisationId, fileId, position);
		if (!chunk) return Buffer.concat(chunks);
		chunks.push(chunk);
	}
}
