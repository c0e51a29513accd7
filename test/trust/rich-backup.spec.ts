import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, type Role, system } from '../../src/core/actor';
import { addDays } from '../../src/core/dates';
import { loadBackup } from '../../src/db/backup/load';
import { saveBackup } from '../../src/db/backup/save';
import { connect } from '../../src/db/connection';
import { readMigrations } from '../../src/db/migrate';
import { prepareDatabase } from '../../src/db/prepare';
import { makeDemonstration } from '../../src/modules/demonstration/commands/make';
import { goRound } from '../../src/modules/notifications/jobs/letters';
import { readImport } from '../../src/modules/roadmap/jobs';
import { fieldsOf, plain } from '../import-story';
import { bundledTool } from '../reader';
import { as } from '../stories';
import { freshDatabase, type TestWorld } from '../support';
import { hashes } from './hashes';
import { otherServer } from './other-server';

const today = '2026-11-21';
const clock = () => new Date(`${today}T06:00:00Z`);
const location = (answer: Response) => answer.headers.get('location') ?? '';
const text = async (answer: Response | Promise<Response>) => plain(await (await answer).text());

let world: TestWorld;
let tool: Awaited<ReturnType<typeof bundledTool>>;
let other: Awaited<ReturnType<typeof otherServer>>;
let folder: string;
beforeAll(async () => {
	[world, tool, other, folder] = await Promise.all([
		freshDatabase(),
		bundledTool(),
		otherServer(),
		mkdtemp(join(tmpdir(), 'nastavnik-rich-'))
	]);
	const reading = (at: () => Date) => ({ db: world.db, cli: tool.cli, clock: at, actorOf: async () => undefined });
	await makeDemonstration({
		...world,
		read: (author, importId, { at }) =>
			readImport(
				reading(() => new Date(at)),
				author,
				{ importId }
			),
		wake: (author, morning) => goRound({ ...reading(clock), demonstration: true }, author, {}, morning),
		today
	});
}, 600_000);
afterAll(async () => {
	await Promise.all([other.stop(), rm(folder, { recursive: true })]);
});

/** Whoever holds a role in an organisation of the demonstration. */
async function somebodyOf(organisation: string, role: Role): Promise<Actor> {
	const one = await world.owner
		.selectFrom('role_periods as r')
		.innerJoin('people as p', (on) =>
			on.onRef('p.organisation_id', '=', 'r.organisation_id').onRef('p.id', '=', 'r.person_id')
		)
		.innerJoin('organisations as o', 'o.organisation_id', 'r.organisation_id')
		.where('o.name', '=', organisation)
		.where('r.role', '=', role)
		.where('p.account_id', 'is not', null)
		.select(['p.id', 'p.account_id', 'p.family_name', 'o.organisation_id', 'o.time_zone', 'o.kind', 'o.name'])
		.executeTakeFirstOrThrow();
	return {
		personId: one.id,
		organisationId: one.organisation_id,
		accountId: one.account_id ?? '',
		sessionId: '',
		timeZone: one.time_zone,
		roles: [role],
		name: one.family_name,
		organisation: { name: one.name, kind: one.kind, onePersonMode: false }
	};
}

/** The plan of a school is continued into the next two years and those into nothing: each remembers the one before it. */
async function continueTwice(vera: ReturnType<typeof as>, first: string) {
	let plan = first;
	for (const years of ['2027/2028', '2028/2029']) {
		const page = await text(vera.get(`${plan}/next-year`));
		const row = [...page.matchAll(/name="row" value="([^"]+)"/g)].map(([, id = '']) => id);
		const begun = await vera.post(`${plan}/next-year`, { title: `Дорожная карта на ${years} учебный год`, row });
		const path = location(begun);
		const fields = fieldsOf(await text(vera.get(`${path}/acceptance`)), `${path}/acceptance`);
		const accepted = await vera.post(`${path}/acceptance`, { ...fields, past: 'keep', earlier: 'later' });
		expect(accepted.status).toBe(303);
		plan = location(accepted).split('?')[0] ?? '';
	}
}

