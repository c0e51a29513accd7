import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, weekday } from '../../../core/dates';
import {
	addWorkingDays,
	type Calendar,
	type DayOffKind,
	isSchoolDay,
	isWorkingDay,
	markOf,
	type PublicHoliday,
	schoolYearFrom,
	schoolYearName,
	schoolYearOf,
	termOf,
	workingDaysIn
} from './calendar';
import { type PresetName, preset, presetNames } from './presets';

const holiday = (on: string, name: string, more: Partial<PublicHoliday> = {}): [string, PublicHoliday] => [
	on,
	{ on, name, working: false, fiveDayOnly: false, ...more }
];
const days = (kind: DayOffKind, from: string, to: string, name = kind) => ({
	id: `${kind}-${from}`,
	kind,
	from,
	to,
	name
});

const calendar: Calendar = {
	workingWeek: 5,
	holidays: new Map([
		holiday('2024-11-02', 'Рабочая суббота', { working: true, fiveDayOnly: true }),
		holiday('2024-11-04', 'День народного единства'),
		holiday('2026-05-09', 'День Победы'),
		holiday('2026-05-11', 'Перенос с 9 мая', { fiveDayOnly: true })
	]),
	terms: [
		{ id: '1', name: '1 четверть', from: '2026-09-01', to: '2026-10-23' },
		{ id: '2', name: '2 четверть', from: '2026-11-02', to: '2026-12-30' }
	],
	daysOff: [days('vacation', '2026-10-24', '2026-11-01', 'vacation')]
};

const day = fc.integer({ min: 0, max: 1500 }).map((offset) => addDays('2024-01-01', offset));
const someDays = fc
	.tuple(day, fc.nat(9), fc.constantFrom<DayOffKind>('vacation', 'quarantine', 'day-off', 'working-day'))
	.map(([from, length, kind]) => days(kind, from, addDays(from, length)));
const someCalendar = fc
	.record({ workingWeek: fc.constantFrom<5 | 6>(5, 6), daysOff: fc.array(someDays, { maxLength: 12 }) })
	.map((some): Calendar => ({ ...calendar, terms: [], ...some }));

test('a Saturday made working is worked by a five-day week; a six-day one has it anyway, and no transfer from it', () => {
	expect(isWorkingDay('2024-11-02', calendar)).toBe(true);
	expect(isWorkingDay('2026-05-11', calendar)).toBe(false);
	expect(isWorkingDay('2026-05-11', { ...calendar, workingWeek: 6 })).toBe(true);
	expect(isWorkingDay('2024-11-04', { ...calendar, workingWeek: 6 })).toBe(false);
});

test("the organisation's own word stands over the state's", () => {
	const own = {
		...calendar,
		daysOff: [days('working-day', '2024-11-04', '2024-11-04'), days('day-off', '2026-09-02', '2026-09-02')]
	};
	expect(isWorkingDay('2024-11-04', own)).toBe(true);
	expect(isWorkingDay('2026-09-02', own)).toBe(false);
});

test('in vacations and quarantine teachers work and lessons are not held', () => {
	expect(isWorkingDay('2026-10-26', calendar)).toBe(true);
	expect(isSchoolDay('2026-10-26', calendar)).toBe(false);
	expect(isSchoolDay('2026-10-23', calendar)).toBe(true);
	const ill = { ...calendar, daysOff: [days('quarantine', '2026-09-14', '2026-09-20')] };
	expect(isSchoolDay('2026-09-15', ill)).toBe(false);
	expect(markOf('2026-09-15', ill).mark).toBe('quarantine');
	expect(isSchoolDay('2027-02-01', calendar), 'outside the terms').toBe(false);
});

test('three working days of notice given on a Friday end on Wednesday', () => {
	expect(addWorkingDays('2026-09-04', 3, calendar)).toBe('2026-09-09');
	expect(addWorkingDays('2026-09-05', 0, calendar)).toBe('2026-09-07');
	expect(addWorkingDays('2026-09-07', -1, calendar)).toBe('2026-09-04');
});

test('working days added are working days between, whatever the calendar', () => {
	fc.assert(
		fc.property(someCalendar, day, fc.integer({ min: 1, max: 60 }), (some, from, count) => {
			const to = addWorkingDays(from, count, some);
			expect(isWorkingDay(to, some)).toBe(true);
			expect(workingDaysIn({ from: addDays(from, 1), to }, some)).toBe(count);
			if (isWorkingDay(from, some)) expect(addWorkingDays(to, -count, some)).toBe(from);
		})
	);
});

test('a school day is always a working day', () => {
	fc.assert(fc.property(someCalendar, day, (some, at) => !isSchoolDay(at, some) || isWorkingDay(at, some)));
});

test('a calendar in which nobody ever works is refused, not waited for', () => {
	const never = { ...calendar, daysOff: [days('day-off', '2020-01-01', '2060-01-01')] };
	expect(() => addWorkingDays('2026-09-01', 1, never)).toThrow(RangeError);
});

test('a school year is named by both its years', () => {
	expect(schoolYearName(schoolYearFrom(2026))).toBe('2026/27');
	expect(schoolYearName(schoolYearFrom(2099))).toBe('2099/00');
	expect(schoolYearOf('2027-08-31')).toEqual(schoolYearFrom(2026));
});

test('presets of every year: terms in order within the year, apart from vacations between them, nine days by weeks', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 2020, max: 2060 }),
			fc.constantFrom(...(Object.keys(presetNames) as PresetName[])),
			(year, name) => {
				const { terms, vacations } = preset(name, year);
				const whole = schoolYearFrom(year);
				const all = [...terms, ...vacations];
				for (const { from, to } of all) expect(whole.from <= from && from <= to && to <= whole.to).toBe(true);
				terms.slice(1).forEach((term, index) => {
					expect((terms[index]?.to ?? '') < term.from).toBe(true);
				});
				vacations.slice(1).forEach((vacation, index) => {
					expect((vacations[index]?.to ?? '') < vacation.from).toBe(true);
				});
				for (const { from, to, name: words } of vacations) {
					if (/Осенние|Весенние|вторые/.test(words)) {
						expect([weekday(from), weekday(to), daysBetween(from, to)]).toEqual([6, 7, 8]);
					}
				}
				if (terms[0])
					expect(termOf(whole.from, { terms: terms.map((term) => ({ ...term, id: term.name })) })?.name).toBe(
						terms[0].name
					);
			}
		)
	);
});

test('the quarters of 2025/26 are those the ministry recommended', () => {
	const { terms, vacations } = preset('quarters', 2025);
	expect(vacations.map(({ from, to }) => `${from} ${to}`)).toEqual([
		'2025-10-25 2025-11-02',
		'2025-12-31 2026-01-11',
		'2026-03-28 2026-04-05',
		'2026-05-27 2026-08-31'
	]);
	expect(terms.map(({ name }) => name)).toEqual(['1 четверть', '2 четверть', '3 четверть', '4 четверть']);
});
