import type { Problems, Values } from '../../../../core/forms';
import { cleanText } from '../clean-text';
import { otherOption } from '../fields';
import type { Branch, Comparison, Meaning, Question, QuestionKind, Ranked } from '../questionnaire';
import { shapeOf } from './checks';
import { linesOf, optionsFrom } from './option-lines';

/** A question as its form holds it. */
export type TypedQuestion = {
	kind: QuestionKind;
	text: string;
	help: string;
	required: boolean;
	options: string;
	other: boolean;
	most: number | null;
	from: number;
	to: number;
	low: string;
	high: string;
	rows: string;
	columns: string;
	of: Ranked;
	long: boolean;
	branch: readonly string[]; // «code:option»
	meaning: Meaning | null;
	comparison: Comparison | null;
};

export const rankedNames = {
	mentors: 'среди наставников',
	mentees: 'среди наставляемых',
	staff: 'среди всех сотрудников'
} as const satisfies Record<Ranked, string>;

export const comparisonNames = {
	growth: 'Изменение: тот же вопрос, та же шкала, дважды',
	expectation: 'Ожидание – факт',
	beside: 'Рядом, без разницы'
} as const satisfies Record<Comparison, string>;

const branchFrom = (chosen: readonly string[]): Branch | null => {
	const pairs = chosen.map((one) => one.split(':') as [string, string]);
	const [first] = pairs;
	return first ? { question: first[0], options: pairs.map(([, option]) => option) } : null;
};

/** What was typed, as a question; options that say the same as before keep their codes. */
export function questionFrom(typed: TypedQuestion, code: string, before?: Question): Question {
	const showIf = branchFrom(typed.branch);
	const base = {
		code,
		text: cleanText(typed.text),
		help: cleanText(typed.help),
		required: typed.required,
		...(showIf && { showIf }),
		...(typed.meaning && { meaning: typed.meaning }),
		...(typed.comparison && { comparison: typed.comparison })
	};
	switch (typed.kind) {
		case 'single':
		case 'multiple': {
			const earlier = before && 'options' in before ? before.options : [];
			const options = optionsFrom(typed.options, earlier);
			const { other, most } = typed;
			return typed.kind === 'single'
				? { ...base, kind: 'single', options, other }
				: { ...base, kind: 'multiple', options, other, most };
		}
		case 'scale':
			return { ...base, kind: 'scale', from: typed.from, to: typed.to, low: typed.low, high: typed.high };
		case 'grid': {
			const [rows, columns] = before?.kind === 'grid' ? [before.rows, before.columns] : [[], []];
			return {
				...base,
				kind: 'grid',
				rows: optionsFrom(typed.rows, rows, 'r'),
				columns: optionsFrom(typed.columns, columns, 'c')
			};
		}
		case 'text':
			return { ...base, kind: 'text', long: typed.long };
		case 'ranking':
			return { ...base, kind: 'ranking', of: typed.of, most: typed.most ?? 3 };
		case 'file':
			return { ...base, kind: 'file' };
	}
}

const whereWrong: Record<QuestionKind, string> = {
	single: 'options',
	multiple: 'options',
	scale: 'to',
	grid: 'rows',
	ranking: 'most',
	text: 'text',
	file: 'text'
};

/** What is wrong with a typed question, beside its field. */
export function problemsOf(question: Question, typed: Pick<TypedQuestion, 'branch'>): Problems {
	const [wrong] = shapeOf(question);
	const sources = new Set(typed.branch.map((one) => one.split(':')[0]));
	return {
		...(wrong && {
			[question.text ? whereWrong[question.kind] : 'text']: wrong.charAt(0).toUpperCase() + wrong.slice(1)
		}),
		...(sources.size > 1 && { branch: 'Выберите варианты одного вопроса.' })
	};
}

/** The values its form begins with. */
export function valuesOf(question: Question, section: number): Values {
	const shared: Values = {
		kind: question.kind,
		section: String(section),
		text: question.text,
		help: question.help,
		required: question.required ? 'on' : '',
		meaning: question.meaning ?? '',
		comparison: question.comparison ?? ''
	};
	switch (question.kind) {
		case 'single':
		case 'multiple':
			return {
				...shared,
				options: linesOf(question.options),
				other: question.other ? 'on' : '',
				most: question.kind === 'multiple' && question.most !== null ? String(question.most) : ''
			};
		case 'scale':
			return {
				...shared,
				from: String(question.from),
				to: String(question.to),
				low: question.low,
				high: question.high
			};
		case 'grid':
			return { ...shared, rows: linesOf(question.rows), columns: linesOf(question.columns) };
		case 'text':
			return { ...shared, long: question.long ? 'long' : 'short' };
		case 'ranking':
			return { ...shared, of: question.of, most: String(question.most) };
		case 'file':
			return shared;
	}
}

/** What of an earlier question a branch may stand on: «code:option» → its words. */
export const branchesOf = (question: Question): [string, string][] =>
	question.kind === 'single' || question.kind === 'multiple'
		? [...question.options, ...(question.other ? [{ code: otherOption, text: 'свой вариант' }] : [])].map(
				({ code, text }) => [`${question.code}:${code}`, text]
			)
		: [];

export const chosenBranch = ({ showIf }: Pick<Question, 'showIf'>) =>
	showIf ? showIf.options.map((option) => `${showIf.question}:${option}`) : [];
