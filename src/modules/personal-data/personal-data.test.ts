import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { everythingAbout, marker } from '../../../test/person-story';
import { aSchool, as, id, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import type { Actor } from '../../core/actor';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const filesOf = async (answer: Response | Promise<Response>) => {
	const files = unzipSync(new Uint8Array(await (await answer).arrayBuffer()));
	return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
};
const own = ({ organisationId }: Actor) => ({ organisation_id: organisationId });

const leaves = (person: Actor, on: string) =>
	sql`update employments set period = daterange(lower(period), ${on}::date) where person_id = ${person.personId}`.execute(
		world.owner
	);

/** Every value of every table of the school, as text: where a word still stands. */
async function standsIn({ organisationId }: Actor, word: string) {
	const { rows: tables } = await sql<{ name: string }>`
		select table_name as name from information_schema.columns
		where table_schema = 'public' and column_name = 'organisation_id'`.execute(world.owner);
	const found: string[] = [];
	for (const { name } of tables) {
		const { rows } = await sql`select 1 from ${sql.table(name)} t
			where organisation_id = ${organisationId} and strpos(t::text, ${word}) > 0 limit 1`.execute(world.owner);
		if (rows.length > 0) found.push(name);
	}
	return found;
}

test('Борис sees who sees what, by name; after Вера opens his card she stands among those who looked', async () => {
	const school = await aSchool(world, { name: 'Открытая школа' });
	await everythingAbout(world, school);
	const boris = as(world, school.mentee);
	const before = await text(boris.get('/my-data'));
	for (const words of ['никто, кроме вас, не открывал', 'Дронова В. П.', '«Запросы педагогов»', 'Согласия и отзывы'])
		expect(before, words).toContain(words);
	await as(world, school.curator).get(`/people/${school.mentee.personId}`);
	const after = await text(boris.get('/my-data'));
	expect(after).toContain('открывали 1 раз');
	expect(after).toMatch(/Дронова[\s\S]*Карточку: почту, телефон, день рождения/);
	expect(await text(as(world, school.teacher).get('/my-data'))).not.toContain('Запросы педагогов');
});

test('his own file holds everything, in words; nobody else’s, and a keeper who hands it out is noted', async () => {
	const school = await aSchool(world, { name: 'Школа выдачи' });
	await everythingAbout(world, school);
	const mine = await filesOf(as(world, school.mentee).get('/my-data/export'));
	expect(Object.keys(mine).sort()).toEqual(['Мои данные.html', 'Мои данные.json']);
	for (const words of ['gusev@example.org', 'Что трудно?', marker, 'Начинающие', '01.09.2021', 'наставляемый', 'сам 3'])
		expect(mine['Мои данные.html'], words).toContain(words);
	const record = JSON.parse(mine['Мои данные.json'] ?? '');
	expect(record['Ответы на анкеты с именем']).toContainEqual(
		expect.objectContaining({ Вопрос: 'Насколько?', Ответ: '7' })
	);
	expect((await filesOf(as(world, school.teacher).get('/my-data/export')))['Мои данные.html']).not.toContain(marker);

	const handed = await filesOf(as(world, school.personnel).get(`/people/${school.mentee.personId}/data`));
	expect(handed['Мои данные.html']).toContain(marker);
	const withheld = JSON.parse(handed['Мои данные.json'] ?? '');
	expect(withheld['Ответы на анкеты с именем']).toEqual([{ 'Не выдано': 'записей: 2, их читают: куратор' }]);
	expect(withheld['Самооценка, наблюдения, группы']).toEqual([
		{ 'Не выдано': 'записей: 1, их читают: директор, куратор' }
	]);
	const byVera = await filesOf(as(world, school.curator).get(`/people/${school.mentee.personId}/data`));
	expect(JSON.parse(byVera['Мои данные.json'] ?? '')['Ответы на анкеты с именем']).toContainEqual(
		expect.objectContaining({ Вопрос: 'Что трудно?', Ответ: marker })
	);
	expect(await text(as(world, school.mentee).get('/my-data'))).toContain('Все ваши данные, по вашему обращению');
	expect((await as(world, school.teacher).get(`/people/${school.mentee.personId}/data`)).status).toBe(403);
});

test('while he works here he may ask and take it back, or read why not; nothing is erased', async () => {
	const { mentee, director } = await aSchool(world, { name: 'Школа просьб' });
	const [boris, gleb] = [as(world, mentee), as(world, director)];
	await boris.post('/my-data/erasure', { words: 'Уберите телефон' });
	expect(await text(gleb.get('/people/erasure'))).toContain('Гусев Борис Олегович');
	const refused = await gleb.post(`/people/${mentee.personId}/erasure`, { familyName: 'Гусев' });
	expect(refused.status).toBe(422);
	expect(await text(refused)).toContain('нужны для трудовых отношений');
	await boris.post('/my-data/erasure/withdrawal', {});
	expect(await text(gleb.get('/people/erasure'))).toContain('Удалять нечего');
	await boris.post('/my-data/erasure', { words: '' });
	await gleb.post(`/people/${mentee.personId}/erasure/refusal`, { reason: 'Вы работаете: телефон нужен для связи' });
	expect(await text(boris.get('/my-data'))).toContain('«Вы работаете: телефон нужен для связи»');
});

test('after he left: his request takes the name and words everywhere, consents stay as proof until their time is over', async () => {
	const school = await aSchool(world, { name: 'Школа памяти' });
	const { mentee, director } = school;
	const { scan } = await everythingAbout(world, school);
	await leaves(mentee, '2026-06-01');
	const gleb = as(world, director);
	const address = `/people/${mentee.personId}/erasure`;
	expect(await text(gleb.get(address))).toContain('Срок хранения кончится 31.05.2029');
	await world.owner
		.insertInto('erasure_requests')
		.values({ ...own(mentee), id: id(), person_id: mentee.personId, asked_at: now.at, asked_by: director.personId })
		.execute();
	expect(await text(gleb.get(address))).toContain('31 мая 2029');
	const other = await gleb.post(address, { familyName: 'Жукова' });
	expect(await text(other)).toContain('Это не фамилия с этой карточки');
	expect((await gleb.post(address, { familyName: 'гусев' })).status).toBe(303);

	expect(await standsIn(mentee, marker)).toEqual([]);
	expect(await standsIn(mentee, 'Гусев')).toEqual([]);
	expect(await standsIn(mentee, 'gusev@example.org')).toEqual([]);
	const answers = await world.owner
		.selectFrom('survey_answers')
		.select('answers')
		.where('organisation_id', '=', mentee.organisationId)
		.execute();
	expect(answers).toEqual([{ answers: { q2: { number: 7 } } }]); // marks on scales are counted on
	const scans = () => world.owner.selectFrom('files').select('id').where('id', '=', scan).execute();
	expect(await scans()).toHaveLength(1);

	await sql`update employments set period = daterange(lower(period), '2022-01-01') where person_id = ${mentee.personId}`.execute(
		world.owner
	);
	expect(await text(gleb.get('/people/erasure'))).toContain('у согласий кончился срок хранения');
	expect((await gleb.post(address, { familyName: 'Сведения' })).status).toBe(303);
	expect(await scans()).toEqual([]);
	expect(await text(gleb.get('/people/erasure'))).toContain('Удалять нечего');
});

test('a login goes with the last of its workplaces, and not before: whoever works elsewhere signs in as ever', async () => {
	const first = await aSchool(world, { name: 'Школа первой работы' });
	const second = await aSchool(world, { name: 'Школа второй работы' });
	const account = id();
	const { owner } = world;
	await owner
		.insertInto('accounts')
		.values({ id: account, login: 'gusev.boris', email: 'boris@example.org', created_at: now.at })
		.execute();
	await owner
		.insertInto('credentials')
		.values({ account_id: account, id: id(), kind: 'password', secret: 'argon2', created_at: now.at })
		.execute();
	const known = () => owner.selectFrom('accounts').select(['login', 'email']).where('id', '=', account).execute();
	const erase = async ({ mentee, director }: typeof first) => {
		await leaves(mentee, '2022-01-01');
		const answer = await as(world, director).post(`/people/${mentee.personId}/erasure`, { familyName: 'Гусев' });
		expect(answer.status).toBe(303);
	};
	const both = [first.mentee.personId, second.mentee.personId];
	await owner.updateTable('people').set({ account_id: account }).where('id', 'in', both).execute();
	await erase(first);
	expect(await known()).toEqual([{ login: 'gusev.boris', email: 'boris@example.org' }]);
	await erase(second);
	expect(await known()).toEqual([{ login: expect.stringMatching(/^erased-[0-9a-f]{16}$/), email: null }]);
	const secrets = await owner.selectFrom('credentials').select('secret').where('account_id', '=', account).execute();
	expect(secrets).toEqual([{ secret: null }]);
});

test('the term is the school’s own, within reason; two who change it at once are told', async () => {
	const { curator } = await aSchool(world, { name: 'Школа сроков' });
	const vera = as(world, curator);
	for (const years of ['0', '76', 'три'])
		expect((await vera.post('/people/erasure/retention', { years, version: '0' })).status, years).toBe(422);
	expect((await vera.post('/people/erasure/retention', { years: '5', version: '0' })).status).toBe(303);
	expect(await text(vera.post('/people/erasure/retention', { years: '6', version: '0' }))).toContain(
		'только что изменили'
	);
	expect(await text(vera.get('/people/erasure'))).toContain('5 лет назад');
});
