import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, mondayOf } from '../../../core/dates';
import { type Occurrence, occurrenceState, standingOf } from './activity-state';
import { chosen, readLook } from './plan-look';

const acceptedOn = '2026-09-01';
const one = (over: Partial<Occurrence> = {}): Occurrence => ({
	id: 'one',
	kind: 'deadline',
	from: '2026-10-01',
	to: '2026-10-15',
	dueOn: '2026-10-15',
	addedOn: acceptedOn,
	outcome: null,
	doneOn: null,
	...over
});
const on = (today: string, over?: Partial<Occurrence>) => occurrenceState(one(over), today);

test('one deadline through the year: ahead, running, this week, its last day, overdue', () => {
	expect(on('2026-09-05')).toBe('later');
	expect(on('2026-10-01')).toBe('running');
	expect(on('2026-10-11')).toBe('running'); // Sunday: the term ends next week
	expect(on('2026-10-12')).toBe('this-week');
	expect(on('2026-10-15')).toBe('this-week');
	expect(on('2026-10-16')).toBe('overdue');
});

test('whatever passed before it came into the plan is asked about, never red', () => {
	expect(on('2026-10-16', { dueOn: '2026-08-31' })).toBe('unsorted');
	expect(on('2026-10-16', { dueOn: acceptedOn })).toBe('overdue');
	const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days));
	fc.assert(
		fc.property(day, day, day, (dueOn, today, accepted) => {
			const state = occurrenceState(one({ from: null, to: null, dueOn, addedOn: accepted }), today);
			if (state === 'overdue') expect(accepted <= dueOn && dueOn < today).toBe(true);
			if (today <= accepted) expect(state).not.toBe('overdue');
		})
	);
});

test('what others above do, what is done on demand and all the year is never overdue', () => {
	const kinds = fc.constantFrom('awaited' as const, 'on-demand' as const, 'review' as const);
	fc.assert(
		fc.property(kinds, fc.integer({ min: 0, max: 2000 }), (kind, days) => {
			const dueOn = kind === 'review' ? '2026-10-25' : null;
			expect(on(addDays('2026-09-01', days), { kind, dueOn })).not.toBe('overdue');
		})
	);
	expect(on('2027-06-01', { kind: 'awaited', dueOn: null })).toBe('waiting');
	expect(on('2026-10-18', { kind: 'review', dueOn: '2026-10-25' })).toBe('throughout');
	expect(on(mondayOf('2026-10-25'), { kind: 'review', dueOn: '2026-10-25' })).toBe('ask');
});

test('an activity of six times stands as the most pressing one, and counts what is done', () => {
	const times = ['2026-09-20', '2026-09-30', '2026-12-25'].map((dueOn, index) =>
		one({
			id: `${index}`,
			from: null,
			to: null,
			dueOn,
			...(index === 0 && { outcome: 'done' as const, doneOn: dueOn })
		})
	);
	const standing = standingOf(times, '2026-10-02');
	expect(standing).toMatchObject({ state: 'overdue', next: { id: '1' }, done: 1, all: 3 });
	const closed = times.map((time) => ({ ...time, outcome: 'done' as const, doneOn: time.dueOn }));
	expect(standingOf(closed, '2026-10-02')).toMatchObject({
		state: 'done',
		next: undefined,
		done: 3
	});
});

test('an address that asks for what no plan has shows the whole plan', () => {
	for (const word of ['constructor', 'toString', '__proto__', 'вчерашние']) {
		const look = readLook({ show: word, sort: word });
		expect(look).toMatchObject({ show: 'all', sort: undefined });
		expect(chosen([], look)).toEqual([]);
	}
});
