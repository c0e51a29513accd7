import fc from 'fast-check';
import { expect, test } from 'vitest';
import { awaits, occurrencesOf } from './occurrences';
import type { Deadline, Period } from './understanding';

const period = { from: '2024-09-01', to: '2027-08-31' };
const plan = { period, acceptedOn: '2024-09-10' };
const curator = [{ kind: 'role' as const }];
const deadline = (kind: Deadline['kind'], windows: Period[] = []): Deadline => ({ text: null, kind, windows });
const month = (year: number, of: string, last: string) => ({ from: `${year}-${of}-01`, to: `${year}-${of}-${last}` });

test('«ежегодно, декабрь, апрель» over 2024–2027 is six', () => {
	const windows = [2024, 2025, 2026].flatMap((year) => [month(year, '12', '31'), month(year + 1, '04', '30')]);
	const times = occurrencesOf(deadline('windows', windows), curator, plan);
	expect(times.map(({ dueOn }) => dueOn)).toEqual([
		'2024-12-31',
		'2025-04-30',
		'2025-12-31',
		'2026-04-30',
		'2026-12-31',
		'2027-04-30'
	]);
});

test('what goes on all year is asked once a term and anew each school year, in the school’s own terms where they are known', () => {
	const halves = occurrencesOf(deadline('throughout', [period]), curator, plan);
	expect(halves.map(({ dueOn }) => dueOn)).toEqual([
		'2024-12-31',
		'2025-05-31',
		'2025-12-31',
		'2026-05-31',
		'2026-12-31',
		'2027-05-31'
	]);
	expect(new Set(halves.map(({ kind }) => kind))).toEqual(new Set(['review']));

	const terms = [
		{ from: '2024-09-01', to: '2024-11-20' },
		{ from: '2024-11-25', to: '2025-02-20' },
		{ from: '2025-02-25', to: '2025-05-28' }
	];
	const own = occurrencesOf(deadline('throughout', [period]), curator, { ...plan, terms });
	expect(own.map(({ dueOn }) => dueOn)).toEqual([
		'2024-11-20',
		'2025-02-20',
		'2025-05-28',
		'2025-12-31',
		'2026-05-31',
		'2026-12-31',
		'2027-05-31'
	]);
});

test('of the terms that ended before the plan was accepted nothing is asked', () => {
	const late = occurrencesOf(deadline('cadence'), curator, { ...plan, acceptedOn: '2027-03-01' });
	expect(late.map(({ dueOn }) => dueOn)).toEqual(['2027-05-31']);
});

test('«по мере необходимости» never nags; a plan without a period is asked about in the year it was accepted', () => {
	expect(occurrencesOf(deadline('on-demand'), curator, plan)).toEqual([
		{ kind: 'on-demand', window: period, dueOn: null }
	]);
	const reviews = occurrencesOf(deadline('throughout'), curator, { period: null, acceptedOn: '2026-11-21' });
	expect(reviews.map(({ dueOn }) => dueOn)).toEqual(['2026-12-31', '2027-05-31']);
});

test('what only those above answer for is waited for; with one of our own in the row it is ours', () => {
	const april = month(2025, '04', '30');
	expect(occurrencesOf(deadline('windows', [april]), [{ kind: 'organisation' }], plan)).toEqual([
		{ kind: 'awaited', window: april, dueOn: null }
	]);
	expect(awaits([{ kind: 'organisation' }, { kind: 'person' }])).toBe(false);
	expect(awaits([])).toBe(false);
});

test('every row gets at least one time, and only dated or asked ones are due', () => {
	const day = fc
		.integer({ min: 0, max: 1400 })
		.map((days) => new Date(Date.UTC(2023, 0, 1 + days)).toISOString().slice(0, 10));
	const span = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
	const kinds = fc.constantFrom<Deadline['kind']>('windows', 'throughout', 'on-demand', 'cadence', 'external', 'none');
	fc.assert(
		fc.property(kinds, fc.array(span, { maxLength: 4 }), fc.option(span), day, (kind, windows, of, acceptedOn) => {
			const times = occurrencesOf(deadline(kind, windows), curator, { period: of, acceptedOn });
			expect(times.length).toBeGreaterThan(0);
			for (const { kind: sort, dueOn, window } of times) {
				if (dueOn) expect(['deadline', 'review']).toContain(sort);
				if (window) expect(window.from <= window.to).toBe(true);
				if (sort === 'review') expect((dueOn ?? '') >= acceptedOn).toBe(true);
			}
		})
	);
});
