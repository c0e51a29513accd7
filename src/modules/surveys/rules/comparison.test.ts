import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparisonOf, pairingOf, type Side } from './comparison';
import type { Comparison, Question } from './questionnaire';

const scale = (text: string, comparison?: Comparison, to = 10): Question => ({
	code: 'q1',
	text,
	help: '',
	required: true,
	kind: 'scale',
	from: 1,
	to,
	low: '',
	high: '',
	...(comparison && { comparison })
});
const side = (question: Question, marks: Record<string, number>, identity: Side['identity'] = 'named'): Side => ({
	identity,
	questions: [question],
	sheets: Object.entries(marks).map(([key, number]) => ({
		key: identity === 'anonymous' ? null : key,
		answers: { q1: { number } }
	}))
});
const compare = (before: Side, after: Side) => comparisonOf(before, after)[0];

const plans = (marks: Record<string, number>, identity?: Side['identity']) =>
	side(scale('Планирую урок', 'growth'), marks, identity);

test('growth is of the same people alone: who came once is told, and does not move the middle', () => {
	const before = plans({ Гусев: 4, Сомова: 6, Ушакова: 1 });
	const after = plans({ Гусев: 7, Сомова: 6, Новиков: 10 });
	expect(compare(before, after)).toMatchObject({
		how: 'growth',
		before: { count: 3 },
		after: { count: 3 },
		change: { pairs: 2, median: 1.5, up: 1, same: 1, down: 0 }
	});
	expect(pairingOf(before, after)).toEqual({ pairs: 2, onlyBefore: 1, onlyAfter: 1, possible: true });
});

test('what was expected and what came is called so; importance beside fact has no difference at all', () => {
	const expected = side(scale('Ожидаемый комфорт', 'expectation'), { Гусев: 9 });
	expect(compare(expected, side(scale('Насколько комфортно было', 'expectation'), { Гусев: 6 }))).toMatchObject({
		how: 'expectation',
		earlier: 'Ожидаемый комфорт',
		change: { median: -3 }
	});
	const beside = compare(
		side(scale('Важна ли поддержка', 'beside'), { Гусев: 9 }),
		side(scale('Ощущение поддержки', 'growth'), { Гусев: 9 })
	);
	expect(beside).toMatchObject({ how: 'beside' });
	expect(beside).not.toHaveProperty('change');
});

test('the same words asked twice measure growth; other words under the same code do not unless it is said', () => {
	expect(compare(side(scale('Уверен?'), { А: 1 }), side(scale('Уверен?'), { А: 2 }))?.how).toBe('growth');
	expect(compare(side(scale('Ждёте?'), { А: 1 }), side(scale('Было?'), { А: 2 }))?.how).toBe('beside');
});

test('another scale cannot be compared, and says why', () => {
	const five = side(scale('Планирую урок', 'growth', 5), { Гусев: 4 });
	expect(compare(five, plans({ Гусев: 8 }))).toMatchObject({ how: 'incomparable', why: 'scale', before: { mean: 4 } });
	const inWords: Side = {
		identity: 'named',
		questions: [
			{
				code: 'q1',
				text: 'Планирую',
				help: '',
				required: true,
				kind: 'single',
				other: false,
				options: [{ code: 'a', text: 'да', value: 1 }]
			}
		],
		sheets: [{ key: 'Гусев', answers: { q1: { option: 'a' } } }]
	};
	expect(compare(inWords, plans({ Гусев: 8 }))).toMatchObject({ how: 'incomparable', why: 'kind' });
});

