import { beforeAll, expect, test } from 'vitest';
import { openQuestion, scale } from '../../../test/answered-waves';
import { at, text } from '../../../test/plan-story';
import { as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import {
	answer,
	april,
	aStory,
	ask,
	autumn,
	december,
	doneTimes,
	questionnaire,
	report,
	spring
} from '../../../test/survey-seeds';
import { anEdition } from '../../../test/survey-story';
import type { Question } from './rules/questionnaire';

/** Lines of the five roadmaps that a survey carries out: asked, answered and reported through the pages. */
let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const pairs = [
	scale('q1', 'Насколько полезна работа пары?', { comparison: 'growth' }),
	openQuestion('q2', 'Что изменить?')
];

test.each([
	['S0 7.3', 'анкетирование пар на эффективность', autumn, spring],
	['S1 22', 'сбор обратной связи от участников', december, april]
] as const)(
	'%s: twice a year the pairs are asked, the second report sets the same people side by side, each closes its time',
	async (row, title, first, second) => {
		const story = await aStory(world, `Школа ${row}`, title, [first, second]);
		const { school, card } = story;
		const { edition } = await anEdition(world, school.curator, questionnaire('Работа пары', pairs));
		const roles = ['mentor', 'mentee'];
		expect(doneTimes(await card())).toBe(0);
		const before = await ask(story, { edition, title: 'Работа пары, первый раз', roles, month: first });
		await answer(world, school.mentor, first, { 'q-q1': '5', 'q-q2': 'Больше встреч' });
		await answer(world, school.mentee, first, { 'q-q1': '6' });
		const one = await report(story, before, first, 'Пары начали работу.');
		for (const words of ['Пары начали работу', 'Больше встреч', 'В среднем 5,5']) expect(one, words).toContain(words);
		expect(doneTimes(await card())).toBe(1);

		const series = before.split('/').at(-1) ?? '';
		const after = await ask(story, { edition, title: 'Работа пары, второй раз', roles, month: second, series });
		await answer(world, school.mentor, second, { 'q-q1': '8' });
		await answer(world, school.mentee, second, { 'q-q1': '9' });
		const two = await report(story, after, second, 'Польза выросла.');
		for (const words of ['Сравнение с «Работа пары, первый раз»', '+3', '2 из 2']) expect(two, words).toContain(words);
		expect(doneTimes(await card())).toBe(2);
	}
);

const satisfaction = [
	scale('q1', 'Насколько вы довольны совместной работой?', { meaning: 'satisfaction' }),
	openQuestion('q2', 'Что было самым важным?')
];

test.each([
	['S2 6.5', 'анкетирование, личная удовлетворённость', ['mentor', 'mentee']],
	['S2 7.1', 'обратная связь с наставником, наставляемым и куратором', ['mentor', 'mentee', 'curator']],
	['S3 7.1', 'итоговое анкетирование, рефлексия', ['mentor', 'mentee', 'curator']],
	['S4 6.1', 'мониторинг качества программы: анкетирование', ['mentor', 'mentee']]
] as const)(
	'%s: each role answers for itself, the report holds what they said and closes the activity',
	async (row, title, roles) => {
		const story = await aStory(world, `Школа ${row}`, title, [spring]);
		const { school, card } = story;
		const { edition } = await anEdition(world, school.curator, questionnaire('Итоги года', satisfaction));
		const wave = await ask(story, { edition, title: 'Итоги года', roles, month: spring });
		for (const role of roles) await answer(world, school[role], spring, { 'q-q1': '9', 'q-q2': `Важное: ${role}` });
		expect(doneTimes(await card())).toBe(0);
		const paper = await report(story, wave, spring, 'Год удался.');
		for (const words of ['Год удался', 'В среднем 9', ...roles.map((role) => `Важное: ${role}`)])
			expect(paper, words).toContain(words);
		const done = await card();
		expect(doneTimes(done)).toBe(1);
		expect(done).toContain('Отчёт по анкетированию «Итоги года»');
	}
);

const needs = [{ ...openQuestion('q1', 'С чем нужна помощь?'), meaning: 'request' } as Question];
const skills = [{ ...openQuestion('q1', 'Чем вы поможете?'), meaning: 'competence' } as Question];

test.each([
	['S2 2.1', 'сбор запросов педагогов', 'mentee', needs],
	['S3 2.2', 'сбор данных и запросов: анкетирование', 'mentee', needs],
	['S4 2.1', 'сбор профессиональных запросов', 'mentee', needs],
	['S3 3.2', 'анкетирование потенциальных наставников', 'mentor', skills],
	['S4 3.1', 'анкетирование потенциальных наставников', 'mentor', skills]
] as const)(
	'%s: what was answered stands in the bank after the curator’s look, and the report closes the activity',
	async (row, title, role, questions) => {
		const story = await aStory(world, `Школа ${row}`, title, [autumn]);
		const { school, card } = story;
		const { edition } = await anEdition(world, school.curator, questionnaire('Запросы', questions));
		const wave = await ask(story, { edition, title: 'Запросы этого года', roles: [role], month: autumn });
		await answer(world, school[role], autumn, { 'q-q1': 'Держать внимание класса' });
		const vera = as(world, school.curator, at(autumn.now));
		const line = /name="participant" value="([^"]+)"/.exec(await text(vera.get(`${wave}/bank`)))?.[1] ?? '';
		const kind = role === 'mentee' ? 'request' : 'offer';
		expect((await vera.post(`${wave}/bank`, { act: 'take', kind, participant: line })).status).toBe(303);
		expect(await text(vera.get(`/registry/people/${school[role].personId}`))).toContain('Держать внимание класса');
		expect(doneTimes(await card())).toBe(0);
		const paper = await report(story, wave, autumn, 'Запросы собраны.');
		for (const words of ['Запросы собраны', 'Держать внимание класса']) expect(paper, words).toContain(words);
		expect(doneTimes(await card())).toBe(1);
	}
);
