import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { at, location, text } from '../../../test/plan-story';
import { as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import {
	answer,
	aStory,
	ask,
	askAfterMeeting,
	autumn,
	doneTimes,
	mentorToo,
	questionnaire,
	report
} from '../../../test/survey-seeds';
import { anEdition } from '../../../test/survey-story';
import { wordsOf } from '../organisations/rules/words';
import { draftFrom, libraryByCode } from '../surveys/rules/library/library';
import type { Question } from '../surveys/rules/questionnaire';

/** Lines of the five roadmaps that the registers carry out, through the pages. */
let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const wordIn = async (answered: Response | Promise<Response>) =>
	new TextDecoder()
		.decode(unzipSync(new Uint8Array(await (await answered).arrayBuffer()))['word/document.xml'])
		.replace(/<[^>]+>/g, ' ');
const closesIn = (page: string) => /name="closes"\s+value="([^"]+)"/.exec(page)?.[1] ?? '';

const october = { saidOn: '10.10.2026', version: '0', priority: '1' };

test('S2 2.2: requests from a questionnaire, an interview and a lesson stand in one base; the analysis of them is a paper and closes the activity', async () => {
	const story = await aStory(
		world,
		'Гимназия анализа',
		'Анализ потребности: анкетный опрос, интервью, наблюдения',
		[autumn],
		'assess'
	);
	const { curator, mentee, teacher, mentor } = story.school;
	const vera = as(world, curator, at(autumn.now));
	expect(await text(vera.get('/registry/requests'))).toContain('Запросов пока нет');
	const help = { code: 'q1', text: 'С чем нужна помощь?', help: '', required: false, kind: 'text', long: true };
	const needs = questionnaire('Запросы', [{ ...help, meaning: 'request' } as Question]);
	const { edition } = await anEdition(world, curator, needs);
	const wave = await ask(story, { edition, title: 'Запросы', roles: ['mentee'], month: autumn });
	await answer(world, mentee, autumn, { 'q-q1': 'Держать внимание класса' });
	const line = /name="participant" value="([^"]+)"/.exec(await text(vera.get(`${wave}/bank`)))?.[1] ?? '';
	await vera.post(`${wave}/bank`, { act: 'take', kind: 'request', participant: line });
	expect(await text(vera.get('/registry/requests?filter=drafts'))).toContain('Держать внимание класса');

	const interview = { ...october, words: 'Разговоры с родителями', source: 'interview', 'level-self-parents': '2' };
	await vera.post(`/registry/people/${teacher.personId}/request`, interview);
	const seen = { ...october, words: 'Не укладывается в урок', source: 'observation', 'level-curator-parents': '3' };
	await vera.post(`/registry/people/${mentor.personId}/request`, seen);
	const draft = await world.owner
		.selectFrom('mentee_requests')
		.where('person_id', '=', mentee.personId)
		.select('id')
		.executeTakeFirstOrThrow();
	const looked = { ...october, version: '1', words: 'Держать внимание класса', source: 'survey' };
	await vera.post(`/mentee-requests/${draft.id}`, looked);

	const page = await text(vera.get('/registry/requests'));
	for (const words of [
		'3 запроса у 3 педагогов',
		'анкета – 1, наблюдение – 1, собеседование – 1',
		'в банке наставляемых ещё нет'
	])
		expect(page).toContain(words);
	const observed = await text(vera.get('/registry/requests?source=observation'));
	expect(observed).toContain('Не укладывается в урок');
	expect(observed).not.toContain('Разговоры с родителями</');
	expect(doneTimes(await story.card())).toBe(0);
	const none = await vera.post('/registry/requests', { conclusion: 'Вывод' });
	expect(none.status).toBe(422);
	const filed = await vera.post('/registry/requests', {
		conclusion: 'Чаще всего просят о классе.',
		closes: closesIn(page)
	});
	expect(location(filed)).toContain('closed=1');
	const done = await story.card();
	expect(doneTimes(done)).toBe(1);
	expect(done).toContain('Анализ запросов наставляемых');
	const paper = await wordIn(vera.get('/registry/requests/document.docx'));
	for (const words of [
		'Гусев Борис Олегович',
		'Разговоры с родителями',
		'наблюдение, 10.10.2026',
		'Общение с родителями'
	])
		expect(paper).toContain(words);
	for (const stranger of [mentee, mentor])
		expect((await as(world, stranger, at(autumn.now)).get('/registry/requests')).status).toBe(403);
});

