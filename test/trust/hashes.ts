import { sql } from 'kysely';
import type { Db } from '../../src/db/connection';

/** Name → hash of all rows, in an order of their own, whatever order they lie in. */
export async function hashes(db: Db, but: readonly string[] = []) {
	const { rows: tables } = await sql<{ name: string }>`select tablename as name from pg_tables
		where schemaname = 'public' and tablename <> 'migrations' order by 1`.execute(db);
	const found: Record<string, string> = {};
	for (const { name } of tables.filter(({ name }) => !but.includes(name))) {
		const { rows } = await sql<{ hash: string }>`
			select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text collate "C")), '') as hash
			from ${sql.table(name)} t`.execute(db);
		found[name] = rows[0]?.hash ?? '';
	}
	return found;
}
