import { beforeAll, expect, test } from 'vitest';
import { location, text } from '../../../test/plan-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { asActor } from '../../db/as-actor';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const room = '/surveys/questionnaires';
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
type Someone = ReturnType<typeof as>;

/** Takes one of the library; answers with its address. */
const take = async (who: Someone, library: string) =>
	location(await who.post(room, { library })).replace(/\/draft.*$/, '');
const publish = async (who: Someone, path: string) =>
	who.post(`${path}/versions`, { version: hidden(await text(who.get(`${path}/publication`)), 'version') });
/** What the form of a question would send, with changes. */
async function change(who: Someone, path: string, code: string, fields: Record<string, string | readonly string[]>) {
	const seen = hidden(await text(who.get(`${path}/questions/${code}`)), 'seen');
	return who.post(`${path}/questions/${code}`, { seen, section: '0', ...fields });
}

test('Вера takes the needs of mentees, makes them hers, publishes, mends, publishes again: the card tells the difference in words', async () => {
	const { curator } = await aSchool(world, { name: 'Школа анкет' });
	const vera = as(world, curator);
	const list = await text(vera.get(room));
	expect(list).toContain('Своих анкет пока нет');
	expect(list).toContain('Чем я могу быть полезен как наставник');
	expect(await text(vera.get(`${room}?q=самодиагностика`))).not.toContain('Чем я могу быть полезен');

	const path = await take(vera, 'mentee-needs');
	expect(await text(vera.get(path))).toContain('Это черновик: спрашивать по нему пока нельзя');
	await change(vera, path, 'rhythm', {
		kind: 'single',
		text: 'Как часто встречаться?',
		options: 'Раз в неделю\nРаз в две недели\nРаз в месяц\nПо договорённости',
		section: '1'
	});
	await vera.post(`${path}/questions`, {
		kind: 'scale',
		text: 'Насколько вам легко просить о помощи?',
		from: '1',
		to: '5'
	});
	const draft = await text(vera.get(`${path}/draft`));
	expect(draft).toContain('По договорённости');
	expect(draft).toContain('5. Насколько вам легко просить о помощи?');
	await vera.post(`${path}/questions/q9/moves`, { direction: 'up' });
	expect(await text(vera.get(`${path}/draft`))).toContain('4. Насколько вам легко просить о помощи?');

	const gone = await vera.post(`${path}/questions/works/removal`);
	const after = await text(vera.get(location(gone)));
	expect(after).toContain('Вопрос убран.');
	expect(after).toContain('/questions/works/restoration');
	await vera.post(`${path}/questions/works/restoration`);
	expect(await text(vera.get(`${path}/draft`))).toContain('Что у вас уже получается хорошо?');
	await vera.post(`${path}/questions/works/removal`);

	expect(await text(vera.get(location(await publish(vera, path))))).toContain('Редакция 1 опубликована');
	expect((await publish(vera, path)).status).toBe(422); // the same text
	await change(vera, path, 'q9', { kind: 'scale', text: 'Насколько вам легко просить о помощи?', from: '1', to: '10' });
	const ahead = await text(vera.get(path));
	expect(ahead).toContain('Есть неопубликованные правки');
	await publish(vera, path);
	const card = await text(vera.get(path));
	expect(card).toContain('Чем отличается от редакции 1');
	expect(card).toContain('шкала была 1–5, стала 1–10.');
	expect(card).toContain('Редакция анкеты опубликована'); // its history
	expect(await text(vera.get(room))).toContain('1 анкета');
});

