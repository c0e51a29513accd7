import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '../answers';
import type { Question } from '../questionnaire';
import { percentOf, rounded, spreadOf } from './numbers';
import { summaryOf } from './question';
import { groupWords } from './words';

const common = { help: '', required: false } as const;
const comfort: Question = {
	...common,
	code: 'q1',
	text: 'Комфортно?',
	kind: 'scale',
	from: 1,
	to: 10,
	low: '',
	high: ''
};
const help: Question = {
	...common,
	code: 'q2',
	text: 'Чем помочь?',
	kind: 'multiple',
	most: null,
	other: true,
	options: [
		{ code: 'a', text: 'Планирование' },
		{ code: 'b', text: 'Дисциплина' }
	]
};

test('of nobody nothing is reckoned: no mean, no nought', () => {
	expect(spreadOf([])).toBeNull();
	expect(percentOf(0, 0)).toBeNull();
	expect(summaryOf(comfort, [], 'named')).toMatchObject({ asked: 0, answered: 0, spread: null });
});

test('the numbers of a scale stand in order and inside it, whoever answers and in whatever order', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1 }), fc.nat(), (values, seed) => {
			const spread = spreadOf(values);
			if (!spread) throw new Error('there are numbers');
			const inOrder = [spread.least, spread.lower, spread.median, spread.upper, spread.most];
			expect([...inOrder].sort((a, b) => a - b)).toEqual(inOrder);
			expect(spread.mean).toBeGreaterThanOrEqual(spread.least - 1e-9);
			expect(spread.mean).toBeLessThanOrEqual(spread.most + 1e-9);
			expect(spread.deviation).toBeLessThanOrEqual((spread.most - spread.least) / 2 + 1e-9);
			const turned = [...values.slice(seed % values.length), ...values.slice(0, seed % values.length)];
			expect(spreadOf(turned)?.median).toBe(spread.median);
			const moved = spreadOf(values.map((value) => value + 3));
			expect(moved?.mean).toBeCloseTo(spread.mean + 3);
			expect(moved?.deviation).toBeCloseTo(spread.deviation);
		})
	);
});

test('every answer to a scale is counted once, and the answers of nobody nowhere', () => {
	fc.assert(
		fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 10 })), { maxLength: 40 }), (values) => {
			const sheets = values.map((number): Answers => (number === null ? {} : { q1: { number } }));
			const summary = summaryOf(comfort, sheets, 'named');
			if (summary.kind !== 'scale') throw new Error('a scale');
			expect(summary.steps.reduce((sum, { count }) => sum + count, 0)).toBe(summary.answered);
			expect(summary.answered).toBe(values.filter((one) => one !== null).length);
			expect(summary.asked).toBe(values.length);
			expect(summary.top).toEqual({ from: 9, count: values.filter((one) => one !== null && one >= 9).length });
		})
	);
});

test('an answer of another shape, from an earlier wording, counts for nothing', () => {
	expect(summaryOf(comfort, [{ q1: { text: 'вполне' } }, { q1: { number: 7 } }], 'named')).toMatchObject({
		asked: 2,
		answered: 1,
		spread: { mean: 7 }
	});
});

test('one may choose several; own words stand apart, those who said the same together', () => {
	const sheets: Answers[] = [
		{ q2: { options: ['a', 'b'] } },
		{ q2: { options: ['b', 'other'], other: 'Журнал.' } },
		{ q2: { options: ['other'], other: '  журнал ' } }
	];
	const summary = summaryOf(help, sheets, 'named');
	expect(summary).toMatchObject({
		answered: 3,
		options: [{ count: 1 }, { count: 2 }, { code: 'other', count: 2 }],
		words: [{ text: 'журнал', count: 2 }]
	});
});

test('words are grouped whatever their capitals and ё, none is lost, and the order says nothing of who came first', () => {
	expect(groupWords(['Всё хорошо', 'все хорошо!', 'Нет времени', '  '])).toEqual([
		{ key: 'все хорошо', text: 'Всё хорошо', count: 2 },
		{ key: 'нет времени', text: 'Нет времени', count: 1 }
	]);
	fc.assert(
		fc.property(fc.array(fc.string({ unit: fc.constantFrom('а', 'Б', ' ', 'ё', '!') })), fc.nat(), (texts, seed) => {
			const groups = groupWords(texts);
			expect(groups.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(texts.length);
			const at = seed % Math.max(1, texts.length);
			expect(groupWords([...texts.slice(at), ...texts.slice(0, at)])).toEqual(groups);
		})
	);
});

test('behind a branch without names fewer than five are not shown; with names they are', () => {
	const why: Question = {
		...common,
		code: 'q3',
		text: 'Почему?',
		kind: 'text',
		long: true,
		showIf: { question: 'q2', options: ['a'] }
	};
	const sheets: Answers[] = Array.from(
		{ length: 7 },
		(_, at): Answers =>
			at < 2 ? { q2: { options: ['a'] }, q3: { text: `причина ${at}` } } : { q2: { options: ['b'] } }
	);
	expect(summaryOf(why, sheets, 'anonymous')).toMatchObject({ asked: 2, withheld: true, words: [] });
	expect(summaryOf(why, sheets, 'named')).toMatchObject({ asked: 2, withheld: false, words: [{}, {}] });
});

test('a grid counts each row by itself, with a mean where columns count for something', () => {
	const grid: Question = {
		...common,
		code: 'q4',
		text: 'Умения',
		kind: 'grid',
		rows: [
			{ code: 'r1', text: 'Урок' },
			{ code: 'r2', text: 'ИКТ' }
		],
		columns: [
			{ code: 'c0', text: 'нет', value: 0 },
			{ code: 'c2', text: 'да', value: 2 }
		]
	};
	const sheets: Answers[] = [{ q4: { rows: { r1: 'c2', r2: 'c0' } } }, { q4: { rows: { r1: 'c2' } } }];
	expect(summaryOf(grid, sheets, 'named')).toMatchObject({
		rows: [
			{ counts: [0, 2], answered: 2, spread: { mean: 2 } },
			{ counts: [1, 0], answered: 1, spread: { mean: 0 } }
		]
	});
});

test('people are ranked by how often they were named, then by how high; whoever nobody named is not there', () => {
	const wanted: Question = { ...common, code: 'q5', text: 'С кем?', kind: 'ranking', of: 'mentors', most: 2 };
	const sheets: Answers[] = [
		{ q5: { people: ['Белова', 'Жукова'] } },
		{ q5: { people: ['Жукова', 'Белова'] } },
		{ q5: { people: ['Жукова'] } }
	];
	expect(summaryOf(wanted, sheets, 'named')).toMatchObject({
		named: [
			{ person: 'Жукова', count: 3, places: [2, 1] },
			{ person: 'Белова', count: 2, places: [1, 1] }
		]
	});
});

test('numbers are rounded as people do it', () => {
	expect([7.25, 7.249, 8, -0.04, -1.25, 0.05].map((value) => rounded(value))).toEqual([7.3, 7.2, 8, 0, -1.3, 0.1]);
});
