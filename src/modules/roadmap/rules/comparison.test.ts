import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capabilityCodes } from './capabilities';
import { type ComparedPlan, compare } from './comparison';
import { methodology } from './starters/methodology';
import { pedagogues } from './starters/pedagogues';
import type { Starter } from './starters/starter';

const planOf = ({ name, stages }: Starter): ComparedPlan => ({
	name,
	rows: stages.flatMap(({ title, rows }) =>
		rows.map(([row, , , , capability]) => ({ title: row, stage: title || null, capability }))
	)
});

test('the plan of 2021 laid on the one of 2019: interviews and awards are missing, consultations are more', () => {
	const found = compare(planOf(pedagogues), planOf(methodology));
	const missing = found.stages.flatMap(({ lines }) =>
		lines.filter(({ own, elsewhere }) => own.length === 0 && !elsewhere)
	);
	expect(missing.map(({ capability }) => capability)).toEqual(expect.arrayContaining(['interview', 'incentive']));
	expect(found.more.map(({ capability }) => capability)).toEqual(expect.arrayContaining(['classify', 'consult']));
	expect(found.stages.map(({ title }) => title)).toContain('Формирование базы наставников');
});

test('where the other does the same in two stages, a row goes to the one it speaks of', () => {
	const own = { name: 'наш', rows: [{ title: 'Согласия наставников', stage: null, capability: 'consent' as const }] };
	const found = compare(own, planOf(pedagogues));
	const line = (stage: string) =>
		found.stages.find(({ title }) => title === stage)?.lines.find(({ capability }) => capability === 'consent');
	expect(line('Формирование банка наставников')).toMatchObject({ own: own.rows, elsewhere: false });
	expect(line('Формирование банка наставляемых')).toMatchObject({ own: [], elsewhere: true });
});

const rows = fc.array(
	fc.record({
		title: fc.string({ minLength: 1, maxLength: 5 }),
		stage: fc.constantFrom('1', '2', null),
		capability: fc.option(fc.constantFrom(...capabilityCodes))
	}),
	{ maxLength: 30 }
);

test('every row of both plans stands in exactly one place', () => {
	fc.assert(
		fc.property(rows, rows, (own, other) => {
			const found = compare({ name: 'наш', rows: own }, { name: 'другой', rows: other });
			const lines = [...found.stages.flatMap((stage) => stage.lines), ...found.more];
			expect([...lines.flatMap((line) => line.own), ...found.unsorted]).toHaveLength(own.length);
			expect(lines.flatMap((line) => line.other)).toHaveLength(other.filter(({ capability }) => capability).length);
			expect(found.both + found.missing).toBe(new Set(other.flatMap(({ capability }) => capability ?? [])).size);
		})
	);
});

test('a plan laid on itself lacks nothing and has nothing more', () => {
	for (const starter of [pedagogues, methodology]) {
		const found = compare(planOf(starter), planOf(starter));
		expect([found.missing, found.more, found.unsorted]).toEqual([0, [], []]);
	}
});
