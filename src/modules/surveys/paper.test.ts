import { beforeAll, expect, test } from 'vitest';
import { location, text } from '../../../test/plan-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { anEdition, aWave } from '../../../test/survey-story';
import type { Identity } from './rules/questionnaire';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

async function onPaper(name: string, identity: Identity, readers = ['curator']) {
	const school = await aSchool(world, { name });
	const { edition } = await anEdition(world, school.curator);
	const cast = [school.mentor, school.mentee, school.teacher, school.director, school.psychologist];
	const people = cast.map(({ personId }) => personId);
	const made = await aWave(world, school.curator, edition, { identity, people, readers });
	return { ...school, ...made, vera: as(world, school.curator), path: `/surveys/waves/${made.wave}` };
}
const answersOf = (participant = '') =>
	world.owner
		.selectFrom('survey_answers')
		.select(['answers', 'how', 'entered_by', 'version'])
		.where('participant_id', '=', participant)
		.executeTakeFirst();
const answered = async (wave: string) =>
	(
		await world.owner
			.selectFrom('survey_participants')
			.select('id')
			.where('wave_id', '=', wave)
			.where('answered', '=', true)
			.execute()
	).length;
/** «17-42» of each sheet, as it was printed. */
const printed = (page: string) => [...page.matchAll(/№ (\d+-\d\d)/g)].map(([, code]) => code as string);
const hidden = (page: string, name: string) =>
	[...page.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, value]) => value as string);

test('Вера prints sheets with numbers, types one in by figures, and mends what she mistyped', async () => {
	const { vera, path, participants, curator } = await onPaper('Школа листов', 'named');
	const sheets = await text(vera.get(`${path}/sheets`));
	const codes = printed(sheets);
	expect(codes).toHaveLength(5);
	expect(sheets).toContain('☐ 2. Трудно');

	const wrong = await text(vera.get(`${path}/paper?code=${(codes[0] ?? '').slice(0, -2)}00`));
	expect(wrong).toContain('Листа с таким номером здесь нет');
	const sheet = await text(vera.get(`${path}/paper?code=${codes[0]}`));
	expect(sheet).toContain('Белова Анна Сергеевна');
	expect(sheet).toContain('1 Хорошо · 2 Трудно');
	const person = hidden(sheet, 'person')[0] ?? '';
	const typed = { person, 'k-q1': '2', 'k-q2': 'Отчёты', 'k-q3': '7', version: '0', act: 'enter' };
	const refused = await vera.post(`${path}/paper`, { ...typed, 'k-q1': '5', 'k-q3': '' });
	expect(refused.status).toBe(422);
	const again = await refused.text();
	expect(again).toContain('«5» здесь ничего не значит');
	expect(again).toContain('Ответьте на этот вопрос');
	expect(again).toContain('Отчёты');
	expect(await text(vera.get(location(await vera.post(`${path}/paper`, typed))))).toContain(
		'Записано: Белова Анна Сергеевна'
	);
	expect(await answersOf(participants[0])).toMatchObject({
		answers: { q1: { option: 'hard' }, q2: { text: 'Отчёты' }, q3: { number: 7 } },
		how: 'paper',
		entered_by: curator.personId
	});
	const mending = await text(vera.get(`${path}/paper?person=${person}`));
	expect(hidden(mending, 'version')).toEqual(['1']);
	expect(mending).toContain('value="7"');
	await vera.post(`${path}/paper`, { ...typed, 'k-q1': '1', version: '1' });
	expect((await answersOf(participants[0]))?.answers).toEqual({ q1: { option: 'good' }, q3: { number: 7 } });
	expect(printed(await text(vera.get(`${path}/sheets`)))).toHaveLength(4);
});

