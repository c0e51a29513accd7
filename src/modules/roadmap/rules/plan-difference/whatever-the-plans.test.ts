import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, differenceOf } from './difference';
import type { Edition } from './edition';
import { all, edition, plan, rowsOfPlan, words } from './fixtures/editions';
import { asEdition, takeChanges } from './take';
import { markWords } from './words';

describe('whatever the plans', () => {
	test('a plan does not differ from itself, however it is written', () => {
		fc.assert(
			fc.property(plan, (one) => {
				const written = JSON.parse(
					JSON.stringify(one)
						.replaceAll('ё', 'е')
						.replaceAll('–', '—')
						.replaceAll('семинар', 'СЕМИНАР')
						.replaceAll(' ', '\u00a0 ')
				) as Edition;
				expect(all(one, one)).toEqual([]);
				expect(all(one, written)).toEqual([]);
			})
		);
	});

	test('every row of either side is told or paired exactly once', () => {
		fc.assert(
			fc.property(plan, plan, (was, became) => {
				const { rows, changes } = differenceOf(was, became);
				const of = (what: 'added' | 'removed') =>
					changes.flatMap((change) => (change.what === what && 'row' in change ? [change.row.key] : []));
				const left = [...rows.map(([i]) => was.rows[i]?.key), ...of('removed')];
				const right = [...rows.map(([, j]) => became.rows[j]?.key), ...of('added')];
				expect(left.sort()).toEqual(was.rows.map(({ key }) => key).sort());
				expect(right.sort()).toEqual(became.rows.map(({ key }) => key).sort());
				expect(new Set(changes.map(({ key }) => key)).size).toBe(changes.length);
			})
		);
	});

	test('there and back is the same', () => {
		fc.assert(
			fc.property(plan, plan, (was, became) => {
				const [there, back] = [differenceOf(was, became), differenceOf(became, was)];
				expect(back.rows.map(([j, i]) => [i, j]).sort()).toEqual(there.rows.map(([i, j]) => [i, j]).sort());
				const count = (changes: readonly Change[], what: Change['what']) =>
					changes.filter((one) => one.what === what).length;
				expect(count(back.changes, 'added')).toBe(count(there.changes, 'removed'));
				expect(count(back.changes, 'changed')).toBe(count(there.changes, 'changed'));
				const moved = (changes: readonly Change[]) =>
					changes.flatMap((one) => (one.what === 'moved' ? [[one.row.key, one.into.key].sort().join(' ')] : [])).sort();
				expect(moved(back.changes)).toEqual(moved(there.changes));
			})
		);
	});

	test('another order is told as moves alone', () => {
		const shuffled = rowsOfPlan.chain((rows) =>
			fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }))
		);
		fc.assert(
			fc.property(shuffled, ([rows, mixed]) => {
				const stages = rows.map(({ stage }) => stage);
				const other = [...Map.groupBy(mixed, ({ stage }) => stage).values()].flat();
				const kinds = differenceOf(edition(rows), edition(other)).changes.map(({ what }) => what);
				expect(kinds.filter((what) => what !== 'moved' && what !== 'stage-moved')).toEqual([]);
				expect(stages.length).toBe(other.length);
			})
		);
	});

	test('all that is proposed taken gives the other plan; nothing taken leaves one’s own', () => {
		fc.assert(
			fc.property(plan, plan, (mine, theirs) => {
				expect(all(asEdition(takeChanges(mine, theirs, () => true)), theirs)).toEqual([]);
				expect(asEdition(takeChanges(mine, theirs, () => false))).toEqual(mine);
			})
		);
	});

	test('a part of it loses no row that was not taken out', () => {
		fc.assert(
			fc.property(plan, plan, fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), (mine, theirs, ticks) => {
				const keys = differenceOf(mine, theirs).changes.map(({ key }) => key);
				const chosen = new Set(keys.filter((_, at) => ticks[at % ticks.length]));
				const taken = takeChanges(mine, theirs, (key) => chosen.has(key));
				const kept = [...taken.rows.flatMap(({ mine: row }) => row ?? []), ...taken.removed].map(({ key }) => key);
				expect(kept.sort()).toEqual(mine.rows.map(({ key }) => key).sort());
				const added = taken.rows.filter(({ mine: row }) => row === null);
				expect(added).toHaveLength([...chosen].filter((key) => /^\+r/.test(key)).length);
			})
		);
	});

	test('words that are marked are the words that were, and the words that are', () => {
		fc.assert(
			fc.property(words(0), words(0), (was, became) => {
				const marks = markWords(was, became);
				const of = (kind: 'gone' | 'new') => marks.filter((mark) => mark.kind === 'same' || mark.kind === kind);
				const join = (list: readonly { text: string }[]) => list.map(({ text }) => text).join(' ');
				expect(join(of('gone'))).toBe(was);
				expect(join(of('new'))).toBe(became);
			})
		);
	});
});
