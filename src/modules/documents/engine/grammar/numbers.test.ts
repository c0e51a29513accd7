import { expect, test } from 'vitest';
import { plural } from '../../../../core/words';
import { countedInWords, dateInWords, dateText, dayInWords, inWords, ordinalGenitive } from './numbers';

test('words agree with numbers', () => {
	const pairs = [1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 100, 101, 111, 1002].map(
		(count) => `${count} ${plural(count, ['пара', 'пары', 'пар'])}`
	);
	expect(pairs.join(', ')).toBe(
		'1 пара, 2 пары, 4 пары, 5 пар, 11 пар, 12 пар, 14 пар, 21 пара, 22 пары, 25 пар, 100 пар, 101 пара, 111 пар, 1002 пары'
	);
});

test('numbers in words', () => {
	expect(inWords(0)).toBe('ноль');
	expect(inWords(1)).toBe('один');
	expect(inWords(2, 'feminine')).toBe('две');
	expect(inWords(1, 'neuter')).toBe('одно');
	expect(inWords(12)).toBe('двенадцать');
	expect(inWords(21, 'feminine')).toBe('двадцать одна');
	expect(inWords(140)).toBe('сто сорок');
	expect(inWords(1000)).toBe('одна тысяча');
	expect(inWords(2512)).toBe('две тысячи пятьсот двенадцать');
	expect(inWords(11_011)).toBe('одиннадцать тысяч одиннадцать');
	expect(inWords(1_002_040)).toBe('один миллион две тысячи сорок');
	expect(inWords(-3)).toBe('минус три');
	expect(() => inWords(1.5)).toThrow(RangeError);
	expect(countedInWords(5000, ['рубль', 'рубля', 'рублей'])).toBe('5000 (пять тысяч) рублей');
	expect(countedInWords(2, ['пара', 'пары', 'пар'], 'feminine')).toBe('2 (две) пары');
	expect(countedInWords(3, ['рабочий день', 'рабочих дня', 'рабочих дней'])).toBe('3 (три) рабочих дня');
});

test('dates in words', () => {
	expect(dateText('2026-10-05').replaceAll('\u00a0', ' ')).toBe('5 октября 2026 г.');
	expect(dateInWords('2026-10-05')).toBe('пятого октября две тысячи двадцать шестого года');
	expect(dateInWords('2000-03-31')).toBe('тридцать первого марта двухтысячного года');
	expect(dateInWords('2030-02-20')).toBe('двадцатого февраля две тысячи тридцатого года');
	expect(dateInWords('1999-01-03')).toBe('третьего января одна тысяча девятьсот девяносто девятого года');
	expect(dateInWords('2011-05-11')).toBe('одиннадцатого мая две тысячи одиннадцатого года');
	expect(dayInWords('2026-10-05')).toBe('пятого октября');
	expect(ordinalGenitive(30)).toBe('тридцатого');
});
