import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { home } from '../home';
import { as } from './prepare';

export type Migration = { name: string; sha256: string; text: string };

type Options = { folder?: string; upTo?: readonly string[] };

const lock = 7025902;

/** The plain SQL files in the order they are applied: NNNN_noun.sql. The hash does not depend on the system's line ends. */
export async function readMigrations(folder = join(home, 'db/migrations')): Promise<Migration[]> {
	const names = (await readdir(folder)).filter((name) => /^\d{4}_[\w-]+\.sql$/.test(name)).sort();
	return Promise.all(
		names.map(async (name) => {
			const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
			return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
		})
	);
}

/**
 * Applies what is not applied yet, each file in one transaction with its row: a killed one leaves nothing and is done by the next start.
 * Two processes at once: the second waits, then finds nothing to do.
 * @param upTo only these names: a copy is restored into the shape it was taken in
 * @returns the names applied now
 */
export async function migrate(ownerUrl: string, { folder, upTo }: Options = {}): Promise<string[]> {
	const all = await readMigrations(folder);
	return as(ownerUrl, async (owner) => {
		// A killed program's change is given up at once, not when it would have ended; a server on Windows cannot tell, and refuses.
		await owner.query("set client_connection_check_interval = '1s'").catch(() => undefined);
		await owner.query('select pg_advisory_lock($1)', [lock]);
		await owner.query('set client_min_messages = warning');
		await owner.query(`create table if not exists migrations (
			name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
		await owner.query('grant select on migrations to nastavnik_app');
		const waiting = await pending(owner, all);
		const chosen = upTo ? waiting.filter(({ name }) => upTo.includes(name)) : waiting;
		for (const migration of chosen) await apply(owner, migration);
		return chosen.map(({ name }) => name);
	});
}

/** What the program would still have to apply. Refuses a database that is newer than the program, or made by other files. */
async function pending(owner: pg.Client, all: readonly Migration[]) {
	const { rows: applied } = await owner.query<{ name: string; sha256: string }>('select name, sha256 from migrations');
	const ours = new Map(all.map((migration) => [migration.name, migration]));
	const unknown = applied.filter(({ name }) => !ours.has(name)).map(({ name }) => name);
	if (unknown.length > 0) {
		throw new Error(
			`База данных новее программы: в ней есть изменения, которых программа не знает (${unknown.sort().join(', ')}). Обновите программу или восстановите резервную копию, сделанную этой версией.`
		);
	}
	const changed = applied.filter(({ name, sha256 }) => ours.get(name)?.sha256 !== sha256).map(({ name }) => name);
	if (changed.length > 0) {
		throw new Error(
			`Файлы изменений базы данных отличаются от тех, что уже применены (${changed.sort().join(', ')}). Верните их прежний вид (git checkout db/migrations), а новое изменение опишите новым файлом.`
		);
	}
	const done = new Set(applied.map(({ name }) => name));
	return all.filter(({ name }) => !done.has(name));
}

async function apply(owner: pg.Client, { name, sha256, text }: Migration) {
	await owner.query('begin');
	try {
		await owner.query(text);
		await owner.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256]);
		await owner.query('commit');
	} catch (error) {
		await owner.query('rollback').catch(() => undefined);
		throw new Error(
			`Не удалось применить изменение базы данных ${name}: ${(error as Error).message}. База осталась прежней.`,
			{ cause: error }
		);
	}
}
