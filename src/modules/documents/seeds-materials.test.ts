import { beforeAll, expect, test } from 'vitest';
import { word } from '../../../test/document-story';
import { aMeetingSchool, ledTo, made, proofOf, textOf } from '../../../test/event-story';
import { asked, makeNow } from '../../../test/package-story';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const september = { from: '2026-09-01', to: '2026-09-30', dueOn: '2026-09-30' };

test.each([
	[
		'S0 1.9',
		'Памятка, буклет о наставничестве',
		'school',
		['memo-mentee', 'booklet'],
		['ПАМЯТКА НАСТАВЛЯЕМОМУ', 'НАСТАВНИЧЕСТВО: КОЛЛЕГА РЯДОМ', 'побывайте на уроках наставника']
	],
	[
		'S1 15',
		'Методические материалы для наставников',
		'school',
		['memo-visit', 'memo-feedback'],
		['ПАМЯТКА: ПОСЕЩЕНИЕ И РАЗБОР', 'ПАМЯТКА: КАК ГОВОРИТЬ О ТРУДНОМ']
	],
	[
		'S3 4.2',
		'Подготовить методические материалы (памятки, сценарии встреч)',
		'kindergarten',
		['memo-mentor', 'script-meeting'],
		['Не рассказывайте коллегам и заведующему, что услышали наедине.', 'СЦЕНАРИЙ ВСТРЕЧИ-ЗНАКОМСТВА']
	],
	[
		'S4 4.2',
		'Подготовка методических материалов для сопровождения наставников',
		'school',
		['script-start', 'memo-mentor'],
		['СЦЕНАРИЙ УСТАНОВОЧНОЙ ВСТРЕЧИ', 'ПАМЯТКА НАСТАВНИКУ']
	]
] as const)('%s: «%s»: chosen by topic, made to print, closes its line', async (seed, title, kind, code, says) => {
	const line = { title, capability: 'materials', times: [september] };
	const { vera, organisationId, activity, occurrences } = await aMeetingSchool(world, `Раздатка ${seed}`, line, kind);
	expect(await textOf(vera.get(`/activities/${activity}`))).toContain('href="/documents/materials"');
	const address = await asked(vera, 'materials', { code });
	await makeNow(world, organisationId, address);
	expect((await proofOf(vera, activity)).card).not.toContain('выполнено');
	const closed = await vera.post(`${address}/closing`, { closes: occurrences[0] ?? '' });
	expect(ledTo(closed)).toContain('closed=1');
	const { card, paper } = await proofOf(vera, activity);
	for (const words of ['выполнено', 'Комплект: Памятки и сценарии']) expect(card, words).toContain(words);
	for (const words of says) expect(paper.join('\n'), words).toContain(words);
});

test('S2 5.3: the pairs that came together get their plans of development, one a pair; the line is closed by them', async () => {
	const line = {
		title: 'Анализ анкет и соединение в пары: планы развития (ИОТ)',
		capability: 'programme',
		times: [september]
	};
	const { vera, organisationId, mentor, mentee, activity, occurrences } = await aMeetingSchool(
		world,
		'Гимназия планов',
		line
	);
	await vera.post('/mentorships', {
		...{ mentee: mentee.personId, mentor: mentor.personId, from: '01.09.2026', to: '31.05.2027', kind: 'one-to-one' },
		...{ words: 'on', consents: 'on', agreement: 'on', papersOn: '04.09.2026', agreementNumber: '3' }
	});
	const address = await asked(vera, 'programmes');
	await makeNow(world, organisationId, address);
	expect(ledTo(await vera.post(`${address}/closing`, { closes: occurrences[0] ?? '' }))).toContain('closed=1');
	const { card, paper } = await proofOf(vera, activity);
	for (const words of ['выполнено', 'Комплект: Планы развития пар']) expect(card, words).toContain(words);
	for (const words of ['ПЕРСОНАЛИЗИРОВАННАЯ ПРОГРАММА НАСТАВНИЧЕСТВА', 'с 1 сентября 2026 г. по 31 мая 2027 г.'])
		expect(
			paper.map((one) => one.replaceAll('\u00a0', ' ')),
			words
		).toContain(words);
});

