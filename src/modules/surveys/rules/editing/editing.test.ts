import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { libraryByCode } from '../library/library';
import type { Question } from '../questionnaire';
import { questionsOf } from '../questionnaire';
import { obstaclesIn, remarksOn } from './checks';
import { brokenComparisons } from './comparing';
import { differenceOf } from './difference';
import {
	addSection,
	changeQuestion,
	copyQuestion,
	type Draft,
	emptyDraft,
	freshCode,
	moveQuestion,
	moveSection,
	removeQuestion,
	removeSection,
	restoreQuestion
} from './draft';
import { draftFromText } from './from-text';
import { linesOf, optionsFrom } from './option-lines';

const ask = (code: string, more: object = {}) =>
	({ code, text: `Вопрос ${code}`, help: '', required: false, kind: 'text', long: true, ...more }) as Question;
const choice = (code: string, ...texts: string[]) =>
	ask(code, { kind: 'single', options: optionsFrom(texts.join('\n')), other: false, long: undefined });
const scale = (code: string, from: number, to: number) =>
	ask(code, { kind: 'scale', from, to, low: '', high: '', comparison: 'growth' });
const draftOf = (...sections: Question[][]): Draft => ({
	title: 'Проба',
	intro: '',
	thanks: '',
	sections: sections.map((questions, at) => ({ title: `Раздел ${at + 1}`, about: '', questions }))
});
const codes = (draft: Draft) =>
	draft.sections.map(({ questions }) => questions.map(({ code }) => code).join('')).join('|');

describe('a draft', () => {
	const draft = draftOf([ask('a'), ask('b')], [ask('c')]);

	test('questions are moved within a section and beyond its edge, copied, taken out and put back in their place', () => {
		expect(codes(moveQuestion(draft, 'b', 'up'))).toBe('ba|c');
		expect(codes(moveQuestion(draft, 'b', 'down'))).toBe('a|bc');
		expect(codes(moveQuestion(draft, 'c', 'up'))).toBe('abc|');
		expect(codes(moveQuestion(draft, 'a', 'up'))).toBe('ab|c');
		expect(codes(copyQuestion(draft, 'a'))).toBe('aq4b|c');
		expect(codes(changeQuestion(draft, ask('a', { text: 'Иначе' }), 1))).toBe('b|ca');
		const taken = removeQuestion(draft, 'a');
		expect(codes(taken)).toBe('b|c');
		expect(codes(restoreQuestion(taken, 'a'))).toBe('ab|c');
		expect(freshCode(removeQuestion(copyQuestion(draft, 'a'), 'q4'))).toBe('q5');
	});

	test('a section that goes leaves its questions to its neighbour', () => {
		expect(codes(removeSection(draft, 1))).toBe('abc');
		expect(codes(removeSection(draft, 0))).toBe('abc');
		expect(codes(moveSection(draft, 0, 'down'))).toBe('c|ab');
		expect(removeSection(draftOf([ask('a')]), 0)).toEqual(draftOf([ask('a')]));
	});

	test('whatever is moved, no question is lost and none is doubled', () => {
		const step = fc.tuple(fc.constantFrom('up', 'down', 'out', 'back', 'section'), fc.constantFrom('a', 'b', 'c'));
		fc.assert(
			fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
				let now: Draft = draft;
				for (const [what, code] of steps) {
					if (what === 'up' || what === 'down') now = moveQuestion(now, code, what);
					if (what === 'out') now = removeQuestion(now, code);
					if (what === 'back') now = restoreQuestion(now, code);
					if (what === 'section') now = removeSection(addSection(now, ''), 0);
				}
				const all = [...questionsOf(now), ...(now.removed ?? []).map(({ question }) => question)];
				expect(all.map(({ code }) => code).toSorted()).toEqual(['a', 'b', 'c']);
			})
		);
	});
});

describe('options line by line', () => {
	const before = optionsFrom('Раз в неделю\nРаз в две недели\nРаз в месяц');

	test('pasted with their marks, with values, without empty lines', () => {
		expect(optionsFrom('— Да\n\n• Нет = 0\r\n3) Не знаю = 1,5')).toEqual([
			{ code: 'o1', text: 'Да' },
			{ code: 'o2', text: 'Нет', value: 0 },
			{ code: 'o3', text: 'Не знаю', value: 1.5 }
		]);
	});

	test('a mended line keeps its code, a new one gets a new code, order changes nothing', () => {
		expect(optionsFrom('Раз в месяц\nРаз в две недели.\nПо договорённости', before)).toEqual([
			{ code: 'o3', text: 'Раз в месяц' },
			{ code: 'o2', text: 'Раз в две недели.' },
			{ code: 'o4', text: 'По договорённости' }
		]);
	});

	test('what is shown is read back the same', () => {
		const option = fc.record({
			text: fc.stringMatching(/^[а-я]{3,12}$/),
			value: fc.option(fc.integer({ min: -9, max: 99 }))
		});
		fc.assert(
			fc.property(fc.uniqueArray(option, { selector: ({ text }) => text, maxLength: 8 }), (typed) => {
				const options = typed.map(({ text, value }, at) => ({
					code: `x${at}`,
					text,
					...(value !== null && { value })
				}));
				expect(optionsFrom(linesOf(options), options)).toEqual(options);
			})
		);
	});
});

