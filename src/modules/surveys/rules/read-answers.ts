import type { Problems } from '../../../core/forms';
import { type Answer, type Answers, isAsked, longestText } from './answers';
import { cleanText } from './clean-text';
import {
	dropOf,
	type Files,
	type Filled,
	type Form,
	fieldOf,
	filledFrom,
	otherOf,
	otherOption,
	type People,
	placeOf,
	rowOf
} from './fields';
import { type Option, type Question, type Questionnaire, questionsOf } from './questionnaire';

/** Of «свой вариант». */
export const longestOther = 500;

type Wrong = { problem: string };
type Read = Answer | Wrong | null; // null: not answered
type Source = { form: Form; people: People; files: Files };
type Of<K extends Question['kind']> = Extract<Question, { kind: K }>;

/** `uploads`: files that came with this form, by the code of their question; whoever stores them adds their answers. */
export type ReadAnswers =
	| { ok: true; answers: Answers; uploads: Readonly<Record<string, File>> }
	| { ok: false; problems: Problems; values: Filled };

const unknownOption = 'Такого варианта в анкете нет. Выберите из предложенных.';
const answerIt = 'Ответьте на этот вопрос: без него анкета не считается заполненной.';

/**
 * Reads a filled form. A question behind a branch that was not taken is not asked: what stands in its fields is passed
 * over. `people`: whom the rankings offer; `files`: what this person has sent earlier.
 */
export function readAnswers(
	{ sections }: Pick<Questionnaire, 'sections'>,
	form: Form,
	people: People = {},
	files: Files = {}
): ReadAnswers {
	const answers: Record<string, Answer> = {};
	const problems: Record<string, string> = {};
	const uploads: Record<string, File> = {};
	for (const question of questionsOf({ sections })) {
		if (!isAsked(question, answers)) continue;
		const file = question.kind === 'file' ? uploadIn(form, question) : null;
		if (file) uploads[question.code] = file;
		const read = file ? null : readOne(question, { form, people, files });
		if (read && 'problem' in read) problems[fieldOf(question)] = read.problem;
		else if (read) answers[question.code] = read;
		else if (question.required && !file) problems[fieldOf(question)] = missingIn(question);
	}
	if (Object.keys(problems).length === 0) return { ok: true, answers, uploads };
	return { ok: false, problems, values: filledFrom({ sections }, form) };
}

function readOne(question: Question, source: Source): Read {
	switch (question.kind) {
		case 'single':
			return readSingle(question, source);
		case 'multiple':
			return readMultiple(question, source);
		case 'scale':
			return readScale(question, source);
		case 'grid':
			return readGrid(question, source);
		case 'text':
			return readText(question, source);
		case 'ranking':
			return readRanking(question, source);
		case 'file':
			return readFile(question, source);
	}
}

/** What stands in a field, of texts alone; empty ones say nothing. */
const chosenIn = (form: Form, field: string) =>
	[...new Set(form.getAll(field).filter((value) => typeof value === 'string' && value !== ''))] as string[];
const textIn = (form: Form, field: string) => cleanText(chosenIn(form, field)[0] ?? '');
const knows = (options: readonly Option[], code: string) => options.some((option) => option.code === code);
const textOf = (options: readonly Option[], code: string) => options.find((option) => option.code === code)?.text;

const missingIn = (question: Question) =>
	question.kind === 'file'
		? 'Приложите файл: без него анкета не считается заполненной.'
		: question.kind === 'ranking'
			? 'Выберите хотя бы одного человека.'
			: answerIt;

const tooLong = (text: string, most: number) =>
	`Слишком длинно. Знаков в ответе: ${text.length}, помещается ${most}. Сократите его.`;

/** One's own words, where the question takes them. */
function otherIn(form: Form, question: Of<'single' | 'multiple'>): { other?: string } | Wrong {
	const other = question.other ? textIn(form, otherOf(question)) : '';
	if (other.length > longestOther) return { problem: tooLong(other, longestOther) };
	return other ? { other: inOneLine(other) } : {};
}

const saySomething = { problem: 'Напишите свой вариант словами или выберите из предложенных.' };

