import { expect, test } from 'vitest';
import { moveDate, tidyDate } from './dates';

test.each([
	['5.9', '05.09.2026'],
	['5,9,26', '05.09.2026'],
	['05092025', '05.09.2025'],
	['1/12/2026', '01.12.2026'],
	['сентябрь', 'сентябрь'],
	['45.9', '45.9'],
	['', '']
])('«%s» is tidied to «%s»', (typed, tidy) => {
	expect(tidyDate(typed, 2026)).toBe(tidy);
});

test('a day later crosses the month and the leap day', () => {
	expect(moveDate('31.08.2026', 1)).toBe('01.09.2026');
	expect(moveDate('28.02.2028', 1)).toBe('29.02.2028');
	expect(moveDate('сентябрь', 1)).toBeUndefined();
});
