import { beforeAll, expect, test } from 'vitest';
import { aSchoolAtWork, aTime, at, location, text } from '../../../test/plan-story';
import { aPlan } from '../../../test/plans';
import { costsTheSame, countingQueries } from '../../../test/queries';
import { as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { readDocx } from './readers/docx/read-docx';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

test('Vera takes September into the school’s plan: a table to copy, and the same as a Word file', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const page = await text(vera.get(`/plan-month?month=2026-09&plan=${plan.id}`));
	expect(page).toContain('Сентябрь 2026: 2 мероприятия');
	expect(page).toContain('1–10 сентября');
	const file = await vera.get(`/plan-month.docx?month=2026-09&plan=${plan.id}`);
	const { blocks } = readDocx(new Uint8Array(await file.arrayBuffer()));
	const table = blocks.find((block) => block.kind === 'table');
	const rows = table?.rows.map(({ cells }) => cells.map((cell) => cell.lines.map((line) => line.text).join(' ')));
	expect(rows?.[0]).toEqual(['№', 'Мероприятие', 'Срок', 'Ответственный']);
	expect(rows?.[1]).toEqual(['1', 'Провести анкетирование педагогов', '1–10 сентября', 'Белова А. С.']);
	expect(await text(vera.get('/plan-month?month=2027-07'))).toContain('На этот месяц ничего нет');
	expect(await text(vera.get('/plan-month?month=чепуха'))).toContain('Сентябрь 2026');
	expect(await text(vera.get('/today'))).toContain('href="/plan-month"');
	const words = await text(vera.get(`/roadmap/${plan.id}`));
	expect(words).toContain('на 05.09.2026: выполнено 0 из 5 (0 %). Просроченного нет.');
});

test('a term after an event is counted by the calendar once the day is said; on a day off the working day before is named', async () => {
	const { school } = await aSchoolAtWork(world);
	const plan = await aPlan(world, school.curator, {
		stages: [
			{
				title: 'Приказы',
				activities: [
					{
						title: 'Ознакомить под подпись',
						deadline: 'не позднее 5 рабочих дней после издания приказа',
						kind: 'external',
						times: [{ kind: 'awaited' }]
					},
					{ title: 'Отчёт', times: [{ from: '2026-09-01', to: '2026-09-13' }] }
				]
			}
		]
	});
	const vera = as(world, school.curator);
	const form = `/occurrences/${aTime(plan, 'Ознакомить под подпись')}/deadline`;
	expect(await text(vera.get(form))).toContain('Когда было событие');
	const wrong = await vera.post(form, { eventOn: '31.09.2026' });
	expect(wrong.status).toBe(422);
	expect(await wrong.text()).toContain('Укажите день события');
	const counted = await vera.post(form, { eventOn: '04.09.2026' });
	const card = await text(vera.get(location(counted)));
	expect(card).toContain('до 11 сентября');
	expect(card).toContain('Считается от 04.09.2026');
	const report = await text(vera.get(`/activities/${plan.activities.Отчёт?.id}`));
	expect(report).toContain('последний рабочий перед ним – 11 сентября');
	expect(await text(as(world, school.curator, at('2026-09-08T05:00:00Z')).get('/today'))).toContain('это выходной');
});

test('rows are found by what they are carried out with, sorted by who answers, and an empty look says the way back', async () => {
	const { school } = await aSchoolAtWork(world);
	const plan = await aPlan(world, school.curator, {
		stages: [
			{
				title: 'Работа',
				activities: [
					{ title: 'Анкеты', capability: 'survey', responsible: [{ text: 'Ярова' }], times: [{ kind: 'on-demand' }] },
					{
						title: 'Приказ',
						capability: 'local-act',
						responsible: [{ text: 'Агапов' }],
						times: [{ kind: 'on-demand' }]
					}
				]
			}
		]
	});
	const vera = as(world, school.curator);
	const rows = async (query: string) =>
		[
			...(await text(vera.get(`/roadmap/${plan.id}?${query}`))).matchAll(/<th scope="row"[^>]*>\s*<a[^>]*>([^<]+)</g)
		].map(([, title]) => title);
	expect(await rows('capability=survey')).toEqual(['Анкеты']);
	expect(await rows('sort=responsible')).toEqual(['Приказ', 'Анкеты']);
	expect(await rows('sort=responsible&order=desc')).toEqual(['Анкеты', 'Приказ']);
	expect(await text(vera.get(`/roadmap/${plan.id}?capability=visit&q=нет`))).toContain('Снимите отборы');
});

test('what a plan of ten years and five hundred rows costs, and whatever the clock says, nothing is negative', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const activities = Array.from({ length: 500 }, (_, index) => ({
		title: `Дело ${index}`,
		coverage: index % 2 ? ('each-mentor' as const) : undefined,
		times: [{ from: `${2026 + (index % 10)}-09-01`, to: `${2026 + (index % 10)}-09-30` }]
	}));
	const big = await aPlan(world, school.curator, {
		title: 'На десять лет',
		period: { from: '2026-09-01', to: '2036-08-31' },
		stages: [
			{ title: 'Этап', activities: activities.map(({ coverage, ...one }) => (coverage ? { ...one, coverage } : one)) }
		]
	});
	const pages = countingQueries(world, school.curator);
	for (const page of ['', '/order', '/units', '?view=timeline']) {
		await costsTheSame(pages, `/roadmap/${plan.id}${page}`, `/roadmap/${big.id}${page}`);
	}
	await costsTheSame(pages, `/plan-month?plan=${plan.id}`, `/plan-month?plan=${big.id}`);
	await costsTheSame(
		pages,
		`/activities/${plan.activities['Провести анкетирование педагогов']?.id}`,
		`/activities/${big.activities['Дело 0']?.id}`
	);
	for (const instant of ['1999-01-01T00:00:00Z', '2026-09-05T00:00:00Z', '2090-01-01T00:00:00Z']) {
		const vera = as(world, school.curator, at(instant));
		for (const path of ['/today', `/roadmap/${big.id}`, `/roadmap/${big.id}?view=timeline`]) {
			const answer = await vera.get(path);
			expect(answer.status).toBe(200);
			expect(await answer.text()).not.toMatch(/NaN|undefined|на -\d|\sx="-|\swidth="-/);
		}
	}
});
