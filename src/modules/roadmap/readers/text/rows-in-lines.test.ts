import { expect, test } from 'vitest';
import { rowsOfLines } from './rows-in-lines';

const rows = (text: string, width: number) =>
	rowsOfLines(
		text.split('\n').map((line, index) => ({ text: line, number: index + 1, blankBefore: 0 })),
		width
	).map(({ cells }) => cells.map(({ lines }) => lines.map((line) => line.text).join(' / ')));

test('a list inside a cell spreads over lines until the rest of the row comes', () => {
	expect(rows('1\tРазработать:\n- положение;\n- приказ\tмай\tДиректор', 4)).toEqual([
		['1', 'Разработать: / - положение; / - приказ', 'май', 'Директор']
	]);
});

test('a row whose last cells were left empty does not swallow the stage below it', () => {
	expect(rows('1\tСеминар\n2. Завершение\n2.1\tКруглый стол\tмай\tКуратор', 4)).toEqual([
		['1', 'Семинар'],
		['2. Завершение'],
		['2.1', 'Круглый стол', 'май', 'Куратор']
	]);
});

test('a stage between two whole rows is a row of its own, the rest of a cell is not', () => {
	expect(rows('Опрос\tмай\tКуратор\nII. Работа пар\nВстречи\tиюнь\tНаставник\nи наставляемый', 3)).toEqual([
		['Опрос', 'май', 'Куратор'],
		['II. Работа пар'],
		['Встречи', 'июнь', 'Наставник / и наставляемый']
	]);
});
