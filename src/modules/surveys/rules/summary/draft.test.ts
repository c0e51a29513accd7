import { expect, test } from 'vitest';
import type { Answers } from '../answers';
import { comparisonOf } from '../comparison';
import type { Question } from '../questionnaire';
import { draftOf, signed } from './draft';
import { summaryOf } from './question';

const common = { help: '', required: false } as const;
const scale = (code: string, text: string, to = 10): Question => ({
	...common,
	...{ code, text, kind: 'scale', from: 1, to, low: '', high: '' }
});
const questions: Question[] = [
	scale('q1', 'Планирование урока'),
	scale('q2', 'Дисциплина на уроке?'),
	scale('q3', 'Как настроение?', 3),
	{ ...common, code: 'q4', text: 'Что пожелаете?', kind: 'text', long: true }
];
const sheet = (q1: number, q2: number, wish: string): Answers => ({
	q1: { number: q1 },
	q2: { number: q2 },
	q3: { number: 3 },
	q4: { text: wish }
});
const summaries = (sheets: readonly Answers[]) => questions.map((one) => summaryOf(one, sheets, 'named'));

test('the conclusion says in plain words who answered, what is highest and lowest, what has changed, what people wrote', () => {
	const first = [sheet(4, 6, ''), sheet(5, 5, '')];
	const second = [sheet(8, 5, 'Больше времени'), sheet(8, 4, 'больше времени!')];
	const side = (sheets: readonly Answers[]) => ({
		identity: 'named' as const,
		questions,
		sheets: sheets.map((answers, at) => ({ key: String(at), answers }))
	});
	const compared = comparisonOf(side(first), side(second));
	expect(draftOf({ answered: 2, invited: 3 }, summaries(second), compared)).toBe(
		[
			'Ответили 2 из 3 (67 %).',
			'Выше всего: «Планирование урока» – в среднем 8.',
			'Ниже всего: «Дисциплина на уроке» – в среднем 4,5.',
			'Изменилось больше всего: «Планирование урока» – +3,5 (медиана), выше стало у 2 из 2.',
			'«Что пожелаете», из ответов: «Больше времени».'
		].join('\n')
	);
});

test('words kept out of the report stay out of the conclusion; of nobody nothing is said', () => {
	const all = summaries([sheet(8, 5, 'про одну коллегу')]);
	const hidden = (code: string, key: string) => code === 'q4' && key === 'про одну коллегу';
	expect(draftOf({ answered: 1, invited: 2 }, all, [], hidden)).not.toContain('коллегу');
	expect(draftOf({ answered: 0, invited: 2 }, summaries([]), [])).toBe('');
});

test('a change has its sign, none where it rounds to nothing', () => {
	expect([2, -1.25, 0.04].map(signed)).toEqual(['+2', '−1,3', '0']);
});
