import { Zip, ZipPassThrough } from 'fflate';
import type { Actor } from './core/actor';
import { readAs } from './db/as-actor';
import type { Db } from './db/connection';
import { readChunk } from './modules/files/queries';

/** What goes into an archive: bytes made here, or a stored file that somebody has been shown; `at`: its time in the archive. */
export type ArchiveEntry = { name: string; at: string } & ({ bytes: Uint8Array } | { fileId: string });

/** No archive is larger: it is of the old kind, which every program opens. */
export const archiveLimit = 4_000_000_000;
export const mostInArchive = 60_000;

/** Written as fast as it is read: one piece of one file is in memory, each fetched in a short transaction of its own. */
export function archiveStream(db: Db, actor: Actor, entries: readonly ArchiveEntry[]) {
	const pieces = archivePieces(db, actor, entries);
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				const { done, value } = await pieces.next();
				if (done) controller.close();
				else controller.enqueue(value);
			},
			async cancel() {
				await pieces.return(undefined);
			}
		},
		{ highWaterMark: 0 }
	);
}

async function* archivePieces(db: Db, actor: Actor, entries: readonly ArchiveEntry[]) {
	const ready: Uint8Array[] = [];
	const zip = new Zip((error, bytes) => {
		if (error) throw error;
		ready.push(bytes);
	});
	for (const entry of entries) {
		const file = new ZipPassThrough(entry.name);
		file.mtime = entry.at;
		zip.add(file);
		if ('bytes' in entry) {
			file.push(new Uint8Array(entry.bytes), true);
			yield* ready.splice(0);
			continue;
		}
		for (let position = 0; ; position++) {
			const bytes = await readAs(db, actor, (tx) => readChunk(tx, actor.organisationId, entry.fileId, position));
			file.push(new Uint8Array(bytes ?? []), !bytes);
			yield* ready.splice(0);
			if (!bytes) break;
		}
	}
	zip.end();
	yield* ready.splice(0);
}

/** What such an archive will weigh to the byte, so that a browser can say how much is left. */
export const archiveSize = (entries: readonly { name: string; size: number }[]) =>
	entries.reduce((sum, { name, size }) => sum + size + 2 * Buffer.byteLength(name) + 30 + 16 + 46, 22);
