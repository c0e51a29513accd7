import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSchool, id, now } from '../../test/stories';
import { freshDatabase, type TestWorld } from '../../test/support';
import type { Actor } from '../core/actor';
import { asActor, readAs, type Tx } from './as-actor';
import { refuseToBypass } from './connection';
import { journal } from './journal';
import { once } from './once';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});
afterAll(() => world.drop());

const organisationsIn = async (tx: Tx) =>
	(await tx.selectFrom('people').select('organisation_id').distinct().execute()).map((row) => row.organisation_id);

/** A line of the journal in the name of one, about the organisation of another. */
async function write(tx: Tx, by: Actor, about: { organisationId: string } = by) {
	await journal(tx, { ...by, organisationId: about.organisationId }, 'person.added', { kind: 'person', id: id() }, now);
	return { ok: true };
}
const linesOf = async ({ organisationId }: Actor) =>
	world.owner.selectFrom('journal').select('id').where('organisation_id', '=', organisationId).execute();

test('without a context the serving role sees no row, before and after somebody else used the connection', async () => {
	const { curator } = await aSchool(world, { name: 'Школа № 1' });
	const seen = () =>
		Promise.all(
			(['organisations', 'people', 'journal', 'role_periods'] as const).map((table) =>
				world.db.selectFrom(table).selectAll().execute()
			)
		);

	expect((await seen()).flat()).toEqual([]);
	await Promise.all([1, 2, 3, 4].map(() => readAs(world.db, curator, organisationsIn)));
	expect((await seen()).flat()).toEqual([]);
});

test('a query that forgot its where sees one school only, and cannot write into another', async () => {
	const ours = (await aSchool(world, { name: 'Школа № 2' })).curator;
	const theirs = (await aSchool(world, { name: 'Школа № 3' })).curator;

	expect(await readAs(world.db, ours, organisationsIn)).toEqual([ours.organisationId]);
	await expect(asActor(world.db, ours, 'read write', (tx) => write(tx, ours, theirs))).rejects.toThrow(
		'row-level security'
	);
	await expect(asActor(world.db, ours, 'read only', (tx) => write(tx, ours))).rejects.toThrow('read-only');
});

test('what is not ok, or throws, leaves no trace', async () => {
	const { curator } = await aSchool(world, { name: 'Школа № 4' });
	await asActor(world.db, curator, 'read write', async (tx) => ({ ...(await write(tx, curator)), ok: false }));
	const broken = asActor(world.db, curator, 'read write', async (tx) => {
		await write(tx, curator);
		throw new Error('Свет погас');
	});
	await expect(broken).rejects.toThrow('Свет погас');
	expect(await linesOf(curator)).toEqual([]);
});

test('a form sent three times at once is done once, and each sending gets the same answer', async () => {
	const { curator } = await aSchool(world, { name: 'Школа № 5' });
	const token = crypto.randomUUID();
	const send = () =>
		asActor(world.db, curator, 'read write', (tx) =>
			once(tx, curator, token, now, async () => ({
				...(await write(tx, curator)),
				ok: true as const,
				value: crypto.randomUUID()
			}))
		);

	const answers = await Promise.all([send(), send(), send()]);
	expect(new Set(answers.map((answer) => answer.ok && answer.value)).size).toBe(1);
	expect(await linesOf(curator)).toHaveLength(1);
});

test('a rejected form may be corrected and sent with the same token', async () => {
	const { curator } = await aSchool(world, { name: 'Школа № 6' });
	const token = crypto.randomUUID();
	const send = (ok: boolean) =>
		asActor(world.db, curator, 'read write', (tx) =>
			once(tx, curator, token, now, async () =>
				ok ? { ok, value: 'принято' } : { ok, problems: { name: 'Заполните' } }
			)
		);

	expect(await send(false)).toMatchObject({ ok: false });
	expect(await send(true)).toEqual({ ok: true, value: 'принято' });
});

test('the journal can be neither rewritten nor emptied by the serving role', async () => {
	const { curator } = await aSchool(world, { name: 'Школа № 7' });
	await asActor(world.db, curator, 'read write', (tx) => write(tx, curator));
	for (const rewriting of [sql`update journal set act = 'x'`, sql`delete from journal`, sql`truncate journal`]) {
		const attempt = asActor(world.db, curator, 'read write', async (tx) => ({
			ok: true,
			done: await rewriting.execute(tx)
		}));
		await expect(attempt).rejects.toThrow('permission denied');
	}
});

test('the serving role can neither sign somebody in as another, nor move a school, nor leave it without a time', async () => {
	const { curator } = await aSchool(world, { name: 'Школа № 8' });
	const attempt = (change: RawBuilder<unknown>) =>
		asActor(world.db, curator, 'read write', async (tx) => ({ ok: true, done: await change.execute(tx) }));

	await expect(attempt(sql`update people set account_id = ${id()}`)).rejects.toThrow('permission denied');
	await expect(attempt(sql`update organisations set parent_id = ${id()}`)).rejects.toThrow('permission denied');
	await expect(attempt(sql`update organisations set time_zone = 'constructor'`)).rejects.toThrow('time zone');
});

test('the program refuses a role that could bypass the walls, and a wall that was taken down', async () => {
	await refuseToBypass(world.db);
	await expect(refuseToBypass(world.owner)).rejects.toThrow('обходит построчную защиту');

	await sql`alter table people no force row level security`.execute(world.owner);
	await expect(refuseToBypass(world.db)).rejects.toThrow('people');
	await sql`alter table people force row level security`.execute(world.owner);
	await refuseToBypass(world.db);
});
