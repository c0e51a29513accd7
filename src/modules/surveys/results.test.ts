import { sql } from 'kysely';
import { readSheet } from 'read-excel-file/node';
import { beforeAll, expect, test } from 'vitest';
import { anAnsweredWave, common, openQuestion, scale } from '../../../test/answered-waves';
import { costsTheSame, countingQueries } from '../../../test/queries';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import type { Actor } from '../../core/actor';
import type { Question } from './rules/questionnaire';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const at = (wave: { id: string }, page = 'results') => `/surveys/waves/${wave.id}/${page}`;
const table = async (answer: Response) => readSheet(Buffer.from(await answer.arrayBuffer()));
const looked = async (actor: Actor) => {
	const rows = await world.owner
		.selectFrom('access_log')
		.where('actor_id', '=', actor.personId)
		.where('field', '=', 'answers')
		.select('subject_id')
		.execute();
	return rows.map((row) => row.subject_id).sort();
};

const questions = [scale('q1', 'Комфортно ли вам?'), openQuestion('q2', 'Чего не хватает?')];
const said = (number: number, words = '') => ({ q1: { number }, ...(words && { q2: { text: words } }) });
const seven = [3, 5, 6, 7, 8, 9, 10];

test('Вера watches a wave grow: who has answered by name, the numbers, a picture with a table beneath, the same words counted together', async () => {
	const { curator } = await aSchool(world, { name: 'Школа итогов' });
	const wave = await anAnsweredWave(world, curator, {
		questions,
		closed: false,
		answers: [said(7, 'Времени'), said(9, 'времени.'), null]
	});
	const page = await text(as(world, curator).get(at(wave)));
	for (const words of ['Ответили 2 из 3', 'открыта по 30 сентября', 'Ещё не ответили: 1 человек', 'Власова Рита'])
		expect(page, words).toContain(words);
	for (const words of ['В среднем 8, разброс ±1; медиана 8', 'То же таблицей', 'Времени', '2 раза'])
		expect(page, words).toContain(words);
	expect(page).toMatch(/role="img" aria-label="Комфортно ли вам\?: 7 – 1, 9 – 1"/);
});

test('the numbers of the page are those that SQL reckons by itself', async () => {
	const { curator } = await aSchool(world, { name: 'Школа счёта' });
	const wave = await anAnsweredWave(world, curator, { questions, answers: seven.map((number) => said(number)) });
	const { rows } = await sql<{
		mean: number;
		deviation: number;
		lower: number;
		median: number;
		upper: number;
		top: number;
	}>`
		select avg(n)::float as mean, stddev_pop(n)::float as deviation,
			percentile_cont(0.25) within group (order by n) as lower, percentile_cont(0.5) within group (order by n) as median,
			percentile_cont(0.75) within group (order by n) as upper,
			round(100.0 * count(*) filter (where n >= 9) / count(*))::int as top
		from (select (a.answers -> 'q1' ->> 'number')::float as n from survey_answers a
			join survey_participants p on p.id = a.participant_id where p.wave_id = ${wave.id}) given`.execute(world.owner);
	const [of] = rows;
	const num = (value = Number.NaN) => String(Math.round(value * 10) / 10).replace('.', ',');
	expect(await text(as(world, curator).get(at(wave)))).toContain(
		`В среднем ${num(of?.mean)}, разброс ±${num(of?.deviation)}; медиана ${num(of?.median)}, половина ответов от ${num(of?.lower)} до ${num(of?.upper)}. Оценок 9–10: ${of?.top} %.`
	);
});

test('without names nothing is shown while the wave is open, nor of four; five are shown, and their table has neither names nor order', async () => {
	const { curator } = await aSchool(world, { name: 'Школа без имён' });
	const vera = as(world, curator);
	const ask = (count: number, closed = true) =>
		anAnsweredWave(world, curator, {
			questions,
			identity: 'anonymous',
			closed,
			answers: seven.slice(0, count).map((number) => said(number, `секрет ${number}`))
		});
	const open = await text(vera.get(at(await ask(6, false))));
	expect(open).toContain('будут видны после закрытия');
	const few = await text(vera.get(at(await ask(4))));
	for (const words of ['Ответили меньше пяти человек', 'спросите открыто']) expect(few, words).toContain(words);
	for (const page of [open, few]) expect(page).not.toContain('секрет');
	expect(few).not.toContain('Все ответы, Excel');

	const wave = await ask(7);
	expect(await text(vera.get(at(wave)))).toContain('секрет 3');
	expect((await vera.get(at(wave, 'answers'))).status).toBe(404);
	const [head, ...rows] = await table(await vera.get(at(wave, 'answers/excel')));
	expect(head).toEqual(['Комфортно ли вам?', 'Чего не хватает?']);
	const kept = await world.owner
		.selectFrom('survey_unnamed_answers')
		.where('wave_id', '=', wave.id)
		.orderBy('id')
		.select('answers')
		.execute();
	expect(rows.map(([, words]) => words)).toEqual(
		kept.map(({ answers }) => (answers as { q2: { text: string } }).q2.text)
	);
	expect(await looked(curator)).toEqual([]);
});

