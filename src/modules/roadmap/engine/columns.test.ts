import { expect, test } from 'vitest';
import { findHead } from './columns';
import { makeTable, plainLine, type Row } from './grid';

const row = (text: string): Row => ({
	afterBreak: false,
	cells: text.split('|').map((cell) => ({ lines: [plainLine(cell.trim())], place: {}, span: 1, merged: null }))
});
const columnsOf = (text: string) => findHead(makeTable(text.trim().split('\n').map(row)))?.columns;

test('a head over nothing but numbers heads the numbers, whatever it is called', () => {
	expect(
		columnsOf(`
Пункт | Мероприятие | Исполнитель | Срок
А.1 | Разработка положения | Директор | май
А.2 | Встречи пар | Наставники | июнь`)
	).toEqual(['number', 'activity', 'responsible', 'deadline']);
	expect(
		columnsOf(`
Пункт плана | Исполнитель | Срок
Разработка положения | Директор | май
Встречи пар | Наставники | июнь`)
	).toEqual(['activity', 'responsible', 'deadline']);
	expect(columnsOf('№ | Что намечено | Кто исполняет | Срок\n1 | Составить планы | наставники | к 1 октября')).toEqual([
		'number',
		'activity',
		'responsible',
		'deadline'
	]);
	expect(columnsOf('Что? | Зачем? | Когда? | Кто?\nСоставляем пары | Чтобы помогать | май | Завуч')).toEqual([
		'activity',
		'results',
		'deadline',
		'responsible'
	]);
});
