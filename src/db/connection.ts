import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { DB } from './types';

export type Db = Kysely<DB>;

const { builtins } = pg.types;

/** Calendar dates stay text: a Date would carry an hour and a zone that nobody wrote. Instants are ISO 8601 in UTC; counts are numbers. */
const parsers: Partial<Record<number, (text: string) => unknown>> = {
	[builtins.DATE]: (text) => text,
	[builtins.TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
	[builtins.INT8]: Number
};

const types: pg.CustomTypesConfig = {
	getTypeParser: (oid, format) => parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text')
};

/** A pool of at most `max` connections in one role's name. */
export const connect = (connectionString: string, max = 10): Db => over(makePool(connectionString, max));

/** The pool itself, for what counts its connections or gives them to others. */
export function makePool(connectionString: string, max = 10) {
	const pool = new pg.Pool({ connectionString, types, max });
	pool.on('error', () => undefined); // an idle connection died; the next one is fresh
	pool.on('connect', (client) => client.on('error', () => undefined)); // one at work died: its query fails and says so
	return pool;
}

/** Queries over a pool. */
export const over = (pool: pg.Pool): Db => new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });

/** The service does not start as a role that row-level security would not hold, nor over a table that is not forced under it. */
export async function refuseToBypass(db: Db) {
	const { rows } = await sql<{ free: boolean }>`
		select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user`.execute(db);
	if (rows[0]?.free !== false) {
		throw new Error(
			'Программа не запущена: роль базы данных обходит построчную защиту. Нужна роль без SUPERUSER и BYPASSRLS.'
		);
	}
	const open = await sql<{ name: string }>`
		select c.relname as name from pg_class c
		where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
			and not (c.relrowsecurity and c.relforcerowsecurity) and c.relname <> 'migrations'
		order by 1`.execute(db);
	if (open.rows.length > 0) {
		const names = open.rows.map((row) => row.name).join(', ');
		throw new Error(
			`Программа не запущена: у таблиц снята построчная защита (${names}). Восстановите её и запустите снова.`
		);
	}
}
