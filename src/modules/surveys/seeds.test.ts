import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { openQuestion, scale } from '../../../test/answered-waves';
import { at, location, text } from '../../../test/plan-story';
import { aPlan } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { anEdition } from '../../../test/survey-story';
import type { Actor } from '../../core/actor';
import type { Question } from './rules/questionnaire';

/** Lines of the five roadmaps that a survey carries out: asked, answered and reported through the pages. */
let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

type School = Awaited<ReturnType<typeof aSchool>>;
type Month = { opens: string; closes: string; now: string; from: string; to: string };
const autumn: Month = {
	opens: '01.10.2026',
	closes: '31.10.2026',
	now: '2026-10-10T05:00:00Z',
	from: '2026-10-01',
	to: '2026-10-31'
};
const spring: Month = {
	opens: '01.05.2027',
	closes: '31.05.2027',
	now: '2027-05-10T05:00:00Z',
	from: '2027-05-01',
	to: '2027-05-31'
};
const december: Month = {
	opens: '01.12.2026',
	closes: '31.12.2026',
	now: '2026-12-10T05:00:00Z',
	from: '2026-12-01',
	to: '2026-12-31'
};
const april: Month = {
	opens: '01.04.2027',
	closes: '30.04.2027',
	now: '2027-04-10T05:00:00Z',
	from: '2027-04-01',
	to: '2027-04-30'
};

const questionnaire = (title: string, questions: readonly Question[]) => ({
	title,
	intro: '',
	thanks: '',
	sections: [{ title: '', about: '', questions }]
});
const paperOf = (bytes: Uint8Array) =>
	new TextDecoder().decode(unzipSync(bytes)['word/document.xml']).replace(/<[^>]+>/g, ' ');

async function aStory(name: string, title: string, months: readonly Month[]) {
	const school = await aSchool(world, { name });
	const activity = { title, capability: 'survey' as const, times: months.map(({ from, to }) => ({ from, to })) };
	const plan = await aPlan(world, school.curator, { stages: [{ title: 'Мониторинг', activities: [activity] }] });
	const card = () =>
		text(as(world, school.curator, at('2027-06-01T05:00:00Z')).get(`/activities/${plan.activities[title]?.id}`));
	return { school, card };
}

type Asking = { edition: string; title: string; roles: readonly string[]; month: Month; series?: string };

/** Вера asks in a month; answers with the address of the wave. */
async function ask({ curator }: School, { edition, title, roles, month, series }: Asking) {
	const vera = as(world, curator, at(month.now));
	const stage: Record<string, string> = series ? { series, stage: 'after' } : {};
	const made = await vera.post('/surveys/waves', {
		...{ edition, title, identity: 'named', readers: ['curator'], role: roles, ...stage },
		...{ opensOn: month.opens, closesOn: month.closes }
	});
	const path = location(made).split('?')[0] ?? '';
	expect((await vera.post(`${path}/opening`)).status).toBe(303);
	return path;
}

/** Somebody finds the questionnaire among their own and answers it. */
async function answer(actor: Actor, month: Month, answers: Record<string, string | readonly string[]>) {
	const person = as(world, actor, at(month.now));
	const own = [...(await text(person.get('/my-surveys'))).matchAll(/href="(\/my-surveys\/[^"?#]+)"/g)][0]?.[1] ?? '';
	expect((await person.post(own, { ...answers, act: 'send', version: '0' })).status, own).toBe(303);
}

/** Вера closes the wave with her conclusion; the times of the plan that have come are ticked by her. */
async function report({ curator }: School, path: string, month: Month, conclusion: string) {
	const vera = as(world, curator, at(month.now));
	const page = await text(vera.get(`${path}/report`));
	const [closes] = [...page.matchAll(/name="closes"\s+value="([^"]+)"/g)].map(([, value]) => value ?? '');
	const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
	const filed = await vera.post(`${path}/report`, { act: 'file', version, conclusion, closes: closes ?? '' });
	expect(location(filed)).toContain('closed=1');
	const { bytes } = await world.owner
		.selectFrom('evidence')
		.innerJoin('file_chunks', 'file_chunks.file_id', 'evidence.file_id')
		.where('evidence.artefact_id', '=', path.split('/').at(-1) ?? '')
		.select('file_chunks.bytes')
		.executeTakeFirstOrThrow();
	return paperOf(bytes);
}
const doneTimes = (card: string) => card.match(/Мероприятие выполнено/g)?.length ?? 0;

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
		const { school, card } = await aStory(`Школа ${row}`, title, [first, second]);
		const { edition } = await anEdition(world, school.curator, questionnaire('Работа пары', pairs));
		const roles = ['mentor', 'mentee'];
		expect(doneTimes(await card())).toBe(0);
		const before = await ask(school, { edition, title: 'Работа пары, первый раз', roles, month: first });
		await answer(school.mentor, first, { 'q-q1': '5', 'q-q2': 'Больше встреч' });
		await answer(school.mentee, first, { 'q-q1': '6' });
		const one = await report(school, before, first, 'Пары начали работу.');
		for (const words of ['Пары начали работу', 'Больше встреч', 'В среднем 5,5']) expect(one, words).toContain(words);
		expect(doneTimes(await card())).toBe(1);

		const series = before.split('/').at(-1) ?? '';
		const after = await ask(school, { edition, title: 'Работа пары, второй раз', roles, month: second, series });
		await answer(school.mentor, second, { 'q-q1': '8' });
		await answer(school.mentee, second, { 'q-q1': '9' });
		const two = await report(school, after, second, 'Польза выросла.');
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
		const { school, card } = await aStory(`Школа ${row}`, title, [spring]);
		const { edition } = await anEdition(world, school.curator, questionnaire('Итоги года', satisfaction));
		const wave = await ask(school, { edition, title: 'Итоги года', roles, month: spring });
		for (const role of roles) await answer(school[role], spring, { 'q-q1': '9', 'q-q2': `Важное: ${role}` });
		expect(doneTimes(await card())).toBe(0);
		const paper = await report(school, wave, spring, 'Год удался.');
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
		const { school, card } = await aStory(`Школа ${row}`, title, [autumn]);
		const { edition } = await anEdition(world, school.curator, questionnaire('Запросы', questions));
		const wave = await ask(school, { edition, title: 'Запросы этого года', roles: [role], month: autumn });
		await answer(school[role], autumn, { 'q-q1': 'Держать внимание класса' });
		const vera = as(world, school.curator, at(autumn.now));
		const line = /name="participant" value="([^"]+)"/.exec(await text(vera.get(`${wave}/bank`)))?.[1] ?? '';
		const kind = role === 'mentee' ? 'request' : 'offer';
		expect((await vera.post(`${wave}/bank`, { act: 'take', kind, participant: line })).status).toBe(303);
		expect(await text(vera.get(`/registry/people/${school[role].personId}`))).toContain('Держать внимание класса');
		expect(doneTimes(await card())).toBe(0);
		const paper = await report(school, wave, autumn, 'Запросы собраны.');
		for (const words of ['Запросы собраны', 'Держать внимание класса']) expect(paper, words).toContain(words);
		expect(doneTimes(await card())).toBe(1);
	}
);
