import { expect, test } from 'vitest';
import { makeTable, plainLine } from './grid';
import { understand } from './understand';

const table = (rows: readonly string[][]) =>
	makeTable(
		rows.map((cells) => ({
			afterBreak: false,
			cells: cells.map((text) => ({ lines: [plainLine(text)], place: {}, span: 1, merged: null }))
		}))
	);

test('in a table without deadlines every row below a repeated head stays an activity of its own', () => {
	const head = ['Мероприятие', 'Ответственные', 'Отметка о выполнении'];
	const rows = ['Анкетирование педагогов', 'Подбор наставников', 'Школа наставника', 'Отчёт куратора'].map((title) => [
		title,
		'директор',
		''
	]);
	const grid = { blocks: [table([head, ...rows.slice(0, 1), head, ...rows.slice(1)])] };
	const found = understand(grid, { name: 'plan.docx', format: 'docx', encoding: null, tables: 0 });
	expect(found.activities.map(({ title }) => title)).toEqual(rows.map(([title]) => title));
});
