import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '../../src/db/as-actor';
import type { Db } from '../../src/db/connection';
import { aSchool } from '../stories';
import { freshDatabase, type TestWorld } from '../support';
import * as catalogue from './catalogue';

/** Each rule of the catalogue with a change that breaks it: the rule must hold as released, and must see the breach. */
const rules: Record<string, { check: (db: Db) => Promise<string[]>; breach: string; seen: string }> = {
	'row-level security is forced on every table': {
		check: catalogue.unforced,
		breach: 'alter table people no force row level security',
		seen: 'people'
	},
	'the primary key of an owned table begins with its organisation': {
		check: catalogue.keysWithoutOrganisation,
		breach: 'create table planted (id uuid primary key, organisation_id uuid not null references organisations)',
		seen: 'planted'
	},
	'nothing is unique across organisations': {
		check: catalogue.comparisonsAcross,
		breach: 'create unique index one_email on people (email)',
		seen: 'people.one_email'
	},
	'no link leads into another organisation': {
		check: catalogue.linksAcross,
		breach: `create table planted (organisation_id uuid not null, id uuid not null, person_id uuid not null, of_organisation uuid,
			primary key (organisation_id, id),
			constraint stray foreign key (of_organisation, person_id) references people)`,
		seen: 'planted.stray'
	},
	'no trigger acts behind a command': {
		check: catalogue.triggers,
		breach: `create function nothing() returns trigger language plpgsql as 'begin return new; end';
			create trigger hidden before insert on people execute function nothing()`,
		seen: 'people.hidden'
	},
	'every owned table has a policy of its organisation': {
		check: catalogue.withoutPolicy,
		breach: 'drop policy own_organisation on activities',
		seen: 'activities'
	},
	'what acts as owner pins its search path and is not everybody’s': {
		check: catalogue.looseFunctions,
		breach: 'grant execute on function organisations_above() to public',
		seen: 'organisations_above'
	}
};

describe('the shape of the database', () => {
	for (const [rule, { check, breach, seen }] of Object.entries(rules)) {
		test(rule, async () => {
			const { owner, drop } = await freshDatabase();
			expect(await check(owner)).toEqual([]);
			await sql.raw(breach).execute(owner);
			expect(await check(owner)).toContain(seen);
			await drop();
		});
	}

	test('the serving role neither shapes the database nor reaches past the walls', async () => {
		const { db } = await freshDatabase();
		const { rows } = await sql<Record<string, boolean>>`
			select rolsuper as super, rolbypassrls as bypass, rolcreatedb as databases, rolcreaterole as roles,
				has_schema_privilege('public', 'create') as tables,
				has_schema_privilege('graphile_worker', 'usage') as queue,
				has_table_privilege('credentials', 'delete') as credentials,
				has_table_privilege('known_devices', 'select') as devices,
				has_column_privilege('sessions', 'token_hash', 'select') as tokens,
				has_column_privilege('instance', 'demonstration', 'update') as demonstration,
				pg_has_role('nastavnik_owner', 'member') as owner
			from pg_roles where rolname = current_user`.execute(db);
		expect(Object.entries(rows[0] ?? { nobody: true }).filter(([, may]) => may)).toEqual([]);
	});

	test('the journal only grows', async () => {
		const { owner } = await freshDatabase();
		expect(await catalogue.journalRights(owner)).toEqual(['INSERT', 'SELECT']);
	});
});

describe('a school sees its own rows only', () => {
	let world: TestWorld;
	beforeAll(async () => {
		world = await freshDatabase();
	});

	/** Owned tables in which the author of a transaction sees anything of `organisation`. */
	async function seenOf(db: Db, author: Parameters<typeof asActor>[1] | undefined, organisation: string) {
		const { rows: tables } = await sql<{ name: string }>`
			select table_name as name from information_schema.columns
			where table_schema = 'public' and column_name = 'organisation_id'
				and has_column_privilege(quote_ident(table_name), 'organisation_id', 'select') order by 1`.execute(db);
		const count = async (tx: Pick<Db, 'getExecutor'>) => {
			const seen: string[] = [];
			for (const { name } of tables) {
				const { rows } =
					await sql`select 1 from ${sql.table(name)} where organisation_id = ${organisation} limit 1`.execute(tx);
				if (rows.length > 0) seen.push(name);
			}
			return seen;
		};
		if (!author) return count(db);
		const { value } = await asActor(db, author, 'read only', async (tx) => ({
			ok: true,
			value: await count(tx as unknown as Db)
		}));
		return value;
	}

	test('its own, not its neighbour’s, and nothing without a context', async () => {
		const zarechye = await aSchool(world, { name: 'Заречье' });
		const lugovaya = await aSchool(world, { name: 'Луговая' });
		expect(await seenOf(world.db, zarechye.curator, zarechye.organisationId)).toContain('people');
		expect(await seenOf(world.db, lugovaya.administrator, zarechye.organisationId)).toEqual([]);
		expect(await seenOf(world.db, undefined, zarechye.organisationId)).toEqual([]);
	});

	test('a policy that lets everybody look is noticed', async () => {
		const open = await freshDatabase();
		const zarechye = await aSchool(open, { name: 'Заречье' });
		const lugovaya = await aSchool(open, { name: 'Луговая' });
		await sql`alter policy own_organisation on posts using (true)`.execute(open.owner);
		expect(await seenOf(open.db, lugovaya.curator, zarechye.organisationId)).toEqual(['posts']);
		await open.drop();
	});

	test('nobody writes a row into another school', async () => {
		const zarechye = await aSchool(world, { name: 'Заречье' });
		const lugovaya = await aSchool(world, { name: 'Луговая' });
		const write = asActor(world.db, lugovaya.curator, 'read write', async (tx) => {
			await tx
				.insertInto('people')
				.values({
					organisation_id: zarechye.organisationId,
					id: crypto.randomUUID(),
					family_name: 'Чужая',
					given_name: 'Рука',
					created_at: '2026-09-05T14:00:00Z'
				})
				.execute();
			return { ok: true };
		});
		await expect(write).rejects.toThrow(/row-level security/);
	});
});
