import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesOf, type Goal, type Group, groupsOf, moveActivity, moveStage, withoutStage } from './plan-order';

const plan: Group[] = [
	{ stage: 'подготовка', activities: ['приказ', 'опрос'] },
	{ stage: 'работа', activities: ['встречи'] }
];
const said = (groups: readonly Group[]) => groups.map(({ activities }) => activities.join(' ')).join(' | ');

test.each<[Goal, string, string]>([
	[{ step: 'up' }, 'опрос', 'опрос приказ | встречи'],
	[{ step: 'down' }, 'опрос', 'приказ | опрос встречи'],
	[{ step: 'up' }, 'встречи', 'приказ опрос встречи | '],
	[{ step: 'up' }, 'приказ', 'приказ опрос | встречи'],
	[{ step: 'down' }, 'встречи', 'приказ опрос | встречи'],
	[{ before: 'приказ' }, 'встречи', 'встречи приказ опрос | '],
	[{ stage: 'работа' }, 'приказ', 'опрос | встречи приказ'],
	[{ stage: 'такого нет' }, 'приказ', 'приказ опрос | встречи']
])('%j of %s: %s', (goal, id, after) => {
	expect(said(moveActivity(plan, id, goal))).toBe(after);
});

test('a stage moves with what is in it; taken out, it leaves its rows to the one before', () => {
	expect(said(moveStage(plan, 'работа', 'up'))).toBe('встречи | приказ опрос');
	expect(moveStage(plan, 'работа', 'down')).toEqual(plan);
	expect(said(withoutStage(plan, 'работа'))).toBe('приказ опрос встречи');
	expect(said(withoutStage(plan, 'подготовка'))).toBe('приказ опрос встречи');
	expect(withoutStage([{ stage: 'один', activities: ['приказ'] }], 'один')).toEqual([
		{ stage: null, activities: ['приказ'] }
	]);
});

test('whatever is moved where, every row stands in exactly one place, and the places are a row of numbers', () => {
	const rowsOf = fc.array(fc.constantFrom('a', 'b', 'c', null), { minLength: 1, maxLength: 12 });
	const goals = fc.oneof(
		fc.constantFrom<Goal>({ step: 'up' }, { step: 'down' }),
		fc.nat(11).map((index): Goal => ({ before: `r${index}` })),
		fc.constantFrom('a', 'b', 'c', null).map((stage): Goal => ({ stage }))
	);
	fc.assert(
		fc.property(rowsOf, fc.array(fc.tuple(fc.nat(11), goals), { maxLength: 8 }), (stageOf, moves) => {
			const stages = ['a', 'b', 'c'].map((id, position) => ({ id, position }));
			const rows = stageOf.map((stageId, position) => ({ id: `r${position}`, stageId, position }));
			let groups = groupsOf(stages, rows);
			for (const [index, goal] of moves) groups = moveActivity(groups, `r${index}`, goal);
			const changed = new Map(changesOf(groups, stages, rows).activities.map((row) => [row.id, row]));
			const positions = rows.map((row) => (changed.get(row.id) ?? row).position).sort((a, b) => a - b);
			expect(positions).toEqual(rows.map((_, index) => index));
		})
	);
});
