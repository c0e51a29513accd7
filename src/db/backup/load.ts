import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { type CopyStreamQuery, from } from 'pg-copy-streams';
import { extract } from 'tar-stream';
import { migrate, readMigrations } from '../migrate';
import { as } from '../prepare';
import { prepareQueue } from '../queue';
import {
	copied,
	format,
	type Head,
	headName,
	jobsName,
	type Manifest,
	manifestName,
	portable,
	type SavedJob,
	tableOfPiece
} from './archive';
import { clearEmpty, foreignKeys, refuseUnlessEmpty } from './empty';

type Entry = { name: string; body: AsyncIterable<Buffer> };
type Loaded = { name: string; rows: number; bytes: number; sha256: string };

/**
 * Restores `file` into an empty database: shapes it as it was when the backup was made, loads everything in one transaction, compares
 * every count and checksum, then brings it up to this version. Mail stays muted until somebody allows it. Throws one sentence; a
 * failed restore leaves the database empty.
 */
export async function loadBackup(ownerUrl: string, file: string): Promise<{ rows: number; createdAt: string }> {
	const entries = readEntries(file);
	try {
		await as(ownerUrl, refuseUnlessEmpty);
		const head = await readHead(await entries.next());
		await as(ownerUrl, clearEmpty);
		await migrate(ownerUrl, { upTo: head.value.migrations.map(({ name }) => name) });
		await prepareQueue(ownerUrl);
		const rows = await as(ownerUrl, (owner) => load(owner, entries, head));
		await migrate(ownerUrl);
		return { rows, createdAt: head.value.createdAt };
	} catch (error) {
		throw explained(error as NodeJS.ErrnoException, file);
	} finally {
		await entries.return(undefined);
	}
}

class Damaged extends Error {}

function explained(error: NodeJS.ErrnoException, file: string) {
	if (error.code === 'ENOENT') return new Error(`Файла ${file} нет.`);
	if (error.code === 'EISDIR') return new Error(`${file} — папка, а нужен файл резервной копии.`);
	const unreadable = error.code?.startsWith('Z_') || /tar|Unexpected end/i.test(error.message) || isAboutRows(error);
	if (error instanceof Damaged || unreadable) {
		return new Error(
			`Файл ${file} повреждён или это не резервная копия Наставника. База данных осталась пустой. Возьмите другую копию.`,
			{ cause: error }
		);
	}
	return error;
}

/** What the database says of rows that it could not have given out itself (SQLSTATE classes 22, 23). */
const isAboutRows = ({ code }: NodeJS.ErrnoException) => /^2[23][0-9A-Z]{3}$/.test(code ?? '');

async function* readEntries(file: string): AsyncGenerator<Entry, undefined> {
	const archive = extract();
	const read = pipeline(createReadStream(file), createGunzip(), archive);
	read.catch((error) => archive.destroy(error));
	for await (const entry of archive) yield { name: entry.header.name, body: entry as unknown as AsyncIterable<Buffer> };
	await read;
	return undefined;
}

async function readHead({ value: entry }: IteratorResult<Entry, undefined>): Promise<{ value: Head; sha256: string }> {
	if (entry?.name !== headName) throw new Damaged('no head');
	const bytes = await wholeOf(entry);
	const value = JSON.parse(bytes.toString()) as Head;
	if (value.format > format) throw new Error(tooNew(value.version));
	const ours = new Map((await readMigrations()).map(({ name, sha256 }) => [name, sha256]));
	if (value.migrations.some(({ name }) => !ours.has(name))) throw new Error(tooNew(value.version));
	if (value.migrations.some(({ name, sha256 }) => ours.get(name) !== sha256)) {
		throw new Error(
			'Эта копия сделана другой сборкой программы: изменения базы данных в ней не совпадают со здешними. Восстановите её той же сборкой.'
		);
	}
	return { value, sha256: sha256(bytes) };
}

const tooNew = (version: string) =>
	`Эта копия сделана более новой версией программы (${version}). Обновите программу и восстановите копию снова.`;

