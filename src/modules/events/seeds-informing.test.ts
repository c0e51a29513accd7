import { beforeAll, expect, test } from 'vitest';
import { addressIn, aMeetingSchool, ledTo, made, proofOf, textOf } from '../../../test/event-story';
import { as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const september = { from: '2026-09-01', to: '2026-09-30', dueOn: '2026-09-30' };
const _year = { from: '2026-09-01', to: '2027-05-31' };

test('S1 3: the staff are told; Анна taps «Ознакомлен(а)» on her phone, the rest sign a sheet that is ticked in; it closes the line', async () => {
	const { vera, mentor, mentee, teacher, activity, occurrences } = await aMeetingSchool(world, 'Школа информирования', {
		title: 'Информирование коллектива о системе наставничества',
		capability: 'inform',
		times: [september]
	});
	const [anna, boris] = [as(world, mentor), as(world, mentee)];
	const event = await made(vera, {
		kind: 'Объявление коллективу',
		title: 'О наставничестве в этом году',
		words: 'Участие добровольное.\nС вопросами – к куратору.',
		acquaints: 'on',
		acquaintBy: '25.09.2026',
		occurrence: occurrences[0] ?? ''
	});
	const day = await textOf(anna.get('/today')); // one tap …
	expect(day).toContain('Ознакомьтесь: О наставничестве в этом году');
	expect(day).toContain(`href="${event}"`);
	expect(day).toContain('Ознакомиться<span'); // asked at once, however far its last day
	const told = await textOf(anna.get(event));
	for (const words of ['Участие добровольное.', `action="${event}/acquaintance"`]) expect(told, words).toContain(words);
	await anna.post(`${event}/acquaintance`); // … and another
	expect(await textOf(anna.get(event))).toContain('вы ознакомились 5 сентября');
	expect(await textOf(anna.get('/today'))).not.toContain('О наставничестве в этом году');
	await boris.post(`${event}/acquaintance`);
	await boris.post(`${event}/acquaintance/undoing`);
	expect(await textOf(boris.get('/today'))).toContain('О наставничестве в этом году');

	const sheet = await paragraphsOf(vera.get(`${event}/sheet.docx`));
	for (const words of [
		'Лист ознакомления',
		'Участие добровольное.',
		'С вопросами – к куратору.',
		'Гусев Борис Олегович',
		'отмечено в программе'
	])
		expect(sheet, words).toContain(words);
	expect((await vera.post(`${event}/sheet`, { on: '06.09.2026', person: mentee.personId })).status).toBe(422); // tomorrow
	expect((await vera.post(`${event}/sheet`, { on: '05.09.2026' })).status).toBe(422); // nobody
	await vera.post(`${event}/sheet`, { on: '04.09.2026', person: [mentee.personId, teacher.personId, mentor.personId] });
	const page = await textOf(vera.get(`${event}/sheet`));
	for (const words of ['Ознакомились 3 из 11', 'на листе', 'в программе']) expect(page, words).toContain(words);
	expect((await boris.post(`${event}/acquaintance/undoing`)).status).toBe(422); // a signature is not his to take away
	await vera.post(`${event}/sheet/undoing`, { person: teacher.personId });

	const closed = await vera.post(`${event}/closing`, {
		outcome: 'Прочитано на планёрке',
		closes: occurrences[0] ?? ''
	});
	expect(ledTo(closed)).toContain('closed=1');
	const { card, paper } = await proofOf(vera, activity);
	for (const words of ['выполнено', 'Лист ознакомления: О наставничестве в этом году', 'Ознакомились 2 из 11'])
		expect(card, words).toContain(words);
	for (const words of ['04.09.2026', 'подпись на бумаге', 'отмечено в программе'])
		expect(paper, words).toContain(words);
});

test('S3 1.1: the kindergarten tells its community: parents are a word and a count, and the line is closed with them', async () => {
	const { vera, activity, occurrences } = await aMeetingSchool(
		world,
		'Детский сад «Рябинка»',
		{ title: 'Информирование сообщества о программе наставничества', capability: 'inform', times: [september] },
		'kindergarten'
	);
	expect(await textOf(vera.get('/events/new'))).toContain('Совещание при заведующем');
	const form = await textOf(vera.get(`/events/new?template=community&activity=${activity}`));
	for (const words of ['родители и обучающиеся', `value="${occurrences[0]}" selected`])
		expect(form, words).toContain(words);
	const event = await made(vera, {
		kind: 'Информирование родителей и обучающихся',
		title: 'О программе наставничества педагогов',
		staff: '',
		outside: 'родители всех групп',
		occurrence: occurrences[0] ?? ''
	});
	const wrong = await vera.post(`${event}/closing`, { outsideCount: 'почти все' });
	expect(wrong.status).toBe(422);
	expect(await wrong.text()).toContain('почти все');
	const closed = await vera.post(`${event}/closing`, {
		outsideCount: '148',
		outcome: 'Собрания групп и стенд у входа',
		closes: occurrences[0] ?? ''
	});
	expect(await textOf(vera.get(ledTo(closed)))).toContain('родители всех групп – 148');
	const { card, paper } = await proofOf(vera, activity);
	for (const words of ['выполнено', 'родители всех групп – 148']) expect(card, words).toContain(words);
	expect(paper).toContain('Со стороны: родители всех групп – 148.');
	await vera.post(`${event}/attendance/undoing`);
	expect((await proofOf(vera, activity)).card).toContain('в программе отменено');
});

test('S3 2.1: teachers are told by name and pupils as a count, each audience on its own; one announcement closes the line, the other proves it', async () => {
	const { vera, mentor, personnel, activity, occurrences } = await aMeetingSchool(world, 'Школа двух аудиторий', {
		title: 'Информировать педагогов, обучающихся о программе наставничества',
		capability: 'inform',
		times: [september]
	});
	const [occurrence = ''] = occurrences;
	const teachers = await made(vera, {
		kind: 'Объявление коллективу',
		title: 'Педагогам о программе',
		staff: '',
		everyone: 'on',
		acquaints: 'on',
		occurrence
	});
	const pupils = await made(vera, {
		kind: 'Информирование родителей и обучающихся',
		title: 'Обучающимся о втором учителе на уроке',
		staff: '',
		outside: 'обучающиеся 5–11 классов',
		occurrence
	});
	expect(await textOf(as(world, mentor).get('/today'))).toContain('Ознакомьтесь: Педагогам о программе');
	expect((await as(world, personnel).get(teachers)).status).toBe(404); // the personnel officer does not teach
	expect((await as(world, mentor).get(pupils)).status).toBe(404);
	await as(world, mentor).post(`${teachers}/acquaintance`);
	expect(ledTo(await vera.post(`${pupils}/closing`, { outsideCount: '310' }))).toContain('closed=0');
	expect((await proofOf(vera, activity)).card).not.toContain('выполнено');
	expect(ledTo(await vera.post(`${teachers}/closing`, { closes: occurrence }))).toContain('closed=1');
	const { card } = await proofOf(vera, activity);
	for (const words of ['выполнено', 'Ознакомились 1 из', 'обучающиеся 5–11 классов – 310'])
		expect(card, words).toContain(words);
});

test('S2 3.1: a programme of promotion is written from our lines and approved as a paper; the call leads to «Чем я могу быть полезен», and consents are gathered', async () => {
	const { vera, curator, mentor, activity, occurrences } = await aMeetingSchool(world, 'Гимназия продвижения', {
		title: 'Информирование потенциальных наставников',
		capability: 'inform',
		results: ['Программа продвижения', 'Анкета «Чем я могу быть полезен…»', 'Согласия'],
		times: [september]
	});
	const anna = as(world, mentor);
	const begun = await vera.post('/promotion-plans', {
		title: 'Программа продвижения наставничества',
		from: '07.09.2026'
	});
	const plan = addressIn(begun);
	const form = await textOf(vera.get(ledTo(begun)));
	for (const words of ['Анкета «Чем я могу быть полезен', 'value="07.09.2026"', 'value="14.09.2026"'])
		expect(form, words).toContain(words);
	const said = {
		version: '1',
		title: 'Программа продвижения наставничества',
		goal: 'Чтобы пришли пятеро',
		lines: '3',
		'on-0': '14.09.2026',
		'what-0': 'Встреча с наставниками прошлого года',
		'audience-0': 'педагоги',
		'channel-0': 'Актовый зал',
		'on-1': '07.09.2026',
		'what-1': 'Объявление: ищем наставников',
		'audience-1': 'педагоги',
		'channel-1': 'педсовет',
		'what-2': ''
	};
	const wrong = await vera.post(`${plan}/words`, { ...said, 'on-0': '31.09.2026' });
	expect(wrong.status).toBe(422);
	expect(await wrong.text()).toContain('Строка 1: укажите день');
	expect((await vera.post(`${plan}/words`, said)).status).toBe(303);
	expect((await vera.post(`${plan}/words`, said)).status).toBe(409);
	const approved = await vera.post(`${plan}/approval`, {
		...said,
		version: '2',
		on: '05.09.2026',
		closes: occurrences[0] ?? ''
	});
	expect(ledTo(approved)).toContain('closed=1');
	const { card, paper } = await proofOf(vera, activity);
	for (const words of ['выполнено', 'Программа продвижения наставничества, утверждена 05.09.2026'])
		expect(card, words).toContain(words);
	expect(paper.indexOf('Объявление: ищем наставников')).toBeLessThan(
		paper.indexOf('Встреча с наставниками прошлого года')
	);
	for (const words of ['Цель: Чтобы пришли пятеро', '07.09.2026', 'педсовет']) expect(paper, words).toContain(words);
	const toEvents =
		/href="(\/events\/new\?[^"]*title=[^"]*)"/.exec(await textOf(vera.get(plan)))?.[1]?.replaceAll('&amp;', '&') ?? '';
	const fromLine = await textOf(vera.get(toEvents));
	for (const words of ['Объявление: ищем наставников', 'value="07.09.2026"']) expect(fromLine, words).toContain(words);

	const taken = addressIn(await vera.post('/surveys/questionnaires', { library: 'mentor-offer', title: '', text: '' }));
	const id = taken.split('/')[3] ?? '';
	expect((await vera.post(`/surveys/questionnaires/${id}/versions`, { version: '1' })).status).toBe(303);
	const waves = await textOf(vera.get('/surveys/waves/new'));
	const edition = /name="edition"[\s\S]*?<option value="([0-9a-f-]{36})"/.exec(waves)?.[1] ?? '';
	const wave = addressIn(
		await vera.post('/surveys/waves', {
			...{ edition, title: 'Чем я могу быть полезен', identity: 'named', readers: ['curator'], role: ['mentor'] },
			...{ opensOn: '05.09.2026', closesOn: '20.09.2026' }
		})
	);
	expect((await vera.post(`${wave}/opening`)).status).toBe(303);
	const event = await made(vera, {
		kind: 'Приглашение стать наставником',
		title: 'Ищем наставников',
		heldOn: '05.09.2026',
		callsMentors: 'on',
		acquaints: 'on',
		consents: ['processing', 'mentor'],
		wave: wave.split('/').at(-1) ?? ''
	});
	const seen = await textOf(anna.get(event));
	expect(seen).toContain('Ответить на анкету «Чем я могу быть полезен»');
	const own = /href="(\/my-surveys\/[^"]+)"/.exec(seen)?.[1] ?? '';
	expect((await anna.get(own)).status).toBe(200);
	await anna.post(`${event}/reply`, { reply: 'Методика математики' });
	await vera.post('/consents/entry/mentor', { kind: 'mentor', givenOn: '05.09.2026', person: mentor.personId });
	const told = await textOf(vera.get(event));
	for (const words of ['Методика математики', 'Чем я могу быть полезен', 'Участие наставником'])
		expect(told, words).toContain(words);
	expect(told).not.toContain('нет согласия на участие');
	await vera.post(`${plan}/withdrawal`);
	expect((await proofOf(vera, activity)).card).toContain('в программе отменено');
	expect(curator.personId).toBeTruthy();
});

