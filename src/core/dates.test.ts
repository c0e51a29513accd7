import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	addDays,
	addMonths,
	asRange,
	daysBetween,
	daysIn,
	fromRange,
	mondayOf,
	nowIn,
	parseDate,
	schoolYearOf,
	showDate,
	weekday
} from './dates';

const day = fc
	.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2080-12-31T00:00:00Z'), noInvalidDate: true })
	.map((instant) => instant.toISOString().slice(0, 10));

test('the same instant is another day in Kaliningrad and in Kamchatka', () => {
	const instant = new Date('2026-09-02T20:00:00Z');
	expect(nowIn('Europe/Kaliningrad', instant).today).toBe('2026-09-02');
	expect(nowIn('Asia/Kamchatka', instant).today).toBe('2026-09-03');
});

test('a typed date comes back as it was shown, and a day that never was is refused', () => {
	fc.assert(
		fc.property(day, (some) => {
			expect(parseDate(showDate(some))).toBe(some);
		})
	);
	for (const typed of ['31.04.2026', '29.02.2026', '1.13.2026', '00.01.2026', '1.1.26', 'завтра', '']) {
		expect(parseDate(typed), typed).toBeUndefined();
	}
	expect(parseDate(' 1.9.2026 ')).toBe('2026-09-01');
});

test('days added are days between', () => {
	fc.assert(
		fc.property(day, fc.integer({ min: -4000, max: 4000 }), (some, days) => {
			expect(daysBetween(some, addDays(some, days))).toBe(days);
		})
	);
});

test('a month later is the next month, on the same day or on its last one', () => {
	expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
	expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
	fc.assert(
		fc.property(day, fc.integer({ min: -240, max: 240 }), (some, months) => {
			const moved = addMonths(some, months);
			const [year, month] = moved.split('-').map(Number) as [number, number];
			expect(year * 12 + month).toBe(Number(some.slice(0, 4)) * 12 + Number(some.slice(5, 7)) + months);
			expect(Number(moved.slice(8))).toBe(Math.min(Number(some.slice(8)), daysIn(month, year)));
		})
	);
});

test('a week begins on Monday', () => {
	expect(weekday('2026-09-06')).toBe(7);
	expect(mondayOf('2026-09-06')).toBe('2026-08-31');
	expect(mondayOf('2026-08-31')).toBe('2026-08-31');
});

test('31 August closes the school year that 1 September opens', () => {
	expect(schoolYearOf('2026-08-31')).toEqual({ from: '2025-09-01', to: '2026-08-31' });
	expect(schoolYearOf('2026-09-01')).toEqual({ from: '2026-09-01', to: '2027-08-31' });
	fc.assert(
		fc.property(day, (some) => {
			const { from, to } = schoolYearOf(some);
			expect(from <= some && some <= to).toBe(true);
		})
	);
});

test('a period is said with its last day and kept without it', () => {
	expect(asRange({ from: '2026-09-01', to: '2027-05-31' })).toBe('[2026-09-01,2027-06-01)');
	expect(fromRange('[2026-09-01,)')).toEqual({ from: '2026-09-01', to: null });
	fc.assert(
		fc.property(day, fc.nat(3000), (from, length) => {
			const span = { from, to: addDays(from, length) };
			expect(fromRange(asRange(span))).toEqual(span);
		})
	);
});
