import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Period } from '../../rules/understanding';
import { readDeadline } from './read-deadline';

const year: Period = { from: '2024-09-01', to: '2025-08-31' };
const three: Period = { from: '2024-09-01', to: '2027-08-31' };
const calendar: Period = { from: '2025-01-01', to: '2025-12-31' };

const windowsOf = (text: string, period: Period | null) =>
	readDeadline(text, period).deadline.windows.map(({ from, to }) => `${from}..${to}`);

describe('dates over a plan of one school year', () => {
	test.each([
		['сентябрь 2024', '2024-09-01..2024-09-30'],
		['Ноябрь 2024г.', '2024-11-01..2024-11-30'],
		['Август 2024 года', '2024-08-01..2024-08-31'],
		['09.2024', '2024-09-01..2024-09-30'],
		['октябрь', '2024-10-01..2024-10-31'],
		['окт. 2024', '2024-10-01..2024-10-31'],
		['Мая', '2025-05-01..2025-05-31'],
		['август', '2024-08-01..2024-08-31'],
		['Август-сентябрь', '2024-08-01..2024-09-30'],
		['август–сентябрь', '2024-08-01..2024-09-30'],
		['Сентябрь-май', '2024-09-01..2025-05-31'],
		['с сентября по май', '2024-09-01..2025-05-31'],
		['декабрь – февраль', '2024-12-01..2025-02-28'],
		['ноябрь 2024 г. – январь 2025 г.', '2024-11-01..2025-01-31'],
		['ноябрь – январь 2025', '2024-11-01..2025-01-31'],
		['последняя неделя августа', '2024-08-25..2024-08-31'],
		['вторая неделя октября', '2024-10-08..2024-10-14'],
		['3-я декада марта', '2025-03-21..2025-03-31'],
		['начало февраля', '2025-02-01..2025-02-10'],
		['15-20 сентября', '2024-09-15..2024-09-20'],
		['с 1 по 15 октября', '2024-10-01..2024-10-15'],
		['с 01.09.2024 по 31.05.2025', '2024-09-01..2025-05-31'],
		['10 ноября 2024* года', '2024-11-10..2024-11-10'],
		['15.10.2024', '2024-10-15..2024-10-15'],
		['15.10.24 г.', '2024-10-15..2024-10-15'],
		['15.10', '2024-10-15..2024-10-15'],
		['IV квартал', '2024-10-01..2024-12-31'],
		['2 квартал 2025 года', '2025-04-01..2025-06-30'],
		['1 полугодие', '2024-09-01..2024-12-31'],
		['октябрь 2024-2025 учебного года', '2024-10-01..2024-10-31'],
		['2024-2025 учебный год', '2024-09-01..2025-08-31'],
		['в течение 2025 года', '2025-01-01..2025-12-31'],
		['в течение октября', '2024-10-01..2024-10-31'],
		['май (по итогам года)', '2025-05-01..2025-05-31'],
		['«28» августа 2024 г.', '2024-08-28..2024-08-28'],
		['2024-10-15', '2024-10-15..2024-10-15'],
		['15/10/2024', '2024-10-15..2024-10-15'],
		['II неделя октября', '2024-10-08..2024-10-14'],
		['1-2 неделя сентября', '2024-09-01..2024-09-14'],
		['1-я половина мая', '2025-05-01..2025-05-15'],
		['I-II четверти', '2024-09-01..2024-12-31'],
		['2 триместр', '2024-12-01..2025-02-28'],
		['I квартал (сентябрь-ноябрь)', '2024-09-01..2024-11-30'],
		['не ранее 1 октября', '2024-10-01..2025-08-31'],
		['в течении уч.года', '2024-09-01..2025-08-31'],
		['сентбрь 2024', '2024-09-01..2024-09-30'],
		['ноябь 2024г.', '2024-11-01..2024-11-30'],
		['декбаря 2024', '2024-12-01..2024-12-31'],
		['сентябрь, далее по запросу', '2024-09-01..2024-09-30']
	])('«%s» is %s', (text, window) => expect(windowsOf(text, year)).toEqual([window]));

	test('a calendar year has other halves than a school year; a year begins where the plan does', () => {
		expect(windowsOf('2-е полугодие', calendar)).toEqual(['2025-07-01..2025-12-31']);
		expect(windowsOf('2-е полугодие', year)).toEqual(['2025-01-01..2025-05-31']);
		expect(windowsOf('2 полугодие учебного года', calendar)).toEqual(['2025-01-01..2025-05-31']);
		expect(windowsOf('до начала учебного года', year).map((one) => one.slice(-10))).toEqual(['2024-08-31']);
	});

	test.each([
		['1 и 3 декада марта', ['2025-03-01..2025-03-10', '2025-03-21..2025-03-31']],
		['1-2 неделя октября', ['2024-10-01..2024-10-14']],
		['I-II четверти', ['2024-09-01..2024-12-31']],
		['10, 17 и 24 октября', ['2024-10-10..2024-10-10', '2024-10-17..2024-10-17', '2024-10-24..2024-10-24']],
		['вводная – сентябрь, итоговая – май', ['2024-09-01..2024-09-30', '2025-05-01..2025-05-31']],
		['II, IV кварталы', ['2024-10-01..2024-12-31', '2025-04-01..2025-06-30']],
		['октябрь 2024 г., май 2025 г.', ['2024-10-01..2024-10-31', '2025-05-01..2025-05-31']],
		['апрель, май 2025 г.', ['2025-04-01..2025-04-30', '2025-05-01..2025-05-31']],
		['декабрь, май', ['2024-12-01..2024-12-31', '2025-05-01..2025-05-31']],
		['сентябрь\nоктябрь 2024', ['2024-09-01..2024-09-30', '2024-10-01..2024-10-31']],
		['2 раза в год (октябрь, апрель)', ['2024-10-01..2024-10-31', '2025-04-01..2025-04-30']]
	])('«%s» is a list', (text, windows) => expect(windowsOf(text, year)).toEqual(windows));

	test.each([
		['до 15.10.2024', '2024-10-15'],
		['в срок до 18.11.2024', '2024-11-18'],
		['не позднее 20 мая', '2025-05-20'],
		['до конца мая', '2025-05-31'],
		['до 1 сентября', '2024-09-01'],
		['к 5 октября', '2024-10-05']
	])('«%s» has only its end', (text, to) => {
		const { deadline } = readDeadline(text, year);
		expect(deadline).toMatchObject({ kind: 'windows', until: true, windows: [{ to }] });
	});
});

