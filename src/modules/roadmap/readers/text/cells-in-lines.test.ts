import { expect, test } from 'vitest';
import { looseCell, rowsOfCells } from './cells-in-lines';

/** Rows of cells, an empty line after each row. */
const cellsOf = (rows: readonly string[][]) =>
	rows.flatMap((cells, row) =>
		cells.map((text, column) => ({
			...looseCell(`\t${text}`, row * 10 + column),
			blankAfter: column === cells.length - 1 ? 1 : 0
		}))
	);

test('a row that sounds like a head does not make the table twice as wide', () => {
	const { width, rows } = rowsOfCells(
		cellsOf([
			['Действия', 'Сроки', 'Ответственные', 'Примечание'],
			['Обновление раздела о наставничестве на сайте', 'до 15 октября 2025 года', 'РЦ, методист', ''],
			['Мониторинг эффективности', 'не позднее 01.12.2025', 'Куратор', ''],
			['Составление планов развития', 'Октябрь', 'Сомова Н.В.', ''],
			['Собеседование с наставниками', 'ежеквартально', 'Сомова Н.В.', '']
		])
	);
	expect(width).toBe(4);
	expect(rows).toHaveLength(5);
});