test('what Нина has answered herself whoever enters sheets neither reads nor writes over; hers alone she mends', async () => {
	const { vera, path, participants, teacher, director } = await onPaper('Школа обещаний', 'named', ['psychologist']);
	const [, , ninas = '', glebs = ''] = participants;
	const said = { 'q-q1': 'hard', 'q-q2': 'Завуч кричит', 'q-q3': '2', act: 'send', version: '0' };
	expect((await as(world, teacher).post(`/my-surveys/${ninas}`, said)).status).toBe(303);
	const shown = await text(vera.get(`${path}/paper?person=${ninas}`));
	expect(shown).toContain('Жукова Нина Львовна: ответ уже есть');
	expect(shown).not.toContain('Завуч кричит');
	const typed = { person: ninas, 'k-q1': '1', 'k-q3': '9', act: 'enter', version: '1' };
	expect((await vera.post(`${path}/paper`, typed)).status).toBe(409);
	expect(await answersOf(ninas)).toMatchObject({ answers: { q2: { text: 'Завуч кричит' } }, how: 'program' });

	await vera.post(`${path}/paper`, { ...typed, person: glebs, version: '0' });
	expect(await text(vera.get(`${path}/paper?person=${glebs}`))).toContain('здесь можно исправить');
	expect(await text(as(world, director).get(`${path}/paper?person=${glebs}`))).toContain('ответ уже есть');
});

test('under a pseudonym whoever enters is told that she sees whose sheet it is; a second sheet of one person is not taken', async () => {
	const { vera, path, wave, participants } = await onPaper('Школа псевдонимов', 'pseudonymous');
	expect(await text(vera.get(`${path}/paper`))).toContain('Вы увидите, чей это лист');
	const typed = { person: participants[1] ?? '', 'k-q1': '1', 'k-q3': '9', act: 'enter' };
	await vera.post(`${path}/paper`, typed);
	const second = await vera.post(`${path}/paper`, typed);
	expect(second.status).toBe(409);
	expect(await second.text()).toContain('второй лист не записан');
	expect(await answered(wave)).toBe(1);
	expect(await text(vera.get(`${path}/paper?person=${participants[1]}`))).toContain('ответ уже есть');
	const { rows } = await countUnnamed(wave);
	expect(rows).toBe(1);
});

const countUnnamed = async (wave: string) => ({
	rows: (await world.owner.selectFrom('survey_unnamed_answers').select('id').where('wave_id', '=', wave).execute())
		.length
});

test('sheets without names: those who handed in are ticked, chance says who is marked by which; a sheet sent twice is one', async () => {
	const { vera, path, wave, participants, curator } = await onPaper('Школа стопки', 'anonymous');
	const sheets = await text(vera.get(`${path}/sheets`));
	expect(printed(sheets)).toEqual([]);
	expect(sheets.match(/<article/g)).toHaveLength(5);
	expect(sheets).not.toContain('Белова Анна');

	const handedIn = participants.slice(0, 3);
	const first = await text(vera.post(`${path}/paper`, { participant: handedIn, act: 'begin' }));
	expect(first).toContain('Осталось ввести: 3 листа');
	const enter = async (token: string, number: string) =>
		text(vera.post(`${path}/paper`, { participant: handedIn, 'k-q1': '1', 'k-q3': number, act: 'enter', token }));
	const token = crypto.randomUUID();
	expect(await enter(token, '3')).toContain('Осталось ввести: 2 листа');
	expect(await enter(token, '3')).toContain('Осталось ввести: 2 листа');
	expect((await countUnnamed(wave)).rows).toBe(1);
	const tokens = await world.owner
		.selectFrom('form_tokens')
		.select(['person_id', 'outcome'])
		.where('token', '=', token)
		.execute();
	expect(tokens).toEqual([{ person_id: curator.personId, outcome: { left: 2 } }]);
	await enter(crypto.randomUUID(), '4');
	const last = await vera.post(`${path}/paper`, { participant: handedIn, 'k-q1': '2', 'k-q3': '5', act: 'enter' });
	expect(location(last)).toBe(`${path}/paper?saved=entered`);
	expect(await answered(wave)).toBe(3);
	const marked = await world.owner
		.selectFrom('survey_participants')
		.select('id')
		.where('wave_id', '=', wave)
		.where('answered', '=', true)
		.execute();
	expect(marked.map(({ id }) => id).sort()).toEqual(handedIn.toSorted());
	const fourth = await vera.post(`${path}/paper`, { participant: handedIn, 'k-q1': '2', 'k-q3': '5', act: 'enter' });
	expect(fourth.status).toBe(303);
	expect((await countUnnamed(wave)).rows).toBe(3);
});