test('what is typed wrong is told beside its field and stays; what cannot be asked is not published', async () => {
	const { curator } = await aSchool(world, { name: 'Школа ошибок' });
	const vera = as(world, curator);
	expect((await vera.post(room, { title: '', text: '' })).status).toBe(422);
	expect((await vera.post(room, { library: 'нет такой' })).status).toBe(422);
	const path = location(await vera.post(room, { title: 'Про урок <b>' })).replace(/\/draft.*$/, '');

	const empty = await vera.post(`${path}/versions`, { version: '1' });
	expect(empty.status).toBe(422);
	expect(await empty.text()).toContain('В анкете нет ни одного вопроса');

	const wrong = await vera.post(`${path}/questions`, { kind: 'single', text: 'Да?', options: 'Да\nда' });
	expect(wrong.status).toBe(422);
	const page = await wrong.text();
	expect(page).toContain('«да» стоит дважды. Оставьте один.');
	expect(page).toMatch(/>Да\r?\nда<\/textarea>/);
	expect((await vera.post(`${path}/questions`, { kind: 'scale', text: 'Шкала', from: '5', to: 'много' })).status).toBe(
		422
	);
	expect((await vera.post(`${path}/questions`, { kind: 'opinion', text: 'Вид' })).status).toBe(422);

	await vera.post(`${path}/questions`, { kind: 'single', text: 'Первый', options: 'Да\nНет' });
	await vera.post(`${path}/questions`, { kind: 'text', text: 'Второй', branch: ['q1:o1'] });
	await vera.post(`${path}/questions/q2/moves`, { direction: 'up' });
	const late = await text(vera.get(`${path}/publication`));
	expect(late).toContain('Вопрос 1: зависит от вопроса 2, который стоит ниже.');
	expect((await publish(vera, path)).status).toBe(422);
	expect((await vera.get(`${path}/questions/q77`)).status).toBe(404);
	expect((await vera.post(`${path}/sections/9`, { title: 'Нет такого' })).status).toBe(404);
});

test('two people at one question: the later sees both; at two questions: both stay; a publication knows what was seen', async () => {
	const { curator, director } = await aSchool(world, { name: 'Школа двоих' });
	const [vera, gleb] = [as(world, curator), as(world, director)];
	const path = await take(vera, 'wellbeing');
	const seen = hidden(await text(vera.get(`${path}/questions/help`)), 'seen');
	const version = hidden(await text(gleb.get(`${path}/publication`)), 'version');
	const mine = { kind: 'text', long: 'long', section: '0', seen };
	await gleb.post(`${path}/questions/help`, { ...mine, text: 'Что поможет на этой неделе?' });
	await change(gleb, path, 'calm', { kind: 'scale', text: 'Спокойно ли вам?', from: '1', to: '10' });

	const late = await vera.post(`${path}/questions/help`, { ...mine, text: 'Чем помочь?' });
	expect(late.status).toBe(409);
	const both = await late.text();
	expect(both).toContain('Чем помочь?');
	expect(both).toContain('Что поможет на этой неделе?');
	await vera.post(`${path}/questions/help`, { ...mine, seen: hidden(both, 'seen'), text: 'Чем помочь?' });
	const draft = await text(vera.get(`${path}/draft`));
	expect(draft).toContain('Чем помочь?');
	expect(draft).toContain('Спокойно ли вам?');

	const stale = await gleb.post(`${path}/versions`, { version });
	expect(stale.status).toBe(409);
	expect(await stale.text()).toContain('Пока вы смотрели, анкету изменили');
	const words = await vera.post(`${path}/words`, { title: 'Как дела?', seen: 'nothing' });
	expect(words.status).toBe(409);
	expect(await words.text()).toContain('Как дела?');
});

test('sent twice, a question is added once and an edition is published once', async () => {
	const { curator } = await aSchool(world, { name: 'Школа двойных нажатий' });
	const vera = as(world, curator);
	const path = await take(vera, 'feedback');
	const question = { kind: 'text', text: 'Что ещё?', token: crypto.randomUUID() };
	await vera.post(`${path}/questions`, question);
	await vera.post(`${path}/questions`, question);
	expect((await text(vera.get(`${path}/draft`))).match(/id="question-q\d+"/g)).toHaveLength(1);
	const version = hidden(await text(vera.get(`${path}/publication`)), 'version');
	const publication = { version, token: crypto.randomUUID() };
	for (const time of [1, 2]) expect((await vera.post(`${path}/versions`, publication)).status, String(time)).toBe(303);
	expect((await text(vera.get(path))).match(/<h2>Редакция/g)).toHaveLength(1);
});

