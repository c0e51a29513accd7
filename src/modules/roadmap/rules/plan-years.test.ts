import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysBetween } from '../../../core/dates';
import { isPast, moveDeadline, movePeriod, moveWords, yearInWork, yearsToMove } from './plan-years';
import type { Deadline } from './understanding';

const april: Deadline = {
	text: 'апрель 2021 г.',
	kind: 'windows',
	windows: [{ from: '2021-04-01', to: '2021-04-30' }]
};
const of2022 = { period: { from: '2022-09-01', to: '2023-08-31' }, deadlines: [] };

test('in late August one already works for the coming year; in June still for this one', () => {
	expect(yearInWork('2026-08-23').from).toBe('2026-09-01');
	expect(yearInWork('2026-06-10').from).toBe('2025-09-01');
});

test('a plan of 2022–2023 is past in 2026, and no plan is past while it runs', () => {
	expect(isPast(of2022, '2026-09-05')).toBe(true);
	expect(isPast(of2022, '2023-06-01')).toBe(false);
	expect(isPast({ period: null, deadlines: [april] }, '2026-09-05')).toBe(true);
	expect(isPast({ period: null, deadlines: [] }, '2026-09-05')).toBe(false);
});

test('last year’s plan in late August is past already: its dates are moved to the new year', () => {
	const lastYear = { period: { from: '2025-09-01', to: '2026-08-31' }, deadlines: [] };
	expect(isPast(lastYear, '2026-06-20')).toBe(false);
	expect(isPast(lastYear, '2026-08-28')).toBe(true);
	expect(yearsToMove(lastYear, '2026-08-28')).toBe(1);
});

test('moved, a plan begins in the school year in work, and its words say so', () => {
	expect(yearsToMove(of2022, '2026-09-05')).toBe(4);
	expect(moveDeadline(april, yearsToMove({ period: null, deadlines: [april] }, '2026-09-05'))).toEqual({
		text: 'апрель 2027 г.',
		kind: 'windows',
		windows: [{ from: '2027-04-01', to: '2027-04-30' }]
	});
	expect(yearsToMove({ period: { from: '2024-01-01', to: '2024-12-31' }, deadlines: [] }, '2026-11-21')).toBe(2);
});

test('years in words move, other numbers stay', () => {
	expect(moveWords('декабрь 2021 г. – январь 2022 г.', 5)).toBe('декабрь 2026 г. – январь 2027 г.');
	expect(moveWords('до 20.05.2022, 2021/22 учебный год, приказ № 2019-3', 4)).toBe(
		'до 20.05.2026, 2025/26 учебный год, приказ № 2023-3'
	);
	expect(moveWords('до 25 числа, кабинет 12021', 4)).toBe('до 25 числа, кабинет 12021');
});

test('there and back is the same, but for 29 February; the end of a month stays its end', () => {
	expect(movePeriod({ from: '2024-02-01', to: '2024-02-29' }, 2)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
	const day = fc
		.integer({ min: 0, max: 9000 })
		.map((days) => new Date(Date.UTC(2015, 0, 1 + days)).toISOString().slice(0, 10));
	fc.assert(
		fc.property(day, fc.nat(300), fc.integer({ min: -5, max: 8 }), (from, length, years) => {
			const to = new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10);
			const there = movePeriod({ from, to }, years);
			expect(there.from <= there.to).toBe(true);
			const back = movePeriod(there, -years);
			expect(Math.abs(daysBetween(back.from, from))).toBeLessThanOrEqual(1);
			expect(Math.abs(daysBetween(back.to, to))).toBeLessThanOrEqual(1);
		})
	);
});