test('S0 1.1: acts are taken from the list with their levels; who read which is seen, signed on one sheet, and the sheet closes the line', async () => {
	const { vera, mentor, teacher, activity, occurrences } = await aMeetingSchool(world, 'Школа документов', {
		title: 'Изучение нормативных документов по наставничеству',
		capability: 'local-act',
		times: [september]
	});
	const [anna, nina] = [as(world, mentor), as(world, teacher)];
	expect(await textOf(vera.get('/acts'))).toContain('Трудовой кодекс Российской Федерации, статья 351.8');
	const form = await textOf(vera.get('/events/new?act=tk-351-8'));
	for (const words of ['value="Документ: федеральный" selected', 'статья 351.8', 'name="acquaints" value="on" checked'])
		expect(form, words).toContain(words);
	const code = await made(vera, {
		kind: 'Документ: федеральный',
		title: 'Трудовой кодекс Российской Федерации, статья 351.8',
		staff: '',
		role: ['mentor', 'teacher'],
		acquaints: 'on'
	});
	const ours = await made(vera, {
		kind: 'Документ: школьный',
		title: 'Положение о наставничестве педагогических работников',
		staff: '',
		role: ['mentor'],
		acquaints: 'on'
	});
	const before = await vera.post('/acts/closing', { closes: occurrences[0] ?? '' });
	expect(before.status).toBe(422);
	expect(await before.text()).toContain('Пока никто ни с чем не ознакомился');
	expect(await textOf(anna.get('/acts'))).toContain('вам ознакомиться с 2');
	expect(await textOf(nina.get('/acts'))).not.toContain('Положение о наставничестве');
	await anna.post(`${code}/acquaintance`);
	await anna.post(`${ours}/acquaintance`);
	const library = await textOf(vera.get('/acts'));
	for (const words of ['федеральный', 'школьный', '1 из 2', 'все']) expect(library, words).toContain(words);
	const closed = await vera.post('/acts/closing', { closes: occurrences[0] ?? '' });
	expect(ledTo(closed)).toContain('closed=1');
	const { card, paper } = await proofOf(vera, activity);
	for (const words of ['выполнено', 'Документов 2, все ознакомились с 1']) expect(card, words).toContain(words);
	for (const words of ['федеральный', 'Жукова Нина Львовна', '05.09.2026', '—']) expect(paper, words).toContain(words);
	const again = await vera.post('/acts/closing', { closes: occurrences[0] ?? '' });
	expect(await again.text()).toContain('уже отметил кто-то');
});
