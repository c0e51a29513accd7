import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { costsTheSame, countingQueries } from '../../../test/queries';
import { aSchool, as, clock, id, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import type { Actor } from '../../core/actor';
import { readAs } from '../../db/as-actor';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const publication = {
	operator: 'МБОУ «Заречная школа», Речная ул., 1, ИНН 1234567890, ОГРН 1234567890123',
	resources: 'https://school.example.org/mentoring',
	purpose: 'рассказать о программе',
	data: 'имя, должность, фотография',
	conditions: 'могу запретить отдельные сведения',
	term: 'до отзыва',
	withdrawal: 'заявлением директору'
};
const publish = (actor: Actor, parts: Record<string, string> = publication, version = '0') =>
	as(world, actor).post('/consents/texts/publication', { ...parts, version });
const record = (actor: Actor, person: string | readonly string[], more: Record<string, string | File> = {}) =>
	as(world, actor).post('/consents/entry/publication', { kind: 'publication', givenOn: '01.09.2026', person, ...more });

/** What other rooms ask: which kinds stand with somebody on a day. */
const standing = (actor: Actor, personId: string, on = now.today) =>
	readAs(world.db, actor, async (tx) => {
		const { rows } = await sql<{ kind: string }>`
			select kind from consents_on(${on}::date) where person_id = ${personId} order by kind`.execute(tx);
		return rows.map(({ kind }) => kind);
	});

test('Вера publishes a text, prints sheets for those who lack one, notes the signed papers with a scan; nobody is missing then', async () => {
	const { curator, mentor, mentee } = await aSchool(world, { name: 'Заречная школа' });
	const vera = as(world, curator);
	expect(await text(vera.get('/consents'))).toContain('чего-то не хватает у 2');
	expect((await publish(curator)).headers.get('location')).toBe('/consents/texts?saved=published');

	const sheets = await text(vera.get('/consents/sheets/publication'));
	for (const words of ['2 листа', 'Белова Анна Сергеевна, учитель математики', 'Речная ул., 1', 'Мои запреты'])
		expect(sheets.includes(words), words).toBe(words !== 'Мои запреты');
	const word = await vera.get('/consents/sheets/publication/word');
	expect(word.headers.get('content-type')).toContain('wordprocessingml');

	const scan = new File(['%PDF-1.7 листы'], 'Согласия.pdf');
	const answer = await record(curator, [mentor.personId, mentee.personId], { file: scan });
	expect(answer.headers.get('location')).toBe('/consents?saved=recorded');
	expect(await standing(curator, mentor.personId)).toEqual(['publication']);
	expect(await text(vera.get('/consents/sheets/publication'))).toContain('Печатать нечего');
	expect(await text(vera.get(`/consents/people/${mentor.personId}`))).toContain('на бумаге, редакция 1');

	const file = await world.owner
		.selectFrom('consents')
		.select('file_id')
		.where('person_id', '=', mentor.personId)
		.executeTakeFirstOrThrow();
	for (const [actor, status] of [
		[curator, 200],
		[mentor, 404] // other people's sheets are in the same file
	] as const)
		expect((await as(world, actor).get(`/files/${file.file_id}`)).status).toBe(status);
});

test('a scan is opened by those who keep the register and by whoever signed; a colleague does not find it', async () => {
	const { curator, mentor, teacher, director } = await aSchool(world, { name: 'Школа сканов' });
	await record(curator, mentor.personId, { file: new File(['%PDF-1.7 лист'], 'Лист.pdf') });
	const { file_id } = await world.owner
		.selectFrom('consents')
		.select('file_id')
		.where('person_id', '=', mentor.personId)
		.executeTakeFirstOrThrow();
	const status = async (actor: Actor) => (await as(world, actor).get(`/files/${file_id}`)).status;
	expect([await status(director), await status(mentor), await status(teacher)]).toEqual([200, 200, 404]);
});

test('Анна reads and agrees from her phone, then withdraws: it ends at once everywhere, and Вера has three working days to take down', async () => {
	const { curator, mentor } = await aSchool(world, { name: 'Школа отзыва' });
	await publish(curator);
	const anna = as(world, mentor);
	const page = await text(anna.get('/my-consents'));
	const shown = /name="text" value="([^"]+)"/.exec(page)?.[1] ?? '';
	expect(page).toContain('Отметка в программе подтверждает');
	const unread = await anna.post('/my-consents', { kind: 'publication', text: shown });
	expect(unread.status).toBe(422);
	expect(await unread.text()).toContain('Отметьте, что прочитали');
	expect((await anna.post('/my-consents', { kind: 'publication', text: shown, agree: 'on' })).status).toBe(303);
	expect(await standing(curator, mentor.personId)).toEqual(['publication']);

	expect((await anna.post('/my-consents/withdrawal', { kind: 'publication' })).status).toBe(303);
	expect(await standing(curator, mentor.personId)).toEqual([]);
	const register = await text(as(world, curator).get('/consents'));
	for (const words of ['Согласие отозвано: уберите', 'Белова Анна Сергеевна', '9 сентября'])
		expect(register, words).toContain(words); // Saturday the 5th: Monday, Tuesday, Wednesday
	const { id: withdrawal } = await world.owner
		.selectFrom('consent_withdrawals')
		.select('id')
		.where('person_id', '=', mentor.personId)
		.executeTakeFirstOrThrow();
	await as(world, curator).post(`/consent-withdrawals/${withdrawal}/undoing`);
	expect(await standing(curator, mentor.personId), 'nobody takes back what she withdrew herself').toEqual([]);
	await as(world, curator).post(`/consent-withdrawals/${withdrawal}/settling`);
	expect(await text(as(world, curator).get('/consents'))).not.toContain('уберите то, что');
});

