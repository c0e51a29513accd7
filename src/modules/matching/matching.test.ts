import { beforeAll, expect, test } from 'vitest';
import { aSchoolToMatch } from '../../../test/matching-story';
import { location, text } from '../../../test/plan-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const plain = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const read = async (answer: Response | Promise<Response>) => plain(await text(answer));

const zeros = {
	subject: '0',
	experience: '0',
	wishes: '0',
	interview: '0',
	format: '0',
	place: '0',
	time: '0',
	load: '0'
};

test('Вера has nobody in the registers: the page says where to begin, and a run made all the same is refused in words', async () => {
	const { curator } = await aSchool(world, { name: 'Пустая школа' });
	const vera = as(world, curator);
	expect(await read(vera.get('/matching'))).toContain('Подбирать пока некого');
	const refused = await vera.post('/matching/runs', { kind: 'one-to-one' });
	expect(refused.status).toBe(422);
	expect(await refused.text()).toContain('внесите людей в банк наставников и в банк наставляемых');
	expect(await read(vera.get('/matching/people'))).toContain('В банках пока никого нет');
	expect((await vera.get('/matching/terms')).status).toBe(200);
});

test('who helps with what is asked is chosen, in words; who was left is told why and what would help; sent twice it is one run', async () => {
	const { vera, ids, school } = await aSchoolToMatch(world, 'Школа подбора');
	const token = crypto.randomUUID();
	const made = await vera.post('/matching/runs', { kind: 'one-to-one', token });
	const again = await vera.post('/matching/runs', { kind: 'one-to-one', token });
	const run = location(made).split('?')[0] ?? '';
	expect(location(again).split('?')[0]).toBe(run);

	const page = await text(vera.get(run));
	expect(plain(page)).toContain('2 пары. Наставника не хватило: 1 человек.');
	expect(page).toMatch(
		/Гусев Б\. О\.[\s\S]{0,400}Белова А\. С\.[\s\S]{0,900}Нужна помощь: дисциплина и работа с классом, группой – у наставника это сильная сторона: <strong>\+300/
	);
	expect(page).toMatch(/Носова Я\. А\.[\s\S]{0,400}Жукова Н\. Л\./);
	expect(plain(page)).toMatch(
		/Лосева Р\. И\. Места заняты: подходящих наставников – 2, мест у них – 2, а желающих – 3/
	);
	expect(page).toContain('Ещё одно место, наставник: ');
	expect(plain(page)).toContain('да: никаким обменом лучше не сделать');
	expect(await read(vera.get(`${run}?view=cards`))).toContain('Гусев Борис Олегович – Белова Анна Сергеевна');

	const wish = await read(vera.get(`${run}/people/${ids.boris}`));
	expect(wish).toContain('Наставник: Белова Анна Сергеевна');
	expect(wish).toMatch(/Жукова Н\. Л\. \d+ Всем вместе \d+ балл/);
	expect(wish).toContain('Гусев Б. О.: Белова А. С. → Жукова Н. Л.');
	expect(wish).toMatch(/Носова Я\. А\.: Жукова Н\. Л\. → (Белова А\. С\.|без наставника)/);
	const other = await aSchool(world, { name: 'Соседняя школа' });
	expect((await as(world, other.curator).get(run)).status).toBe(404);
	expect((await as(world, school.director).get(run)).status).toBe(403);
});

test('a run stays as it was; later the page says what has changed since and about whom', async () => {
	const { vera, ids } = await aSchoolToMatch(world, 'Школа перемен');
	const run = location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
	expect(await read(vera.get(run))).not.toContain('Данные изменились с тех пор');
	await vera.post(`/matching/people/${ids.boris}`, {
		version: '0',
		building: 'Первый корпус',
		manager: ids.nina,
		hours: ['mon-first'],
		needs: '1',
		queue: 'first'
	});
	await vera.post('/matching/ties', { mentee: ids.boris, mentor: ids.anna, kind: 'apart', reason: 'Старая ссора' });
	const page = await read(vera.get(run));
	expect(page).toContain('Данные изменились с тех пор');
	for (const words of ['изменились запросы : Гусев Б. О.', 'изменились сведения : Гусев Б. О.', 'решено о парах'])
		expect(page.replace(/ ?: /g, ' : ')).toContain(words);
	expect(page).toContain('2 пары. Наставника не хватило: 1 человек.');
	await expect(
		world.db.updateTable('matching_runs').set({ result: '{}' }).execute(),
		'nothing of a run is ever changed'
	).rejects.toThrow(/permission denied/);
});

