import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CarriedTime, HeldTime } from './plan-contents';
import { renewedTimes } from './renewed-times';

const due = (day: string): CarriedTime => ({ kind: 'deadline', window: { from: day, to: day }, dueOn: day });
const held = (id: string, day: string, more: Partial<HeldTime> = {}): HeldTime => ({
	...due(day),
	id,
	addedOn: '2026-09-01',
	outcome: null,
	touched: false,
	moved: null,
	...more
});

test('an open time gets the new day; what is done stands for the time it is nearest to', () => {
	expect(renewedTimes([held('a', '2026-10-01')], [due('2026-10-15')])).toEqual({
		changed: [{ ...due('2026-10-15'), id: 'a' }],
		added: [],
		dropped: []
	});
	const done = held('a', '2026-12-31', { outcome: 'done', touched: true });
	const found = renewedTimes(
		[done, held('b', '2027-05-31')],
		[due('2026-12-20'), due('2027-04-30'), due('2027-05-31')]
	);
	expect(found).toEqual({ changed: [], added: [due('2027-04-30')], dropped: [] });
});

test('of the times left over the untouched go, one that carries evidence stays without a day', () => {
	const found = renewedTimes(
		[held('a', '2026-10-01'), held('b', '2026-11-01'), held('c', '2026-12-01', { touched: true })],
		[due('2026-10-01')]
	);
	expect(found.dropped).toEqual(['b']);
	expect(found.changed).toEqual([{ ...due('2026-12-01'), kind: 'on-demand', dueOn: null, id: 'c' }]);
});

const day = fc.integer({ min: 1, max: 28 }).map((of) => `2026-10-${String(of).padStart(2, '0')}`);
const times = fc.array(fc.record({ day, outcome: fc.constantFrom(null, 'done' as const), touched: fc.boolean() }), {
	maxLength: 6
});

test('whatever the times: what is marked is neither changed nor dropped, and no more stand open than are wanted', () => {
	fc.assert(
		fc.property(times, fc.array(day, { maxLength: 6 }), (had, wanted) => {
			const there = had.map((one, at) =>
				held(`t${at}`, one.day, { outcome: one.outcome, touched: one.touched || one.outcome !== null })
			);
			const { changed, added, dropped } = renewedTimes(there, wanted.map(due));
			const marked = there.filter(({ outcome }) => outcome).map(({ id }) => id);
			const moved = changed.map(({ id }) => id);
			expect([...moved, ...dropped].filter((id) => marked.includes(id))).toEqual([]);
			expect(there.filter(({ touched, id }) => touched && dropped.includes(id))).toEqual([]);
			const asleep = changed.filter(({ kind }) => kind === 'on-demand').length;
			const open = there.length - marked.length - dropped.length - asleep + added.length;
			expect(open).toBeLessThanOrEqual(wanted.length);
			expect(open).toBeGreaterThanOrEqual(wanted.length - marked.length);
		})
	);
});

test('the same times again change nothing', () => {
	fc.assert(
		fc.property(times, (had) => {
			const there = had.map((one, at) => held(`t${at}`, one.day, { outcome: one.outcome }));
			expect(
				renewedTimes(
					there,
					there.map(({ kind, window, dueOn }) => ({ kind, window, dueOn }))
				)
			).toEqual({
				changed: [],
				added: [],
				dropped: []
			});
		})
	);
});
