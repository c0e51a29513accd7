import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../test/support';
import { migrate } from './migrate';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'nastavnik-migrations-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(folder, name), text);

describe('Changes of the database', () => {
	it('are applied once each, in the order of their numbers', async () => {
		const { ownerUrl, owner } = await emptyDatabase();
		await write('0002_pupils.sql', 'alter table classes add column pupils int;');
		await write('0001_classes.sql', 'create table classes (name text);');
		expect(await migrate(ownerUrl, { folder })).toEqual(['0001_classes.sql', '0002_pupils.sql']);
		expect(await migrate(ownerUrl, { folder })).toEqual([]);
		const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(owner);
		expect(rows.map(({ name }) => name)).toEqual(['0001_classes.sql', '0002_pupils.sql']);
	});

	it('leave nothing behind when one of their statements fails, and go on once it is mended', async () => {
		const { ownerUrl, owner } = await emptyDatabase();
		await write('0001_classes.sql', 'create table classes (name text); create table classes (name text);');
		await expect(migrate(ownerUrl, { folder })).rejects.toThrow(/0001_classes\.sql.*База осталась прежней/);
		const { rows } = await sql`select from pg_tables where tablename = 'classes'`.execute(owner);
		expect(rows).toHaveLength(0);
		await write('0001_classes.sql', 'create table classes (name text);');
		expect(await migrate(ownerUrl, { folder })).toEqual(['0001_classes.sql']);
	});

	it('are refused when a released file was edited, but not when only its line ends differ', async () => {
		const { ownerUrl } = await emptyDatabase();
		await write('0001_classes.sql', 'create table classes (name text);\n');
		await migrate(ownerUrl, { folder });
		await write('0001_classes.sql', 'create table classes (name text);\r\n');
		expect(await migrate(ownerUrl, { folder })).toEqual([]);
		await write('0001_classes.sql', 'create table classes (name text, year int);\n');
		await expect(migrate(ownerUrl, { folder })).rejects.toThrow(/отличаются.*0001_classes\.sql/);
	});

	it('are refused when the database is newer than the program', async () => {
		const { ownerUrl } = await emptyDatabase();
		await write('0001_classes.sql', 'create table classes (name text);');
		await migrate(ownerUrl, { folder });
		await rm(join(folder, '0001_classes.sql'));
		await expect(migrate(ownerUrl, { folder })).rejects.toThrow(/новее программы/);
	});

	it('wait for each other when two programs start at one moment', async () => {
		const { ownerUrl } = await emptyDatabase();
		await write('0001_classes.sql', 'create table classes (name text); select pg_sleep(0.3);');
		const applied = await Promise.all([migrate(ownerUrl, { folder }), migrate(ownerUrl, { folder })]);
		expect(applied.flat()).toEqual(['0001_classes.sql']);
	});
});
