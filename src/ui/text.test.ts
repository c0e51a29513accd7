import { expect, test } from 'vitest';
import { bytesText, counted, dayRangeText, dayText, momentText, numberText, plural, shortName } from './text';

test('a day is named as people name it; the year only when it is another one', () => {
	expect(dayText('2026-10-05', '2026-11-01')).toBe('5 октября');
	expect(dayText('2027-05-31', '2026-11-01')).toBe('31 мая 2027');
	expect(dayText('2026-10-05')).toBe('5 октября 2026');
});

test.each([
	['2026-10-05', '2026-10-05', '5 октября'],
	['2026-10-05', '2026-10-09', '5–9 октября'],
	['2026-09-28', '2026-10-02', '28 сентября – 2 октября'],
	['2026-12-28', '2027-01-10', '28 декабря 2026 – 10 января 2027'],
	['2027-05-24', '2027-06-05', '24 мая – 5 июня 2027']
])('from %s to %s reads «%s»', (from, to, text) => {
	expect(dayRangeText(from, to, '2026-11-01')).toBe(text);
});

test('an instant is told in the hours of the school, not of the server', () => {
	expect(momentText('2026-10-05T20:30:00Z', 'Asia/Novosibirsk', '2026-10-06')).toBe('6 октября, 03:30');
});

test('numbers agree with words', () => {
	const pairs = ['пара', 'пары', 'пар'] as const;
	const said = [0, 1, 2, 5, 11, 12, 21, 104, 111].map((count) => plural(count, pairs));
	expect(said).toEqual(['пар', 'пара', 'пары', 'пар', 'пар', 'пар', 'пара', 'пары', 'пар']);
	expect(counted(22, pairs)).toBe('22 пары');
});

test('names are short in tables, however many words they have', () => {
	expect(shortName('Петрова Анна Ивановна')).toBe('Петрова А. И.');
	expect(shortName('  Ким   Юлия ')).toBe('Ким Ю.');
	expect(shortName('Мамед-оглы')).toBe('Мамед-оглы');
});

test('sizes are said as the file manager says them', () => {
	expect(bytesText(1)).toBe('1 байт');
	expect(bytesText(18 * 1024)).toBe('18 КБ');
	expect(bytesText(2.4 * 1024 ** 2)).toBe('2,4 МБ');
	expect(numberText(12480).replace(/\s/, ' ')).toBe('12 480');
});
