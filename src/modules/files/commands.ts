import { createHash } from 'node:crypto';
import type { Author } from '../../core/actor';
import type { Now } from '../../core/dates';
import type { Tx } from '../../db/as-actor';
import { newId } from '../../db/id';
import { journal } from '../../db/journal';
import { chunkSize, fileLimit, mediaTypeOf, tidyName } from './rules';

/** What the browser says of the kind of a file is not asked: the content tells (rules.ts). */
export type NewFile = { name: string; bytes: Uint8Array };

/** Keeps a file in chunks, hashed; answers with its id. What it hangs on says who may open it (queries.ts). */
export async function storeFile(tx: Tx, author: Author, { name, bytes }: NewFile, now: Now): Promise<string> {
	if (bytes.length > fileLimit) throw new Error('a file over the limit: the form must have refused it');
	const { organisationId: organisation_id } = author;
	const id = newId(now);
	const tidy = tidyName(name);
	await tx
		.insertInto('files')
		.values({
			organisation_id,
			id,
			name: tidy,
			media_type: mediaTypeOf(bytes, tidy),
			size: bytes.length,
			sha256: createHash('sha256').update(bytes).digest(),
			uploaded_at: now.at,
			uploaded_by: author.personId
		})
		.execute();
	for (let position = 0; position * chunkSize < bytes.length; position += 1) {
		const chunk = Buffer.from(bytes.subarray(position * chunkSize, (position + 1) * chunkSize));
		await tx.insertInto('file_chunks').values({ organisation_id, file_id: id, position, bytes: chunk }).execute();
	}
	await journal(tx, author, 'file.stored', { kind: 'file', id }, now, { details: { size: bytes.length } });
	return id;
}
