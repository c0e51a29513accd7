import { beforeAll, expect, test } from 'vitest';
import { aSchoolToMatch } from '../../../test/matching-story';
import { location, text } from '../../../test/plan-story';
import { as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const read = async (answer: Response | Promise<Response>) =>
	(await text(answer)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const wordIn = async (answer: Response | Promise<Response>) => (await paragraphsOf(answer)).join('\n');
type Matched = Awaited<ReturnType<typeof aSchoolToMatch>>;

/** A run, and a proposal of all its pairs; answers with its address. */
async function aProposal({ vera }: Matched) {
	const run = location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
	const pair = [...(await text(vera.get(run))).matchAll(/name="pair" value="([^"]+)"/g)].map(
		([, value]) => value ?? ''
	);
	const made = location(await vera.post(`${run}/proposals`, { pair }));
	return { run, at: made.split('?')[0] ?? '' };
}

const acceptance = (more = {}) => ({
	version: '1',
	stage: 'potential',
	on: '05.09.2026',
	conclusion: 'Пары подобраны.',
	...more
});

test('S0 3.2: Вера proposes potential pairs out of a run and accepts them; the paper has everybody by name and why, the line of the plan is done, and taking back is told', async () => {
	const story = await aSchoolToMatch(world, 'Школа потенциальных пар', 'Формирование потенциальных пар, триад и групп');
	const { vera, ids, activity, occurrence } = story;
	expect(await read(vera.get(activity))).not.toMatch(/выполнено \d/);
	await vera.post(`/matching/people/${ids.raisa}`, { version: '0', needs: '1', queue: 'last' });
	for (const mentor of [ids.anna, ids.nina])
		await vera.post('/matching/ties', { mentee: ids.raisa, mentor, kind: 'apart', reason: 'Старая ссора' });
	const { at } = await aProposal(story);
	const draft = await read(vera.get(at));
	expect(draft).toContain('Подобрано: пар – 2. Без наставника пока 1.');
	expect(draft).toContain('Лосева Раиса Ивановна подходящего наставника пока нет');
	expect(draft).toContain('Формирование потенциальных пар, триад и групп');

	const early = await vera.post(`${at}/acceptance`, acceptance({ on: '06.09.2026' }));
	expect(early.status).toBe(422);
	expect(await early.text()).toContain('Этот день ещё не наступил');
	const done = location(await vera.post(`${at}/acceptance`, acceptance({ closes: occurrence })));
	expect(await read(vera.get(done))).toContain('В дорожной карте отмечено выполненным: 1 мероприятие');
	const card = await text(vera.get(activity));
	expect(card).toMatch(/выполнено <time datetime="2026-09-05"/);
	expect(card).toContain('Потенциальные пары, триады и группы, 05.09.2026');
	const file = /href="(\/files\/[^"]+)"/.exec(card)?.[1] ?? '';
	for (const paper of [await wordIn(vera.get(file)), await wordIn(vera.get(`${at}/document.docx`))]) {
		for (const words of [
			'Гусев Борис Олегович',
			'Белова Анна Сергеевна',
			'учитель математики',
			'у наставника это сильная сторона',
			'Наставник пока не найден, поиск продолжается',
			'Лосева Раиса Ивановна',
			'Пары подобраны.'
		])
			expect(paper).toContain(words);
		expect(paper, 'who is not put with whom stays with the curator').not.toMatch(/ссора|вместе/i);
	}
	expect((await as(world, story.school.mentor).get(file)).status, 'not for everybody who sees the plan').toBe(404);
	await vera.post(`${at}/withdrawal`);
	expect(await read(vera.get(activity))).toContain('отмен');
	expect(await read(vera.get(at))).toContain('Принятие отменено');
	await vera.post(`${at}/acceptance/restoration`);
	expect(await read(vera.get(at))).toContain('Потенциальные пары, триады и группы Принято');
});