test('S2 5.1: the group meeting has its scenario and a memo for both roles; it is held, and its line is closed by the set', async () => {
	const line = { title: 'Групповые встречи для формирования пар с анкетами', capability: 'event', times: [september] };
	const { vera, organisationId, activity, occurrences } = await aMeetingSchool(world, 'Гимназия встреч', line);
	const event = await made(vera, { kind: 'Групповая встреча', title: 'Знакомство будущих пар', heldOn: '04.09.2026' });
	const address = await asked(vera, 'materials', { code: ['script-meeting', 'memo-mentor', 'memo-mentee'] });
	await makeNow(world, organisationId, address);
	const page = await textOf(vera.get(`${event}/attendance`));
	const came = [...page.matchAll(/name="came" value="([^"]+)"/g)].map(([, id = '']) => id);
	expect((await vera.post(`${event}/attendance`, { came, outcome: 'Познакомились' })).status).toBe(303);
	expect((await proofOf(vera, activity)).card).not.toContain('выполнено');
	expect(ledTo(await vera.post(`${address}/closing`, { closes: occurrences[0] ?? '' }))).toContain('closed=1');
	const { card, paper } = await proofOf(vera, activity);
	for (const words of ['выполнено', 'Комплект: Памятки и сценарии']) expect(card, words).toContain(words);
	for (const words of ['СЦЕНАРИЙ ВСТРЕЧИ-ЗНАКОМСТВА', 'ПАМЯТКА НАСТАВНИКУ', 'ПАМЯТКА НАСТАВЛЯЕМОМУ'])
		expect(paper.join('\n'), words).toContain(words);
});

test('S4 1.3: the school’s own template of a personalised programme closes its line; a misspelt field is named first; taken back, it is told', async () => {
	const line = {
		title: 'Разработать шаблон персонализированной программы',
		capability: 'programme',
		times: [september]
	};
	const { vera, mentor, mentee, activity, occurrences } = await aMeetingSchool(world, 'Лицей шаблона', line);
	expect(await textOf(vera.get('/documents/programme'))).toMatch(new RegExp(`value="${occurrences[0]}" checked`));
	const upload = (text: string) =>
		vera.post('/documents/programme/versions', {
			file: word(`<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`, 'Программа лицея.docx'),
			closes: occurrences[0] ?? ''
		});
	const wrong = await upload('Программа лицея: {наставник.имя}, срок {с}–{поо}');
	expect(wrong.status).toBe(422);
	const refused = await textOf(wrong);
	expect(refused).toContain('{поо}');
	expect(refused).toMatch(new RegExp(`value="${occurrences[0]}" checked`));
	expect((await proofOf(vera, activity)).card).not.toContain('выполнено');
	expect(ledTo(await upload('Программа лицея: {наставник.имя}, срок {с}–{по}'))).toContain('closed=1');
	const { card, paper } = await proofOf(vera, activity);
	for (const words of ['выполнено', 'Шаблон: Персонализированная программа', 'href="/documents/programme"'])
		expect(card, words).toContain(words);
	expect(paper.join('\n')).toContain('Программа лицея: {наставник.имя}');

	await vera.post('/mentorships', {
		...{ mentee: mentee.personId, mentor: mentor.personId, from: '01.09.2026', to: '31.05.2027', kind: 'one-to-one' },
		...{ words: 'on', consents: 'on', agreement: 'on', papersOn: '04.09.2026', agreementNumber: '3' }
	});
	const document = ledTo(await vera.post('/documents/programme/making', {})).split('?')[0] ?? '';
	const file = /href="(\/files\/[^"]+)"/.exec(await textOf(vera.get(document)))?.[1] ?? '';
	const words = (await paragraphsOf(vera.get(file))).join('\n').replaceAll('\u00a0', ' ');
	expect(words).toContain('Программа лицея: Белова Анна Сергеевна, срок 1 сентября 2026 г.–31 мая 2027 г.');
	await vera.post('/documents/programme/return', {});
	expect((await proofOf(vera, activity)).card).toContain('(в программе отменено)');
});
