import { expect, test } from 'vitest';
import { readRoadmap } from '../readers/read-roadmap';

const table = (...rows: string[][]) =>
	`<table>${[['Мероприятие', 'Срок', 'Ответственный'], ...rows].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const page = (...parts: string[]) =>
	readRoadmap(new TextEncoder().encode(`<!doctype html><body>${parts.join('')}</body>`), 'plan.html');
const placed = ({ stages, activities }: Awaited<ReturnType<typeof page>>) =>
	activities.map(({ title, stage }) => [stage === null ? null : stages[stage]?.title, title]);

test('a table a stage: the line above each is its stage, the first one too', async () => {
	const found = await page(
		'<p>План наставничества на 2025-2026 учебный год</p><p>Раздел 1. Начало</p>',
		table(['Провести опрос', 'сентябрь', 'завуч']),
		'<p>Раздел 2. Итоги</p>',
		table(['Написать отчёт', 'май', 'куратор'])
	);
	expect(placed(found)).toEqual([
		['Начало', 'Провести опрос'],
		['Итоги', 'Написать отчёт']
	]);
	expect(found.title).toBe('План наставничества на 2025-2026 учебный год');
});

test('so it is when the lines are but names; a plan with one table takes none', async () => {
	const found = await page(
		'<p>План наставничества</p><p>Готовимся вместе</p>',
		table(['Провести опрос', 'сентябрь 2025', 'завуч']),
		'<p>Подводим черту</p>',
		table(['Написать отчёт', 'май 2026', 'куратор'])
	);
	expect(placed(found).map(([stage]) => stage)).toEqual(['Готовимся вместе', 'Подводим черту']);
	const one = await page('<p>План наставничества</p><p>Готовимся вместе</p>', table(['Опрос', 'май', 'завуч']));
	expect(one.stages).toEqual([]);
});

test('stamps under the rows are no stages', async () => {
	const stamped = [
		'Документ подписан электронной подписью',
		'Сертификат: 00A1 Владелец: Лисина Е.В.',
		'Действителен с 12.02.2025 до 08.05.2026'
	];
	const lines = ['Мероприятие;Срок;Ответственный', 'Провести опрос;май;завуч', ...stamped.map((text) => `${text};;`)];
	const found = await readRoadmap(new TextEncoder().encode(lines.join('\n')), 'plan.csv');
	expect(found.stages).toEqual([]);
	expect(found.activities).toHaveLength(1);
	expect(found.pieces.filter(({ use }) => use === 'ignored').map(({ text }) => text)).toEqual(stamped);
});

test('a plan by months without a table: the month is the term of what stands under it', async () => {
	const text =
		'План работы пары на 2025/26 учебный год\n\nСентябрь\n1. Знакомство.\n2. Разбор программы.\n\nОктябрь\n3. Открытый урок.\n\nЯнварь – февраль\n4. Отчёт.';
	const found = await readRoadmap(new TextEncoder().encode(text), 'plan.txt');
	expect(found.activities.map(({ title, deadline }) => [title, deadline.windows[0]?.from])).toEqual([
		['Знакомство', '2025-09-01'],
		['Разбор программы', '2025-09-01'],
		['Открытый урок', '2025-10-01'],
		['Отчёт', '2026-01-01']
	]);
});
