import { afterAll, beforeAll, expect, test } from 'vitest';
import { aReadingWorld, type ReadingWorld } from '../import-story';
import { aSchool } from '../stories';
import { beginWithStarter, takeToWork } from './curator';
import { approveByOrder } from './director';
import { words } from './person';
import { answerTheTerm, aYearOf, markWhatIsDue, termDays } from './year';

let world: ReadingWorld;
let year: Awaited<ReturnType<typeof aYearOf>>;
beforeAll(async () => {
	world = await aReadingWorld();
	year = await aYearOf(world, '2026-09-05');
});
afterAll(() => year?.site.close());

const act =
	'Приказ «Об утверждении положения о системе наставничества» (Приложение 1 – Положение, Приложение 2 – Дорожная карта)';
const order = 'Приказ о закреплении наставнических пар';

/** A lyceum's plan, without a column of those who answer and without years in its terms. */
const text = `Дорожная карта (план мероприятий) по реализации Положения о системе наставничества педагогических работников в лицее «Планета» в 2026-2027 учебном году

№\tНаименование этапа\tМероприятие\tСроки
1.\tПодготовка условий\t${act}\tавгуст-сентябрь
2.\tПодготовка условий\t${order}\tсентябрь
3.\tФормирование банка наставляемых\tСбор информации о профессиональных запросах педагогов\tсентябрь
4.\tЗавершение программ\tМониторинг качества программ (анкетирование)\tмай
`;

test('Vera adopts the lyceum’s plan, Gleb approves it as annex 2 to his order: the paper says so, and its line is done', async () => {
	const school = await aSchool(world, { name: 'Лицей «Планета»', roles: ['curator', 'director'] });
	const vera = await year.colleague(school.curator, school.curator);
	const gleb = await year.colleague(school.curator, school.director);
	const plan = await takeToWork(
		vera.page,
		year.site.url(''),
		{ name: 'Дорожная карта.txt', mimeType: 'text/plain', buffer: Buffer.from(text), activities: 4 },
		year.read(school.curator)
	);
	const line = (await vera.come(plan)).locator('main tr', { hasText: 'Об утверждении положения' });
	expect(await line.textContent()).not.toContain('выполнено');
	const card = (await line.locator('a[href^="/activities/"]').first().getAttribute('href')) ?? '';
	expect(await words(await vera.come(card))).toContain('Пока ничего не приложено');

	const { said, read } = await approveByOrder(gleb, plan, {
		number: '246-о/д',
		day: '01.09.2026',
		annex: 'Приложение № 2 к приказу от 01.09.2026 № 246-о/д',
		stamps: {
			kind1: 'ПРИНЯТО',
			post1: 'на заседании педагогического совета',
			paper1: 'протокол № 1',
			day1: '29.08.2026',
			kind3: 'УТВЕРЖДЕНО',
			post3: '',
			paper3: 'приказ № 246-о/д',
			day3: '01.09.2026'
		},
		closes: /Об утверждении положения/
	});
	expect(said).toContain('Редакция № 1 утверждена');
	expect(said).toContain('отмечено выполненным: 1 мероприятие');
	expect(read.document).toMatchObject({ annex: '2', number: '246-о/д', date: '2026-09-01' });
	expect(read.approvals).toEqual([
		'ПРИНЯТО\nна заседании педагогического совета\nпротокол от 29.08.2026 № 1',
		'УТВЕРЖДЕНО\n_______________ Г. И. Ершов\nприказ от 01.09.2026 № 246-о/д'
	]);
	expect(read.stages.map(({ title }) => title)).toEqual([
		'Подготовка условий',
		'Формирование банка наставляемых',
		'Завершение программ'
	]);
	expect(read.activities.map(({ title, deadline }) => [title, deadline.text])).toEqual([
		[act, 'август-сентябрь'],
		[order, 'сентябрь'],
		['Сбор информации о профессиональных запросах педагогов', 'сентябрь'],
		['Мониторинг качества программ (анкетирование)', 'май']
	]);

	const after = await words(await vera.come(card));
	expect(after).toContain('выполнено 1 сентября');
	expect(after).toContain('редакция № 1, утверждена приказом от 01.09.2026 № 246-о/д');
	expect(await words(await vera.come(plan))).toContain('выполнено 1');
	await vera.close();
	await gleb.close();
});

test('in a village school Vera is alone: the plan for three people, its order and every mark of the year are hers', async () => {
	year.turnTo('2026-09-02');
	const school = await aSchool(world, { name: 'Сельская школа', roles: ['curator'], onePersonMode: true });
	const vera = await year.colleague(school.curator, school.curator);
	const plan = await beginWithStarter(vera.page, year.site.url(''), { code: 'small', read: year.read(school.curator) });
	const { read } = await approveByOrder(vera, plan, {
		number: '16-О',
		day: '01.09.2026',
		annex: 'Приложение 1 к приказу от 01.09.2026 № 16-О',
		stamps: { kind3: 'УТВЕРЖДЕНО', paper3: 'приказ № 16-О', day3: '01.09.2026' }
	});
	expect(read.document).toMatchObject({ annex: '1', number: '16-О' });
	let marked = 0;
	for (const day of termDays) {
		year.turnTo(day);
		marked += await markWhatIsDue(vera, plan);
		await answerTheTerm(vera);
		expect(await words(await vera.come(plan)), day).toContain('просроченного нет');
	}
	expect(marked).toBeGreaterThan(3);
	expect(await words(await vera.come('/today'))).not.toContain('скажите куратору');
	await vera.close();
});
