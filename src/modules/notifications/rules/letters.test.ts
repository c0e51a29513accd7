import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, instantOf, mondayOf } from '../../../core/dates';
import { type Calendar, isWorkingDay } from '../../calendar/rules/calendar';
import { dayFrom, type Task } from '../../today/rules';
import { headingOf } from '../pages/letter-text';
import { isDigestDay, letterFor, nextTry, toldOn, type Wish } from './letters';
import { nextRound } from './rounds';

const holiday = (on: string) => [on, { on, name: 'праздник', working: false, fiveDayOnly: false }] as const;
const calendar: Calendar = {
	workingWeek: 5,
	holidays: new Map(
		['2026-11-04', '2027-01-01', '2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08'].map(holiday)
	),
	terms: [],
	daysOff: [{ id: '1', kind: 'day-off', name: 'День города', from: '2026-09-14', to: '2026-09-14' }]
};

const task = (kind: Task['kind'], dueOn: string | null, doneOn: string | null = null): Task => ({
	id: `${kind} ${dueOn}`,
	kind,
	title: 'Приказ',
	href: '/activities/1',
	dueOn,
	awaited: false,
	many: '',
	workBy: null,
	doneOn,
	plan: { id: '1', title: 'План' },
	responsible: [],
	room: null,
	act: null,
	completionId: null
});

describe('The morning of a letter', () => {
	test('the digest goes on Monday; after a free Monday, on Tuesday; in the January holidays, not at all', () => {
		expect(isDigestDay('2026-09-07', calendar)).toBe(true);
		expect(isDigestDay('2026-09-14', calendar)).toBe(false);
		expect(isDigestDay('2026-09-15', calendar)).toBe(true);
		expect(['04', '05', '06', '07', '08'].some((day) => isDigestDay(`2027-01-${day}`, calendar))).toBe(false);
	});

	test('a deadline on a Sunday is told on Friday, one on Monday the working day before', () => {
		expect(toldOn('2026-09-13', 0, calendar)).toBe('2026-09-11');
		expect(toldOn('2026-09-10', 1, calendar)).toBe('2026-09-09');
		expect(toldOn('2026-09-15', 1, calendar)).toBe('2026-09-11');
		expect(toldOn('2026-11-05', 1, calendar)).toBe('2026-11-03');
	});

	test('what the digest of a morning says is not written twice; nothing to say is no letter', () => {
		const reader = { wish: 'with-deadlines' as Wish, daysAhead: 1 as const, digestOf: null };
		const day = dayFrom([task('week', '2026-09-08')]);
		expect(letterFor(day, reader, '2026-09-07', calendar)?.kind).toBe('digest');
		expect(letterFor(day, { ...reader, digestOf: '2026-09-07' }, '2026-09-07', calendar)?.kind).toBe('deadlines');
		expect(letterFor(day, { ...reader, wish: 'weekly' }, '2026-09-09', calendar)).toBeUndefined();
		expect(letterFor(dayFrom([task('waiting', null)]), reader, '2026-09-07', calendar)).toBeUndefined();
	});

	test('numbers agree with their words', () => {
		const heading = (count: number) => {
			const lines = Array.from({ length: count }, () => ({ title: 'Приказ', href: '/', day: null }));
			return headingOf({ kind: 'deadlines', contents: { due: { lines, more: 0 } } });
		};
		expect([1, 2, 5, 11, 21].map(heading)).toEqual([
			'Подходит 1 срок',
			'Подходят 2 срока',
			'Подходят 5 сроков',
			'Подходят 11 сроков',
			'Подходит 21 срок'
		]);
	});
});

test('whatever the tasks of a year and the wish: one digest a week, one letter a day, none on a free day', () => {
	const dates = fc.integer({ min: 0, max: 364 }).map((days) => addDays('2026-09-01', days));
	fc.assert(
		fc.property(
			fc.array(dates, { maxLength: 40 }),
			fc.constantFrom<Wish>('weekly', 'with-deadlines', 'none'),
			fc.constantFrom(0, 1),
			(due, wish, daysAhead) => {
				const written: { on: string; kind: string }[] = [];
				let digestOf: string | null = null;
				for (let on = '2026-09-01'; on < '2027-09-01'; on = addDays(on, 1)) {
					const tasks = due.map((dueOn) =>
						task(dueOn < on ? 'overdue' : mondayOf(dueOn) === mondayOf(on) ? 'week' : 'soon', dueOn)
					);
					const letter = letterFor(dayFrom(tasks), { wish, daysAhead: daysAhead as 0 | 1, digestOf }, on, calendar);
					if (letter) written.push({ on, kind: letter.kind });
					if (letter?.kind === 'digest') digestOf = letter.key;
				}
				const digests = written.filter(({ kind }) => kind === 'digest');
				expect(new Set(digests.map(({ on }) => mondayOf(on))).size).toBe(digests.length);
				expect(written.every(({ on }) => isWorkingDay(on, calendar))).toBe(true);
				if (wish !== 'with-deadlines') expect(written).toEqual(digests);
				// Every deadline is told once, in its own letter or on the morning of a digest.
				else
					for (const dueOn of due) {
						const told = toldOn(dueOn, daysAhead as 0 | 1, calendar);
						if (told >= '2026-09-01' && mondayOf(told) !== '2026-08-31')
							expect(
								written.some(({ on }) => on === told),
								told
							).toBe(true);
					}
			}
		),
		{ numRuns: 60 }
	);
});

test('rounds go at half past seven of the organisation’s own morning, and a failed letter is tried five times', () => {
	expect(nextRound('Asia/Kamchatka', new Date('2026-09-06T19:29:00Z'))).toBe('2026-09-06T19:30:00.000Z');
	expect(nextRound('Asia/Kamchatka', new Date('2026-09-06T19:30:00Z'))).toBe('2026-09-07T19:30:00.000Z');
	expect(nextRound('Europe/Kaliningrad', new Date('2026-12-31T22:30:00Z'))).toBe('2027-01-01T05:30:00.000Z');
	expect(instantOf('2026-03-29', '07:30', 'Europe/Berlin')).toBe('2026-03-29T05:30:00.000Z'); // clocks went forward that night
	expect(nextTry(1, '2026-09-07T00:00:00.000Z')).toBe('2026-09-07T00:05:00.000Z');
	expect([1, 2, 3, 4, 5, 6].map((attempts) => nextTry(attempts, '2026-09-07T00:00:00Z') !== undefined)).toEqual([
		true,
		true,
		true,
		true,
		true,
		false
	]);
});
