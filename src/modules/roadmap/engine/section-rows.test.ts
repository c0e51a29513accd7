import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { readRoadmap } from '../readers/read-roadmap';

const stagesIn = async (table: string, name = 'plan.csv') => {
	const { stages, activities } = await readRoadmap(strToU8(table.trim()), name);
	return activities.map(({ stage, title }) => `${stage === null ? '–' : stages[stage]?.title}: ${title}`);
};

test('words alone in the column of terms, left of what is done, name the rows below; the rest of a term does not', async () => {
	expect(
		await stagesIn(`
План наставничества на 2026 год;;
Дата;Мероприятие;Ответственный
Совместная работа;;
с 1 марта;Встречи пар;Наставники
Подведение черты;;
до 1 декабря;Отчёт куратора;Куратор
2026 года;;
`)
	).toEqual(['Совместная работа: Встречи пар', 'Подведение черты: Отчёт куратора']);
});

test('«2. Полёт» where the numbers are «2.1», «2.2» is a stage, whatever stands under the plan', async () => {
	const rows = [
		'№;Мероприятие;Ответственный;Отметка',
		'1. Запуск;;;',
		'1.1;Приказ о парах;Директор;',
		'2. Полёт;;;',
		'2.1;Встречи пар;Наставники;',
		'2.2;Отчёт куратора;Куратор;'
	].map(
		(row) =>
			`<tr>${row
				.split(';')
				.map((cell) => `<td>${cell}</td>`)
				.join('')}</tr>`
	);
	const signed = '<tr><td colspan="4">Исполнитель: Омуль Н.К.</td></tr>';
	expect(
		await stagesIn(
			`<html><body><p>План на 2026 год</p><table border="1">${rows.join('')}${signed}</table></body></html>`,
			'plan.html'
		)
	).toEqual(['Запуск: Приказ о парах', 'Полёт: Встречи пар', 'Полёт: Отчёт куратора']);
});