/** Everything or nothing. Foreign keys stand aside and come back checked: a circle of tables, or a row naming a later one, loads too. */
async function load(
	owner: pg.Client,
	entries: AsyncGenerator<Entry, undefined>,
	head: { value: Head; sha256: string }
) {
	await owner.query('begin');
	await owner.query(portable);
	const keys = await foreignKeys(owner);
	for (const { table, name } of keys) await owner.query(`alter table ${table} drop constraint ${name}`);
	for (const { name } of head.value.tables) await owner.query(`delete from public.${owner.escapeIdentifier(name)}`);

	const done: Loaded[] = [];
	let table: Loading | undefined;
	let jobs = '';
	let manifest: Manifest | undefined;
	for await (const entry of entries) {
		const name = tableOfPiece(entry.name);
		if (table && table.name !== name) {
			done.push(await table.end());
			table = undefined;
		}
		if (name !== undefined) {
			table ??= begin(owner, head.value, name);
			for await (const chunk of entry.body) await table.take(chunk);
		} else if (entry.name === jobsName) jobs = (await wholeOf(entry)).toString();
		else if (entry.name === manifestName) manifest = JSON.parse((await wholeOf(entry)).toString());
		else throw new Damaged(entry.name);
	}
	compare(head, jobs, done, manifest);
	for (const { table, name, definition } of keys) {
		await owner.query(`alter table ${table} add constraint ${name} ${definition}`);
	}
	await requeue(owner, JSON.parse(jobs));
	await owner.query('update instance set mail_muted_at = now(), first_run_code_hash = null, first_run_code_at = null');
	await owner.query('commit');
	return done.reduce((sum, { rows }) => sum + rows, 0);
}

type Loading = { name: string; take(chunk: Buffer): Promise<void>; end(): Promise<Loaded> };

function begin(owner: pg.Client, { tables }: Head, name: string): Loading {
	const table = tables.find((one) => one.name === name);
	if (!table) throw new Damaged(`unknown table ${name}`);
	const stream: CopyStreamQuery = owner.query(from(`copy ${copied(owner, table)} from stdin`));
	const ended = new Promise<void>((resolve, reject) => stream.on('finish', resolve).on('error', reject));
	ended.catch(() => undefined); // told by take or end, whichever comes next
	const hash: Hash = createHash('sha256');
	let bytes = 0;
	return {
		name,
		take: async (chunk) => {
			hash.update(chunk);
			bytes += chunk.length;
			if (!stream.write(chunk)) await Promise.race([new Promise((resolve) => stream.once('drain', resolve)), ended]);
		},
		end: async () => {
			stream.end();
			await ended;
			return { name, rows: stream.rowCount, bytes, sha256: hash.digest('hex') };
		}
	};
}

/** What was loaded is what was saved, to the byte. */
function compare(
	head: { value: Head; sha256: string },
	jobs: string,
	done: readonly Loaded[],
	manifest: Manifest | undefined
) {
	if (!manifest) throw new Damaged('no manifest');
	if (manifest.head !== head.sha256) throw new Damaged('head');
	if (manifest.jobs !== sha256(jobs)) throw new Damaged('jobs');
	const loaded = new Map(done.map((table) => [table.name, table]));
	for (const { name, rows, bytes, sha256 } of manifest.tables) {
		const table = loaded.get(name) ?? { rows: 0, bytes: 0, sha256: emptyHash };
		if (table.rows !== rows || table.bytes !== bytes || table.sha256 !== sha256) throw new Damaged(name);
	}
	if (manifest.tables.length !== head.value.tables.length) throw new Damaged('tables');
}

async function requeue(owner: pg.Client, jobs: readonly SavedJob[]) {
	for (const { task, payload, runAt, maxAttempts, key } of jobs) {
		await owner.query('select graphile_worker.add_job($1, $2, run_at => $3, max_attempts => $4::int, job_key => $5)', [
			task,
			JSON.stringify(payload),
			runAt,
			maxAttempts,
			key
		]);
	}
}

async function wholeOf({ body }: Entry) {
	const parts: Buffer[] = [];
	for await (const part of body) parts.push(part);
	return Buffer.concat(parts);
}

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const emptyHash = sha256('');