test('answers by name are read by those who were promised to those who answered, and each reading is noted', async () => {
	const { curator, director, psychologist, mentor } = await aSchool(world, { name: 'Школа обещаний' });
	const wave = await anAnsweredWave(world, curator, {
		questions,
		readers: ['psychologist'],
		answers: [said(4, 'личное'), said(8)]
	});
	for (const actor of [curator, director]) {
		const page = await text(as(world, actor).get(at(wave)));
		expect(page).toContain('Ответы этой анкеты читаете не вы');
		expect(page).not.toContain('личное');
		for (const closed of ['answers', 'answers/excel', 'comparison'])
			expect((await as(world, actor).get(at(wave, closed))).status, closed).toBe(404);
	}
	expect((await as(world, mentor).get(at(wave))).status).toBe(403);
	const olga = as(world, psychologist);
	expect(await text(olga.get(at(wave)))).toContain('личное');
	expect(await looked(psychologist)).toEqual([]);
	expect(await text(olga.get(at(wave, 'answers')))).toContain('Абрамова Ида');
	expect(await looked(psychologist)).toEqual([...wave.people].sort());
	const [head, first] = await table(await olga.get(at(wave, 'answers/excel')));
	expect(head).toEqual(['Имя', 'Должность', 'Комфортно ли вам?', 'Чего не хватает?']);
	expect(first).toEqual(['Абрамова Ида', null, '4', 'личное']);
	expect(await looked(psychologist)).toHaveLength(4);
});

test('Вера keeps somebody’s words out of the report and takes that back; the words stay on her page', async () => {
	const { curator } = await aSchool(world, { name: 'Школа слов' });
	const vera = as(world, curator);
	const wave = await anAnsweredWave(world, curator, { questions, answers: [said(5, 'Про одну коллегу'), said(6)] });
	const answer = await vera.post(at(wave, 'hidden-words'), { question: 'q2', words: 'Про одну коллегу' });
	expect(answer.headers.get('location')).toBe(`${at(wave)}?saved=hidden`);
	const page = await text(vera.get(at(wave)));
	expect(page).toContain('в отчёт не пойдёт');
	const undo = /action="(\/survey-hidden-words\/[^"]+\/showing)"/.exec(page)?.[1] ?? '';
	expect((await vera.post(undo)).headers.get('location')).toBe(`${at(wave)}?saved=shown`);
	expect(await text(vera.get(at(wave)))).not.toContain('в отчёт не пойдёт');
	expect((await vera.post(at(wave, 'hidden-words'), { question: '', words: '' })).status).toBe(422);
});

test('who was named how often the curator alone sees; nobody is told who was not', async () => {
	const { curator, director, mentor } = await aSchool(world, { name: 'Школа выбора' });
	const wanted: Question = { ...common, code: 'q1', text: 'С кем хотите?', kind: 'ranking', of: 'mentors', most: 2 };
	const wave = await anAnsweredWave(world, curator, {
		questions: [wanted],
		readers: ['curator', 'director'],
		answers: [{ q1: { people: [mentor.personId] } }]
	});
	expect(await text(as(world, curator).get(at(wave)))).toContain('Белова Анна Сергеевна');
	for (const page of ['results', 'answers'])
		expect(await text(as(world, director).get(at(wave, page))), page).not.toContain('Белова Анна');
	expect(await table(await as(world, director).get(at(wave, 'answers/excel')))).toEqual([
		['Имя', 'Должность'],
		['Абрамова Ида', null]
	]);
});