test('a locked pair stands, two who are kept apart are never put together, a superior is told of or forbidden; each decision is taken back', async () => {
	const { vera, ids } = await aSchoolToMatch(world, 'Школа решений');
	const runAnew = async () => location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
	await vera.post('/matching/ties', { mentee: ids.raisa, mentor: ids.anna, kind: 'lock' });
	const locked = await text(vera.get(await runAnew()));
	expect(locked).toMatch(/Лосева Р\. И\.<[\s\S]{0,300}Белова А\. С\.[\s\S]{0,500}закреплена/);

	const twice = await vera.post('/matching/ties', { mentee: ids.boris, mentor: ids.anna, kind: 'lock' });
	expect(twice.status, 'more are locked than there are places: told when it is reckoned').toBe(303);
	const refused = await vera.post('/matching/runs', { kind: 'one-to-one' });
	expect(refused.status).toBe(422);
	expect(await refused.text()).toContain(
		'За наставником «Белова Анна Сергеевна» закреплено больше людей, чем у него мест'
	);
	expect((await vera.post('/matching/ties', { mentee: ids.boris, mentor: ids.boris, kind: 'lock' })).status).toBe(422);
	const contrary = await vera.post('/matching/ties', { mentee: ids.boris, mentor: ids.anna, kind: 'apart' });
	expect(await contrary.text()).toContain('Сначала снимите закрепление');

	const page = await text(vera.get('/matching/people'));
	for (const [, tie] of page.matchAll(/action="(\/matching\/ties\/[^"]+)\/undoing"/g))
		expect(location(await vera.post(`${tie}/undoing`))).toContain('tie-undone');
	await vera.post('/matching/ties', { mentee: ids.boris, mentor: ids.anna, kind: 'apart', reason: 'Старая ссора' });
	await vera.post('/matching/ties', { mentee: ids.boris, mentor: ids.nina, kind: 'apart' });
	const apart = await read(vera.get(await runAnew()));
	expect(apart).toContain(
		'Гусев Б. О. Подходящего наставника нет. Сколько наставников и по какой причине не подходят: решено не ставить вместе – 2'
	);
	expect(apart).not.toContain('Старая ссора');

	await vera.post(`/matching/people/${ids.yana}`, { version: '0', manager: ids.nina, needs: '1', queue: '' });
	expect(await read(vera.get(await runAnew()))).toContain('Наставник – непосредственный руководитель');
	const weights = { ...zeros, needs: '1' };
	await vera.post('/matching/terms', {
		version: '0',
		kind: 'one-to-one',
		...weights,
		ownManager: 'forbid',
		network: 'on'
	});
	const run = await runAnew();
	expect(await text(vera.get(run))).not.toMatch(/Носова Я\. А\.<[\s\S]{0,300}Жукова Н\. Л\.</);
	expect(await read(vera.get(`${run}/people/${ids.yana}`))).toContain('Не может быть: свой руководитель.');
});

test('weights are looked at before they are kept: the page shows who would move; zeros and a stale page are refused', async () => {
	const { vera, ids } = await aSchoolToMatch(world, 'Школа весов');
	const of = (more: Record<string, string>) => ({
		kind: 'one-to-one',
		ownManager: 'warn',
		network: 'on',
		...zeros,
		...more
	});
	await vera.post(`/matching/people/${ids.boris}`, { version: '0', building: 'Дальний корпус', needs: '1', queue: '' });
	await vera.post(`/matching/people/${ids.nina}`, { version: '0', building: 'дальний корпус', needs: '1', queue: '' });
	const seen = await read(vera.get(`/matching/terms?${new URLSearchParams(of({ needs: '0', place: '100' }))}`));
	expect(seen).toMatch(/Другой наставник был бы у \d/);
	expect(seen).toMatch(/Гусев Б\. О\. Белова А\. С\. Жукова Н\. Л\./);

	const nothing = await vera.post('/matching/terms', { version: '0', ...of({ needs: '0' }) });
	expect(nothing.status).toBe(422);
	expect(await nothing.text()).toContain('Всё стоит на нуле');
	expect((await vera.post('/matching/terms', { version: '0', ...of({ needs: '101' }) })).status).toBe(422);
	expect((await vera.post('/matching/terms', { version: '0', ...of({ needs: '0', place: '100' }) })).status).toBe(303);
	const late = await vera.post('/matching/terms', { version: '0', ...of({ needs: '50' }) });
	expect(late.status).toBe(409);
	expect(await late.text()).toMatch(/name="version" value="1"/);
	const run = location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
	expect(await text(vera.get(run))).toMatch(
		/Гусев Б\. О\.<[\s\S]{0,400}Жукова Н\. Л\.[\s\S]{0,600}В одном здании: дальний корпус: <strong>\+1000/
	);
	expect(await read(vera.get(run))).toContain('ваша, № 1');
	const stale = await vera.post(`/matching/people/${ids.boris}`, {
		version: '0',
		building: 'Другой',
		needs: '1',
		queue: ''
	});
	expect(stale.status).toBe(409);
	expect(await stale.text()).toContain('Дальний корпус');
});

test('somebody on both sides is never with themselves; one alone is told why; a run of no use is put away and comes back', async () => {
	const { curator, teacher } = await aSchool(world, { name: 'Школа одного' });
	const vera = as(world, curator);
	for (const register of ['mentors', 'mentees'])
		await vera.post(`/registry/${register}/entries`, { person: teacher.personId, from: '01.09.2026' });
	const run = location(await vera.post('/matching/runs', { kind: 'reverse' })).split('?')[0] ?? '';
	expect(await read(vera.get(run))).toContain('Ни одной пары не сложилось. Наставника не хватило: 1 человек.');
	expect(await read(vera.get(`${run}/people/${teacher.personId}`))).toContain('Наставника в этом подборе не нашлось');
	const gone = location(await vera.post(`${run}/removal`));
	const home = await text(vera.get(gone));
	expect(home).toContain('Подбор убран.');
	expect(home).not.toContain('Сделанные подборы');
	await vera.post(`${run}/restoration`);
	expect(await text(vera.get('/matching'))).toContain('Сделанные подборы');
	expect((await vera.get(`${run}/people/${curator.personId}`)).status).toBe(404);
	expect((await vera.get('/matching/runs/1')).status).toBe(404);
});
