import type { Answers } from './answers';
import { type Form, fieldOf, otherOf, otherOption, type People, placeOf, rowOf } from './fields';
import { type Question, type Questionnaire, questionsOf } from './questionnaire';

/** What is typed of one question of a paper sheet stands under its own name. */
export const keyedOf = ({ code }: Pick<Question, 'code'>) => `k-${code}`;

/** «1 Хорошо · 2 Трудно»: which figure stands for what. */
export function keysOf(question: Question, people: People): string {
	const numbered = (texts: readonly string[]) => texts.map((text, at) => `${at + 1} ${text}`).join(' · ');
	switch (question.kind) {
		case 'single':
		case 'multiple':
			return numbered([
				...question.options.map(({ text }) => text),
				...(question.other ? ['своё: цифра и слова'] : [])
			]);
		case 'scale':
			return `${question.from}–${question.to}`;
		case 'grid':
			return `${numbered(question.columns.map(({ text }) => text))}; по цифре на строку: ${question.rows.map(({ text }) => text).join(', ')}; пусто – 0`;
		case 'ranking':
			return numbered((people[question.of] ?? []).map(({ name }) => name));
		case 'text':
			return 'словами';
		case 'file':
			return 'файл с бумаги не вводят';
	}
}

/** «13», «1 3», «1, 3» → [1, 3]; figures run together where none is longer than one. */
const numbersIn = (typed: string, most: number) =>
	most <= 9 && /^\d+$/.test(typed)
		? [...typed].map(Number)
		: typed
				.split(/[\s,;.]+/)
				.filter(Boolean)
				.map(Number);

type Fields = Record<string, string[]>;

/** The fields of the usual form that a line of figures stands for; null: it stands for nothing. */
function fieldsFrom(question: Question, typed: string, people: People): Fields | null {
	const field = fieldOf(question);
	switch (question.kind) {
		case 'single':
		case 'multiple': {
			const [, figures = '', words = ''] = /^([\d\s,;.]*)(.*)$/s.exec(typed) ?? [];
			const last = question.options.length + 1;
			const numbers = numbersIn(figures.trim(), last);
			const own = question.other ? words.trim() : '';
			if (words.trim() && !own) return null;
			const codes = numbers.map((number) =>
				number === last && question.other ? otherOption : question.options[number - 1]?.code
			);
			if (codes.some((code) => code === undefined)) return null;
			const chosen = [...new Set([...(codes as string[]), ...(own ? [otherOption] : [])])];
			return { [field]: chosen, ...(own && { [otherOf(question)]: [own] }) };
		}
		case 'grid': {
			const numbers = numbersIn(typed, question.columns.length);
			if (numbers.length > question.rows.length) return null;
			const fields: Fields = {};
			for (const [at, number] of numbers.entries()) {
				const [row, column] = [question.rows[at], question.columns[number - 1]];
				if (number === 0) continue;
				if (!row || !column) return null;
				fields[rowOf(question, row.code)] = [column.code];
			}
			return fields;
		}
		case 'ranking': {
			const offered = people[question.of] ?? [];
			const chosen = numbersIn(typed, offered.length).map((number) => offered[number - 1]?.id);
			if (chosen.some((one) => one === undefined) || chosen.length > question.most) return null;
			return Object.fromEntries(chosen.map((one, at) => [placeOf(question, at + 1), [one as string]]));
		}
		case 'file':
			return {};
		default:
			return { [field]: [typed] };
	}
}

/** A sheet as it was typed, turned into the usual form; lines that stand for nothing by the name of their field. */
export function formFromKeys(questionnaire: Pick<Questionnaire, 'sections'>, typed: Form, people: People) {
	const fields: Fields = {};
	const problems: Record<string, string> = {};
	for (const question of questionsOf(questionnaire)) {
		const line = typed.getAll(keyedOf(question)).find((one) => typeof one === 'string');
		if (typeof line !== 'string' || line.trim() === '') continue;
		const read = fieldsFrom(question, line.trim(), people);
		if (read) Object.assign(fields, read);
		else
			problems[keyedOf(question)] = `«${line.trim().slice(0, 40)}» здесь ничего не значит. ${keysOf(question, people)}`;
	}
	return { form: { getAll: (name: string) => fields[name] ?? [] }, problems };
}

/** What would have been typed of a sheet that was entered before. */
export function keysFrom(questionnaire: Pick<Questionnaire, 'sections'>, answers: Answers, people: People) {
	const typed: Record<string, string> = {};
	for (const question of questionsOf(questionnaire)) {
		const answer = answers[question.code];
		if (answer) typed[keyedOf(question)] = lineOf(question, answer, people);
	}
	return typed;
}

function lineOf(question: Question, answer: NonNullable<Answers[string]>, people: People): string {
	const place = (codes: readonly string[], code: string) => String(codes.indexOf(code) + 1);
	if ('number' in answer) return String(answer.number);
	if ('text' in answer) return answer.text;
	if (question.kind === 'single' || question.kind === 'multiple') {
		const codes = [...question.options.map(({ code }) => code), otherOption];
		const chosen = 'options' in answer ? answer.options : 'option' in answer ? [answer.option] : [];
		const own = 'other' in answer ? answer.other : undefined;
		return [...chosen.map((code) => place(codes, code)), ...(own ? [own] : [])].join(' ');
	}
	if (question.kind === 'grid' && 'rows' in answer) {
		const codes = question.columns.map(({ code }) => code);
		return question.rows.map(({ code }) => place(codes, answer.rows[code] ?? '')).join(' ');
	}
	if (question.kind === 'ranking' && 'people' in answer) {
		const offered = (people[question.of] ?? []).map(({ id }) => id);
		return answer.people.map((one) => place(offered, one)).join(' ');
	}
	return '';
}
