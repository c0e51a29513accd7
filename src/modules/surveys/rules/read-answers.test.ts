import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAnswered, formOf, people } from '../../../../test/answered';
import { longestText } from './answers';
import { cleanText } from './clean-text';
import { type Filled, fieldOf, filledOf, otherOf, placeOf, rowOf } from './fields';
import type { Question } from './questionnaire';
import { readAnswers } from './read-answers';

const shared = { help: '', required: true } as const;
const options = [
	{ code: 'yes', text: 'Да' },
	{ code: 'no', text: 'Нет' },
	{ code: 'unsure', text: 'Пока не знаю' }
];
const single: Question = { ...shared, code: 'met', text: 'Знакомы ли вы?', kind: 'single', options, other: true };
const where: Question = {
	...shared,
	code: 'where',
	text: 'Где?',
	kind: 'text',
	long: true,
	showIf: { question: 'met', options: ['yes'] }
};
const multiple: Question = { ...shared, code: 'help', text: 'В чём?', kind: 'multiple', options, other: true, most: 2 };
const scale: Question = { ...shared, code: 's', text: 'Насколько?', kind: 'scale', from: 1, to: 10, low: '', high: '' };
const grid: Question = {
	...shared,
	code: 'g',
	text: 'Как часто?',
	kind: 'grid',
	rows: [
		{ code: 'r1', text: 'Уроки' },
		{ code: 'r2', text: 'Беседы' }
	],
	columns: options
};
const ranking: Question = { ...shared, code: 'who', text: 'С кем?', kind: 'ranking', of: 'mentors', most: 3 };
const file: Question = { ...shared, code: 'f', text: 'План урока', kind: 'file' };

const read = (questions: readonly Question[], filled: Filled) =>
	readAnswers({ sections: [{ title: '', about: '', questions }] }, formOf(filled), people);
const problemOf = (question: Question, filled: Filled) => {
	const result = read([question], filled);
	return result.ok ? undefined : result.problems[fieldOf(question)];
};

test('whatever a questionnaire was answered with is read back from its form', () => {
	fc.assert(
		fc.property(anAnswered, ({ questionnaire, answers }) => {
			const result = readAnswers(questionnaire, formOf(filledOf(questionnaire, answers)), people);
			expect(result).toEqual({ ok: true, answers, uploads: {} });
		})
	);
});

test('whatever is sent, the form comes back with all that was typed, or is read', () => {
	const fields = [
		fieldOf(single),
		otherOf(single),
		fieldOf(where),
		fieldOf(scale),
		rowOf(grid, 'r1'),
		placeOf(ranking, 1)
	];
	const typed = fc.oneof(
		fc.string(),
		fc.constantFrom('\ud800', '\u0000я', '<p>урок', '👩🏽‍🏫', '', '1e1', 'yes', 'no', '5', 'other', 'a1')
	);
	fc.assert(
		fc.property(fc.dictionary(fc.constantFrom(...fields), fc.array(typed, { maxLength: 3 })), (filled) => {
			const result = read([single, where, scale, grid, ranking], filled);
			if (result.ok) return;
			expect(Object.values(result.problems).every((problem) => /^[А-ЯЁ].*[.?]$/su.test(problem ?? ''))).toBe(true);
			for (const [field, texts] of Object.entries(filled))
				if (texts.length > 0)
					expect(result.values[field]).toEqual(texts.map((text) => text.replaceAll('\u0000', '').toWellFormed()));
		})
	);
});