test('without names pairs are joined by pseudonyms, fewer than five of them are not shown, and answers without either are not joined', () => {
	const marks = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`п${at}`, at + 1]));
	const pseudonymous = (before: number, after: number) =>
		compare(plans(marks(before), 'pseudonymous'), plans(marks(after), 'pseudonymous'));
	expect(pseudonymous(6, 4)).toMatchObject({ how: 'growth', change: null });
	expect(pseudonymous(6, 5)).toMatchObject({ change: { pairs: 5, median: 0 } });
	expect(compare(plans(marks(6), 'anonymous'), plans(marks(6), 'anonymous'))).toMatchObject({ change: null });
	expect(pairingOf(plans(marks(6), 'anonymous'), plans(marks(6), 'anonymous'))).toMatchObject({
		possible: false,
		pairs: 0
	});
});

test('a name is never joined with a pseudonym', () => {
	expect(compare(plans({ А: 1 }), plans({ А: 5 }, 'pseudonymous'))).toMatchObject({ change: null });
});

test('rows of a grid are compared each by itself', () => {
	const grid = (columns: { code: string; text: string; value: number }[]): Question => ({
		code: 'q2',
		text: 'Умения',
		help: '',
		required: true,
		kind: 'grid',
		rows: [{ code: 'r1', text: 'Урок' }],
		columns
	});
	const [no, yes] = [
		{ code: 'c0', text: 'нет', value: 0 },
		{ code: 'c1', text: 'да', value: 1 }
	];
	const of = (columns: (typeof no)[], chosen: string): Side => ({
		identity: 'named',
		questions: [grid(columns)],
		sheets: [{ key: 'Гусев', answers: { q2: { rows: { r1: chosen } } } }]
	});
	expect(compare(of([no, yes], 'c0'), of([no, yes], 'c1'))).toMatchObject({
		code: 'q2.r1',
		text: 'Умения: Урок',
		change: { up: 1 }
	});
	expect(compare(of([no, yes], 'c0'), of([no], 'c0'))).toMatchObject({ how: 'incomparable', why: 'scale' });
});

test('nobody is counted twice: up, same and down make the pairs, and turning time round turns the change round', () => {
	const marks = fc.dictionary(fc.constantFrom(...'абвгдежз'), fc.integer({ min: 1, max: 10 }));
	fc.assert(
		fc.property(marks, marks, (first, second) => {
			const [there, back] = [compare(plans(first), plans(second)), compare(plans(second), plans(first))];
			if (there?.how !== 'growth' || back?.how !== 'growth') throw new Error('the same question');
			const common = Object.keys(first).filter((key) => key in second).length;
			const { up = 0, same = 0, down = 0 } = there.change ?? {};
			expect(up + same + down).toBe(common);
			expect(back.change?.up ?? 0).toBe(down);
			expect((there.change?.median ?? 0) + (back.change?.median ?? 0)).toBeCloseTo(0);
		})
	);
});

test('a question that few were led to without their names tells no mean; the order of options is no other scale', () => {
	const way = { code: 'way', help: '', required: true, kind: 'single' as const, other: false, text: 'Были встречи?' };
	const options = [
		{ code: 'yes', text: 'Да', value: 1 },
		{ code: 'no', text: 'Нет', value: 0 }
	];
	const behind: Question = { ...scale('Помогли ли встречи?'), showIf: { question: 'way', options: ['yes'] } };
	const answered = (identity: Side['identity'], led: number, of: typeof options): Side => ({
		identity,
		questions: [{ ...way, options: of }, behind],
		sheets: Array.from({ length: 6 }, (_, at) => ({
			key: null,
			answers: { way: { option: at < led ? 'yes' : 'no' }, ...(at < led && { q1: { number: 7 } }) }
		}))
	});
	const told = (identity: Side['identity'], led: number) =>
		comparisonOf(answered(identity, led, options), answered(identity, 6, options.toReversed()));
	expect(told('anonymous', 2)).toMatchObject([
		{ code: 'way', how: 'growth', before: { count: 6 } },
		{ code: 'q1', before: null, after: { count: 6 } }
	]);
	expect(told('anonymous', 5)[1]).toMatchObject({ before: { count: 5 } });
	expect(told('named', 2)[1]).toMatchObject({ before: { count: 2, mean: 7 } });
});
