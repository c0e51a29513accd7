import { beforeAll, expect, test } from 'vitest';
import { aSchool, as, id, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import type { Actor } from '../../core/actor';
import { readAs } from '../../db/as-actor';
import { findPerson } from './queries/person';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const yolkina = {
	familyName: 'ЁЛКИНА',
	givenName: 'Алёна',
	patronymic: 'Игоревна',
	sex: 'female',
	post: 'учитель биологии',
	subjects: 'биология, химия',
	employedOn: '01.09.2024',
	employment: 'main',
	teachingSince: '7 лет 3 месяца',
	heldSince: '',
	bornOn: '14.03.1990',
	email: 'elkina@example.org',
	phone: '+7 900 000-00-00',
	note: ''
};

/** Adds somebody through the form; answers with the id. */
async function add(actor: Actor, person: Record<string, string> = yolkina) {
	const answer = await as(world, actor).post('/people', person);
	return (
		/^\/people\/([^?]+)\?saved=added$/.exec(answer.headers.get('location') ?? '')?.[1] ?? `status ${answer.status}`
	);
}
const found = (actor: Actor, person: string) => readAs(world.db, actor, (tx) => findPerson(tx, actor, person, now));
const text = async (answer: Response | Promise<Response>) => (await answer).text();

test('Вера adds a teacher: the card tells three tenures, the list finds her with and without ё', async () => {
	const { curator } = await aSchool(world, { name: 'Школа № 1' });
	const vera = as(world, curator);
	expect((await vera.get('/people/new')).status).toBe(200);
	const person = await add(curator);

	const card = await text(vera.get(`/people/${person}?saved=added`));
	for (const words of [
		'Ёлкина Алёна Игоревна',
		'Сотрудник добавлен',
		'7 лет 3 месяца',
		'2 года',
		'elkina@example.org'
	]) {
		expect(card).toContain(words);
	}
	for (const q of ['елкина', 'ЁЛКИНА алена', 'биологии', 'химия игор']) {
		expect(await text(vera.get(`/people?q=${encodeURIComponent(q)}`)), q).toContain('Ёлкина Алёна Игоревна');
	}
	expect(await text(vera.get('/people?q=%25'))).toContain('никого не нашлось');
});

test('a person of the same name is asked about once, and then is another person', async () => {
	const { curator } = await aSchool(world, { name: 'Школа № 2' });
	await add(curator);
	const again = await as(world, curator).post('/people', { ...yolkina, familyName: 'Елкина', givenName: 'Алена' });
	expect(again.status).toBe(422);
	const page = await again.text();
	expect(page).toContain('уже есть в списке');
	expect(page).toContain('value="биология, химия"');
	expect(await add(curator, { ...yolkina, namesake: 'on' })).not.toContain('status');
});

test.each([
	[{ familyName: '' }, 'Укажите фамилию'],
	[{ bornOn: '31.02.1990' }, 'Укажите дату рождения'],
	[{ bornOn: '14.03.2019' }, 'меньше 14 лет'],
	[{ teachingSince: 'давно' }, 'Напишите стаж так'],
	[{ teachingSince: '35 лет' }, 'Стаж больше, чем возможно'],
	[{ email: 'elkina' }, 'Проверьте адрес'],
	[{ employedOn: '' }, 'с какого дня работает'],
	[{ givenName: '<b>' }, 'только буквы']
])('mistyped as %o she is told what is wrong, and nothing typed is lost', async (typed, why) => {
	const { curator } = await aSchool(world, { name: 'Школа № 3' });
	const answer = await as(world, curator).post('/people', { ...yolkina, ...typed });
	expect(answer.status).toBe(422);
	const page = await answer.text();
	expect(page).toContain(why);
	expect(page).toContain('value="+7 900 000-00-00"');
});

test('a colleague sees name, post and subjects; contacts and birth only those who may, and it is noted who looked', async () => {
	const { curator, teacher, personnel } = await aSchool(world, { name: 'Школа № 4' });
	const person = await add(curator);
	const seen = await text(as(world, teacher).get(`/people/${person}`));
	for (const words of ['Ёлкина', 'учитель биологии', 'химия']) expect(seen).toContain(words);
	for (const secret of ['elkina@example.org', '900 000', '1990', '7 лет', 'Изменить'])
		expect(seen).not.toContain(secret);
	const list = await text(as(world, teacher).get('/people?filter=mentors'));
	for (const secret of ['наставники', '7 лет', '/people/export']) expect(list).not.toContain(secret);

	await as(world, personnel).get(`/people/${person}`);
	await as(world, personnel).get(`/people/${personnel.personId}`);
	const looked = await world.owner
		.selectFrom('access_log')
		.select(['actor_id', 'subject_id', 'field'])
		.where('organisation_id', '=', curator.organisationId)
		.execute();
	expect(looked).toEqual([{ actor_id: personnel.personId, subject_id: person, field: 'card' }]);
	expect(await text(as(world, teacher).get(`/people/${teacher.personId}`))).toContain('Личное и контакты');
});

test('two people edit one card: the later sees both versions', async () => {
	const { curator, director } = await aSchool(world, { name: 'Школа № 5' });
	const person = await add(curator);
	const change = { ...yolkina, version: '1', familyName: 'Ёлкина-Лесная' };
	expect((await as(world, curator).post(`/people/${person}`, change)).status).toBe(303);
	const late = await as(world, director).post(`/people/${person}`, { ...change, familyName: 'Сосновая' });
	expect(late.status).toBe(409);
	const page = await late.text();
	for (const words of ['Фамилия: Ёлкина-Лесная', 'value="Сосновая"', 'name="version" value="2"'])
		expect(page).toContain(words);
	expect((await found(curator, person))?.familyName).toBe('Ёлкина-Лесная');
});

test('a post is opened, ended, corrected and withdrawn: four different acts', async () => {
	const { curator } = await aSchool(world, { name: 'Школа № 6' });
	const vera = as(world, curator);
	const person = await add(curator);
	const posts = async () => (await found(curator, person))?.posts ?? [];
	const second = { title: 'классный руководитель', from: '01.09.2025', to: '', heldSince: '' };
	expect((await vera.post(`/people/${person}/posts`, second)).status).toBe(303);
	const twice = await vera.post(`/people/${person}/posts`, {
		...second,
		title: 'Классный  руководитель',
		from: '01.01.2026'
	});
	expect(await twice.text()).toContain('Пересекается с другим периодом');

	const one = (await posts()).find(({ title }) => title === 'классный руководитель');
	const path = `/people/${person}/posts/${one?.id}`;
	expect(await text(vera.post(`${path}/ending`, { on: '31.08.2025' }))).toContain('Последний день раньше первого');
	expect((await vera.post(`${path}/ending`, { on: '31.05.2026' })).status).toBe(303);
	expect((await vera.post(`${path}/correction`, { ...second, title: 'вожатый', to: '30.05.2026' })).status).toBe(303);
	expect((await posts()).find(({ id }) => id === one?.id)).toMatchObject({ title: 'вожатый', to: '2026-05-30' });
	expect((await vera.post(`${path}/withdrawal`)).status).toBe(303);
	expect((await posts()).map(({ title }) => title)).toEqual(['учитель биологии']);
	expect((await vera.get(path)).status).toBe(404);

	const acts = await world.owner
		.selectFrom('journal')
		.select('act')
		.where('subject_id', '=', person)
		.where('act', 'like', 'post.%')
		.execute();
	expect(acts.map(({ act }) => act).sort()).toEqual(['post.corrected', 'post.ended', 'post.opened', 'post.withdrawn']);
});

test('a wrong entry is taken away and brought back; one with roles is not taken away', async () => {
	const { curator, mentor } = await aSchool(world, { name: 'Школа № 9' });
	const vera = as(world, curator);
	const person = await add(curator);
	const answer = await vera.post(`/people/${person}/removal`);
	expect(answer.headers.get('location')).toBe(`/people?saved=removed&of=${person}`);
	const list = await text(vera.get(answer.headers.get('location') ?? ''));
	expect(list).toContain('Запись убрана: Ёлкина Алёна Игоревна');
	expect(list).not.toContain(`href="/people/${person}"`);
	expect((await vera.get(`/people/${person}/edit`)).status).toBe(404);
	expect((await vera.post(`/people/${person}/restoration`)).status).toBe(303);
	expect(await text(vera.get('/people'))).toContain(`href="/people/${person}"`);

	expect(await text(vera.post(`/people/${mentor.personId}/removal`))).toContain('есть роли');
	expect(await text(vera.post(`/people/${curator.personId}/removal`))).toContain('Свою запись убрать нельзя');
});

test('filters count, sorting is Russian, fifty on a page', async () => {
	const { curator } = await aSchool(world, { name: 'Школа № 10' });
	const extra = Array.from({ length: 55 }, (_, index) => ({
		organisation_id: curator.organisationId,
		id: id(),
		family_name: index === 0 ? 'Ёжиков' : `Яковлев-${String.fromCharCode(1072 + (index % 30))}`,
		given_name: 'Пётр',
		created_at: now.at
	}));
	await world.owner.insertInto('people').values(extra).execute();
	const vera = as(world, curator);
	const first = await text(vera.get('/people'));
	const names = [...first.matchAll(/<a href="\/people\/[0-9a-f-]{36}">([^<]+)</g)].map((match) => match[1] ?? '');
	expect(names).toHaveLength(50);
	expect(names).toEqual([...names].sort(new Intl.Collator('ru').compare));
	expect(names.slice(0, 5).map((name) => name.split(' ')[0])).toEqual([
		'Белова',
		'Гусев',
		'Дронова',
		'Ёжиков',
		'Ершов'
	]);
	expect(first).toContain('Страница 1 из 2');
	expect(first).toMatch(/наставники<span class="count">1</);
	expect(first).toMatch(/без роли<span class="count">55</);
	const backwards = await text(vera.get('/people?sort=name&order=desc&page=2'));
	expect(backwards).toContain('Белова Анна Сергеевна');
	expect(await text(vera.get('/people?filter=no-role'))).not.toContain('Белова');
});

test("another school's people do not exist here, and a teacher keeps nobody's card", async () => {
	const { curator, teacher } = await aSchool(world, { name: 'Школа № 11' });
	const stranger = (await aSchool(world, { name: 'Школа № 12' })).curator;
	const person = await add(curator);
	const paths = ['', '/edit', '/leaving', '/posts/new', '/employments/new'].map((tail) => `/people/${person}${tail}`);
	for (const path of paths) expect((await as(world, stranger).get(path)).status, path).toBe(404);
	for (const path of paths.slice(1)) expect((await as(world, teacher).get(path)).status, path).toBe(403);
	for (const tail of ['', '/removal', '/leaving', '/posts']) {
		const path = `/people/${person}${tail}`;
		expect((await as(world, stranger).post(path, { ...yolkina, version: '1', on: '01.09.2026' })).status, path).toBe(
			404
		);
		expect((await as(world, teacher).post(path, yolkina)).status, path).toBe(403);
	}
	expect((await as(world, curator).get('/people/1')).status).toBe(404);
	expect((await found(curator, person))?.version).toBe(1);
});

test('a form sent twice adds one person', async () => {
	const { curator } = await aSchool(world, { name: 'Школа № 13' });
	const token = crypto.randomUUID();
	const answers = await Promise.all([1, 2].map(() => as(world, curator).post('/people', { ...yolkina, token })));
	expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1);
	expect(await text(as(world, curator).get('/people?q=елкина'))).toMatch(/все<span class="count">1</);
});

test('the list goes out as a file that cannot run formulas, and each person in it is noted', async () => {
	const { curator, teacher } = await aSchool(world, { name: 'Школа № 14', roles: ['curator', 'teacher'] });
	await add(curator, { ...yolkina, post: '=HYPERLINK("http://x")' });
	const bytes = Buffer.from(await (await as(world, curator).get('/people/export/csv')).arrayBuffer());
	expect([...bytes.subarray(0, 3)], 'the mark by which Excel knows UTF-8').toEqual([0xef, 0xbb, 0xbf]);
	const csv = bytes.toString();
	expect(csv).toContain('"Фамилия";"Имя"');
	expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
	const xlsx = await as(world, curator).get('/people/export/xlsx');
	expect(
		Buffer.from(await xlsx.arrayBuffer())
			.subarray(0, 2)
			.toString()
	).toBe('PK');
	expect((await as(world, teacher).get('/people/export/csv')).status).toBe(403);
	const noted = await world.owner
		.selectFrom('access_log')
		.select('field')
		.where('organisation_id', '=', curator.organisationId)
		.execute();
	expect(noted).toHaveLength(4); // two files, two others in each
});
