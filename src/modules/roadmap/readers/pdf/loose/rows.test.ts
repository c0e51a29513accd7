import { expect, test } from 'vitest';
import type { TableLine } from './lines';
import { rowsOfLines } from './rows';

const line = (y: number, ...cells: string[]): TableLine => {
	const words = cells.map((text, column) =>
		text ? [{ text, left: column * 100, right: column * 100 + text.length * 5, y, height: 10 }] : []
	);
	return {
		page: 0,
		y,
		height: 10,
		words: words.flat(),
		cells: words,
		across: false,
		newPage: false,
		ruled: false,
		head: false
	} as TableLine;
};

test('«1» over «0.» in a narrow column is the tenth row, with its stop as without', () => {
	const lines = [
		line(700, '8.', 'Издание приказа', 'май'),
		line(680, '9.', 'Проектирование', 'май'),
		line(668, '', 'маршрутов', ''),
		line(648, '1', 'Экспертиза маршрутов', 'июнь'),
		line(636, '0.', 'методическим советом', ''),
		line(616, '1', 'Реализация маршрутов:', 'июнь'),
		line(604, '1.', 'встречи пар', '')
	];
	const rows = rowsOfLines(lines, { roles: ['number', 'activity', 'deadline'], edges: [20, 220, 300], pitch: 12 });
	expect(rows.map((row) => row.map(({ cells }) => cells[0]?.map(({ text }) => text).join('')).join(''))).toEqual([
		'8.',
		'9.',
		'10.',
		'11.'
	]);
});
