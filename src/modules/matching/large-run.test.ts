import { beforeAll, expect, test } from 'vitest';
import { aLargeSchool } from '../../../test/large-school';
import { location } from '../../../test/plan-story';
import { bundledTool } from '../../../test/reader';
import { aSchool, as, type TestDatabase } from '../../../test/stories';
import { freshDatabase } from '../../../test/support';

let world: TestDatabase & { cli: string };
beforeAll(async () => {
	world = { ...(await freshDatabase()), ...(await bundledTool()) };
});

const running = 'data-running="true"';

test('a large school is matched aside: nothing begins before the asking is kept; Vera sees how far it is, others are answered meanwhile, then the pairs are at the same address', async () => {
	const { school, vera, ask, work, runs, page } = await aLargeSchool(world, 'Большая школа', [400, 390]);
	const at = await ask();
	expect(await runs(), 'asked for, not made').toHaveLength(0);
	const first = await page(at);
	expect(first).toContain('ждёт своей очереди');
	expect(first, 'without script the page asks again').toContain('http-equiv="refresh"');
	expect(await page('/matching')).toContain('Большой подбор уже идёт');
	const second = await vera.post('/matching/runs', { kind: 'one-to-one' });
	expect(second.status, 'one at a time').toBe(422);
	expect(await second.text()).toContain('Один большой подбор уже идёт');

	const gleb = as(world, school.director);
	await gleb.get('/today'); // compiled by now, as in a server at work
	let [answered, going] = [0, true];
	const job = work(at).finally(() => {
		going = false;
	});
	const seen = new Set<string>();
	while (going) {
		expect((await gleb.get('/today')).status).toBe(200);
		if (going) answered += 1;
		seen.add(/role="status"> ?([^<]*)/.exec(await page(at))?.[1] ?? '');
	}
	await job;
	expect(answered, 'pages of others while it went on').toBeGreaterThan(3);
	expect([...seen].join('; ')).toMatch(/просмотрено \d+ из 400|Ищем лучшие пары/);
	const pairs = await page(at);
	expect(pairs).toContain('390 пар. Наставника не хватило: 10 человек.');
	expect(pairs).toContain('Подбор сделан и проверен.');
	expect(pairs).not.toContain('анные изменились');

	const pair = [...pairs.matchAll(/name="pair" value="([^"]+)"/g)].map(([, one]) => one ?? '');
	const board = `${location(await vera.post(`${at}/proposals`, { pair })).split('?')[0]}/board`;
	const shown = await page(board);
	expect(shown, 'nothing is solved at each showing').toContain('Посчитать, кому теперь лучше перейти');
	expect(shown).not.toContain('лучше никого не переставить');
	expect(await page(`${board}?better=on`)).toContain('При ваших решениях лучше никого не переставить: проверено.');
	const stranger = (await aSchool(world, { name: 'Чужая школа' })).curator;
	expect((await as(world, stranger).get(at)).status).toBe(404);
});

test('stopped in the midst, nothing is written and it can be begun anew; stopped too late, it is said that the pairs are there', async () => {
	const { vera, ask, workWhile, runs, page } = await aLargeSchool(world, 'Школа передумавших');
	const at = await ask();
	const neighbour = (await aSchool(world, { name: 'Соседи' })).curator;
	expect((await as(world, neighbour).post(`${at}/stopping`)).status).toBe(404);
	await workWhile(at, async () => expect((await vera.post(`${at}/stopping`)).status).toBe(303));
	const stopped = await page(at);
	expect(stopped).toContain('Подбор остановлен');
	expect(stopped).toContain('Начать заново');
	expect(stopped).not.toContain(running);
	expect(await runs()).toHaveLength(0);

	const again = await aLargeSchool(world, 'Школа опоздавших');
	const done = await again.ask();
	await again.work(done);
	const late = await again.vera.post(`${done}/stopping`);
	expect(late.status).toBe(409);
	expect((await late.text()).replace(/\s+/g, ' ')).toContain('Остановить не успели: подбор уже закончился.');
	expect(await again.runs()).toHaveLength(1);
});

