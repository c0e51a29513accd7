import { expect, test } from 'vitest';
import { dayDone, fillIn, yearOf } from './rules';

test('a demonstration made in November shows the school year that is under way', () => {
	expect(yearOf('2026-11-21').acceptedOn).toBe('2026-08-24');
	expect(fillIn('план на {{год}} учебный год', '2026-11-21')).toBe('план на 2026/2027 учебный год');
	expect(fillIn('до {{эта неделя}}', '2026-11-21')).toBe('до 22.11.2026');
	expect(fillIn('{{недавно}}', '2026-11-21')).toBe('17.11.2026');
	expect(yearOf('2027-03-01').begins).toBe(2026);
});

test('what is done lies within its window, after the plan was taken to work, and never in the future', () => {
	const september = { from: '2026-09-01', to: '2026-09-30' };
	expect(dayDone(september, 10, '2026-08-24', '2026-11-21')).toBe('2026-09-11');
	expect(dayDone(september, 90, '2026-08-24', '2026-11-21')).toBe('2026-09-30');
	expect(dayDone(september, 10, '2026-08-24', '2026-09-05')).toBeUndefined();
	expect(dayDone({ from: '2026-08-01', to: '2026-08-31' }, 0, '2026-08-24', '2026-11-21')).toBe('2026-08-24');
	expect(dayDone({ from: null, to: null }, 5, '2026-08-24', '2026-11-21')).toBe('2026-08-29');
});