test('S0 4.1: after the talks the pairs are reckoned anew, changed by hand with a reason and accepted for good; the line is done by it', async () => {
	const story = await aSchoolToMatch(
		world,
		'Школа окончательных пар',
		'Окончательное формирование пар по итогам собеседования'
	);
	const { vera, ids, activity, occurrence } = story;
	const talked = async (person: string, register: string, outcome: string) => {
		const talk = {
			register,
			form: 'start',
			outcome,
			heldOn: '04.09.2026',
			conductedBy: ids.nina,
			visibility: 'leaders',
			note: ''
		};
		const held = await vera.post(`/interviews/people/${person}`, talk);
		expect(held.status).toBe(303);
	};
	const { run: before } = await aProposal(story);
	await talked(ids.boris, 'mentees', 'recommended');
	await talked(ids.anna, 'mentors', 'recommended');
	await talked(ids.yana, 'mentees', 'refused');
	expect(await read(vera.get(before))).toContain('прошли собеседования');
	const { at, run } = await aProposal(story);
	const page = await read(vera.get(run));
	expect(page).toContain(
		'Носова Я. А. Подходящего наставника нет. Сколько наставников и по какой причине не подходят: отказ на собеседовании – 2'
	);
	expect(page).toContain('Лосева Р. И. Жукова Н. Л.');

	const [, pair = ''] =
		/Лосева[\s\S]*?action="(\/matching\/pairs\/[^"]+)\/removal"/.exec(await text(vera.get(at))) ?? [];
	const gone = location(await vera.post(`${pair}/removal`));
	expect(await read(vera.get(gone))).toContain('Пара убрана из предложения. Отменить');
	await vera.post(`${pair}/restoration`);
	expect(await read(vera.get(at))).toContain('пар – 2');
	await vera.post(`${pair}/removal`);
	const self = await vera.post(`${at}/pairs`, { mentee: ids.boris, mentor: ids.boris });
	expect(self.status).toBe(422);
	const twice = await vera.post(`${at}/pairs`, { mentee: ids.boris, mentor: ids.anna });
	expect(await twice.text()).toContain('Эта пара уже есть в предложении');
	await vera.post(`${at}/pairs`, { mentee: ids.raisa, mentor: ids.anna, reason: 'Обе просили об этом' });
	expect(await read(vera.get(at))).toContain('триад – 1');

	const stale = await vera.post(`${at}/acceptance`, acceptance({ stage: 'final', closes: occurrence }));
	expect(stale.status).toBe(409);
	const [, version = ''] = /name="version" value="(\d+)"/.exec(await stale.text()) ?? [];
	const done = location(
		await vera.post(`${at}/acceptance`, acceptance({ stage: 'final', version, closes: occurrence }))
	);
	expect(done).toContain('closed=1');
	const card = await text(vera.get(activity));
	expect(card).toContain('Окончательно сформированные пары и группы, 05.09.2026');
	const paper = await wordIn(vera.get(/href="(\/files\/[^"]+)"/.exec(card)?.[1] ?? ''));
	for (const words of [
		'триад – 1',
		'Обе просили об этом',
		'Собеседование: наставник – рекомендован, наставляемый – рекомендован'
	])
		expect(paper).toContain(words);
	expect(paper).not.toContain('отказ');
	const frozen = await vera.post(`${at}/pairs`, { mentee: ids.raisa, mentor: ids.nina });
	expect(await frozen.text()).toContain('сначала отмените принятие');
});

test('S4 4.1: the bank is analysed and fitting mentors are chosen; the accepted choice closes the line; without a ticked pair there is nothing to propose', async () => {
	const story = await aSchoolToMatch(world, 'Лицей выбора', 'Анализ банка и выбор подходящих наставников');
	const { vera, activity, occurrence } = story;
	const { run, at } = await aProposal(story);
	const nothing = await vera.post(`${run}/proposals`);
	expect(nothing.status).toBe(422);
	expect(await nothing.text()).toContain('Отметьте хотя бы одну пару');
	const conclusion =
		/<textarea[^>]*name="conclusion"[^>]*>([\s\S]*?)<\/textarea>/.exec(await text(vera.get(at)))?.[1] ?? '';
	expect(conclusion).toContain('Проанализированы банк наставников и банк наставляемых. Подобрано: пар – 2.');
	await vera.post(`${at}/acceptance`, acceptance({ conclusion, closes: occurrence }));
	const card = await text(vera.get(activity));
	expect(card).toMatch(/выполнено <time datetime="2026-09-05"/);
	const paper = await wordIn(vera.get(/href="(\/files\/[^"]+)"/.exec(card)?.[1] ?? ''));
	expect(paper).toContain('Проанализированы банк наставников');
	expect(paper).toContain('Жукова Нина Львовна');
	const { at: other } = await aProposal(story);
	await vera.post(`${other}/removal`);
	expect(await text(vera.get('/matching'))).not.toContain(other);
	expect(await read(vera.get(other))).toContain('Предложение убрано');
	await vera.post(`${other}/restoration`);
	expect(await text(vera.get('/matching'))).toContain(other);
});