function readSingle(question: Of<'single'>, { form }: Source): Read {
	const own = otherIn(form, question);
	if ('problem' in own) return own;
	const [option = own.other ? otherOption : '', second] = chosenIn(form, fieldOf(question));
	if (second !== undefined) return { problem: 'Выберите один вариант.' };
	if (option === '') return null;
	if (question.other && option === otherOption)
		return own.other ? { option: otherOption, other: own.other } : saySomething;
	if (!knows(question.options, option)) return { problem: unknownOption };
	if (own.other)
		return {
			problem: `Отмечено «${textOf(question.options, option)}» и написан свой вариант. Оставьте что-то одно.`
		};
	return { option };
}

function readMultiple(question: Of<'multiple'>, { form }: Source): Read {
	const own = otherIn(form, question);
	if ('problem' in own) return own;
	const ticked = chosenIn(form, fieldOf(question));
	const ownTicked = question.other && ticked.includes(otherOption);
	if (ownTicked && !own.other) return saySomething;
	const others = ticked.filter((code) => !(question.other && code === otherOption));
	if (others.some((code) => !knows(question.options, code))) return { problem: unknownOption };
	const options = question.options.map(({ code }) => code).filter((code) => others.includes(code));
	if (own.other) options.push(otherOption);
	if (question.most !== null && options.length > question.most)
		return { problem: `Отметьте не больше ${question.most}: сейчас отмечено ${options.length}.` };
	return options.length > 0 ? { options, ...own } : null;
}

function readScale({ from, to, ...question }: Of<'scale'>, { form }: Source): Read {
	const [typed, second] = chosenIn(form, fieldOf(question));
	if (typed === undefined) return null;
	const number = Number(typed);
	const fits = second === undefined && /^-?\d{1,3}$/.test(typed) && number >= from && number <= to;
	return fits ? { number } : { problem: `Выберите одно число от ${from} до ${to}.` };
}

function readGrid(question: Of<'grid'>, { form }: Source): Read {
	const rows: Record<string, string> = {};
	const empty: string[] = [];
	for (const row of question.rows) {
		const [column, second] = chosenIn(form, rowOf(question, row.code));
		if (column === undefined) empty.push(row.text);
		else if (second !== undefined) return { problem: `В строке «${row.text}» отметьте что-то одно.` };
		else if (!knows(question.columns, column)) return { problem: unknownOption };
		else rows[row.code] = column;
	}
	if (empty.length === question.rows.length) return null;
	if (question.required && empty.length > 0)
		return { problem: `Отметьте ответ в каждой строке. Не отмечено: ${empty.map((text) => `«${text}»`).join(', ')}.` };
	return { rows };
}

const inOneLine = (text: string) =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.join(' ');

function readText(question: Of<'text'>, { form }: Source): Read {
	const text = textIn(form, fieldOf(question));
	if (text.length > longestText) return { problem: tooLong(text, longestText) };
	return text ? { text: question.long ? text : inOneLine(text) } : null;
}

function readRanking(question: Of<'ranking'>, { form, people }: Source): Read {
	const offered = people[question.of] ?? [];
	const chosen: string[] = [];
	for (let place = 1; place <= question.most; place++) {
		const [id] = chosenIn(form, placeOf(question, place));
		if (id === undefined) continue;
		const person = offered.find((one) => one.id === id);
		if (!person) return { problem: 'Такого человека в списке нет. Выберите из списка.' };
		if (chosen.includes(id)) return { problem: `Один и тот же человек выбран дважды: ${person.name}.` };
		chosen.push(id);
	}
	return chosen.length > 0 ? { people: chosen } : null;
}

function readFile(question: Of<'file'>, { form, files }: Source): Read {
	const sent = files[question.code];
	return sent && chosenIn(form, dropOf(question)).length === 0 ? { file: sent.id } : null;
}

/** A browser sends an empty file where none was chosen. */
const uploadIn = (form: Form, question: Of<'file'>) =>
	form.getAll(fieldOf(question)).find((value): value is File => value instanceof File && value.size > 0) ?? null;