test('S2 2.1: what teachers answered becomes the base of requests; how many pupils asked is told beside it, and the base closes the activity', async () => {
	const title = 'Организация сбора запросов наставляемых (обучающиеся и педагоги)';
	const story = await aStory(world, 'Гимназия запросов', title, [autumn]);
	const { curator, mentee } = story.school;
	const vera = as(world, curator, at(autumn.now));
	const library = libraryByCode.get('mentee-needs');
	if (!library) throw new Error('mentee-needs');
	const { edition } = await anEdition(world, curator, draftFrom(library, wordsOf('school')));
	const wave = await ask(story, { edition, title: 'Запросы', roles: ['mentee'], month: autumn });
	await answer(world, mentee, autumn, { 'q-request': 'Держать внимание класса', 'q-priority': 'now' });
	const line = /name="participant" value="([^"]+)"/.exec(await text(vera.get(`${wave}/bank`)))?.[1] ?? '';
	await vera.post(`${wave}/bank`, { act: 'take', kind: 'request', participant: line });
	const draft = await world.owner
		.selectFrom('mentee_requests')
		.where('person_id', '=', mentee.personId)
		.select(['id', 'priority'])
		.executeTakeFirstOrThrow();
	expect(draft.priority, 'needed now: first of all').toBe(1);
	const looked = { ...october, version: '1', words: 'Держать внимание класса', source: 'survey' };
	await vera.post(`/mentee-requests/${draft.id}`, looked);
	const page = await text(vera.get('/registry/requests'));
	for (const words of ['Держать внимание класса', 'Программа ведёт наставничество педагогов'])
		expect(page).toContain(words);
	const closes = closesIn(page);
	const wrong = await vera.post('/registry/requests', { conclusion: 'Собрано.', pupils: 'много', closes });
	expect(wrong.status).toBe(422);
	expect(doneTimes(await story.card())).toBe(0);
	expect(location(await vera.post('/registry/requests', { conclusion: 'Собрано.', pupils: '14', closes }))).toContain(
		'closed=1'
	);
	const done = await story.card();
	expect(doneTimes(done)).toBe(1);
	expect(done).toContain('запросов обучающихся: 14');
});

test('S2 3.2: out of all who could be mentors the base «педагог – педагог» holds the teachers; it is approved and closes the activity', async () => {
	const { school, card } = await aStory(
		world,
		'Гимназия форм',
		'Сбор предварительных данных о наставниках',
		[autumn],
		'registry'
	);
	const { curator, mentor, director } = school;
	const vera = as(world, curator, at(autumn.now));
	await vera.post('/registry/mentors/entries', { person: [mentor.personId, director.personId], from: '01.10.2026' });
	const any = await text(vera.get('/registry/mentors/approval'));
	expect(any).toContain('Ершов');
	const page = await text(vera.get('/registry/mentors/approval?form=teacher'));
	expect(page).toContain('Белова');
	expect(page).not.toContain('Ершов');
	expect(page).toContain('Форма наставничества «педагог – педагог»');
	const approved = await vera.post('/registry/mentors/editions', {
		...{ person: mentor.personId, on: '10.10.2026', actKind: '', number: '1' },
		...{ note: 'Форма наставничества «педагог – педагог»', closes: closesIn(page) }
	});
	expect(location(approved)).toContain('closed=1');
	expect(doneTimes(await card())).toBe(1);
	const edition = location(approved).split('?')[0] ?? '';
	const paper = await wordIn(vera.get(`${edition}/document.docx`));
	for (const words of ['Белова Анна Сергеевна', 'педагог – педагог', 'Форма: кто – кому'])
		expect(paper).toContain(words);
	expect(paper).not.toContain('Ершов');
	const old = await vera.post('/registry/mentors/editions', {
		...{ person: mentor.personId, on: '10.10.2026', actKind: '', number: '1' }
	});
	expect(old.status, 'from a page that is older than the approval').toBe(409);
	expect(await old.text()).toContain('это редакция 1');
});