/** What the demonstration leaves out: everything else a plan, its letters and its template can hold. */
async function liveOn() {
	const actor = await somebodyOf('Лицей № 12', 'curator');
	const vera = as({ ...world, cli: tool.cli }, actor, clock);
	const plan = /href="(\/roadmap\/0[\w-]+)"/.exec(await text(vera.get('/roadmap')))?.[1] ?? '';
	const times = await world.owner
		.selectFrom('occurrences as o')
		.innerJoin('activities as a', (on) =>
			on.onRef('a.organisation_id', '=', 'o.organisation_id').onRef('a.id', '=', 'o.activity_id')
		)
		.where('a.organisation_id', '=', actor.organisationId)
		.where('o.kind', '=', 'deadline')
		.where('o.due_on', '>', addDays(today, 20))
		.select('o.id')
		.limit(3)
		.execute();
	const edit = { occurrence: times.map(({ id }) => id), edit: 'term', toDay: '20.12.2026' };
	const moved = await vera.post(`${plan}/edits`, edit);
	const of = new URL(location(moved), 'http://x').searchParams.get('of');
	expect((await vera.post(`/plan-changes/${of}/undoing`)).status).toBe(303);
	expect((await vera.post(`${plan}/edits`, edit)).status).toBe(303);
	await vera.post(`${plan}/activities`, {
		title: 'Добавлено задним числом',
		to: '01.11.2026',
		results: 'Справка\tи «кавычки» \\N'
	});

	// a newer version of the same plan, from its own file
	const file = new File([await (await vera.get(`${plan}/document.docx`)).arrayBuffer()], 'План, новая версия.docx');
	const sent = location(await vera.post('/roadmap/imports', { file, text: '', renews: plan.split('/').at(-1) ?? '' }));
	const reading = { db: world.db, cli: tool.cli, clock, actorOf: async () => undefined };
	await readImport(reading, system(actor.organisationId, actor.timeZone), { importId: sent.split('/').at(-1) ?? '' });
	const renewal = await text(vera.get(`${sent}/renewal`));
	const change = [...renewal.matchAll(/name="change" value="([^"]+)"/g)].map(([, key = '']) => key);
	const fields = fieldsOf(renewal, `${sent}/renewal?plan=${plan.split('/').at(-1)}`);
	if (change.length > 0)
		expect((await vera.post(`${sent}/renewal?plan=${plan.split('/').at(-1)}`, { ...fields, change })).status).toBe(303);
	await continueTwice(vera, plan);

	await vera.post('/my-calendar/address');
	await vera.post('/my-letters/wish', { wish: 'with-deadlines', daysAhead: '0', version: '0' });
	await vera.post('/letters/pause');
	await vera.post('/letters/pause/ending');

	const centre = as(world, await somebodyOf('РЦ «Росток»', 'methodologist'), clock);
	const above = /href="(\/roadmap\/0[\w-]+)"/.exec(await text(centre.get('/roadmap')))?.[1] ?? '';
	await centre.post(`${above}/template`, { note: 'Для школ' });
	const below = as(world, await somebodyOf('Школа № 7', 'curator'), clock);
	const template = /href="(\/roadmap\/templates\/[^"]+)"/.exec(await text(below.get('/roadmap/starters')))?.[1] ?? '';
	const taken = location(await below.post(template));
	const acceptance = fieldsOf(await text(below.get(`${taken}/acceptance`)), `${taken}/acceptance`);
	expect((await below.post(`${taken}/acceptance`, { ...acceptance, past: 'keep', earlier: 'later' })).status).toBe(303);
}

/** The tables that the migrations of plans, letters and what lives beside them have made. */
async function tablesOfPlans() {
	const plans = (await readMigrations()).filter(({ name }) => name >= '0004' && name < '0013');
	return plans.flatMap(({ text: words }) => [...words.matchAll(/^create table (\w+)/gm)].map(([, name = '']) => name));
}

describe('A rich school', () => {
	it('is saved and restored into another server and back: every row of every table, rings of plans too', async () => {
		await liveOn();
		const { rows: ring } = await sql<{ plans: number; continued: number }>`
			select count(distinct r.id)::int as plans, count(i.continues_id)::int as continued
			from roadmaps r join roadmap_imports i on i.organisation_id = r.organisation_id and i.id = r.import_id
			join organisations o on o.organisation_id = r.organisation_id
			where o.name = 'Лицей № 12'`.execute(world.owner);
		expect(ring[0]).toEqual({ plans: 3, continued: 2 });

		const source = await hashes(world.owner, ['instance']);
		const empty = Object.keys(source).filter((name) => source[name]?.startsWith('0 '));
		const plans = await tablesOfPlans();
		expect(plans.length).toBe(25);
		expect(plans.filter((name) => empty.includes(name))).toEqual([]);

		const there = await prepareDatabase(other.adminUrl, `rich_${randomUUID().replaceAll('-', '_')}`);
		const first = join(folder, 'first.tar.gz');
		await saveBackup(world.ownerUrl, first);
		await loadBackup(there.ownerUrl, first);
		const copy = connect(there.ownerUrl, 2);
		expect(await hashes(copy, ['instance'])).toEqual(source);

		const back = await prepareDatabase(other.adminUrl, `rich_${randomUUID().replaceAll('-', '_')}`);
		const second = join(folder, 'second.tar.gz');
		await saveBackup(there.ownerUrl, second);
		await copy.destroy();
		await loadBackup(back.ownerUrl, second);
		const again = connect(back.ownerUrl, 2);
		expect(await hashes(again, ['instance'])).toEqual(source);

		// and the copy works on: the chain of plans is read, a term is late by the same day
		const served = connect(back.appUrl, 2);
		const vera = as({ ...world, db: served }, await somebodyOf('Лицей № 12', 'curator'), clock);
		const list = await text(vera.get('/roadmap'));
		const whole = await text(as(world, await somebodyOf('Лицей № 12', 'curator'), clock).get('/roadmap'));
		expect(list).toBe(whole);
		await Promise.all([served.destroy(), again.destroy()]);
	}, 600_000);
});
