import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { at, location, text } from '../../../test/plan-story';
import { aSchool, as, id, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { aFileQuestion, anEdition, aWave, howAreYou } from '../../../test/survey-story';
import type { Actor } from '../../core/actor';
import { hashOf } from '../access/rules/secrets';
import type { Identity } from './rules/questionnaire';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const answers = { 'q-q1': 'hard', 'q-q2': 'Отчёты', 'q-q3': '7', act: 'send', version: '0' };
const visitor = () => as(world, undefined);

/** A wave that asks these people; a personal address of each. */
async function asking(
	name: string,
	identity: Identity,
	cast: (school: Awaited<ReturnType<typeof aSchool>>) => Actor[]
) {
	const school = await aSchool(world, { name });
	const { edition, questionnaire } = await anEdition(world, school.curator);
	const people = cast(school).map(({ personId }) => personId);
	const made = await aWave(world, school.curator, edition, { identity, people });
	const tokens = made.participants.map((participant) => hashOf(participant).toString('base64url').slice(0, 32));
	await world.owner
		.insertInto('survey_links')
		.values(
			made.participants.map((participant_id, at) => ({
				organisation_id: school.organisationId,
				id: id(),
				participant_id,
				token_hash: hashOf(tokens[at] ?? ''),
				issued_at: now.at
			}))
		)
		.execute();
	return { ...school, ...made, edition, questionnaire, paths: tokens.map((token) => `/answer/${token}`) };
}
const kept = async (participant = '') =>
	world.owner.selectFrom('survey_answers').selectAll().where('participant_id', '=', participant).executeTakeFirst();

test('Борис is told who reads, answers in the program, changes his answer until the last day, and not after it', async () => {
	const { mentee, teacher, participants } = await asking('Школа ответа', 'named', ({ mentee }) => [mentee]);
	const boris = as(world, mentee);
	expect(await text(boris.get('/my-surveys'))).toContain('Ждёт ответа 1 анкета');
	const path = `/my-surveys/${participants[0]}`;
	const page = await text(boris.get(path));
	for (const words of [
		'Школа ответа спрашивает до 30 сентября',
		'Анкета с именем',
		'Ответы прочтёт куратор',
		'Раздел 2 из 2'
	])
		expect(page, words).toContain(words);
	expect((await as(world, teacher).get(path)).status).toBe(404);

	const once = { ...answers, token: crypto.randomUUID() };
	for (const answer of [await boris.post(path, once), await boris.post(path, once)])
		expect(location(answer)).toBe(path);
	const thanks = await text(boris.get(path));
	expect(thanks).toContain('Ответы помогут составить план');
	expect(thanks).toContain('Изменить его можно до 30 сентября');
	expect((await kept(participants[0]))?.answers).toEqual({
		q1: { option: 'hard' },
		q2: { text: 'Отчёты' },
		q3: { number: 7 }
	});
	expect(await text(boris.get(`${path}?change=on`))).toContain('Отчёты');
	await boris.post(path, { ...answers, 'q-q1': 'good', version: '1' });
	expect((await kept(participants[0]))?.answers).toEqual({ q1: { option: 'good' }, q3: { number: 7 } }); // not asked: not kept
	const late = as(world, mentee, at('2026-10-01T05:00:00Z'));
	expect(location(await late.post(path, { ...answers, version: '2' }))).toBe(path);
	expect((await kept(participants[0]))?.version).toBe(2);
	expect(await text(late.get(`${path}?change=on`))).toContain('ответ больше не меняется');
});

test('what is written is kept: by «Дальше» without script, by the browser with it; an answer from a sheet meanwhile is a conflict', async () => {
	const { mentee, curator, participants } = await asking('Школа черновика', 'named', ({ mentee }) => [mentee]);
	const boris = as(world, mentee);
	const path = `/my-surveys/${participants[0]}`;
	const onward = await boris.post(path, { 'q-q1': 'hard', 'q-q2': 'Тетради', act: 'keep-2' });
	expect(location(onward)).toBe(`${path}?saved=kept#part-2`);
	expect(await text(boris.get('/my-surveys'))).toContain('Продолжить');
	expect((await boris.post(`${path}/draft`, { 'q-q1': 'hard', 'q-q2': 'Тетради и отчёты' })).status).toBe(200);
	expect(await text(boris.get(path))).toContain('Тетради и отчёты');
	const refused = await boris.post(path, { ...answers, 'q-q3': '' });
	expect(refused.status).toBe(422);
	expect(await refused.text()).toContain('Отчёты');

	await world.owner
		.insertInto('survey_answers')
		.values({
			organisation_id: curator.organisationId,
			id: id(),
			participant_id: participants[0] ?? '',
			answers: '{}',
			how: 'paper',
			answered_at: now.at,
			entered_by: curator.personId
		})
		.execute();
	const clash = await boris.post(path, answers);
	expect(clash.status).toBe(409);
	const page = await clash.text();
	expect(page).toContain('Ваш ответ уже записан');
	expect(page).toContain('name="version" value="1"');
	expect(page).toContain('Отчёты');
});

test('by a personal address without signing in; used again it thanks, revoked or made up it says so, and none is guessed', async () => {
	const { mentee, mentor, participants, paths } = await asking('Школа ссылки', 'named', ({ mentee, mentor }) => [
		mentee,
		mentor
	]);
	const [first = '', second = ''] = paths;
	expect(await text(visitor().get(first))).toContain('Школа ссылки спрашивает');
	expect(location(await visitor().post(first, answers))).toBe(first);
	expect(await text(visitor().get(first))).toContain('Ответ принят');
	expect((await kept(participants[0]))?.how).toBe('link');
	expect(mentee.personId).not.toBe(mentor.personId);
	await world.owner
		.updateTable('survey_links')
		.set({ revoked_at: now.at })
		.where('participant_id', '=', participants[1] ?? '')
		.execute();
	for (const path of [second, '/answer/nobody', `/answer/${'a'.repeat(32)}`]) {
		const answer = await visitor().get(path);
		expect(answer.status).toBe(404);
		expect(await answer.text()).toContain('По этой ссылке не ответить');
	}
	expect((await visitor().post(second, answers)).status).toBe(404);
});

test('a wave not begun, closed, over, or without this person: each says what can be done, and takes nothing', async () => {
	const { mentee, participants, paths, wave } = await asking('Школа дверей', 'named', ({ mentee }) => [mentee]);
	const [path = ''] = paths;
	const boris = as(world, mentee);
	const mine = `/my-surveys/${participants[0]}`;
	const changed = (changes: object) =>
		world.owner.updateTable('survey_waves').set(changes).where('id', '=', wave).execute();
	const says = async (words: string) => {
		for (const page of [await text(visitor().get(path)), await text(boris.get(mine))]) expect(page).toContain(words);
		expect((await visitor().post(path, answers)).status).toBe(303);
		expect((await boris.post(mine, answers)).status).toBe(303);
		expect(await kept(participants[0])).toBeUndefined();
	};
	await changed({ opens_on: '2026-09-10' });
	await says('Анкета откроется 10 сентября');
	await changed({ opens_on: '2026-09-01', closes_on: '2026-09-04' });
	await says('Анкетирование закончилось');
	await changed({ closes_on: '2026-09-30', closed_at: now.at, closed_by: mentee.personId });
	await says('Анкетирование закончилось');
	await changed({ closed_at: null, closed_by: null });
	await world.owner
		.updateTable('survey_participants')
		.set({ removed_at: now.at })
		.where('wave_id', '=', wave)
		.execute();
	expect(await text(boris.get(mine))).toContain('Отвечать не нужно');
	expect((await boris.post(mine, answers)).status).toBe(303);
	expect(await kept(participants[0])).toBeUndefined();
});

test('ten thousand letters, emoji and pasted Word are taken or told beside their field; nothing typed is lost', async () => {
	const { mentee, participants } = await asking('Школа длинных слов', 'named', ({ mentee }) => [mentee]);
	const boris = as(world, mentee);
	const path = `/my-surveys/${participants[0]}`;
	const long = await boris.post(path, { ...answers, 'q-q2': `Начало ${'я'.repeat(10_000)}` });
	expect(long.status).toBe(422);
	const page = await long.text();
	expect(page).toContain('Слишком длинно');
	expect(page).toContain('Начало яяя');
	const word = '<p class="MsoNormal"><b>Отчёты</b> &amp; журналы 👩‍🏫</p><!--[if gte mso 9]><xml>1</xml><![endif]-->';
	expect((await boris.post(path, { ...answers, 'q-q2': word })).status).toBe(303);
	expect((await kept(participants[0]))?.answers).toMatchObject({ q2: { text: 'Отчёты & журналы 👩‍🏫' } });
});

test('while people answer the words stay: an edition published meanwhile asks nobody of this wave', async () => {
	const { mentee, curator, participants, questionnaire } = await asking('Школа редакций', 'named', ({ mentee }) => [
		mentee
	]);
	const [first, second] = howAreYou.sections;
	const changed = { ...howAreYou, sections: second ? [{ ...second, title: 'Совсем другое' }] : [] };
	await anEdition(world, curator, changed, { questionnaire, number: 2 });
	const boris = as(world, mentee);
	const page = await text(boris.get(`/my-surveys/${participants[0]}`));
	expect(page).toContain(first?.title);
	expect(page).not.toContain('Совсем другое');
	expect((await boris.post(`/my-surveys/${participants[0]}`, answers)).status).toBe(303);
});

test('a file is kept with the answer that asks for it, and let go with it', async () => {
	const { curator, mentee } = await aSchool(world, { name: 'Школа планов урока' });
	const content = { ...howAreYou, sections: [{ title: '', about: '', questions: [aFileQuestion] }] };
	const { edition } = await anEdition(world, curator, content);
	const { participants } = await aWave(world, curator, edition, { people: [mentee.personId] });
	const boris = as(world, mentee);
	const path = `/my-surveys/${participants[0]}`;
	const file = new File(['План урока'], 'план.txt', { type: 'text/plain' });
	await boris.post(path, { 'q-q4': file, version: '0', act: 'send' });
	expect((await kept(participants[0]))?.answers).toMatchObject({ q4: { file: expect.any(String) } });
	expect(await text(boris.get(`${path}?change=on`))).toContain('Убрать присланный файл «план.txt»');
	await boris.post(path, { 'q-q4-drop': 'on', version: '1', act: 'send' });
	expect((await kept(participants[0]))?.answers).toEqual({});
	expect(
		await world.owner
			.selectFrom('survey_answer_files')
			.select('id')
			.where('participant_id', '=', participants[0] ?? '')
			.execute()
	).toEqual([]);
	const bytes = world.owner.selectFrom('file_chunks').select('position');
	expect(await bytes.where('organisation_id', '=', mentee.organisationId).execute()).toEqual([]);
});

/** Every row of the database that names a person or one of those asked, but where an unnamed wave must: by table. */
async function traces(people: readonly string[]) {
	const tables = await sql<{ name: string }>`
		select table_name as name from information_schema.tables
		where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(world.owner);
	const found: Record<string, string[]> = {};
	for (const { name } of tables.rows) {
		const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(world.owner);
		found[name] = rows.map(({ row }) => row).filter((row) => people.some((one) => row.includes(one)));
	}
	return found;
}

test('an answer without a name leaves nothing beside its author: no form token, draft, journal or answer; sent twice it is one', async () => {
	const school = await asking('Школа без имён', 'anonymous', (all) => [
		all.mentee,
		all.mentor,
		all.teacher,
		all.director,
		all.curator
	]);
	const { mentee, mentor, participants, paths, wave } = school;
	const said = 'Совершенно особые слова';
	const given = { ...answers, 'q-q2': said };
	const before = await traces([mentee.personId, mentor.personId, ...participants]);
	const page = await text(as(world, mentee).get(`/my-surveys/${participants[0]}`));
	expect(page).toContain('хранятся только в этой вкладке');
	expect(page).not.toContain('name="token"');
	expect((await as(world, mentee).post(`/my-surveys/${participants[0]}/draft`, given)).status).toBe(404);
	expect((await visitor().post(`${paths[1]}/draft`, given)).status).toBe(404);
	const both = await Promise.all([1, 2].map(() => as(world, mentee).post(`/my-surveys/${participants[0]}`, given)));
	for (const answer of both) expect(location(answer)).toBe(`/my-surveys/${participants[0]}`);
	await visitor().post(paths[1] ?? '', given);
	expect(location(await visitor().post(paths[1] ?? '', given))).toBe(paths[1]);

	const after = await traces([mentee.personId, mentor.personId, ...participants]);
	const { survey_participants: marks = [], ...rest } = after;
	const { survey_participants: _, ...restBefore } = before;
	expect(rest).toEqual(restBefore);
	expect(marks.filter((row) => row.includes(',t,'))).toHaveLength(2);
	const words = await sql<{ n: number }>`
		select count(*)::int as n from survey_unnamed_answers where wave_id = ${wave} and answers::text like ${`%${said}%`}`.execute(
		world.owner
	);
	expect(words.rows[0]?.n).toBe(2);
	expect(await text(as(world, mentee).get(`/my-surveys/${participants[0]}?change=on`))).toContain(
		'никто не знает, какой из них ваш'
	);
});
