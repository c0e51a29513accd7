import { beforeAll, expect, test } from 'vitest';
import { countingQueries } from '../../../test/queries';
import { aSchool, as, id, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { asActor } from '../../db/as-actor';
import { forgetInRegistry } from './commands/forget';
import { proposeRequest } from './commands/requests';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const leadsTo = (answer: Response) => answer.headers.get('location') ?? '';

const anOffer = {
	version: '0',
	competences: ['discipline', 'motivation'],
	formats: ['one-to-one'],
	capacity: '2',
	freeTime: 'вторник после пятого урока',
	achievements: 'Учитель года района',
	category: 'highest',
	source: 'words',
	saidOn: '04.09.2026'
};
const aRequest = {
	version: '0',
	words: 'Не слушает восьмой класс',
	priority: '1',
	source: 'words',
	saidOn: '04.09.2026',
	'level-self-discipline': '3',
	'level-curator-discipline': '2',
	'level-self-parents': '0'
};

test('Вера enters Анна and Борис, writes what he asks and she offers; the registers, the cards and the wide table say it all', async () => {
	const { curator, mentor, mentee } = await aSchool(world, { name: 'Школа банков' });
	const vera = as(world, curator);
	expect(await text(vera.get('/registry/mentees'))).toContain('пока никого');
	const entering = await vera.post('/registry/mentees/entries', {
		person: mentee.personId,
		from: '01.09.2026',
		basis: 'первый год'
	});
	expect(leadsTo(entering)).toContain('saved=entered');
	await vera.post('/registry/mentors/entries', { person: mentor.personId, from: '01.09.2026' });
	expect(leadsTo(await vera.post(`/registry/people/${mentee.personId}/request`, aRequest))).toContain('saved=request');
	expect(leadsTo(await vera.post(`/registry/people/${mentor.personId}/offer`, anOffer))).toContain('saved=offer');

	const mentees = await text(vera.get('/registry/mentees'));
	for (const words of [
		'Гусев Борис Олегович',
		'Не слушает восьмой класс',
		'Дисциплина и работа с классом, группой (3)',
		'нет'
	])
		expect(mentees, words).toContain(words);
	const mentors = await text(vera.get('/registry/mentors'));
	for (const words of ['Белова Анна Сергеевна', 'Мотивация учеников']) expect(mentors, words).toContain(words);
	const card = await text(vera.get(`/registry/people/${mentee.personId}`));
	for (const words of ['сам 3, куратор 2', 'первый год', 'в первую очередь']) expect(card, words).toContain(words);
	const wide = await text(vera.get('/registry/mentors/table'));
	for (const words of ['Ресурс времени на программу', 'вторник после пятого урока', 'Учитель года района', 'высшая'])
		expect(wide, words).toContain(words);
	const read = await world.owner
		.selectFrom('access_log')
		.select('field')
		.where('subject_id', '=', mentor.personId)
		.execute();
	expect(read).toEqual([{ field: 'card' }]);
});

test('Борис works with Анна and finishes: the periods stay, the request is met, and he leaves the register; each is undone', async () => {
	const { curator, mentor, mentee } = await aSchool(world, { name: 'Школа путей' });
	const vera = as(world, curator);
	await vera.post('/registry/mentees/entries', { person: mentee.personId, from: '01.09.2026' });
	await vera.post('/registry/mentors/entries', { person: mentor.personId, from: '01.09.2026' });
	await vera.post(`/registry/people/${mentee.personId}/request`, { ...aRequest, saidOn: '01.09.2026' });
	const one = async (table: 'register_entries' | 'mentee_requests' | 'programme_periods') => {
		const rows = await world.owner
			.selectFrom(table)
			.select('id')
			.where('organisation_id', '=', curator.organisationId)
			.orderBy('id')
			.execute();
		return rows[0]?.id ?? '';
	};
	const entry = await one('register_entries');
	const early = await vera.post(`/register-entries/${entry}/programme`, { from: '20.08.2026' });
	expect(early.status).toBe(422);
	expect(await early.text()).toContain('в программу входят не раньше');
	const begun = { from: '02.09.2026', form: 'one-to-one' };
	expect(leadsTo(await vera.post(`/register-entries/${entry}/programme`, begun))).toContain('saved=programme');
	const leaving = { person: mentee.personId, on: '05.09.2026', reason: 'completed' };
	const tooSoon = await vera.post('/registry/mentees/leaving', leaving);
	expect(tooSoon.status).toBe(422);
	expect(await tooSoon.text()).toContain('работа в программе ещё идёт');

	const ofPair = await world.owner
		.selectFrom('programme_periods')
		.select('id')
		.where('entry_id', '=', entry)
		.executeTakeFirstOrThrow();
	const pair = { version: '1', partner: mentor.personId, form: 'group' };
	const himself = await vera.post(`/programme-periods/${ofPair.id}`, { ...pair, partner: mentee.personId });
	expect(await himself.text()).toContain('сам себе наставником');
	expect(leadsTo(await vera.post(`/programme-periods/${ofPair.id}`, pair))).toContain('saved=programme-changed');
	expect((await vera.post(`/programme-periods/${ofPair.id}`, pair)).status).toBe(409);
	expect(await text(vera.get(`/registry/people/${mentor.personId}`))).toContain('наставляемый: Гусев Борис Олегович');
	expect(await text(vera.get('/registry/mentors?filter=working'))).toContain('Белова');

	const programme = await one('programme_periods');
	const end = { version: '2', on: '04.09.2026', outcome: 'completed', results: 'Урок без замечаний', caseUrl: 'нет' };
	const wrong = await vera.post(`/programme-periods/${programme}/ending`, end);
	expect(await wrong.text()).toContain('Ссылка начинается с https');
	await vera.post(`/programme-periods/${programme}/ending`, { ...end, caseUrl: 'https://school.example.org/case' });
	const request = await one('mentee_requests');
	await vera.post(`/mentee-requests/${request}/event`, { what: 'met', on: '04.09.2026' });
	expect(leadsTo(await vera.post('/registry/mentees/leaving', leaving))).toContain('saved=left');
	const table = await text(vera.get('/registry/mentees/table?filter=former'));
	expect(await text(vera.get('/registry/mentees?filter=here'))).toContain('Гусев'); // the last day is today
	expect(table).not.toContain('Гусев');
	const card = await text(vera.get(`/registry/people/${mentee.personId}`));
	for (const words of [
		'Белова Анна Сергеевна',
		'Урок без замечаний',
		'программа пройдена',
		'выполнен',
		'выбыл: программа завершена'
	])
		expect(card, words).toContain(words);

	const [act] = await world.owner
		.selectFrom('register_entries')
		.select('left_act_id')
		.where('id', '=', entry)
		.execute();
	await vera.post(`/register-acts/${act?.left_act_id}/leavings/undoing`);
	expect(await text(vera.get(`/registry/people/${mentee.personId}`))).not.toContain('выбыл');
	await vera.post(`/programme-periods/${programme}/reopening`);
	expect(await text(vera.get('/registry/mentees?filter=working'))).toContain('Гусев');
});

test('entered by mistake is taken back whole; nobody is in a register twice; a strict school lets nobody in without consents', async () => {
	const { curator, mentee, teacher } = await aSchool(world, { name: 'Школа ошибок' });
	const vera = as(world, curator);
	const both = { person: [mentee.personId, teacher.personId], from: '01.09.2026' };
	const act = new URL(leadsTo(await vera.post('/registry/mentees/entries', both)), 'http://x').searchParams.get('act');
	const again = await vera.post('/registry/mentees/entries', both);
	expect(again.status).toBe(422);
	expect(await again.text()).toContain('уже в банке с 01.09.2026');
	await vera.post(`/register-acts/${act}/entries/undoing`);
	expect(await text(vera.get('/registry/mentees'))).toContain('пока никого');

	await world.owner
		.insertInto('consent_settings')
		.values({ organisation_id: curator.organisationId, asked: ['processing', 'mentee'], strict: true })
		.execute();
	const refused = await vera.post('/registry/mentees/entries', both);
	expect(refused.status).toBe(422);
	expect(await refused.text()).toContain('Жукова Нина Львовна (обработка, наставляемый)');
	await vera.post('/consents/entry/processing', { kind: 'processing', person: both.person, givenOn: '01.09.2026' });
	await vera.post('/consents/entry/mentee', { kind: 'mentee', person: both.person, givenOn: '01.09.2026' });
	expect(leadsTo(await vera.post('/registry/mentees/entries', both))).toContain('saved=entered');
});

test('a draft made from answers waits: it is marked, counts nowhere, and is taken by saving it; two who edit see both', async () => {
	const { curator, director, mentee } = await aSchool(world, { name: 'Школа анкет' });
	const vera = as(world, curator);
	await vera.post('/registry/mentees/entries', { person: mentee.personId, from: '01.09.2026' });
	const said = {
		words: 'Помочь с журналом',
		priority: 2 as const,
		format: '',
		source: 'survey' as const,
		sourceNote: 'анкета 3 сентября',
		saidOn: '2026-09-03',
		deficits: [{ topic: 'journal', source: 'self' as const, level: 3 }]
	};
	const { value: request } = await asActor(world.db, curator, 'read write', async (tx) => ({
		ok: true,
		value: await proposeRequest(tx, curator, mentee.personId, said, now)
	}));
	const list = await text(vera.get('/registry/mentees?filter=drafts'));
	for (const words of ['из анкеты, посмотрите', 'Помочь с журналом']) expect(list, words).toContain(words);
	expect(list).not.toContain('Электронный журнал (3)');
	const form = {
		version: '1',
		words: 'Помочь с электронным журналом',
		priority: '2',
		source: 'survey',
		saidOn: '03.09.2026',
		'level-self-journal': '3'
	};
	expect(leadsTo(await vera.post(`/mentee-requests/${request}`, form))).toContain('saved=request');
	expect(await text(vera.get('/registry/mentees'))).toContain('Электронный журнал (3)');
	const late = await as(world, director).post(`/mentee-requests/${request}`, { ...form, words: 'Журнал' });
	expect(late.status).toBe(409);
	const page = await late.text();
	for (const words of ['Помочь с электронным журналом', 'Журнал</textarea>']) expect(page, words).toContain(words);
});

test('the list of topics is the school’s: what is taken off stays readable where it was said', async () => {
	const { curator, mentee } = await aSchool(world, { name: 'Школа направлений' });
	const vera = as(world, curator);
	await vera.post('/registry/mentees/entries', { person: mentee.personId, from: '01.09.2026' });
	await vera.post(`/registry/people/${mentee.personId}/request`, aRequest);
	const bad = await vera.post('/registry/topics', { topics: 'Робототехника' });
	expect(await bad.text()).toContain('поставьте двоеточие');
	await vera.post('/registry/topics', { topics: 'Своё:\nРобототехника\nОбщение с родителями' });
	const form = await text(vera.get(`/registry/people/${mentee.personId}/request`));
	for (const words of ['Робототехника', 'level-self-own-1', 'level-self-parents']) expect(form, words).toContain(words);
	expect(form).not.toContain('level-self-discipline');
	expect(await text(vera.get('/registry/mentees'))).toContain('Дисциплина и работа с классом');
});

test('erased, the words of Борис leave the registers, and what was counted stays', async () => {
	const { curator, mentee } = await aSchool(world, { name: 'Школа забвения' });
	const vera = as(world, curator);
	await vera.post('/registry/mentees/entries', { person: mentee.personId, from: '01.09.2026' });
	await vera.post(`/registry/people/${mentee.personId}/request`, aRequest);
	const own = await text(as(world, mentee).get('/my-data'));
	expect(own).toContain('Банки: запросы, предложения');
	await asActor(world.db, curator, 'read write', async (tx) => {
		await forgetInRegistry(tx, curator, mentee.personId);
		return { ok: true };
	});
	const card = await text(vera.get(`/registry/people/${mentee.personId}`));
	expect(card).not.toContain('Не слушает восьмой класс');
	expect(card).toContain('сам 3, куратор 2');
});

test('two who enter the same person at the same moment: one does, the other is told', async () => {
	const { curator, director, mentee } = await aSchool(world, { name: 'Школа двух рук' });
	const entering = { person: mentee.personId, from: '01.09.2026' };
	const both = await Promise.all(
		[curator, director].map((who) => as(world, who).post('/registry/mentees/entries', entering))
	);
	expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
});

test.each([
	[{ person: [] as string[] }, 'Отметьте хотя бы одного'],
	[{ from: '31.02.2026' }, 'Укажите день'],
	[{ from: '05.09.2036' }, 'проверьте год']
])('mistyped as %o she is told what is wrong, and nobody is entered', async (typed, why) => {
	const { curator, mentee } = await aSchool(world, { name: 'Школа опечаток' });
	const entering = { person: mentee.personId, from: '01.09.2026', ...(typed as Record<string, string>) };
	const answer = await as(world, curator).post('/registry/mentees/entries', entering);
	expect(answer.status).toBe(422);
	expect(await answer.text()).toContain(why);
	const rows = await world.owner
		.selectFrom('register_entries')
		.select('id')
		.where('organisation_id', '=', curator.organisationId)
		.execute();
	expect(rows).toEqual([]);
});

test('a bank of two hundred costs as many queries as one of two; it is found, sorted and paged', async () => {
	const { curator, mentee, organisationId: organisation_id } = await aSchool(world, { name: 'Школа списков' });
	const vera = as(world, curator);
	await vera.post('/registry/mentees/entries', { person: mentee.personId, from: '01.09.2026' });
	const page = countingQueries(world, curator);
	const few = await page.cost('/registry/mentees');
	const people = Array.from({ length: 200 }, (_, at) => ({ id: id(), family_name: `Лесная${'абвгдежзик'[at % 10]}` }));
	await world.owner
		.insertInto('people')
		.values(people.map((one) => ({ organisation_id, given_name: 'Ия', created_at: now.at, ...one })))
		.execute();
	await vera.post('/registry/mentees/entries', { person: people.map((one) => one.id), from: '02.09.2026' });
	expect(await page.cost('/registry/mentees')).toBe(few);
	expect(await text(vera.get('/registry/mentees?q=лесная&page=4'))).toContain('Страница 4 из 4');
	expect(await text(vera.get('/registry/mentees?filter=no-word'))).toContain('без запроса');
	const sorted = await text(vera.get('/registry/mentees?sort=since&order=desc'));
	expect(sorted).not.toContain('Гусев');
});
