import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf } from './difference';
import { edition, plan, school, told, type Written } from './fixtures/editions';
import { mergeOf } from './merge';

describe('a copy and its pattern', () => {
	const known = (rows: readonly Written[]) => edition(rows.map((one, at) => ({ ...one, id: `t${at}` })));
	const base = known(school);
	const change = (at: number, words: Partial<Written>) =>
		known(school.map((row, i) => (i === at ? { ...row, ...words } : row)));

	test('what only the pattern changed is proposed, what only the school changed is not', () => {
		const { proposed, conflicts } = mergeOf(
			base,
			change(0, { deadline: 'до 31 августа' }),
			change(1, { deadline: 'октябрь' })
		);
		expect(proposed.map(told)).toEqual(['Провести анкетирование молодых педагогов, deadline: сентябрь → октябрь']);
		expect(conflicts).toEqual([]);
	});

	test('both said something else of one thing: a conflict; the same thing: nothing', () => {
		const { proposed, conflicts } = mergeOf(
			base,
			change(1, { deadline: 'ноябрь' }),
			change(1, { deadline: 'октябрь' })
		);
		expect(proposed).toEqual([]);
		expect(conflicts.map(({ theirs, mine }) => [told(theirs), told(mine)])).toEqual([
			[
				'Провести анкетирование молодых педагогов, deadline: сентябрь → октябрь',
				'Провести анкетирование молодых педагогов, deadline: сентябрь → ноябрь'
			]
		]);
		expect(mergeOf(base, change(1, { deadline: 'Октябрь.' }), change(1, { deadline: 'октябрь' }))).toEqual({
			proposed: [],
			conflicts: []
		});
	});

	test('removed there and changed here; added on both sides', () => {
		const without = known(school).rows.filter((_, at) => at !== 1);
		const { conflicts } = mergeOf(base, change(1, { deadline: 'ноябрь' }), { ...base, rows: without });
		expect(conflicts.map(({ theirs }) => theirs.what)).toEqual(['removed']);

		const added = (deadline: string, id: string | null) => {
			const more = edition([...school, { stage: 'Работа пар', title: 'Взаимопосещение уроков', deadline }]);
			return { ...more, rows: more.rows.map((row, at) => ({ ...row, id: at < 4 ? `t${at}` : id })) };
		};
		expect(mergeOf(base, added('ноябрь', 'own'), added('ноябрь', 't9'))).toEqual({ proposed: [], conflicts: [] });
		expect(mergeOf(base, added('март', 'own'), added('ноябрь', 't9')).conflicts).toHaveLength(1);
		expect(mergeOf(base, base, added('ноябрь', 't9')).proposed.map(told)).toEqual(['added Взаимопосещение уроков']);
	});

	test('a copy that nobody touched is offered everything', () => {
		fc.assert(
			fc.property(plan, plan, (was, became) => {
				const merged = mergeOf(was, was, became);
				expect(merged).toEqual({ proposed: differenceOf(was, became).changes, conflicts: [] });
				expect(mergeOf(was, became, was)).toEqual({ proposed: [], conflicts: [] });
			})
		);
	});
});
