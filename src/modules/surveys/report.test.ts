import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { anAnsweredWave, openQuestion, scale } from '../../../test/answered-waves';
import { aPlan, type PlannedActivity } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const questions = [scale('q1', 'Комфортно ли вам?'), openQuestion('q2', 'Чего не хватает?')];
const said = (number: number, words: string) => ({ q1: { number }, q2: { text: words } });
const survey: PlannedActivity = {
	title: 'Анкетирование пар',
	capability: 'survey',
	deadline: 'сентябрь',
	times: [{ from: '2026-09-01', to: '2026-09-30' }]
};
const plainWords = (bytes: Uint8Array) =>
	new TextDecoder()
		.decode(unzipSync(bytes)['word/document.xml'])
		.replace(/<\/w:p>/g, '\n')
		.replace(/<[^>]+>/g, '');

async function aStory(name: string) {
	const school = await aSchool(world, { name });
	const plan = await aPlan(world, school.curator, { stages: [{ title: 'Мониторинг', activities: [survey] }] });
	const vera = as(world, school.curator);
	const card = () => text(vera.get(`/activities/${plan.activities[survey.title]?.id}`));
	return { ...school, plan, vera, card };
}
const boxes = (page: string) => [...page.matchAll(/name="closes"\s+value="([^"]+)"/g)].map(([, value]) => value ?? '');
const field = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

test('Вера writes the conclusion from a draft, closes the wave with it, and the report closes the activity of the plan', async () => {
	const { vera, curator, card } = await aStory('Школа вывода');
	const wave = await anAnsweredWave(world, curator, {
		title: 'Как работают пары',
		questions,
		closed: false,
		answers: [said(7, 'Времени'), said(9, 'Про одну коллегу'), null]
	});
	await vera.post(`/surveys/waves/${wave.id}/hidden-words`, { question: 'q2', words: 'Про одну коллегу' });
	const here = `/surveys/waves/${wave.id}/report`;
	const page = await text(vera.get(here));
	for (const words of [
		'Ответили 2 из 3 (67 %).',
		'Черновик составлен из чисел',
		'Не ответили: Власова Рита',
		'Анкетирование пар'
	])
		expect(page, words).toContain(words);
	expect(page).not.toContain('коллегу');
	expect(await card()).not.toContain('Мероприятие выполнено');

	const conclusion = 'Пары работают ровно.\nНе хватает времени: просим общий методический час.';
	const sent = { act: 'file', version: field(page, 'version'), conclusion, closes: boxes(page) };
	const nothing = await vera.post(here, { ...sent, conclusion: '' });
	expect(nothing.status).toBe(422);
	expect(await nothing.text()).toContain('Напишите вывод');
	const answer = await vera.post(here, sent);
	expect(answer.headers.get('location')).toBe(`${here}?saved=filed&closed=1`);
	expect(await text(vera.get(answer.headers.get('location') ?? ''))).toContain('отмечено выполненным: 1 мероприятие');

	const done = await card();
	for (const words of ['Мероприятие выполнено', 'Отчёт по анкетированию «Как работают пары»'])
		expect(done, words).toContain(words);
	expect(done).toContain(`/surveys/waves/${wave.id}/results`);
	const kept = await world.owner
		.selectFrom('evidence')
		.innerJoin('file_chunks', 'file_chunks.file_id', 'evidence.file_id')
		.where('evidence.artefact_id', '=', wave.id)
		.select(['file_chunks.bytes', 'evidence.words'])
		.executeTakeFirstOrThrow();
	expect(kept.words).toBe('Ответили 2 из 3');
	const paper = plainWords(kept.bytes);
	for (const words of [
		'МБОУ «Школа вывода»',
		'просим общий методический час',
		'1. Комфортно ли вам?',
		'В среднем 8 (разброс ±1)',
		'1 (50 %)',
		'Времени'
	])
		expect(paper, words).toContain(words);
	for (const words of ['коллегу', 'Абрамова']) expect(paper, words).not.toContain(words);
	expect(await text(vera.get(`/surveys/waves/${wave.id}/results`))).toContain('закрыта 5 сентября');
});

test('an unnamed wave is closed and read in the one act: its answers are in the report, and it says that there is no way back', async () => {
	const { vera, curator } = await aStory('Школа без пути назад');
	const wave = await anAnsweredWave(world, curator, {
		questions,
		identity: 'anonymous',
		closed: false,
		answers: [6, 7, 8, 9, 10].map((number) => said(number, `слова ${number}`))
	});
	const here = `/surveys/waves/${wave.id}/report`;
	const page = await text(vera.get(here));
	expect(page).toContain('Открыть снова будет нельзя');
	expect(page).not.toContain('слова');
	const sent = { act: 'file', version: field(page, 'version'), conclusion: 'В целом спокойно.', closes: boxes(page) };
	expect((await vera.post(here, sent)).status).toBe(303);
	const paper = plainWords(new Uint8Array(await (await vera.get(`${here}/word`)).arrayBuffer()));
	for (const words of ['В целом спокойно', 'В среднем 8', 'слова 10']) expect(paper, words).toContain(words);
});

test('of four without names the report holds a written conclusion and no number', async () => {
	const { vera, curator } = await aStory('Школа четверых');
	const wave = await anAnsweredWave(world, curator, {
		questions,
		identity: 'anonymous',
		answers: [6, 7, 8, 9].map((number) => said(number, `слова ${number}`))
	});
	const here = `/surveys/waves/${wave.id}/report`;
	const page = await text(vera.get(here));
	expect(page).toContain('Ответили меньше пяти человек');
	await vera.post(here, { version: field(page, 'version'), conclusion: 'Поговорили со всеми: спокойно.' });
	const paper = plainWords(new Uint8Array(await (await vera.get(`${here}/word`)).arrayBuffer()));
	expect(paper).toContain('Поговорили со всеми');
	for (const words of ['слова', 'Комфортно', 'В среднем']) expect(paper, words).not.toContain(words);
});

test('a conclusion written on an old page is shown beside the newer one and nothing is lost', async () => {
	const { vera, curator } = await aStory('Школа двух рук');
	const wave = await anAnsweredWave(world, curator, { questions, answers: [said(7, 'Времени')] });
	const here = `/surveys/waves/${wave.id}/report`;
	const version = field(await text(vera.get(here)), 'version');
	expect((await vera.post(here, { version, conclusion: 'Первый вывод' })).headers.get('location')).toBe(
		`${here}?saved=conclusion`
	);
	const late = await vera.post(here, { version, conclusion: 'Второй вывод' });
	expect(late.status).toBe(409);
	const both = await late.text();
	for (const words of ['Первый вывод', 'Второй вывод']) expect(both, words).toContain(words);
	expect((await vera.post(here, { version: field(both, 'version'), conclusion: 'Второй вывод' })).status).toBe(303);
});
