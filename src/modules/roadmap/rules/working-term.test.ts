import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../core/dates';
import { type Calendar, isWorkingDay } from '../../calendar/rules/calendar';
import { afterEvent, dueAfter, workingDayBefore } from './working-term';

const calendar: Calendar = {
	workingWeek: 5,
	holidays: new Map([
		['2026-11-04', { on: '2026-11-04', name: 'День народного единства', working: false, fiveDayOnly: false }]
	]),
	terms: [],
	daysOff: []
};

test.each([
	['не позднее 5 рабочих дней после издания приказа', { count: 5, unit: 'working-day' }],
	['в течение трёх рабочих дней со дня заседания', { count: 3, unit: 'working-day' }],
	['в течение месяца после утверждения', { count: 1, unit: 'month' }],
	['через 10 дней после анкетирования', { count: 10, unit: 'day' }],
	['в течение двух недель с момента назначения', { count: 2, unit: 'week' }],
	['после издания приказа', undefined],
	['по графику РЦ', undefined],
	['до 5 рабочих дней', undefined],
	[null, undefined]
])('«%s»', (text, term) => {
	expect(afterEvent(text)).toEqual(term);
});

test('five working days after Monday 2 November step over the holiday and the weekend', () => {
	expect(dueAfter('2026-11-02', { count: 5, unit: 'working-day' }, calendar)).toBe('2026-11-10');
	expect(dueAfter('2026-01-31', { count: 1, unit: 'month' }, calendar)).toBe('2026-02-28');
});

test('a term on a Sunday is kept by the Friday before it; on a working day nothing is said', () => {
	expect(workingDayBefore('2026-09-20', calendar)).toBe('2026-09-18');
	expect(workingDayBefore('2026-09-18', calendar)).toBeNull();
});

test('whatever the day, the working day before it is one, and between them nobody works', () => {
	const days = fc.integer({ min: 0, max: 3650 }).map((index) => addDays('2024-01-01', index));
	fc.assert(
		fc.property(days, (day) => {
			const before = workingDayBefore(day, calendar);
			expect(before === null).toBe(isWorkingDay(day, calendar));
			if (before === null) return;
			expect(isWorkingDay(before, calendar)).toBe(true);
			for (let one = addDays(before, 1); one <= day; one = addDays(one, 1))
				expect(isWorkingDay(one, calendar)).toBe(false);
		})
	);
});
