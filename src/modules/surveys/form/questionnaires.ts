import * as v from 'valibot';
import { line, token, version } from '../../../core/forms';
import { type Comparison, type Meaning, meanings, type QuestionKind, questionKinds } from '../rules/questionnaire';

const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value === 'on')
);
const names = <K extends string>(of: Record<K, unknown>) => Object.keys(of) as [K, ...K[]];
const number = (message: string) => v.pipe(line(6), v.regex(/^-?\d{1,3}$/, message), v.transform(Number));
const maybe = <K extends string>(options: [K, ...K[]]) =>
	v.pipe(
		line(40),
		v.transform((value) => (value === '' ? null : value)),
		v.nullable(v.picklist(options, 'Выберите из списка'))
	);

export const tokenForm = v.object({ token });

/** A new one: from the library, from a text copied out of Word, or empty. */
export const newForm = v.object({
	token,
	library: line(60),
	title: line(200),
	text: line(60_000)
});

export const wordsForm = v.object({
	token,
	seen: line(40),
	title: line(200, 'Назовите анкету'),
	intro: line(2000),
	thanks: line(1000)
});

export const sectionForm = v.object({
	token,
	title: line(200),
	about: line(1000),
	act: v.optional(v.picklist(['words', 'up', 'down', 'removal'], 'Откройте страницу заново'), 'words')
});

export const moveForm = v.object({ token, direction: v.picklist(['up', 'down'], 'Откройте страницу заново') });

export const publicationForm = v.object({ token, version });

/** Every kind's own fields; what another kind needs stays at its usual value. */
export const questionForm = v.object({
	token,
	seen: line(40),
	kind: v.picklist(names<QuestionKind>(questionKinds), 'Выберите вид вопроса'),
	section: v.pipe(v.optional(v.string(), '0'), v.regex(/^\d{1,3}$/, 'Выберите раздел'), v.transform(Number)),
	text: line(1000, 'Напишите, о чём спрашиваете'),
	help: line(1000),
	required: ticked,
	options: line(20_000),
	other: ticked,
	most: v.pipe(
		line(3),
		v.regex(/^(?:[1-9]\d?)?$/, 'Укажите число или оставьте пустым'),
		v.transform((typed) => (typed === '' ? null : Number(typed)))
	),
	from: v.optional(number('Укажите целое число'), '1'),
	to: v.optional(number('Укажите целое число'), '10'),
	low: line(100),
	high: line(100),
	rows: line(20_000),
	columns: line(5000),
	of: v.optional(v.picklist(['mentors', 'mentees', 'staff'], 'Выберите, среди кого'), 'mentors'),
	long: v.pipe(
		v.optional(v.string(), 'long'),
		v.transform((value) => value === 'long')
	),
	branch: v.pipe(
		v.array(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,19}:[a-z0-9-]{1,20}$/, 'Выберите из списка'))),
		v.maxLength(100, 'Выберите варианты одного вопроса')
	),
	meaning: maybe<Meaning>(names(meanings)),
	comparison: maybe<Comparison>(['growth', 'expectation', 'beside'])
});
