import { expect, test } from 'vitest';
import { cellText } from '../engine/grid';
import { readCsv } from './csv';
import { readRoadmap } from './read-roadmap';

const read = (text: string) =>
	readCsv(text, ';').blocks.flatMap((block) =>
		block.kind === 'table' ? block.rows.map(({ cells }) => cells.map(cellText)) : []
	);

test('a quoted cell holds separators, doubled quotes and lines', () => {
	expect(read('1;"Опрос; ""Шаг""\nвторой";май\n2;Отчёт;июнь')).toEqual([
		['1', 'Опрос; "Шаг" второй', 'май'],
		['2', 'Отчёт', 'июнь']
	]);
});

test('a quote nobody closed swallows no rows', () => {
	expect(read('1;"Шаг навстречу;май\n2;Отчёт;июнь')).toEqual([
		['1', '"Шаг навстречу', 'май'],
		['2', 'Отчёт', 'июнь']
	]);
	expect(read('1;"Шаг навстречу;май\n2;"Отчёт; свод";июнь')).toEqual([
		['1', '"Шаг навстречу', 'май'],
		['2', 'Отчёт; свод', 'июнь']
	]);
});

const understand = (lines: readonly string[]) => readRoadmap(new TextEncoder().encode(lines.join('\n')), 'plan.csv');
const head = 'Мероприятие;Срок;Ответственный';

test('a quote that nobody closed takes no other rows with it, and it is said', async () => {
	const { activities, warnings } = await understand([
		head,
		'"Провести опрос учителей;сентябрь 2025;завуч',
		'Подобрать пары;октябрь 2025;куратор',
		'"Открытый урок; разбор";ноябрь 2025;наставники'
	]);
	expect(activities.map(({ title, deadline }) => [title, deadline.text])).toEqual([
		['"Провести опрос учителей', 'сентябрь 2025'],
		['Подобрать пары', 'октябрь 2025'],
		['Открытый урок; разбор', 'ноябрь 2025']
	]);
	expect(warnings).toContain('В строке 2 кавычка открыта и не закрыта: ячейка прочитана до разделителя, проверьте её.');
});

test('quotes within a quoted cell need not be doubled; a quoted cell may hold lines', async () => {
	const { activities, warnings } = await understand([
		head,
		'"Неделя "Первый урок" в школе";май 2026;"завуч;',
		'психолог"',
		'"Игра ""Пары""";июнь 2026;куратор'
	]);
	expect(activities.map(({ title, responsible }) => [title, responsible.map(({ text }) => text)])).toEqual([
		['Неделя "Первый урок" в школе', ['завуч', 'психолог']],
		['Игра "Пары"', ['куратор']]
	]);
	expect(warnings.join()).not.toContain('кавычка');
});

test('a list of people by semicolons does not make a table by commas one by semicolons', async () => {
	const { activities } = await understand([
		'Мероприятие,Ответственный,Примечание',
		'Отбор наставников,Ответственный за сайт,',
		'Систематизация материалов,Секретарь; заместитель директора; педагог-организатор,',
		'Приказ о парах,ЗДУВР,',
		'Награждение победителей,Специалист по кадрам,'
	]);
	expect(activities.map(({ title }) => title)).toEqual([
		'Отбор наставников',
		'Систематизация материалов',
		'Приказ о парах',
		'Награждение победителей'
	]);
});
