import { expect, test } from 'vitest';
import { cellText } from '../engine/grid';
import { readCsv } from './csv';

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
