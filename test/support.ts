import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { connect, type Db } from '../src/db/connection';
import { as, rolesOf } from '../src/db/prepare';
import { afterwards } from './afterwards';

export type TestWorld = { db: Db; owner: Db; name: string; ownerUrl: string; appUrl: string; drop(): Promise<void> };

/**
 * A database of its own, as production sees it: `db` is the serving role under row-level security, `owner` the one that
 * stands above it. Copied from the migrated template, file by file: six times cheaper than through the log. Dropped when the file's
 * tests are over, or by `drop`.
 */
export async function freshDatabase(): Promise<TestWorld> {
	const { template } = inject('server');
	return database(`template ${template}`);
}

/** An empty database with both roles: no table yet. */
export const emptyDatabase = () => database('template template0');

async function database(how: string): Promise<TestWorld> {
	const { adminUrl } = inject('server');
	const name = `test_${randomUUID().replaceAll('-', '_')}`;
	await as(adminUrl, (admin) => admin.query(`create database ${name} owner nastavnik_owner ${how} strategy file_copy`));
	const { ownerUrl, appUrl } = rolesOf(adminUrl, name);
	const db = connect(appUrl, 5);
	const owner = connect(ownerUrl, 3);
	let dropped: Promise<void> | undefined;
	const drop = async () => {
		await Promise.all([db.destroy(), owner.destroy()]);
		await as(adminUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`));
	};
	const one = { name, ownerUrl, appUrl, db, owner, drop: () => (dropped ??= drop()) };
	afterwards(one.drop);
	return one;
}