describe('what is wrong is said in a sentence', () => {
	test('an option, a number, a person that the questionnaire does not offer', () => {
		expect(problemOf(single, { 'q-met': ['maybe'] })).toContain('Такого варианта в анкете нет');
		expect(problemOf(multiple, { 'q-help': ['yes', 'maybe'] })).toContain('Такого варианта в анкете нет');
		expect(problemOf(grid, { 'q-g-r1': ['yes'], 'q-g-r2': ['maybe'] })).toContain('Такого варианта в анкете нет');
		expect(problemOf(scale, { 'q-s': ['11'] })).toBe('Выберите одно число от 1 до 10.');
		expect(problemOf(scale, { 'q-s': ['5.5'] })).toBe('Выберите одно число от 1 до 10.');
		expect(problemOf(ranking, { 'q-who-1': ['stranger'] })).toContain('Такого человека в списке нет');
	});

	test('more than was asked', () => {
		expect(problemOf(single, { 'q-met': ['yes', 'no'] })).toBe('Выберите один вариант.');
		expect(problemOf(multiple, { 'q-help': ['yes', 'no', 'unsure'] })).toBe('Отметьте не больше 2: сейчас отмечено 3.');
		expect(problemOf(ranking, { 'q-who-1': ['a1'], 'q-who-3': ['a1'] })).toBe(
			'Один и тот же человек выбран дважды: Белова Анна Сергеевна.'
		);
		expect(problemOf(where, {})).toBeUndefined();
		const long = read([{ ...where, showIf: undefined } as unknown as Question], { 'q-where': ['я'.repeat(10_001)] });
		expect(long).toMatchObject({
			problems: { 'q-where': 'Слишком длинно. Знаков в ответе: 10001, помещается 10000. Сократите его.' },
			values: { 'q-where': ['я'.repeat(10_001)] }
		});
	});

	test('one thing is ticked and another is written', () => {
		expect(problemOf(single, { 'q-met': ['yes'], 'q-met-other': ['Слышала'] })).toContain('Оставьте что-то одно');
		expect(problemOf(single, { 'q-met': ['other'] })).toContain('Напишите свой вариант');
		expect(read([single], { 'q-met-other': ['Слышала'] })).toMatchObject({
			answers: { met: { option: 'other', other: 'Слышала' } }
		});
	});

	test('what must be answered and was not, and only where it is asked', () => {
		expect(problemOf(single, {})).toContain('Ответьте на этот вопрос');
		expect(problemOf(grid, { 'q-g-r1': ['yes'] })).toBe('Отметьте ответ в каждой строке. Не отмечено: «Беседы».');
		expect(problemOf(file, {})).toContain('Приложите файл');
		expect(read([single, where], { 'q-met': ['no'] })).toEqual({
			ok: true,
			answers: { met: { option: 'no' } },
			uploads: {}
		});
		expect(read([single, where], { 'q-met': ['yes'] })).toMatchObject({
			problems: { 'q-where': expect.stringContaining('Ответьте') }
		});
		// left again: what was written there is passed over
		expect(read([single, where], { 'q-met': ['no'], 'q-where': ['В колледже'] })).toMatchObject({
			answers: { met: { option: 'no' } }
		});
	});
});

test('a chosen third alone becomes the first; a file stays unless it is dropped', () => {
	expect(read([ranking], { 'q-who-3': ['a2'] })).toMatchObject({ answers: { who: { people: ['a2'] } } });
	const sections = [{ title: '', about: '', questions: [file] }];
	const sent = { f: { id: 'kept', name: 'План.docx' } };
	expect(readAnswers({ sections }, formOf({}), {}, sent)).toMatchObject({ answers: { f: { file: 'kept' } } });
	expect(readAnswers({ sections }, formOf({ 'q-f-drop': ['on'] }), {}, sent)).toMatchObject({ ok: false });
	const form = new FormData();
	form.append('q-f', new File(['урок'], 'Урок.txt'));
	expect(readAnswers({ sections }, form, {}, sent)).toMatchObject({
		ok: true,
		answers: {},
		uploads: { f: form.get('q-f') }
	});
});

describe('own words', () => {
	test('emoji and letters of any language stay, control signs go', () => {
		expect(cleanText('Спасибо 👩🏽‍🏫❤️ — «ёлки», 日本語, é\u0301')).toBe('Спасибо 👩🏽‍🏫❤️ — «ёлки», 日本語, é\u0301');
		expect(cleanText('план\u0000\u0007\u202eурока\r\nи\tдоска\ud800')).toBe('планурока\nи\tдоска\ufffd');
		expect(cleanText('3 < 5, a <b и <3')).toBe('3 < 5, a <b и <3');
	});

	test('what Word puts into the clipboard becomes lines', () => {
		const word =
			'<!--[if gte mso 9]><xml><w:Zoom>0</w:Zoom></xml><![endif]--><style>p.MsoNormal {margin:0}</style>\r\n' +
			'<p class=MsoNormal><b>Трудно</b>&nbsp;с\r\n дисциплиной<o:p></o:p></p>\r\n<p>и&nbsp;журналом &lt;5 &laquo;А&raquo;</p>';
		expect(cleanText(word)).toBe('Трудно с дисциплиной\nи журналом <5 «А»');
	});

	test('text without markup stays as it is, and cleaning twice is cleaning once', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: longestText }), (text) => {
				expect(cleanText(text)).toBe(cleanText(cleanText(text)));
				if (!/[<\p{C}\u2028\u2029]/u.test(text)) expect(cleanText(text)).toBe(text.trim());
			})
		);
	});
});
