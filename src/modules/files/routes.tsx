import type { Actor } from '../../core/actor';
import { notFound } from '../../core/errors';
import { readAs } from '../../db/as-actor';
import type { Db } from '../../db/connection';
import { get, type Route } from '../../http';
import { findFile, readChunk } from './queries';
import { asAttachment } from './rules';

export const fileRoutes: readonly Route[] = [
	get('/files/:id', 'signed-in', async (c) => {
		const { tx, actor, world } = c.var;
		const file = (await findFile(tx, actor, c.req.param('id'))) ?? notFound();
		return c.body(chunksOf(world.db, actor, file.id), 200, {
			'content-type': file.mediaType,
			'content-length': String(file.size),
			'content-disposition': asAttachment(file.name),
			'x-content-type-options': 'nosniff'
		});
	})
];

/** A slow reader holds no transaction: each chunk is read in one of its own when the last has been taken. */
function chunksOf(db: Db, actor: Actor, fileId: string) {
	let position = 0;
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				const bytes = await readAs(db, actor, (tx) => readChunk(tx, actor.organisationId, fileId, position));
				position += 1;
				if (bytes) controller.enqueue(new Uint8Array(bytes));
				else controller.close();
			}
		},
		{ highWaterMark: 0 }
	);
}
