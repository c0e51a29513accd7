import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anUnderstanding, aRow, aStage } from '../../../../test/understood';
import {
	addRow,
	beginStage,
	beginStageWith,
	editRow,
	entrustAll,
	mergeRows,
	moveRows,
	putBackRows,
	type RowValues,
	removeRows,
	removeStage,
	rowAbove,
	splitRow,
	takenBack
} from './corrections';
import { type Draft, draftOf, kept, rowsOf } from './draft';

const row = (title: string, stage: number) => aRow({ title, stage });

/** Two stages; the title of the second slid down by a row: «Анкеты» belongs to it. */
const draft = draftOf(
	anUnderstanding({
		stages: [aStage('Подготовка', '1'), aStage('Сбор запросов', '2')],
		activities: [row('Приказ', 0), row('Анкеты', 0), row('Анализ', 1), row('Отчёт', 1)],
		doubts: [{ activity: 1, field: 'stage', why: 'Похоже, заголовок съехал' }]
	})
);
const titles = (of: Draft, stage: string | null) => rowsOf(of, stage).map(({ title }) => title);
const keyOf = (title: string) => draft.activities.find((one) => one.title === title)?.key ?? '';

test('a slid stage title: the border is moved up, and the doubt about it is over', () => {
	const moved = beginStageWith(draft, 's2', keyOf('Анкеты'), 1);
	expect(titles(moved, 's1')).toEqual(['Приказ']);
	expect(titles(moved, 's2')).toEqual(['Анкеты', 'Анализ', 'Отчёт']);
	expect(moved.activities.flatMap(({ doubts }) => doubts)).toEqual([]);
	expect(moved.activities.map(({ changed }) => changed)).toEqual([0, 1, 0, 0]);
});

test('the border is moved down too; above the first stage rows stand in no stage', () => {
	expect(titles(beginStageWith(draft, 's2', keyOf('Отчёт'), 1), 's1')).toEqual(['Приказ', 'Анкеты', 'Анализ']);
	const first = beginStageWith(draft, 's1', keyOf('Анкеты'), 1);
	expect(titles(first, null)).toEqual(['Приказ']);
	expect(first.activities[0]?.title).toBe('Приказ');
});

test('a new stage takes the row it begins with and those after it', () => {
	const begun = beginStage(draft, keyOf('Анкеты'), 'Диагностика', 1);
	expect(begun.stages.map(({ title }) => title)).toEqual(['Подготовка', 'Диагностика', 'Сбор запросов']);
	expect(titles(begun, begun.stages[1]?.key ?? '')).toEqual(['Анкеты']);
});

test('a stage goes, its rows stay with the one before; with the one after when it was the first', () => {
	expect(titles(removeStage(draft, 's2', 1), 's1')).toEqual(['Приказ', 'Анкеты', 'Анализ', 'Отчёт']);
	expect(titles(removeStage(draft, 's1', 1), 's2')).toEqual(['Приказ', 'Анкеты', 'Анализ', 'Отчёт']);
});

test('one row becomes three with the same deadline and people, and back into one', () => {
	const split = splitRow(draft, keyOf('Анкеты'), ['Анкеты наставников', 'Анкеты молодых', 'Свод анкет'], 1);
	expect(titles(split, 's1')).toEqual(['Приказ', 'Анкеты наставников', 'Анкеты молодых', 'Свод анкет']);
	expect(new Set(split.activities.map(({ key }) => key)).size).toBe(6);

	const keys = split.activities.filter(({ title }) => title.includes('нкет')).map(({ key }) => key);
	const merged = mergeRows(split, keys, 2);
	expect(titles(merged, 's1')).toEqual(['Приказ', 'Анкеты наставников Анкеты молодых Свод анкет']);
});

test('merged rows gather their people and results; the written deadline wins over none', () => {
	const two = draftOf(
		anUnderstanding({
			activities: [
				aRow({ title: 'Обучение', results: ['План'], responsible: [{ text: 'Куратор', kind: 'role' }] }),
				aRow({
					title: 'наставников',
					deadline: { text: 'май', kind: 'windows', windows: [{ from: '2027-05-01', to: '2027-05-31' }] },
					results: ['План', 'Отчёт'],
					responsible: [{ text: 'Директор', kind: 'role' }]
				})
			]
		})
	);
	const [one, ...rest] = mergeRows(two, ['a1', 'a2'], 1).activities;
	expect(rest).toEqual([]);
	expect(one).toMatchObject({ title: 'Обучение наставников', results: ['План', 'Отчёт'], deadline: { text: 'май' } });
	expect(one?.responsible.map(({ text }) => text)).toEqual(['Куратор', 'Директор']);
});

