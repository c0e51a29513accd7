import { describe, expect, test } from 'vitest';
import type { Period } from '../../rules/understanding';
import { readDeadline } from './read-deadline';

const year: Period = { from: '2024-09-01', to: '2025-08-31' };

describe('what has no dates of its own', () => {
	test.each([
		['в течение года', 'throughout'],
		['В течении учебного года', 'throughout'],
		['в течение всего периода\n(по мере необходимости)', 'throughout'],
		['в теч. года', 'throughout'],
		['в теч. уч. г.', 'throughout'],
		['в течение действия программы', 'throughout'],
		['постоянно', 'throughout'],
		['весь период', 'throughout'],
		['по мере необходимости', 'on-demand'],
		['по запросу', 'on-demand'],
		['по необх.', 'on-demand'],
		['по просьбе педагога', 'on-demand'],
		['по желанию', 'on-demand'],
		['при необходимости', 'on-demand'],
		['если потребуется', 'on-demand'],
		['как только обратятся', 'on-demand'],
		['два раза в м-ц', 'cadence'],
		['до 20 числа последнего месяца квартала', 'cadence'],
		['в рабочие дни', 'cadence'],
		['через неделю', 'cadence'],
		['до 30 числа', 'cadence'],
		['за 2 недели до мероприятия', 'external'],
		['по графику', 'external'],
		['по отдельному плану', 'external'],
		['в течение месяца после приёма', 'external'],
		['не позднее 5 рабочих дней после издания приказа', 'external'],
		['согласно плану РЦ', 'external'],
		['', 'none'],
		['—', 'none']
	])('«%s» is %s', (text, kind) => expect(readDeadline(text, year).deadline.kind).toBe(kind));

	test.each([
		['1 раз в две недели', { every: 2, unit: 'week' }],
		['не реже одного раза в месяц', { every: 1, unit: 'month' }],
		['ежемесячно', { every: 1, unit: 'month' }],
		['ежеквартально', { every: 1, unit: 'quarter' }],
		['раз в полугодие', { every: 1, unit: 'half-year' }],
		['2 раза в год', { every: 1, unit: 'half-year' }],
		['2 раза в месяц', { every: 2, unit: 'week' }],
		['не менее двух уроков в месяц', { every: 2, unit: 'week' }],
		['по одной встрече в неделю', { every: 1, unit: 'week' }],
		['первый понедельник месяца', { every: 1, unit: 'month' }],
		['вторник, 13.00–14.00', { every: 1, unit: 'week' }],
		['вторая и четвёртая среда месяца', { every: 1, unit: 'month' }],
		['10 и 25 числа', { every: 1, unit: 'month' }],
		['понедельник и четверг', { every: 1, unit: 'week' }],
		['раз в шесть недель', { every: 6, unit: 'week' }],
		['раз в две-три недели', { every: 2, unit: 'week' }],
		['в конце четверти', { every: 1, unit: 'quarter' }],
		['каждую среду', { every: 1, unit: 'week' }],
		['еженедельно', { every: 1, unit: 'week' }],
		['до 25 числа каждого месяца', { every: 1, unit: 'month', byDay: 25 }],
		['Ежегодно', { every: 1, unit: 'year' }]
	])('«%s» is a rhythm', (text, cadence) =>
		expect(readDeadline(text, year).deadline).toMatchObject({ kind: 'cadence', cadence })
	);
});

test('what hangs on another event is understood, and not asked about', () => {
	for (const text of ['за неделю до мероприятия', 'за 2 недели до мероприятия', 'за день до встречи'])
		expect(readDeadline(text, year), text).toMatchObject({ deadline: { kind: 'external' }, why: null });
});

test.each(['в течение месяца', '2 недели', 'в двухнедельный срок'])(
	'«%s» says how long, but not from which day',
	(text) => {
		const { deadline, why } = readDeadline(text, year);
		expect(deadline).toMatchObject({ kind: 'external', windows: [] });
		expect(why).toMatch(/с какого дня/);
	}
);