test('a new wording does not change what was agreed to; agreeing to an old page is asked again', async () => {
	const { curator, director, mentor } = await aSchool(world, { name: 'Школа редакций' });
	await publish(curator);
	const anna = as(world, mentor);
	const old = /name="text" value="([^"]+)"/.exec(await text(anna.get('/my-consents')))?.[1] ?? '';
	expect((await publish(director, { ...publication, term: 'на три года' }, '1')).status).toBe(303);
	const late = await anna.post('/my-consents', { kind: 'publication', text: old, agree: 'on' });
	expect(late.status).toBe(422);
	expect(await late.text()).toContain('текст согласия изменился');

	const conflict = await publish(curator, { ...publication, term: 'на год' }, '1');
	expect(conflict.status).toBe(409);
	const page = await conflict.text();
	for (const words of ['на три года', 'на год']) expect(page).toContain(words);
	const same = await publish(curator, { ...publication, term: 'на три года' }, '2');
	expect(await same.text()).toContain('публиковать нечего');
	const empty = await publish(curator, { ...publication, purpose: ' ' }, '2');
	expect(empty.status).toBe(422);
	expect(await empty.text()).toContain('Заполните часть «Цель»');
});

test.each([
	[{ givenOn: '01.10.2026' }, 'ещё не наступил'],
	[{ givenOn: '31.02.2026' }, 'каким числом подписано'],
	[{ givenOn: '01.09.1996' }, 'раньше самого закона'],
	[{ validUntil: '01.08.2026' }, 'кончается раньше'],
	[{ person: [] as string[] }, 'Отметьте хотя бы одного'],
	[{ file: new File([], 'Пусто.pdf') }, 'Файл пустой']
])('mistyped as %o the curator is told what is wrong, and nobody is written down', async (typed, why) => {
	const { curator, mentor } = await aSchool(world, { name: 'Школа ошибок' });
	const answer = await as(world, curator).post('/consents/entry/publication', {
		kind: 'publication',
		givenOn: '01.09.2026',
		person: mentor.personId,
		...(typed as Record<string, string>)
	});
	expect(answer.status).toBe(422);
	expect(await answer.text()).toContain(why);
	expect(await standing(curator, mentor.personId)).toEqual([]);
});

test('a record made by mistake is taken away and brought back; the same paper is not written twice', async () => {
	const { curator, mentor } = await aSchool(world, { name: 'Школа отмен' });
	await record(curator, mentor.personId);
	const again = await record(curator, mentor.personId);
	expect(again.status).toBe(422);
	expect(await again.text()).toContain('уже записано');
	const { id: consent } = await world.owner
		.selectFrom('consents')
		.select('id')
		.where('person_id', '=', mentor.personId)
		.executeTakeFirstOrThrow();
	await as(world, curator).post(`/consents/${consent}/removal`);
	expect(await standing(curator, mentor.personId)).toEqual([]);
	await as(world, curator).post(`/consents/${consent}/restoration`);
	expect(await standing(curator, mentor.personId)).toEqual(['publication']);
});

