import { expect, test } from 'vitest';
import { ticksOf } from './timeline-ticks';

const words = (from: string, to: string) => ticksOf({ from, to }).map(({ label }) => label);

test('a school year is marked by its months, from September to August', () => {
	expect(words('2026-09-01', '2027-08-31').join(' ')).toBe('сен окт ноя дек янв фев мар апр май июн июл авг');
});

test('a plan that begins in the middle of a month is marked from its first day', () => {
	expect(ticksOf({ from: '2026-03-16', to: '2026-05-31' })).toEqual([
		{ on: '2026-03-16', label: 'мар' },
		{ on: '2026-04-01', label: 'апр' },
		{ on: '2026-05-01', label: 'май' }
	]);
});

test('two years are marked by quarters, three by school years: a phone has room for no more', () => {
	expect(words('2025-09-01', '2027-08-31')).toEqual([
		'сен 25',
		'дек 25',
		'мар 26',
		'июн 26',
		'сен 26',
		'дек 26',
		'мар 27',
		'июн 27'
	]);
	expect(words('2024-05-01', '2027-08-31')).toEqual(['2023/24', '2024/25', '2025/26', '2026/27']);
});
