import { expect, test } from 'vitest';
import type { Answers } from './answers';
import { proposalOf, type Topic } from './bank';
import type { Meaning, Question } from './questionnaire';

const topics: Topic[] = [
	{ key: 'discipline', name: 'Дисциплина и работа с классом' },
	{ key: 'parents', name: 'Общение с родителями' }
];
const common = { help: '', required: false } as const;
const words = (code: string, text: string, meaning: Meaning): Question => ({
	...common,
	code,
	text,
	meaning,
	kind: 'text',
	long: true
});
const choice = (code: string, meaning: Meaning, texts: readonly string[], values?: readonly number[]): Question => ({
	...common,
	...{ code, text: code, meaning, kind: 'single', other: false },
	options: texts.map((text, at) => ({ code: `o${at}`, text, ...(values && { value: values[at] ?? 0 }) }))
});
const several = (code: string, meaning: Meaning, texts: readonly string[]): Question => ({
	...common,
	...{ code, text: code, meaning, kind: 'multiple', other: true, most: null },
	options: texts.map((text, at) => ({ code: `o${at}`, text }))
});
const difficulties: Question = {
	...common,
	code: 'd',
	text: 'Что трудно?',
	meaning: 'deficit',
	kind: 'grid',
	rows: [
		{ code: 'discipline', text: 'Класс' },
		{ code: 'x', text: 'Общение с родителями' },
		{ code: 'y', text: 'Олимпиады' },
		{ code: 'z', text: 'Журнал' }
	],
	columns: ['нет', 'слабое', 'заметное', 'сильное'].map((text, value) => ({ code: `c${value}`, text, value }))
};
const propose = (questions: readonly Question[], answers: Answers) =>
	proposalOf({ sections: [{ title: '', about: '', questions }] }, answers, topics);

test('difficulties become topics of the bank with their levels; what is on no list goes into the words', () => {
	const { request, offer } = propose([words('r', 'Главный запрос', 'request'), difficulties], {
		r: { text: 'Держать класс' },
		d: { rows: { discipline: 'c3', x: 'c1', y: 'c2', z: 'c0' } }
	});
	expect(request).toEqual({
		words: 'Держать класс. Затруднения: Олимпиады',
		priority: 2,
		format: '',
		deficits: [
			{ topic: 'discipline', level: 3 },
			{ topic: 'parents', level: 1 }
		],
		unlisted: ['Олимпиады']
	});
	expect(offer).toBeNull();
});

test('who does not want a mentor asks for nothing; who does not want to mentor offers nothing', () => {
	const wants = choice('w', 'wants-a-mentor', ['Да', 'Нет']);
	expect(propose([wants], { w: { option: 'o1' } }).request).toBeNull();
	expect(propose([wants], { w: { option: 'o0' } }).request).toMatchObject({ words: 'Хочет, чтобы был наставник' });
	const mentors = choice('m', 'wants-to-mentor', ['Готов', 'Пока не готов'], [1, 0]);
	const skills = several('c', 'competence', ['Общение с родителями']);
	expect(propose([mentors, skills], { m: { option: 'o1' }, c: { options: ['o0'] } }).offer).toBeNull();
	expect(propose([mentors, skills], { m: { option: 'o0' } }).offer).toMatchObject({ competences: [], capacity: 1 });
});

test('an offer holds what was said: topics by name, own words beside them, how many, when', () => {
	const questions = [
		several('c', 'competence', ['Общение с родителями', 'Шахматы']),
		words('n', 'Сколько?', 'capacity'),
		words('t', 'Когда?', 'free-time'),
		several('f', 'format', ['Лично', 'В группе'])
	];
	const { offer } = propose(questions, {
		c: { options: ['o0', 'o1', 'other'], other: 'Хор' },
		n: { text: 'возьму 2, не больше' },
		t: { text: 'по вторникам' },
		f: { options: ['o1'] }
	});
	expect(offer).toMatchObject({
		competences: ['parents'],
		otherCompetences: 'Шахматы; Хор',
		formats: ['В группе'],
		capacity: 2,
		freeTime: 'по вторникам'
	});
});

test('urgency is the place in the list or the top of a scale; of no answers nothing is made', () => {
	const urgent = choice('p', 'priority', ['В первую очередь', 'Важно', 'Подождёт']);
	const about = words('r', 'Запрос', 'request');
	const priority = (answers: Answers, question: Question = urgent) =>
		propose([about, question], { r: { text: 'Помощь' }, ...answers }).request?.priority;
	expect([priority({ p: { option: 'o0' } }), priority({ p: { option: 'o2' } }), priority({})]).toEqual([1, 3, 2]);
	const scale: Question = {
		...common,
		code: 'p',
		text: 'Срочно?',
		meaning: 'priority',
		kind: 'scale',
		from: 1,
		to: 10,
		low: '',
		high: ''
	};
	expect([10, 5, 1].map((number) => priority({ p: { number } }, scale))).toEqual([1, 2, 3]);
	expect(propose([about, urgent], {})).toEqual({ request: null, offer: null, preferences: [] });
});
