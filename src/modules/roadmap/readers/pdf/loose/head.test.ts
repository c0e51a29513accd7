import { expect, test } from 'vitest';
import type { Word } from '../words';
import { findHead } from './head';

const words = (y: number, ...cells: [left: number, text: string][]) =>
	cells.map(([left, text]) => ({ text, left, right: left + text.length * 5, y, height: 10 })) as Word[];

test('«1. Начальный этап» right under the head is no column of it', () => {
	const head = findHead([
		words(700, [50, '№'], [80, 'Мероприятие'], [300, 'Сроки']),
		words(688, [160, '1.'], [174, 'Начальный'], [223, 'этап']),
		words(670, [50, '1'], [80, 'Разработка положения'], [300, 'май'])
	]);
	expect(head?.cells.map(({ text }) => text)).toEqual(['№', 'Мероприятие', 'Сроки']);
	expect(head?.to).toBe(0);
});