test('the row above is the kept one of the same stage', () => {
	const gone = removeRows(draft, [keyOf('Анализ')], 1);
	expect(rowAbove(gone, keyOf('Отчёт'))).toBeUndefined();
	expect(rowAbove(draft, keyOf('Отчёт'))?.title).toBe('Анализ');
	expect(rowAbove(draft, keyOf('Анализ'))).toBeUndefined();
});

test('an undo brings everything back and counts as a change: a form opened in between must notice', () => {
	const edited = removeRows(draft, [keyOf('Отчёт')], 1);
	const back = takenBack(draft, edited, 2);
	expect(kept(back)).toHaveLength(4);
	expect(back.activities.map(({ changed }) => changed)).toEqual([0, 0, 0, 2]);
});

test('keys given out before an undo are not given out again', () => {
	const split = splitRow(draft, keyOf('Приказ'), ['Приказ', 'Положение'], 1);
	const again = splitRow(takenBack(draft, split, 2), keyOf('Приказ'), ['Приказ', 'План'], 3);
	expect(split.activities[1]?.key).not.toBe(again.activities[1]?.key);
});

test('«всё мне»: only rows that name nobody get somebody', () => {
	const named = draftOf(
		anUnderstanding({
			activities: [aRow({ title: 'А', responsible: [{ text: 'РЦ', kind: 'organisation' }] }), aRow({ title: 'Б' })]
		})
	);
	const given = entrustAll(named, { text: 'Дронова В. П.', kind: 'person' }, 1);
	expect(given.activities.map(({ responsible }) => responsible[0]?.text)).toEqual(['РЦ', 'Дронова В. П.']);
});

const values: RowValues = {
	title: 'Новое',
	stage: 's2',
	deadline: { text: null, kind: 'none', windows: [] },
	responsible: [],
	results: [],
	capability: null,
	doubts: []
};

test('whatever is done in whatever order: keys stay unique, rows stand in the order of stages, nothing else is lost', () => {
	const anyKey = fc.nat(8).map((n) => `a${n}`);
	const step = fc.oneof(
		fc.record({ act: fc.constant('edit' as const), key: anyKey }),
		fc.record({ act: fc.constant('add' as const), key: anyKey }),
		fc.record({ act: fc.constant('split' as const), key: anyKey }),
		fc.record({ act: fc.constant('remove' as const), key: anyKey }),
		fc.record({ act: fc.constant('put back' as const), key: anyKey }),
		fc.record({ act: fc.constant('move' as const), key: anyKey }),
		fc.record({ act: fc.constant('begin' as const), key: anyKey }),
		fc.record({ act: fc.constant('border' as const), key: anyKey })
	);
	fc.assert(
		fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
			let [now, expected] = [draft, 4];
			for (const [index, { act, key }] of steps.entries()) {
				const there = now.activities.some((one) => one.key === key);
				const version = index + 1;
				if (act === 'edit') now = editRow(now, key, values, version);
				if (act === 'add') [now, expected] = [addRow(now, values, key, version), expected + 1];
				if (act === 'split') [now, expected] = [splitRow(now, key, ['А', 'Б'], version), expected + (there ? 1 : 0)];
				if (act === 'remove') now = removeRows(now, [key], version);
				if (act === 'put back') now = putBackRows(now, [key], version);
				if (act === 'move') now = moveRows(now, [key], 's1', version);
				if (act === 'begin') now = beginStage(now, key, 'Этап', version);
				if (act === 'border') now = beginStageWith(now, 's2', key, version);
			}
			const keys = [...now.activities, ...now.stages].map(({ key }) => key);
			expect(new Set(keys).size).toBe(keys.length);
			expect(now.activities).toHaveLength(expected);
			const places = now.activities.map(({ stage }) => now.stages.findIndex(({ key }) => key === stage));
			expect(places).toEqual(places.toSorted((a, b) => a - b));
		})
	);
});
