import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths } from '../../../core/dates';
import { presets } from './groups';
import { judge, type Periods, ruleText } from './rule';

const nobody: Periods = { bornOn: null, teachingSince: null, employedSince: null, postSince: null, leftBefore: null };
const ruleOf = (code: string) => presets.needs.groups.find((group) => group.code === code)?.rule ?? [];

test('Борис, a year and two months a teacher, fits «стаж до 3 лет», and the reason says so', () => {
	const boris = { ...nobody, teachingSince: '2025-07-01' };
	expect(judge(ruleOf('Ст3'), boris, '2026-09-05')).toEqual({
		fits: true,
		because: 'педагогический стаж 1 год 2 месяца, меньше 3 лет'
	});
	expect(judge(ruleOf('Ст3'), boris, '2028-07-01')?.fits).toBe(false);
	expect(judge(ruleOf('МС'), boris, '2026-09-05'), 'how old he is, nobody has told').toBeNull();
	expect(judge(ruleOf('МС'), { ...boris, bornOn: '1980-01-01' }, '2026-09-05')).toEqual({
		fits: false,
		because: 'возраст 46 лет 8 месяцев, 35 лет или больше'
	});
});

test('new in the post is somebody who has been here longer; back after a break, somebody who had left', () => {
	const here = { ...nobody, employedSince: '2019-09-01', postSince: '2026-08-25' };
	expect(judge(ruleOf('НД'), here, '2026-09-05')?.fits).toBe(true);
	expect(judge(ruleOf('НД'), { ...here, employedSince: '2026-08-25' }, '2026-09-05')?.fits).toBe(false);
	const back = { ...nobody, employedSince: '2026-08-20', leftBefore: '2024-05-31' };
	expect(judge(ruleOf('ПП'), back, '2026-09-05')?.fits).toBe(true);
	expect(judge(ruleOf('ПП'), { ...back, leftBefore: null }, '2026-09-05')?.because).toContain('без перерыва');
});

test('no conditions: the rule says nothing, the decision is a person’s', () => {
	expect(judge([], { ...nobody, teachingSince: '2026-01-01' }, '2026-09-05')).toBeNull();
	expect(ruleText(ruleOf('МС'))).toBe('педагогический стаж меньше 3 лет и возраст меньше 35 лет');
});

test('the day the months are over is the first day outside, whatever the months', () => {
	const days = fc.integer({ min: 0, max: 28 }).map((shift) => `2020-02-${String(1 + shift).padStart(2, '0')}`);
	fc.assert(
		fc.property(days, fc.integer({ min: 1, max: 120 }), (since, months) => {
			const rule = [{ fact: 'here', under: true, months }] as const;
			const last = addMonths(since, months);
			expect(judge(rule, { ...nobody, employedSince: since }, last)?.fits).toBe(false);
			expect(judge(rule, { ...nobody, employedSince: since }, addMonths(since, months - 1))?.fits).toBe(true);
		})
	);
});