describe('a plan of three years', () => {
	test.each([
		['ежегодно, май', 3],
		['Ежегодно в сентябре', 3],
		['ежегодно, октябрь - ноябрь', 3],
		['ежегодно, декабрь, апрель', 6],
		['ежегодно до 20 мая', 3],
		['май, ежегодно с 2026 года', 2],
		['1 октября 2025 года, далее ежегодно', 2],
		['август – сентябрь', 3]
	])('«%s» comes %i times', (text, times) => {
		const windows = readDeadline(text, three).deadline.windows;
		expect(windows).toHaveLength(times);
		expect(windows.every(({ from, to }) => from <= to)).toBe(true);
	});

	test('a bare month is asked about', () => expect(readDeadline('ноябрь', three).why).toMatch(/каждый год/));
});

test('in a calendar year a month is of that year', () =>
	expect(windowsOf('сентябрь', calendar)).toEqual(['2025-09-01..2025-09-30']));

describe('what has no dates of its own', () => {
	test.each([
		['в течение года', 'throughout'],
		['В течении учебного года', 'throughout'],
		['в течение всего периода\n(по мере необходимости)', 'throughout'],
		['в теч. года', 'throughout'],
		['постоянно', 'throughout'],
		['весь период', 'throughout'],
		['по мере необходимости', 'on-demand'],
		['по запросу', 'on-demand'],
		['при необходимости', 'on-demand'],
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
		['каждую среду', { every: 1, unit: 'week' }],
		['еженедельно', { every: 1, unit: 'week' }],
		['до 25 числа каждого месяца', { every: 1, unit: 'month', byDay: 25 }],
		['Ежегодно', { every: 1, unit: 'year' }]
	])('«%s» is a rhythm', (text, cadence) =>
		expect(readDeadline(text, year).deadline).toMatchObject({ kind: 'cadence', cadence })
	);
});

test('whatever is written, windows are real days in order and the words are kept', () => {
	const words = fc.constantFrom(
		'май',
		'до',
		'31',
		'сентября',
		'2025',
		'-',
		'по',
		'с',
		',',
		'ежегодно',
		'31.02.2025',
		'29 февраля',
		'квартал',
		'IV',
		'1',
		'раз',
		'в',
		'неделю',
		'г.',
		'2024-2025',
		'недели',
		'первая',
		'последняя неделя',
		'после',
		'декабрь'
	);
	fc.assert(
		fc.property(
			fc.array(words, { minLength: 1, maxLength: 9 }),
			fc.constantFrom(year, three, calendar, null),
			(parts, period) => {
				const { deadline } = readDeadline(parts.join(' '), period);
				for (const { from, to } of deadline.windows) {
					expect(new Date(`${from}T00:00:00Z`).toISOString().slice(0, 10)).toBe(from);
					expect(new Date(`${to}T00:00:00Z`).toISOString().slice(0, 10)).toBe(to);
					expect(from <= to).toBe(true);
				}
				if (deadline.kind !== 'none') expect(deadline.text).toBe(parts.join(' ').replace(/\s+/g, ' ').trim());
			}
		),
		{ numRuns: 2000 }
	);
});

test('any month of any year in any of its forms is that month', () => {
	const forms = [
		'январь',
		'февраль',
		'март',
		'апрель',
		'май',
		'июнь',
		'июль',
		'август',
		'сентябрь',
		'октябрь',
		'ноябрь',
		'декабрь'
	];
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 11 }),
			fc.integer({ min: 2015, max: 2035 }),
			fc.constantFrom(' г.', 'г.', ' года', '', ' год'),
			(month, of, tail) => {
				const [window] = readDeadline(`${forms[month]} ${of}${tail}`, year).deadline.windows;
				expect(window?.from).toBe(`${of}-${String(month + 1).padStart(2, '0')}-01`);
			}
		)
	);
});

test.each([
	['1 р/мес', { every: 1, unit: 'month' }],
	['дважды в год', { every: 1, unit: 'half-year' }],
	['каждый последний четверг', { every: 1, unit: 'month' }],
	['до 5 числа следующего месяца', { every: 1, unit: 'month', byDay: 5 }]
])('«%s» is a rhythm', (text, cadence) =>
	expect(readDeadline(text, year).deadline).toMatchObject({ kind: 'cadence', cadence })
);

test('holidays are dates that somebody has to look at', () => {
	expect(readDeadline('осенние каникулы', year).why).toMatch(/Каникулы/);
});
