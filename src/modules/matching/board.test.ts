import { beforeAll, expect, test } from 'vitest';
import { aSchoolToMatch } from '../../../test/matching-story';
import { location, text } from '../../../test/plan-story';
import { as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const read = async (answer: Response | Promise<Response>) =>
	(await text(answer)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const versionIn = (page: string) => /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';

/** Гусев with Белова, Носова with Жукова, Лосева without anybody, on a board. */
async function aBoard(name: string) {
	const story = await aSchoolToMatch(world, name);
	const { vera, ids } = story;
	await vera.post(`/matching/people/${ids.raisa}`, { version: '0', needs: '1', queue: 'last' });
	const run = location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
	const pair = [...(await text(vera.get(run))).matchAll(/name="pair" value="([^"]+)"/g)].map(([, one]) => one ?? '');
	const at = location(await vera.post(`${run}/proposals`, { pair })).split('?')[0] ?? '';
	const board = `${at}/board`;
	const version = async () => versionIn(await text(vera.get(board)));
	const move = async (mentee: string, from: string, to: string, more = {}) =>
		vera.post(`${at}/moves`, { version: await version(), who: `${mentee} ${from}`, to: to || 'none', ...more });
	const turn = async (path: string) => vera.post(`${at}/${path}`, { version: await version() });
	return { ...story, run, at, board, move, turn, version };
}

test('Вера moves Лосева to Белова, where Гусев is: the board says what it costs and who would better move, does so keeping her decision, and takes every move back', async () => {
	const { vera, ids, board, move, turn } = await aBoard('Школа доски');
	const before = await read(vera.get(board));
	expect(before).toContain('С наставником 2 из 3');
	expect(before).toContain('Без наставника');
	expect(before).toContain('При ваших решениях лучше никого не переставить: проверено.');
	const points = /в сумме (\d[\d\s]*) балл/.exec(before)?.[1];

	const moved = location(await move(ids.raisa, '', ids.anna));
	const after = await read(vera.get(moved));
	expect(after).toContain('Наставник есть у каждого');
	expect(after).toMatch(/Лосева Р\. И\.: без наставника → Белова А\. С\./);
	expect(after).toContain('наставник нашёлся: Лосева Р. И.; сверх мест: Белова А. С. (на 1)');
	expect(after).toContain('занято 2 из 1');
	expect(after).toContain('ваше решение');
	expect(after).toContain('Кому теперь лучше перейти');
	expect(after).toMatch(/Гусев Б\. О\.: Белова А\. С\. → без наставника/);

	await turn('rearrangement');
	const best = await read(vera.get(board));
	expect(best).toContain('Остальные переставлены');
	expect(best).toContain('С наставником 2 из 3');
	expect(best).toContain('теперь без наставника: Гусев Б. О.');
	expect(best).not.toContain('сверх мест');
	expect(await read(vera.get(board.replace('/board', ''))), 'it is the proposal itself').toContain('Лосева');

	await turn('moves/undoing');
	await turn('moves/undoing');
	const back = await read(vera.get(board));
	expect(/в сумме (\d[\d\s]*) балл/.exec(back)?.[1]).toBe(points);
	expect(back).toContain('Доска снова как в предложении');
	const nothing = await turn('moves/undoing');
	expect(nothing.status).toBe(422);
	expect(await nothing.text()).toContain('Отменять больше нечего');
	await turn('moves/restoration');
	expect(await read(vera.get(board))).toContain('занято 2 из 1');
	await move(ids.boris, ids.anna, '');
	const new_ = await read(vera.get(board));
	expect(new_).toContain('теперь без наставника: Гусев Б. О.');
	expect(new_, 'a new move leaves nothing to make again').not.toContain('Вернуть');
	const journal = await world.owner
		.selectFrom('journal')
		.where('act', 'like', 'matching-move.%')
		.select('act')
		.orderBy('id')
		.execute();
	expect(journal.map(({ act }) => act.slice(14))).toEqual([
		...['made', 'rearranged', 'undone', 'undone', 'restored', 'made']
	]);
});

test('what is decided stands: a locked pair is not moved, two kept apart are not put together, a stranger to the form and an accepted proposal are refused', async () => {
	const { vera, ids, at, board, move, turn } = await aBoard('Школа решённого');
	await vera.post('/matching/ties', { mentee: ids.boris, mentor: ids.anna, kind: 'lock' });
	await vera.post('/matching/ties', { mentee: ids.raisa, mentor: ids.nina, kind: 'apart', reason: 'Старая ссора' });
	const page = await text(vera.get(board));
	expect(page).toContain('закреплена');
	expect(page).not.toContain(`data-who="${ids.boris}`);
	expect(page).not.toContain('Старая ссора');
	for (const [answer, words] of [
		[await move(ids.boris, ids.anna, ids.nina), 'Эта пара закреплена'],
		[await move(ids.raisa, '', ids.nina), 'решено не ставить их вместе'],
		[await move(ids.yana, ids.nina, ids.nina), 'Этот человек уже здесь'],
		[await move(ids.yana, ids.anna, ids.nina), 'Этой пары в предложении уже нет'],
		[await move(ids.raisa, '', ids.raisa), 'сам себе он наставником не бывает'],
		[await move('никто', '', ids.nina), 'Выберите, кого перевести'],
		[await turn('rearrangement'), 'Переставлять некого']
	] as const) {
		expect(answer.status, words).toBe(422);
		expect(await answer.text()).toContain(words);
	}
	const told = await text(vera.get(`${board}?who=${ids.raisa}%20`));
	expect(told).toMatch(/Жукова Н\. Л\.: [^<]*решено не ставить вместе/);
	await move(ids.yana, ids.nina, '');
	const { status } = await vera.post(`${at}/acceptance`, {
		version: versionIn(await text(vera.get(at))),
		stage: 'potential',
		on: '05.09.2026',
		conclusion: 'Пары подобраны.'
	});
	expect(status).toBe(303);
	const fixed = await read(vera.get(board));
	expect(fixed).toContain('Предложение принято');
	expect(fixed).not.toContain('Перевести');
	const late = await move(ids.yana, '', ids.nina, { version: '2' });
	expect(await late.text()).toContain('сначала отмените принятие');
});

test('on a board of many Вера looks for a mentor by her name or by whom she leads; those who have nobody stay in sight', async () => {
	const { vera, board } = await aBoard('Школа поиска');
	const columns = async (q: string) =>
		[...(await text(vera.get(`${board}?q=${encodeURIComponent(q)}`))).matchAll(/data-name="([^"]+)" aria/g)].map(
			([, one]) => one
		);
	expect(await columns('')).toEqual(['Без наставника', 'Белова А. С.', 'Жукова Н. Л.']);
	expect(await columns('жуков')).toEqual(['Без наставника', 'Жукова Н. Л.']);
	expect(await columns('гусев б')).toEqual(['Без наставника', 'Белова А. С.']);
	expect(await columns('никто')).toEqual(['Без наставника']);
});

test('two curators at once: the second is shown both what was done and what was wanted, and decides', async () => {
	const { vera, ids, at, board, move } = await aBoard('Школа двоих');
	const seen = versionIn(await text(vera.get(board)));
	await move(ids.raisa, '', ids.anna);
	const late = await move(ids.yana, ids.nina, ids.anna, { version: seen });
	expect(late.status).toBe(409);
	const page = await late.text();
	const said = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
	expect(said).toContain('Дронова В. П.: Лосева Р. И.: без наставника → Белова А. С.');
	expect(said).toContain('Вы хотели: Носова Я. А.: Жукова Н. Л. → Белова А. С.');
	expect(page).toContain(`<option value="${ids.yana} ${ids.nina}" selected`);
	const version = versionIn(page);
	const both = await Promise.all([
		vera.post(`${at}/moves`, { version, who: `${ids.yana} ${ids.nina}`, to: ids.anna }),
		vera.post(`${at}/moves`, { version, who: `${ids.boris} ${ids.anna}`, to: ids.nina })
	]);
	expect(both.map(({ status }) => status).sort(), 'one of two at the same moment').toEqual([303, 409]);
	const token = crypto.randomUUID();
	const again = { version: versionIn(await text(vera.get(board))), who: `${ids.raisa} ${ids.anna}`, to: 'none', token };
	for (const _ of [1, 2]) expect((await vera.post(`${at}/moves`, again)).status).toBe(303);
	expect(
		(await text(vera.get(board))).match(/Лосева Р\. И\.: Белова А\. С\. → без наставника/g),
		'done once'
	).toHaveLength(2);
	expect((await as(world, (await aSchoolToMatch(world, 'Чужая')).school.curator).get(board)).status).toBe(404);
});
