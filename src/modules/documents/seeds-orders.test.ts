import { beforeAll, expect, test } from 'vitest';
import { approved, closesItsLine, september } from '../../../test/document-seed';
import { aMeetingSchool, made, textOf } from '../../../test/event-story';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

test('S0 1.2: a directive of introduction, made by a few answers, gets its number and closes its line', async () => {
	const line = { title: 'Распоряжение о внедрении целевой модели', capability: 'local-act', times: [september] };
	const school = await aMeetingSchool(world, 'Школа распоряжения', line);
	const { card, words } = await closesItsLine(
		school,
		'introduction-order',
		{ акт: 'directive', с: '07.09.2026', группа: [school.teacher.personId] },
		{ actKind: 'directive', number: '246-о/д' }
	);
	expect(card).toContain('Распоряжение № 246-о/д от 05.09.2026');
	for (const one of ['РАСПОРЯЖЕНИЕ', 'О внедрении системы (целевой модели) наставничества', 'с 7 сентября 2026 г.'])
		expect(words).toContain(one);
	expect(words).toMatch(/5 сентября 2026 г\.\s*№ 246-о\/д/);
});

test('S0 1.7: the programme is approved by an order, and its plan is the approved roadmap', async () => {
	const line = { title: 'Программа наставничества: утверждение', capability: 'programme', times: [september] };
	const school = await aMeetingSchool(world, 'Школа программы', line);
	const refused = await school.vera.post('/documents/programme-order/particulars', { version: '0', акт: 'order' });
	expect(await textOf(refused)).toContain('Сначала утвердите редакцию плана');
	await approved(school);
	const { card, words } = await closesItsLine(
		school,
		'programme-order',
		{
			акт: 'order',
			с: '01.09.2026',
			по: '31.08.2027',
			цель: 'вырастить тех, кто останется',
			задачи: 'найти трудности'
		},
		{}
	);
	expect(card).toContain('Приказ № 21-О от 05.09.2026');
	for (const one of [
		'Утвердить программу наставничества педагогических работников',
		'на срок с 1 сентября 2026 г. по 31 августа 2027 г.',
		'ПРОГРАММА НАСТАВНИЧЕСТВА',
		'Цель: вырастить тех, кто останется.',
		'Программа наставничества: утверждение'
	])
		expect(words).toContain(one);
});

test.each([
	['S2 1.1', 'Нормативное обеспечение: приказ, Положение, дорожная карта', 'school', 'директор'],
	['S3 1.3', 'Нормативное оформление наставничества', 'kindergarten', 'заведующ']
] as const)(
	'%s: one order with the Положение and the roadmap as numbered annexes, in the words of a %s',
	async (seed, title, kind, head) => {
		const line = { title, capability: 'local-act', times: [september] };
		const school = await aMeetingSchool(world, `Оформление ${seed}`, line, kind);
		await approved(school);
		const page = await textOf(school.vera.get('/documents/regulation-order/particulars'));
		const plan = /<select[^>]*name="план"[\s\S]*?<option value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? school.plan;
		const { words } = await closesItsLine(
			school,
			'regulation-order',
			{ акт: 'order', с: '07.09.2026', план: plan },
			{}
		);
		for (const one of [
			'Об утверждении Положения о системе наставничества педагогических работников',
			'Приложение № 1',
			'Приложение № 2',
			title
		])
			expect(words).toContain(one);
		expect(words.toLowerCase()).toContain(head);
		if (kind === 'kindergarten') expect(words.match(/.*(учител|урок).*/gi) ?? []).toEqual([]);
	}
);

test('S2 1.5: the regulation on rewards of curators and mentors says what the commission counts', async () => {
	const line = { title: 'Положение о поощрении кураторов и наставников', capability: 'incentive', times: [september] };
	const school = await aMeetingSchool(world, 'Гимназия поощрений', line);
	const { words } = await closesItsLine(
		school,
		'reward-regulation',
		{ с: '01.10.2026', размер_наставнику: '10 процентов оклада', период: 'half', показатели: 'встречи по плану пары' },
		{ actKind: 'none', series: 'none', number: '' }
	);
	for (const one of ['ПОЛОЖЕНИЕ', '10 процентов оклада', 'встречи по плану пары']) expect(words).toContain(one);
});

test('S4 6.2: the order of the final event is made of the event as it was entered', async () => {
	const line = { title: 'Приказ о проведении итогового мероприятия', capability: 'event', times: [september] };
	const school = await aMeetingSchool(world, 'Лицей итогов', line);
	const { vera } = school;
	await made(vera, { kind: 'Итоговая встреча', title: 'Итоги года наставничества', heldOn: '25.09.2026' });
	const page = await textOf(vera.get('/documents/final-event-order/particulars'));
	const event = /<select[^>]*name="мероприятие"[\s\S]*?<option value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
	const { words } = await closesItsLine(
		school,
		'final-event-order',
		{ акт: 'order', мероприятие: event, оргкомитет: [school.teacher.personId], освещает: school.mentor.personId },
		{}
	);
	for (const one of ['Итоги года наставничества', '25 сентября 2026 г.', 'Жукова Нина Львовна'])
		expect(words).toContain(one);
});
