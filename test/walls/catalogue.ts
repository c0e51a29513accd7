import { sql } from 'kysely';
import type { Db } from '../../src/db/connection';

const list = async (db: Db, query: ReturnType<typeof sql<{ name: string }>>) =>
	(await query.execute(db)).rows.map(({ name }) => name);

/** Tables that belong to organisations. `organisations` itself is the root and points at its own kind. */
const owned = sql`(
	select c.oid, c.relname from pg_class c
	join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
	where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace)`;

/** Tables that row-level security does not bind everybody on. */
export const unforced = (db: Db) =>
	list(
		db,
		sql`select c.relname as name from pg_class c
			where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
				and not (c.relrowsecurity and c.relforcerowsecurity) and c.relname <> 'migrations' order by 1`
	);

/** Owned tables whose primary key does not begin with the organisation. */
export const keysWithoutOrganisation = (db: Db) =>
	list(
		db,
		sql`select t.relname as name from ${owned} t
			where not exists (
				select from pg_constraint k join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
				where k.conrelid = t.oid and k.contype = 'p' and a.attname = 'organisation_id') order by 1`
	);

/** UNIQUE and EXCLUDE of owned tables that compare rows of different organisations. */
export const comparisonsAcross = (db: Db) =>
	list(
		db,
		sql`select t.relname || '.' || i.relname as name from ${owned} t
			join pg_index x on x.indrelid = t.oid and (x.indisunique or x.indisexclusion)
			join pg_class i on i.oid = x.indexrelid
			where not exists (
				select from pg_attribute a
				where a.attrelid = t.oid and a.attname = 'organisation_id' and a.attnum = any (x.indkey)) order by 1`
	);

/** Foreign keys from one owned table to another that could lead into another organisation. */
export const linksAcross = (db: Db) =>
	list(
		db,
		sql`select t.relname || '.' || k.conname as name from ${owned} t
			join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
			join ${owned} f on f.oid = k.confrelid and f.relname <> 'organisations'
			join pg_attribute mine on mine.attrelid = t.oid and mine.attname = 'organisation_id'
			join pg_attribute theirs on theirs.attrelid = f.oid and theirs.attname = 'organisation_id'
			where k.conkey[1] <> mine.attnum or k.confkey[1] <> theirs.attnum order by 1`
	);

/** Triggers would act where no command is seen. */
export const triggers = (db: Db) =>
	list(
		db,
		sql`select t.relname || '.' || g.tgname as name from ${owned} t
			join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal order by 1`
	);

/** Owned tables with no policy that names the organisation or the account; or a view, which row-level security would miss. */
export const withoutPolicy = (db: Db) =>
	list(
		db,
		sql`select t.relname as name from ${owned} t
			where not exists (
				select from pg_policy p where p.polrelid = t.oid
					and pg_get_expr(p.polqual, t.oid) ~ 'current_(organisation|account)\\(\\)')
			union all
			select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm') order by 1`
	);

/** Functions that act as owner: each must pin where it looks for names, and be given to the serving role by name only. */
export const looseFunctions = (db: Db) =>
	list(
		db,
		sql`select p.proname as name from pg_proc p
			where p.pronamespace = 'public'::regnamespace and p.prosecdef
				and (
					not coalesce(array_to_string(p.proconfig, ','), '') ~ '^search_path=public, pg_temp$'
					or exists (
						select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
						where g.grantee = 0 and g.privilege_type = 'EXECUTE'))
			order by 1`
	);

/** What the serving role may do to lines that are only ever added. */
export const journalRights = (db: Db) =>
	list(
		db,
		sql`select distinct privilege_type as name from information_schema.role_table_grants
			where grantee = 'nastavnik_app' and table_schema = 'public' and table_name in ('journal', 'access_log')
			order by 1`
	);