test.each([
	['S4 2.2', 'mentees', 'mentee', 'Формирование банка данных наставляемых, обеспечение согласий'],
	['S4 3.2', 'mentors', 'mentor', 'Формирование банка данных наставников, обеспечение согласий']
] as const)(
	'%s: without consents the bank warns; where the school is strict it lets nobody in until they are given; approved with a column of consents',
	async (row, register, role, title) => {
		const { school, card } = await aStory(world, `Лицей ${row}`, title, [autumn], 'registry');
		const { curator, teacher } = school;
		const person = school[role];
		const vera = as(world, curator, at(autumn.now));
		const enter = (who: string) => vera.post(`/registry/${register}/entries`, { person: who, from: '10.10.2026' });
		expect(location(await enter(teacher.personId)), 'no wall where the school did not decide so').toContain('entered');
		expect(await text(vera.get(`/registry/${register}`))).toContain('нет согласия у 1');

		await vera.post('/consents/settings', { version: '0', asked: ['processing', role], strict: 'on' });
		const refused = await enter(person.personId);
		expect(refused.status).toBe(422);
		expect(await refused.text()).toContain('без согласий в банк не вносят');
		for (const kind of ['processing', role])
			await vera.post(`/consents/entry/${kind}`, { kind, person: person.personId, givenOn: '09.10.2026' });
		expect(location(await enter(person.personId))).toContain('entered');

		expect(doneTimes(await card())).toBe(0);
		const page = await text(vera.get(`/registry/${register}/approval`));
		const approved = await vera.post(`/registry/${register}/editions`, {
			...{ person: [person.personId, teacher.personId], on: '10.10.2026', actKind: '', closes: closesIn(page) }
		});
		expect(location(approved)).toContain('closed=1');
		expect(doneTimes(await card())).toBe(1);
		const paper = await wordIn(vera.get(`${location(approved).split('?')[0]}/document.docx`));
		expect(paper).toMatch(/Согласия/);
		expect(paper).toContain('есть');
		expect(paper).toContain('нет: обработка');
	}
);

test('S2 7.6, the half of mentors: whoever has gone through the programme goes over into the long-term base of mentors, which is approved', async () => {
	const { school, card } = await aStory(
		world,
		'Гимназия роста',
		'Долгосрочная база наставников из завершивших',
		[autumn],
		'registry'
	);
	const { curator, mentee, mentor } = school;
	const vera = as(world, curator, at(autumn.now));
	await vera.post('/registry/mentees/entries', { person: mentee.personId, from: '01.09.2026' });
	const entry = await world.owner
		.selectFrom('register_entries')
		.where('person_id', '=', mentee.personId)
		.select('id')
		.executeTakeFirstOrThrow();
	await vera.post(`/register-entries/${entry.id}/programme`, { from: '02.09.2026', partner: mentor.personId });
	const programme = await world.owner
		.selectFrom('programme_periods')
		.where('entry_id', '=', entry.id)
		.select('id')
		.executeTakeFirstOrThrow();
	const end = { version: '1', on: '05.10.2026', outcome: 'completed', results: 'Ведёт уроки сам' };
	await vera.post(`/programme-periods/${programme.id}/ending`, end);
	expect(await text(vera.get('/registry/graduates'))).toContain('Гусев Борис Олегович');
	await vera.post('/registry/graduates', { person: mentee.personId, from: '10.10.2026' });
	const page = await text(vera.get('/registry/mentors/approval'));
	expect(page).toContain('Гусев Борис Олегович');
	const approved = await vera.post('/registry/mentors/editions', {
		...{ person: mentee.personId, on: '10.10.2026', actKind: '', closes: closesIn(page) }
	});
	expect(location(approved)).toContain('closed=1');
	expect(doneTimes(await card())).toBe(1);
});

test('S2 5.2: after the meeting both sides name whom they prefer; the mutual choice is the curator’s alone, the report names nobody and closes the activity', async () => {
	const story = await aStory(
		world,
		'Гимназия выбора',
		'Анкетирование на предмет предпочитаемого наставника/наставляемого',
		[autumn]
	);
	const { curator, director, mentee, mentor, teacher } = story.school;
	await mentorToo(story, teacher);
	const vera = as(world, curator, at(autumn.now));
	const waves = await askAfterMeeting(story);
	const comfort = { 'q-comfort': '9' };
	await answer(world, mentee, autumn, { ...comfort, 'q-who-1': teacher.personId, 'q-who-2': mentor.personId });
	await answer(world, mentor, autumn, { ...comfort, 'q-who-1': mentee.personId, 'q-wish': 'Лучше утром' });

	const page = await text(vera.get('/surveys/preferences'));
	expect(page).toContain('Назвали друг друга: 1 пара');
	expect(page).toMatch(/Гусев Борис Олегович[\s\S]{0,300}Белова Анна Сергеевна/);
	expect(page).toContain('Лучше утром');
	const paper = await wordIn(vera.get('/surveys/preferences/word'));
	expect(paper).toContain('1. Жукова Нина Львовна');
	for (const stranger of [director, mentor, mentee])
		expect((await as(world, stranger, at(autumn.now)).get('/surveys/preferences')).status).toBe(403);
	expect(doneTimes(await story.card())).toBe(0);
	const filed = await report(story, waves[0] ?? '', autumn, 'Выбор сделан.');
	expect(filed).toContain('Выбор сделан');
	expect(filed).not.toContain('Белова');
	expect(doneTimes(await story.card())).toBe(1);
});