test('a named wave is looked at by role; without names it cannot be', async () => {
	const { curator, mentor, mentee } = await aSchool(world, { name: 'Школа ролей' });
	const people = [mentor.personId, mentee.personId];
	const wave = await anAnsweredWave(world, curator, {
		questions,
		people,
		answers: [said(2, 'наставница'), said(9, 'молодой')]
	});
	const mentors = await text(as(world, curator).get(`${at(wave)}?role=mentor`));
	expect(mentors).toContain('наставница');
	expect(mentors).not.toContain('молодой');
	const unnamed = await anAnsweredWave(world, curator, {
		questions,
		identity: 'anonymous',
		answers: seven.map((number) => said(number, `слова ${number}`))
	});
	expect(await text(as(world, curator).get(`${at(unnamed)}?role=mentor`))).toContain('слова 10');
});

test('before and after: the same people alone, «ожидание – факт» is no growth, another scale says why, by name only when asked for', async () => {
	const { curator } = await aSchool(world, { name: 'Школа сравнения' });
	const first = [
		scale('q1', 'Планирую урок', { comparison: 'growth' }),
		scale('q2', 'Ожидаемая польза', { comparison: 'expectation' }),
		scale('q3', 'Настроение', { to: 5 } as Partial<Question>)
	];
	const second = [
		scale('q1', 'Планирую урок', { comparison: 'growth' }),
		scale('q2', 'Польза программы', { comparison: 'expectation' }),
		scale('q3', 'Настроение')
	];
	const given = (q1: number, q2: number, q3: number) => ({
		q1: { number: q1 },
		q2: { number: q2 },
		q3: { number: q3 }
	});
	const before = await anAnsweredWave(world, curator, {
		title: 'До программы',
		questions: first,
		stage: 'before',
		answers: [given(4, 9, 3), given(5, 8, 4), given(1, 1, 1)]
	});
	const after = await anAnsweredWave(world, curator, {
		title: 'После программы',
		questions: second,
		series: before.id,
		stage: 'after',
		questionnaire: before.questionnaire,
		opensOn: '2026-09-02',
		people: before.people.slice(0, 2),
		answers: [given(7, 6, 8), given(8, 7, 9)]
	});
	const page = await text(as(world, curator).get(at(after, 'comparison')));
	for (const words of [
		'Сравнивается с «До программы»',
		'Оба раза ответили 2 человека, только в первый раз – 1',
		'Было и стало',
		'+3',
		'2 из 2',
		'Ожидание – факт',
		'Это не рост',
		'Настроение: у вопроса изменилась шкала',
		'Все анкетирования этой анкеты'
	])
		expect(page, words).toContain(words);
	expect(page).not.toContain('Абрамова');
	expect(await looked(curator)).toEqual([]);
	expect(await text(as(world, curator).get(`${at(after, 'comparison')}?people=on`))).toContain('Абрамова Ида');
	expect(await looked(curator)).toEqual(before.people.slice(0, 2).sort());
	expect(await text(as(world, curator).get(at(before, 'comparison')))).toContain('Сравнивать пока не с чем');
});

test('under pseudonyms the same people are found without their names', async () => {
	const { curator } = await aSchool(world, { name: 'Школа псевдонимов' });
	const ask = { questions, identity: 'pseudonymous' } as const;
	const before = await anAnsweredWave(world, curator, { ...ask, stage: 'before', answers: seven.map((n) => said(n)) });
	const after = await anAnsweredWave(world, curator, {
		...ask,
		stage: 'after',
		series: before.id,
		opensOn: '2026-09-02',
		people: before.people,
		answers: seven.map((n) => (n === 3 ? null : said(Math.min(10, n + 1))))
	});
	const page = await text(as(world, curator).get(at(after, 'comparison')));
	expect(page).toContain('Оба раза ответили 6 человек, только в первый раз – 1');
	expect(page).toContain('5 из 6');
	expect(page).not.toContain('Показать по людям');
});

test('a page of results asks the database as often for many as for few', async () => {
	const { curator } = await aSchool(world, { name: 'Школа скорости' });
	const ask = (count: number) =>
		anAnsweredWave(world, curator, { questions, answers: Array.from({ length: count }, () => said(5, 'да')) });
	const [few, many] = [await ask(1), await ask(30)];
	const pages = countingQueries(world, curator);
	await costsTheSame(pages, at(few), at(many));
	await costsTheSame(pages, at(few, 'comparison'), at(many, 'comparison'));
});
