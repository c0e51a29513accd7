import { beforeAll, expect, test } from 'vitest';
import { at, location, text } from '../../../test/plan-story';
import { aSchool, as, id, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { system } from '../../core/actor';
import { asActor } from '../../db/as-actor';
import { recordReading } from './commands/import-roadmap';
import { readPastedText } from './readers/read-roadmap';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const token = () => crypto.randomUUID();
const importOf = (answer: Response) => location(answer).split('/').at(-1) ?? '';

test('Vera begins with a starter: it is read like any plan, and she checks it before it works', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	expect(await text(vera.get('/roadmap/starters'))).toContain('Короткий план на одну-две пары');
	expect(await text(vera.get('/roadmap/starters/small'))).toContain('Подобрать наставника и сформировать пару');

	const answer = await vera.post('/roadmap/starters/small', { token: token(), year: '2026-09-01' });
	expect(answer.status).toBe(303);
	const row = await world.owner
		.selectFrom('roadmap_imports')
		.select(['pasted', 'source_name'])
		.where('id', '=', importOf(answer))
		.executeTakeFirstOrThrow();
	expect(row.source_name).toBe('Образец «Короткий план на одну-две пары»');
	const understood = readPastedText(row.pasted ?? '');
	await asActor(world.db, system(school.organisationId, 'Asia/Novosibirsk'), 'read write', async (tx) => {
		await recordReading(tx, system(school.organisationId, 'Asia/Novosibirsk'), importOf(answer), { understood }, now);
		return { ok: true };
	});
	const page = await text(vera.get(`/roadmap/imports/${importOf(answer)}`));
	expect(page).toContain('Составить персонализированную программу на год');
	expect(page).toContain('2026');
});

test('sent twice, the starter is taken once', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const form = { token: token(), year: '2026-09-01' };
	const [first, second] = [
		await vera.post('/roadmap/starters/small', form),
		await vera.post('/roadmap/starters/small', form)
	];
	expect(importOf(second)).toBe(importOf(first));
});

test('another year than the two offered is refused in words, and the page stays', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	for (const year of ['2019-09-01', 'вчера', '']) {
		const answer = await vera.post('/roadmap/starters/small', { token: token(), year });
		expect(answer.status, year).toBe(422);
		expect(await answer.text()).toMatch(/Выберите учебный год/);
	}
});

test('a kindergarten is offered a kindergarten’s plans in its own words; those of a lesson school are not on its list', async () => {
	const sad = await aSchool(world, { name: 'Детский сад «Ручеёк»', kind: 'kindergarten' });
	const vera = as(world, sad.curator);
	const list = await text(vera.get('/roadmap/starters'));
	expect(list).toContain('/roadmap/starters/kindergarten');
	expect(list).not.toContain('/roadmap/starters/methodology');
	expect((await vera.get('/roadmap/starters/nothing')).status).toBe(404);
	const page = await text(vera.get('/roadmap/starters/kindergarten'));
	expect(page).toContain('Заведующий');
	expect(page).not.toContain('Директор');
});

test('in summer the coming school year is offered first', async () => {
	const school = await aSchool(world);
	const july = as({ ...world }, school.curator, at('2027-07-10T05:00:00Z'));
	const page = await text(july.get('/roadmap/starters/small'));
	expect(page.indexOf('2027–2028')).toBeGreaterThan(0);
	expect(page.indexOf('2027–2028')).toBeLessThan(page.indexOf('2026–2027'));
});

test('two models laid on each other: what is common, what one lacks; a stranger’s plan is not found', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const page = await text(vera.get('/roadmap/comparison?own=pedagogues&with=methodology'));
	expect(page).toContain('Формирование базы наставников');
	expect(page).toContain('Провести собеседования с наставниками');
	expect(page).toMatch(/есть \d+, нет \d+/);
	expect((await vera.get(`/roadmap/comparison?own=${id()}&with=small`)).status).toBe(404);
	expect((await vera.get('/roadmap/comparison?own=nonsense&with=small')).status).toBe(404);
	expect((await vera.get('/roadmap/comparison')).status).toBe(200);
});