test('a consent ends with its term and with a withdrawal from paper; a mistaken withdrawal is undone', async () => {
	const { curator, mentor } = await aSchool(world, { name: 'Школа сроков' });
	await record(curator, mentor.personId, { validUntil: '31.12.2026' });
	expect(await standing(curator, mentor.personId, '2026-12-31')).toEqual(['publication']);
	expect(await standing(curator, mentor.personId, '2027-01-01')).toEqual([]);
	const early = await as(world, curator).post(`/consents/people/${mentor.personId}/withdrawal`, {
		withdrawn: 'publication',
		withdrawnOn: '31.08.2026'
	});
	expect(early.status).toBe(422);
	expect(await early.text()).toContain('Согласие дано 01.09.2026');
	await as(world, curator).post(`/consents/people/${mentor.personId}/withdrawal`, {
		withdrawn: 'publication',
		withdrawnOn: '04.09.2026'
	});
	expect(await standing(curator, mentor.personId)).toEqual([]);
	const { id: withdrawal } = await world.owner
		.selectFrom('consent_withdrawals')
		.select('id')
		.where('person_id', '=', mentor.personId)
		.executeTakeFirstOrThrow();
	await as(world, curator).post(`/consent-withdrawals/${withdrawal}/undoing`);
	expect(await standing(curator, mentor.personId)).toEqual(['publication']);
});

test('the school asks less: the register counts only that', async () => {
	const { curator } = await aSchool(world, { name: 'Школа порядка' });
	const vera = as(world, curator);
	await vera.post('/consents/settings', { version: '0', asked: ['mentor'], strict: 'on' });
	const page = await text(vera.get('/consents'));
	for (const words of ['чего-то не хватает у 1', 'Порядок строгий']) expect(page).toContain(words);
	expect((await vera.post('/consents/settings', { version: '0', asked: ['mentee'] })).status).toBe(409);
});

test('the register of two and of two hundred costs the same number of queries', async () => {
	const small = await aSchool(world, { name: 'Малая школа' });
	const big = await aSchool(world, { name: 'Большая школа' });
	const people = Array.from({ length: 200 }, () => id());
	const organisation_id = big.organisationId;
	await world.owner
		.insertInto('people')
		.values(
			people.map((one, at) => ({
				organisation_id,
				id: one,
				family_name: `Лесная${'абвгдежзик'[at % 10]}`,
				given_name: 'Ия',
				created_at: clock().toISOString()
			}))
		)
		.execute();
	await world.owner
		.insertInto('role_periods')
		.values(
			people.map((person_id) => ({
				organisation_id,
				id: id(),
				person_id,
				role: 'mentee' as const,
				period: '[2026-09-01,)'
			}))
		)
		.execute();
	const pages = [countingQueries(world, small.curator), countingQueries(world, big.curator)] as const;
	const costs = [await pages[0].cost('/consents'), await pages[1].cost('/consents')];
	expect(costs[1]).toBe(costs[0]);
	await costsTheSame(pages[1], '/consents/entry/mentor', '/consents/entry/mentee');
});

test('who stands in a register is asked for consents before any role is given', async () => {
	const { curator, teacher } = await aSchool(world, { name: 'Школа банка', roles: ['curator', 'teacher'] });
	const vera = as(world, curator);
	expect(await text(vera.get('/consents'))).toContain('внесите людей в банки');
	await vera.post('/registry/mentors/entries', { person: teacher.personId, from: '01.09.2026' });
	expect(await text(vera.get('/consents'))).toContain('чего-то не хватает у 1');
	expect(await text(vera.get('/consents/entry/mentor'))).toContain('Жукова Нина Львовна');
	expect(await text(vera.get('/consents/entry/mentee'))).not.toContain('Жукова Нина Львовна');
	await vera.post('/consents/entry/mentor', { kind: 'mentor', givenOn: '01.09.2026', person: teacher.personId });
	expect(await text(vera.get('/consents/entry/mentor'))).not.toContain('Жукова Нина Львовна');
});
