import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { aBrowser, leadsTo } from '../../../test/browser';
import { bundledTool } from '../../../test/reader';
import { aSchool } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { goRound } from '../notifications/jobs/letters';
import { readImport } from '../roadmap/jobs';
import type { ReadImport } from './commands/live';
import { HalfMade, makeDemonstration, RealData } from './commands/make';

const today = '2026-11-21';
const at = () => new Date(`${today}T06:00:00Z`);
let world: TestWorld;
let tool: Awaited<ReturnType<typeof bundledTool>>;

const readIn =
	({ db }: TestWorld): ReadImport =>
	(author, importId, { at: moment }) =>
		readImport({ db, cli: tool.cli, clock: () => new Date(moment), actorOf: async () => undefined }, author, {
			importId
		});
const make = (one: TestWorld) =>
	makeDemonstration({
		...one,
		read: readIn(one),
		wake: (author, morning) =>
			goRound({ db: one.db, clock: at, demonstration: true, actorOf: async () => undefined }, author, {}, morning),
		today
	});

beforeAll(async () => {
	[world, tool] = await Promise.all([freshDatabase(), bundledTool()]);
	await make(world);
}, 600_000);

const table = async (query: string) => (await sql.raw<Record<string, unknown>>(query).execute(world.owner)).rows;

test('a village school, a lyceum of sixty and a district stand there, with plans at work', async () => {
	const people = await table(
		`select o.name, count(*)::int as count from people p join organisations o using (organisation_id)
		where not exists (select from guests g where g.person_id = p.id) group by 1 order by 2 desc, 1 limit 2`
	);
	expect(people).toEqual([
		{ name: 'Лицей № 12', count: 60 },
		{ name: 'Берёзовская школа', count: 9 }
	]);
	const plans = await table(
		`select o.name, (select count(*) from activities a where a.organisation_id = r.organisation_id)::int as activities
		from roadmaps r join organisations o using (organisation_id) order by 1`
	);
	expect(plans).toEqual([
		{ name: 'Берёзовская школа', activities: 13 },
		{ name: 'Детский сад «Ласточка»', activities: 11 },
		{ name: 'Лицей № 12', activities: 27 },
		{ name: 'РЦ «Росток»', activities: 10 },
		{ name: 'Школа № 7', activities: 16 }
	]);
});

test('each plan has what is done with proof, what is late, what others above are waited for, what goes on all year', async () => {
	const [lyceum] = await table(`
		select
			count(*) filter (where c.outcome = 'done')::int as done,
			count(*) filter (where o.due_on < '${today}' and c.id is null)::int as late,
			count(*) filter (where o.kind = 'awaited')::int as awaited,
			count(*) filter (where o.kind = 'review')::int as reviews
		from occurrences o
		left join completions c on c.organisation_id = o.organisation_id and c.occurrence_id = o.id
		where o.organisation_id = (select organisation_id from organisations where kind = 'lyceum')`);
	expect(lyceum?.done).toBeGreaterThanOrEqual(10);
	expect(lyceum?.late).toBeGreaterThanOrEqual(1);
	expect(lyceum?.awaited).toBeGreaterThanOrEqual(2);
	expect(lyceum?.reviews).toBeGreaterThanOrEqual(1);
	expect(await table('select from evidence where file_id is not null limit 5')).toHaveLength(5);
	expect(await table(`select from journal where act = 'activity.done' and at > '${today}T23:59:59Z'`)).toHaveLength(0);
});

test('what a plan lives by is there: eight of twelve pairs, words of colleagues, changes since the order, notices', async () => {
	const count = async (query: string) => (await table(`select count(*)::int as count from ${query}`))[0]?.count;
	const [lyceum] = await table("select organisation_id from organisations where kind = 'lyceum'");
	const inLyceum = `where organisation_id = '${lyceum?.organisation_id}'`;
	expect(await count(`plan_units ${inLyceum}`)).toBe(12);
	expect(await count(`coverings ${inLyceum}`)).toBe(8);
	const curator = aBrowser(world, { demonstration: true, at });
	const doors = await (await curator.get('/sign-in')).text();
	const door =
		/name="person"[^>]*value="([^"]+)"(?:(?!<\/form>).)*Агапова/s.exec(doors.slice(doors.indexOf('Лицей № 12')))?.[1] ??
		'';
	await curator.post('/sign-in/demonstration', { person: door });
	const list = await (await curator.get('/roadmap')).text();
	const plan = await (await curator.get(/\/roadmap\/0[\w-]+/.exec(list)?.[0] ?? '')).text();
	expect(plan).toContain('8 из 12 пар');
	expect(plan).toContain('абочие изменения');
	expect(await (await curator.get('/mentorships')).text(), 'a triad of two roles').toMatch(
		/ – предметный; .* – методический/
	);
	for (const organisation of [
		'Школа № 7',
		'Детский сад «Ласточка»',
		'Берёзовская школа',
		'РЦ «Росток»',
		'Лицей № 12'
	]) {
		expect(
			await count(`letters l join organisations o using (organisation_id) where o.name = '${organisation}'`),
			organisation
		).toBeGreaterThan(0);
	}
	expect(await count('activity_comments')).toBeGreaterThanOrEqual(6);
});

test('everyone on the sign-in page is entered with one click and sees their own day', async () => {
	const visitor = () => aBrowser(world, { demonstration: true, at });
	const page = await (await visitor().get('/sign-in')).text();
	const people = [...page.matchAll(/name="person"[^>]*value="([^"]+)"/g)].map(([, id]) => id ?? '');
	expect(people.length).toBeGreaterThanOrEqual(25);
	for (const person of [people[0], people.at(-1)] as string[]) {
		const browser = visitor();
		expect(leadsTo(await browser.post('/sign-in/demonstration', { person }))).toBe('/');
		expect((await browser.get('/today')).status).toBe(200);
	}
});

test('made once: a second start leaves it as it is', async () => {
	expect(await make(world)).toBe(false);
});

test('never beside real data', async () => {
	const real = await freshDatabase();
	await aSchool(real);
	await expect(make(real)).rejects.toThrow(RealData);
	expect(await real.owner.selectFrom('instance').select('demonstration').executeTakeFirst()).toEqual({
		demonstration: false
	});
});

test('one that was interrupted says so', async () => {
	const half = await freshDatabase();
	await aSchool(half);
	await half.owner.updateTable('instance').set({ demonstration: true }).execute();
	await expect(make(half)).rejects.toThrow(HalfMade);
});
