import { expect, test } from 'vitest';
import { closableOf, type Open, tickedBeforehand } from './closable';

const today = '2026-10-07';
const time = (occurrenceId: string, more: Partial<Open>): Open => ({
	occurrenceId,
	activityId: occurrenceId.slice(0, 1),
	title: 'Провести анкетирование',
	planTitle: 'Дорожная карта',
	deadlineText: null,
	kind: 'deadline',
	from: null,
	to: null,
	dueOn: null,
	addedOn: '2026-09-01',
	evidence: 0,
	ofMany: false,
	...more
});
const ids = (open: readonly Open[]) => closableOf(open, today).map(({ occurrenceId }) => occurrenceId);

test('the nearest deadline comes first, what has no day last; of an activity whose times lie ahead the nearest one is offered', () => {
	const open = [
		time('c1', { kind: 'on-demand' }),
		time('a2', { from: '2027-10-01', dueOn: '2027-10-31' }),
		time('a1', { from: '2026-10-01', dueOn: '2026-10-31' }),
		time('b2', { from: '2027-05-01', dueOn: '2027-05-31' }),
		time('b1', { from: '2026-12-01', dueOn: '2026-12-31' }),
		time('d1', { from: '2026-09-01', dueOn: '2026-09-30' })
	];
	expect(ids(open)).toEqual(['d1', 'a1', 'b1', 'c1']);
	expect(closableOf(open, today)[0]?.state).toBe('overdue');
});

test('what was missed is offered beside what has come', () => {
	const missed = time('a1', { from: '2026-09-01', dueOn: '2026-09-30' });
	expect(ids([time('a2', { from: '2026-10-01', dueOn: '2026-10-31' }), missed])).toEqual(['a1', 'a2']);
});

test('the only one that has come is ticked beforehand; of two, of what lies ahead, of what is about each of many nothing is', () => {
	const come = time('a1', { from: '2026-10-01', dueOn: '2026-10-31' });
	const ticked = (...open: Open[]) => tickedBeforehand(closableOf(open, today));
	expect(ticked(come)).toEqual(['a1']);
	expect(ticked(come, time('b1', { kind: 'on-demand' }))).toEqual([]);
	expect(ticked({ ...come, from: '2026-12-01', dueOn: '2026-12-31' })).toEqual([]);
	expect(ticked({ ...come, ofMany: true })).toEqual([]);
});
