import type { Author } from '../../core/actor';
import { nowIn } from '../../core/dates';
import { asActor, readAs } from '../../db/as-actor';
import type { World } from '../../http';
import { recordReading } from './commands/import-roadmap';
import { readInChild } from './jobs/reader';
import { findUnread } from './queries/imports';

/**
 * Reads one imported file outside any transaction and outside this process; whatever the file does, the import ends with
 * an understanding or with a sentence.
 */
export async function readImport(world: World, author: Author, { importId }: { importId: string }) {
	const source = await readAs(world.db, author, (tx) => findUnread(tx, author, importId));
	if (!source) return;
	const reading = await readInChild(source, world.cli);
	const now = nowIn(author.timeZone, world.clock());
	await asActor(world.db, author, 'read write', async (tx) => ({
		ok: await recordReading(tx, author, importId, reading, now)
	}));
}