test('a changed scale: before publishing it is told what can no longer be compared with the first stage', async () => {
	const { curator } = await aSchool(world, { name: 'Школа двух этапов' });
	const vera = as(world, curator);
	const first = await take(vera, 'mentee-before');
	await publish(vera, first);
	const second = await take(vera, 'mentee-after');
	expect(await text(vera.get(`${second}/publication`))).not.toContain('Сравнить с');
	await change(vera, second, 'effect', {
		kind: 'scale',
		text: 'Насколько эффективной оказалась программа?',
		from: '1',
		to: '5',
		section: '1',
		comparison: 'expectation'
	});
	const page = await text(vera.get(`${second}/publication`));
	expect(page).toContain('Вопрос 3: шкала была 1–10, стала 1–5. Сравнить с другим этапом будет нельзя.');
	expect((await publish(vera, second)).status).toBe(303); // a warning, no wall
});

test('a published edition is changed by nobody: the database refuses', async () => {
	const { curator } = await aSchool(world, { name: 'Школа редакций' });
	const vera = as(world, curator);
	await publish(vera, await take(vera, 'august'));
	const rewrite = asActor(world.db, curator, 'read write', async (tx) => {
		await tx.updateTable('questionnaire_versions').set({ number: 7 }).execute();
		return { ok: true };
	});
	await expect(rewrite).rejects.toThrow(/permission denied/);
});

test('the psychologist keeps her own and copies others’; the neighbours find nothing; the archive gives back', async () => {
	const { curator, psychologist } = await aSchool(world, { name: 'Школа психолога' });
	const beside = await aSchool(world, { name: 'Школа рядом' });
	const [vera, olga] = [as(world, curator), as(world, psychologist)];
	const path = await take(vera, 'wellbeing');
	expect(await text(olga.get(`${path}/draft`))).not.toContain('Убрать');
	expect((await olga.post(`${path}/questions/help/removal`)).status).toBe(403);
	const own = location(await olga.post(`${path}/copies`)).replace(/\/draft.*$/, '');
	expect((await olga.post(`${own}/questions/help/removal`)).status).toBe(303);
	expect(await text(olga.get(own))).toContain('Как вы? (копия)');
	expect((await as(world, beside.curator).get(path)).status).toBe(404);

	const away = await text(vera.get(location(await vera.post(`${path}/removal`))));
	expect(away).toContain('Анкета убрана в архив');
	expect(await text(vera.get(`${room}?removed=on`))).toContain(path);
	expect((await vera.post(`${path}/questions/help/removal`)).status).toBe(422);
	await vera.post(`${path}/restoration`);
	expect(await text(vera.get(room))).toContain(path);
});

test('a text out of Word becomes a questionnaire; on paper it has circles to tick, in Word too', async () => {
	const { curator } = await aSchool(world, { name: 'Школа Word' });
	const vera = as(world, curator);
	const pasted =
		'Анкета молодого педагога\n1. Нравится ли вам работа? (да/нет)\n2. Оцените помощь\n1 2 3 4 5\n3. Чего не хватает? _____';
	const path = location(await vera.post(room, { text: pasted })).replace(/\/draft.*$/, '');
	expect(await text(vera.get(`${path}/draft`))).toContain('Анкета молодого педагога');
	const paper = await text(vera.get(`${path}/print`));
	for (const words of ['Это черновик', '1. Нравится ли вам работа?', '<span>○</span><span>Да</span>', '○ 5', '______'])
		expect(paper).toContain(words);
	const word = await vera.get(`${path}/print/word`);
	expect(word.headers.get('content-disposition')).toContain('.docx');
	expect(
		Buffer.from(await word.arrayBuffer())
			.subarray(0, 2)
			.toString()
	).toBe('PK');
	expect(await text(vera.get(`${room}/library/deficits-self/print`))).toContain('Не могу без помощи');
});