describe('before it is published', () => {
	test('what stands in the way is said in sentences', () => {
		expect(obstaclesIn(emptyDraft(''))).toEqual([
			{ text: 'Назовите анкету.' },
			{ text: 'В анкете нет ни одного вопроса. Добавьте хотя бы один.' }
		]);
		const later = { ...ask('a'), showIf: { question: 'b', options: ['o1'] } };
		const gone = { ...ask('d'), showIf: { question: 'b', options: ['o9'] } };
		const wrong = draftOf([later, choice('b', 'Да', 'да'), scale('c', 5, 5), gone, choice('e', 'Одно')]);
		expect(obstaclesIn(wrong).map(({ text }) => text)).toEqual([
			'Вопрос 1: зависит от вопроса 2, который стоит ниже. Поменяйте их местами или снимите условие.',
			'Вопрос 2: «да» стоит дважды. Оставьте один.',
			'Вопрос 3: конец шкалы должен быть больше начала.',
			'Вопрос 4: зависит от варианта, которого в вопросе 2 больше нет. Выберите другой.',
			'Вопрос 5: варианты: нужно не меньше двух.'
		]);
		expect(remarksOn(draftOf([ask('a'), ask('b', { text: 'Вопрос a' })]))).toEqual([
			{ code: 'b', text: 'Вопросы 1 и 2 спрашивают одно и то же.' }
		]);
	});

	test('a changed scale breaks the comparison with the earlier stage, another wording does not', () => {
		const earlier = draftOf([scale('a', 1, 10), scale('b', 1, 10), scale('c', 1, 10)]);
		const now = draftOf([scale('a', 1, 5), { ...scale('b', 1, 10), text: 'Иначе' }]);
		expect(brokenComparisons(now, earlier, 'прошлым годом').map(({ text }) => text)).toEqual([
			'Вопрос 1: шкала была 1–10, стала 1–5. Сравнить с прошлым годом будет нельзя.',
			'Вопроса «Вопрос c» больше нет: сравнить его с прошлым годом будет нельзя.'
		]);
	});

	test('the difference of two editions is told in words', () => {
		const before = draftOf([ask('a'), choice('b', 'Да', 'Нет'), scale('c', 1, 10)]);
		const after = draftOf([scale('c', 1, 5), choice('b', 'Да', 'Нет', 'Не знаю'), ask('d')]);
		expect(differenceOf(before, after)).toEqual([
			'Добавлен вопрос 3 «Вопрос d».',
			'Убран вопрос «Вопрос a».',
			'Вопрос 2: добавлены варианты «Не знаю».',
			'Вопрос 1: шкала была 1–10, стала 1–5.',
			'Порядок вопросов изменён.'
		]);
		expect(differenceOf(before, before)).toEqual([]);
		const second = libraryByCode.get('mentee-after')?.contents;
		if (second) expect(differenceOf({ title: '', ...second }, { title: '', ...second })).toEqual([]);
	});
});

test('a new question never takes the code of one that was published and taken out since', () => {
	const draft = draftFromText('1. Первый\n2. Второй', 'Проба');
	expect(freshCode(draft)).toBe('q3');
	expect(freshCode(draft, ['q1', 'q2', 'q3', 'q4'])).toBe('q5');
});

test('a questionnaire pasted out of Word becomes questions of their kinds', () => {
	const draft = draftFromText(
		`Анкета молодого педагога

Уважаемый коллега!
1. Сталкивались ли Вы раньше с программой наставничества? [да/нет]
2. Если да, то где? ____________________
Раздел 2. Ожидания
3) Ожидаемая эффективность программы
1 2 3 4 5 6 7 8 9 10
4. Оцените от 1 до 5 комфорт
5. Как часто нужны встречи?
а) раз в неделю
б) раз в месяц
   или реже
☐ не нужны
6. Что особенно ценно
для Вас? (необязательно)`,
		''
	);
	expect(draft.title).toBe('Анкета молодого педагога');
	expect(draft.intro).toBe('Уважаемый коллега!');
	expect(draft.sections.map(({ title }) => title)).toEqual(['', 'Раздел 2. Ожидания']);
	expect(questionsOf(draft).map(({ kind, text }) => [kind, text])).toEqual([
		['single', 'Сталкивались ли Вы раньше с программой наставничества?'],
		['text', 'Если да, то где?'],
		['scale', 'Ожидаемая эффективность программы'],
		['scale', 'Оцените от 1 до 5 комфорт'],
		['single', 'Как часто нужны встречи?'],
		['text', 'Что особенно ценно для Вас? (необязательно)']
	]);
	expect(questionsOf(draft)[4]).toMatchObject({
		options: [{ text: 'раз в неделю' }, { text: 'раз в месяц или реже' }, { text: 'не нужны' }]
	});
	expect(obstaclesIn(draft)).toEqual([]);
});

test('nothing that is pasted is lost or breaks the reading', () => {
	const line = fc.oneof(
		fc.string(),
		fc.constantFrom('1. Вопрос', 'а) вариант', '1 2 3', '_____', 'Раздел 1', '(пояснение)')
	);
	fc.assert(
		fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
			const draft = draftFromText(lines.join('\n'), 'Проба');
			expect(draft.title).toBe('Проба');
			expect(new Set(questionsOf(draft).map(({ code }) => code)).size).toBe(questionsOf(draft).length);
		})
	);
});
