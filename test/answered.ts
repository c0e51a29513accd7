import fc from 'fast-check';
import { type Answer, type Answers, answersAsked } from '../src/modules/surveys/rules/answers';
import { cleanText } from '../src/modules/surveys/rules/clean-text';
import type { Filled, People } from '../src/modules/surveys/rules/fields';
import type { Question, Questionnaire } from '../src/modules/surveys/rules/questionnaire';

export const people: People = {
	mentors: [
		{ id: 'a1', name: 'Белова Анна Сергеевна' },
		{ id: 'a2', name: 'Орлов Игорь Петрович' },
		{ id: 'a3', name: 'Сомова Лия Олеговна' }
	]
};

export function formOf(filled: Filled) {
	const form = new FormData();
	for (const [field, texts] of Object.entries(filled)) for (const text of texts) form.append(field, text);
	return form;
}

type Answered = { question: Question; answer: Answer | undefined };

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
/** What is kept of one's own words: one line or several, never empty. */
const said = words.map((text) => cleanText(`я ${text}`).replace(/\s*\n\s*/g, ' '));
const lines = fc.array(said, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'));
const listOf = (prefix: string, most: number) =>
	fc
		.array(words, { minLength: 2, maxLength: most })
		.map((texts) => texts.map((text, at) => ({ code: `${prefix}${at + 1}`, text })));

const shared = (code: string) =>
	fc.record({ code: fc.constant(code), text: words, help: fc.oneof(fc.constant(''), words), required: fc.boolean() });

const single = (code: string) =>
	fc.tuple(shared(code), listOf('o', 5), fc.boolean(), said).chain(([words, options, other, own]) =>
		fc.record({
			question: fc.constant<Question>({ ...words, kind: 'single', options, other }),
			answer: fc.constantFrom<Answer>(
				...options.map(({ code }) => ({ option: code })),
				...(other ? [{ option: 'other', other: own }] : [])
			)
		})
	);

const multiple = (code: string) =>
	fc.tuple(shared(code), listOf('o', 6), fc.boolean(), said).chain(([words, options, other, own]) =>
		fc.record({
			question: fc.constant<Question>({ ...words, kind: 'multiple', options, other, most: null }),
			answer: fc.tuple(fc.subarray(options, { minLength: 1 }), fc.boolean()).map(([chosen, owned]): Answer => {
				const codes = chosen.map(({ code }) => code);
				return other && owned ? { options: [...codes, 'other'], other: own } : { options: codes };
			})
		})
	);

const scale = (code: string) =>
	fc
		.tuple(shared(code), fc.integer({ min: -5, max: 3 }), fc.integer({ min: 1, max: 10 }))
		.chain(([words, from, more]) =>
			fc.record({
				question: fc.constant<Question>({ ...words, kind: 'scale', from, to: from + more, low: 'мало', high: '' }),
				answer: fc.integer({ min: from, max: from + more }).map((number): Answer => ({ number }))
			})
		);

const grid = (code: string) =>
	fc.tuple(shared(code), listOf('r', 4), listOf('c', 4)).chain(([words, rows, columns]) =>
		fc.record({
			question: fc.constant<Question>({ ...words, kind: 'grid', rows, columns }),
			answer: fc.array(fc.constantFrom(...columns), { minLength: rows.length, maxLength: rows.length }).map(
				(chosen): Answer => ({
					rows: Object.fromEntries(rows.map(({ code }, at) => [code, chosen[at]?.code ?? '']))
				})
			)
		})
	);

const text = (code: string) =>
	fc.tuple(shared(code), fc.boolean()).chain(([words, long]) =>
		fc.record({
			question: fc.constant<Question>({ ...words, kind: 'text', long }),
			answer: (long ? lines : said).map((text): Answer => ({ text }))
		})
	);

const ranking = (code: string) =>
	shared(code).chain((words) =>
		fc.record({
			question: fc.constant<Question>({ ...words, kind: 'ranking', of: 'mentors', most: 3 }),
			answer: fc.shuffledSubarray(['a1', 'a2', 'a3'], { minLength: 1 }).map((chosen): Answer => ({ people: chosen }))
		})
	);

const kinds = [single, multiple, scale, grid, text, ranking];

/** A questionnaire of all kinds, some questions behind branches, and whole answers to it. */
export const anAnswered = fc
	.array(fc.tuple(fc.nat(kinds.length - 1), fc.boolean()), { minLength: 1, maxLength: 8 })
	.chain((chosen) =>
		fc.tuple(
			...chosen.map(([kind, given], at) =>
				(kinds[kind] ?? single)(`q${at + 1}`).map(
					({ question, answer }): Answered => ({ question, answer: given || question.required ? answer : undefined })
				)
			),
			fc.array(fc.boolean(), { minLength: 8, maxLength: 8 })
		)
	)
	.map((parts) => {
		const branches = parts.pop() as unknown as boolean[];
		return whole(parts as unknown as Answered[], branches);
	});

function whole(answered: readonly Answered[], branches: readonly boolean[]) {
	const questions = answered.map(({ question }, at): Question => {
		const earlier = answered.slice(0, at).findLast(({ question: { kind } }) => kind === 'single')?.question;
		if (!branches[at] || earlier?.kind !== 'single') return question;
		return { ...question, showIf: { question: earlier.code, options: ['o1', 'o2'] } };
	});
	const half = Math.ceil(questions.length / 2);
	const questionnaire: Questionnaire = {
		title: 'Проба',
		intro: '',
		thanks: '',
		sections: [
			{ title: 'Начало', about: '', questions: questions.slice(0, half) },
			{ title: '', about: 'Продолжение', questions: questions.slice(half) }
		]
	};
	const all = Object.fromEntries(answered.flatMap(({ question, answer }) => (answer ? [[question.code, answer]] : [])));
	return { questionnaire, answers: answersAsked(questionnaire, all) as Answers };
}
