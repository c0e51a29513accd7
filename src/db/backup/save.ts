import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import { type Pack, pack } from 'tar-stream';
import { home } from '../../home';
import { as } from '../prepare';
import {
	copied,
	format,
	type Head,
	headName,
	jobsName,
	type Manifest,
	manifestName,
	pieceName,
	portable,
	type SavedJob
} from './archive';

const pieceSize = 4 * 1024 * 1024;

/**
 * Writes everything the database holds at one moment into `file`, while people go on working: first under a temporary name, then
 * renamed, so that a killed backup is never taken for a whole one.
 * @param ownerUrl the role that stands above row-level security: a filter would be an error here, never a silent omission
 */
export async function saveBackup(ownerUrl: string, file: string): Promise<{ rows: number; tables: number }> {
	await mkdir(dirname(file), { recursive: true, mode: 0o700 });
	const half = `${file}.${process.pid}.part`;
	const archive = pack();
	try {
		const written = pipeline(archive, createGzip({ level: 4 }), createWriteStream(half, { mode: 0o600 }));
		const filled = as(ownerUrl, (owner) => fill(owner, archive)).catch((error) => {
			archive.destroy(error);
			throw error;
		});
		const [manifest] = await Promise.all([filled, written]);
		const disk = await open(half, 'r+');
		await disk.sync().finally(() => disk.close());
		await rename(half, file);
		return { rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), tables: manifest.tables.length };
	} catch (error) {
		await rm(half, { force: true });
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOSPC')
			throw new Error(`На диске не хватило места для резервной копии ${file}. Освободите место и повторите.`);
		if (code === 'EACCES') throw new Error(`Нельзя записать резервную копию в ${file}: нет прав на эту папку.`);
		throw error;
	}
}

async function fill(owner: pg.Client, archive: Pack): Promise<Manifest> {
	await owner.query('begin isolation level repeatable read read only');
	await owner.query(portable);
	const head = await describe(owner);
	const headText = JSON.stringify(head);
	await put(archive, headName, Buffer.from(headText));

	const tables: Manifest['tables'] = [];
	for (const table of head.tables) tables.push({ name: table.name, ...(await putTable(owner, archive, table)) });

	const jobsText = JSON.stringify(await waitingJobs(owner));
	await put(archive, jobsName, Buffer.from(jobsText));
	await owner.query('commit');

	const manifest = { head: sha256(headText), jobs: sha256(jobsText), tables };
	await put(archive, manifestName, Buffer.from(JSON.stringify(manifest)));
	archive.finalize();
	return manifest;
}

async function describe(owner: pg.Client): Promise<Head> {
	const { rows: tables } = await owner.query<Head['tables'][number]>(`
		select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
		from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
		group by c.relname order by c.relname collate "C"`);
	const { rows: migrations } = await owner.query<Head['migrations'][number]>(
		'select name, sha256 from migrations order by name'
	);
	const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
	return { format, version, createdAt: new Date().toISOString(), migrations, tables };
}

/** A tar tells the size of an entry before its bytes, and nobody knows a table's: so it goes in pieces, each held in memory once. */
async function putTable(owner: pg.Client, archive: Pack, table: Head['tables'][number]) {
	const stream = owner.query(to(`copy ${copied(owner, table)} to stdout`));
	const hash = createHash('sha256');
	let [held, size, bytes, number]: [Buffer[], number, number, number] = [[], 0, 0, 0];
	const flush = async () => {
		await put(archive, pieceName(table.name, number++), Buffer.concat(held, size));
		held = [];
		size = 0;
	};
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		hash.update(chunk);
		held.push(chunk);
		size += chunk.length;
		bytes += chunk.length;
		if (size >= pieceSize) await flush();
	}
	if (size > 0) await flush();
	return { rows: stream.rowCount, bytes, sha256: hash.digest('hex') };
}

async function waitingJobs(owner: pg.Client): Promise<SavedJob[]> {
	const { rows: found } = await owner.query("select to_regclass('graphile_worker._private_jobs') is not null as there");
	if (!found[0].there) return [];
	const { rows } = await owner.query<SavedJob>(`
		select t.identifier as task, j.payload, j.run_at as "runAt", j.max_attempts as "maxAttempts", j.key
		from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
		where j.attempts < j.max_attempts order by j.run_at, j.id`);
	return rows;
}

/** Waits until the archive has taken it: a slow disk slows the reading down instead of filling the memory. */
function put(archive: Pack, name: string, bytes: Buffer) {
	return new Promise<void>((resolve, reject) => {
		archive.entry({ name, mode: 0o600, mtime: new Date() }, bytes, (error) => (error ? reject(error) : resolve()));
	});
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