test('who changed meanwhile is said, and it is offered to match anew; what has gone from under the matching is told on its page', async () => {
	const { school, vera, ask, workWhile, runs, page } = await aLargeSchool(world, 'Школа перемен');
	const at = await ask();
	const another = { person: school.mentee.personId, from: '01.09.2026' };
	await workWhile(at, () => vera.post('/registry/mentees/entries', another));
	const changed = await page(at);
	expect(await runs(), 'what was reckoned is kept').toHaveLength(1);
	expect(changed).toContain('Пока он шёл, данные изменились.');
	expect(changed).toContain('стали наставляемыми');
	expect(changed).toContain('Подобрать заново');

	const lost = await ask();
	await workWhile(lost, () =>
		world.owner
			.deleteFrom('role_periods')
			.where('organisation_id', '=', school.organisationId)
			.where('role', '=', 'curator')
			.execute()
	);
	expect(await runs(), 'without the right nothing is written').toHaveLength(1);
	expect(await page(lost)).toContain('роль куратора закончилась');
});

test('the server is started again in the midst: the matching is said to have been interrupted, and is begun anew by one button', async () => {
	const { school, vera, ask, work, runs, page } = await aLargeSchool(world, 'Школа с перебоями');
	const at = await ask();
	await world.owner
		.updateTable('matching_askings')
		.where('organisation_id', '=', school.organisationId)
		.set({ begun_at: '2026-09-05T13:59:30Z', noted_at: '2026-09-05T13:59:50Z' }) // its server was at it, and is gone
		.execute();
	expect(await page(at)).toContain(running);
	await work(at); // the queue gives the job back once the server is there again
	const broken = await page(at);
	expect(broken).toContain('Подбор прерван: сервер перезапускали');
	expect(await runs()).toHaveLength(0);
	const anew = location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
	await world.owner
		.updateTable('matching_askings')
		.where('organisation_id', '=', school.organisationId)
		.where('ended_at', 'is', null)
		.set({ begun_at: '2026-09-05T13:50:00Z', noted_at: '2026-09-05T13:50:00Z' }) // silent for ten minutes, and nobody gives it back
		.execute();
	expect(await page(anew)).toContain('Подбор прерван');
	const third = await ask();
	await work(third);
	expect(await page(third)).toContain('250 пар.');
});

test('a round of a large school is decided with its run: both are there at the end, or neither; what was decided otherwise meanwhile is said', async () => {
	const { vera, ask, work, page } = await aLargeSchool(world, 'Школа большого круга');
	const first = await ask();
	await work(first);
	const pair = [...(await page(first)).matchAll(/name="pair" value="([^"]+)"/g)]
		.map(([, one]) => one ?? '')
		.slice(0, 3);
	const proposal = location(await vera.post(`${first}/proposals`, { pair })).split('?')[0] ?? '';
	const [locked = '', apart = ''] = pair;
	const decide = [`lock ${locked}`, `apart ${apart}`];
	const chosen = decide.map((one) => `decide=${encodeURIComponent(one)}`).join('&');
	expect(await page(`${proposal}/round?preview=on&${chosen}`)).toContain(
		'Людей много: что выйдет, покажет новый подбор.'
	);

	const at = location(await vera.post(`${proposal}/round`, { decide }));
	expect(await page('/matching/people'), 'nothing is decided yet').toContain('решений о парах 0');
	await vera.post(`${at}/stopping`);
	await work(at);
	const stopped = await page(at);
	expect(stopped).toContain('Ничего не записано, решения о парах тоже.');
	expect(stopped).toContain('К решениям о парах');

	const second = location(await vera.post(`${proposal}/round`, { decide }));
	await work(second);
	const made = await page(second);
	expect(made).toContain('закреплена');
	expect(made).not.toContain('анные изменились');
	const round = /href="([^"]+round\?round=[^"]+)"/.exec(made)?.[1] ?? '';
	expect(await page(round)).toContain('Закреплено: 1, не ставим вместе: 1.');
	await vera.post(`/matching/rounds/${round.split('round=')[1]}/undoing`);

	const third = location(await vera.post(`${proposal}/round`, { decide }));
	const [mentee = '', mentor = ''] = locked.split(' ');
	await vera.post('/matching/ties', { mentee, mentor, kind: 'apart', reason: 'Передумали' });
	await work(third);
	expect(await page(third)).toContain('о некоторых из этих пар решили иначе');
	expect(await page('/matching/people')).toContain('решений о парах 1');
});
