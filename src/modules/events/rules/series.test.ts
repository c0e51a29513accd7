import { expect, test } from 'vitest';
import { weekday } from '../../../core/dates';
import type { Calendar } from '../../calendar/rules/calendar';
import { datesOf, seriesWords } from './series';

const calendar: Calendar = {
	workingWeek: 5,
	holidays: new Map([['2026-11-04', { on: '2026-11-04', name: 'праздник', working: false, fiveDayOnly: false }]]),
	terms: [],
	daysOff: [
		{ id: '1', kind: 'vacation', name: 'Осенние каникулы', from: '2026-10-26', to: '2026-11-03' },
		{ id: '2', kind: 'day-off', name: 'День села', from: '2026-09-16', to: '2026-09-16' }
	]
};
const days = (every: 'week' | 'two-weeks' | 'month', from: string, to: string, skipBreaks = false) =>
	datesOf({ from, to, every, skipBreaks }, calendar);

test('every week keeps its weekday; a free day is moved to the next working one and says so', () => {
	const found = days('week', '2026-09-02', '2026-09-30');
	expect(found.map(({ on }) => on)).toEqual(['2026-09-02', '2026-09-09', '2026-09-17', '2026-09-23', '2026-09-30']);
	expect(found[2]?.instead).toBe('2026-09-16');
	expect(found.filter(({ instead }) => !instead).every(({ on }) => weekday(on) === 3)).toBe(true);
});

test('every month from September to May: a Saturday waits for Monday, the 31st is the last day of a shorter month', () => {
	const found = days('month', '2026-09-05', '2027-05-31');
	expect(found).toHaveLength(9);
	expect(found[0]).toEqual({ on: '2026-09-07', instead: '2026-09-05' });
	expect(days('month', '2026-12-31', '2027-03-01').map(({ on }) => on)).toEqual([
		'2026-12-31',
		'2027-02-01',
		'2027-03-01'
	]);
});

test('vacations are left out when the school wants so', () => {
	const all = days('two-weeks', '2026-10-14', '2026-11-30').map(({ on }) => on);
	const kept = days('two-weeks', '2026-10-14', '2026-11-30', true).map(({ on }) => on);
	expect(all).toContain('2026-10-28');
	expect(kept).not.toContain('2026-10-28');
});

test('what came of a series is said in numbers; nobody came, no mean', () => {
	const one = { attendedAt: '2026-09-05T00:00:00Z', cancelledAt: null, called: 10, came: 8 };
	expect(seriesWords([one, { ...one, came: 5 }, { ...one, attendedAt: null }])).toBe(
		'Проведено 2 из 3, в среднем были 7'
	);
	expect(seriesWords([{ ...one, attendedAt: null }])).toBe('Проведено 0 из 1');
});
