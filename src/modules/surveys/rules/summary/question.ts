import { type Answer, type Answers, isAsked } from '../answers';
import { enough, type Identity, type Option, type Question } from '../questionnaire';
import { type Spread, spreadOf } from './numbers';
import { groupWords, type Words } from './words';

export type Counted = { code: string; text: string; count: number };
export type GridRow = { code: string; text: string; counts: number[]; answered: number; spread: Spread | null };
export type Named = { person: string; count: number; places: number[] }; // places[0]: how often named first

type Body =
	| { kind: 'choice'; many: boolean; options: Counted[]; words: Words[]; spread: Spread | null }
	| { kind: 'scale'; steps: Counted[]; spread: Spread | null; top: { from: number; count: number } }
	| { kind: 'grid'; columns: readonly Option[]; rows: GridRow[] }
	| { kind: 'words'; words: Words[] }
	| { kind: 'ranking'; named: Named[] }
	| { kind: 'files'; count: number };

/**
 * One question over all sheets. `asked`: whom the branches led to it; `withheld`: so few were asked without their names
 * that they would be guessed.
 */
export type Summary = { code: string; text: string; asked: number; answered: number; withheld: boolean } & Body;

export function summaryOf(question: Question, sheets: readonly Answers[], identity: Identity): Summary {
	const asked = sheets.filter((answers) => isAsked(question, answers));
	const given = asked.flatMap((answers) => answers[question.code] ?? []).filter((one) => fits(question, one));
	const withheld = identity !== 'named' && asked.length > 0 && asked.length < enough;
	const { code, text } = question;
	const shown = withheld ? [] : given;
	return { code, text, asked: asked.length, answered: given.length, withheld, ...bodyOf(question, shown) };
}

/** An answer of another shape was given to an earlier wording of the question: it counts for nothing here. */
function fits(question: Question, answer: Answer) {
	const shapes = {
		single: 'option',
		multiple: 'options',
		scale: 'number',
		grid: 'rows',
		text: 'text',
		ranking: 'people',
		file: 'file'
	} as const;
	return shapes[question.kind] in answer;
}

function bodyOf(question: Question, given: readonly Answer[]): Body {
	switch (question.kind) {
		case 'single':
		case 'multiple':
			return choiceOf(question, given);
		case 'scale':
			return scaleOf(question, given);
		case 'grid':
			return gridOf(question, given);
		case 'text':
			return { kind: 'words', words: groupWords(given.flatMap((one) => ('text' in one ? one.text : []))) };
		case 'ranking':
			return { kind: 'ranking', named: rankingOf(given, question.most) };
		case 'file':
			return { kind: 'files', count: given.length };
	}
}

const ownWords = 'other';
const optionsIn = (one: Answer) => ('option' in one ? [one.option] : 'options' in one ? one.options : []);

function choiceOf(
	{ kind, options, other }: Extract<Question, { kind: 'single' | 'multiple' }>,
	given: readonly Answer[]
): Body {
	const chosen = given.map(optionsIn);
	const all = other ? [...options, { code: ownWords, text: 'Свой вариант' }] : options;
	return {
		kind: 'choice',
		many: kind === 'multiple',
		options: all.map(({ code, text }) => ({
			code,
			text,
			count: chosen.filter((codes) => codes.includes(code)).length
		})),
		words: groupWords(given.flatMap((one) => ('other' in one && one.other) || [])),
		spread: kind === 'single' ? spreadOf(given.flatMap((one) => worthOf(options, optionsIn(one)[0]) ?? [])) : null
	};
}

/** What an option counts for; undefined where it counts for nothing. */
export const worthOf = (options: readonly Option[], code: string | undefined) =>
	options.find((option) => option.code === code)?.value;

function scaleOf({ from, to }: Extract<Question, { kind: 'scale' }>, given: readonly Answer[]): Body {
	const numbers = given.flatMap((one) => ('number' in one ? one.number : [])).filter((n) => n >= from && n <= to);
	const steps = Array.from({ length: to - from + 1 }, (_, at) => from + at);
	const top = topOf(from, to);
	return {
		kind: 'scale',
		steps: steps.map((step) => ({
			code: String(step),
			text: String(step),
			count: numbers.filter((n) => n === step).length
		})),
		spread: spreadOf(numbers),
		top: { from: top, count: numbers.filter((n) => n >= top).length }
	};
}

/** Where the top answers begin: the upper fifth of a scale, 9 and 10 of ten, the last one of a short one. */
export const topOf = (from: number, to: number) => to - Math.max(1, Math.round((to - from + 1) / 5)) + 1;

function gridOf({ rows, columns }: Extract<Question, { kind: 'grid' }>, given: readonly Answer[]): Body {
	return {
		kind: 'grid',
		columns,
		rows: rows.map(({ code, text }) => {
			const chosen = given.flatMap((one) => ('rows' in one && one.rows[code]) || []);
			const counts = columns.map((column) => chosen.filter((one) => one === column.code).length);
			return {
				code,
				text,
				counts,
				answered: counts.reduce((sum, count) => sum + count, 0),
				spread: spreadOf(chosen.flatMap((one) => worthOf(columns, one) ?? []))
			};
		})
	};
}

/** Those who were named, the most often named first, then by how high. Whoever was named by nobody is not there. */
function rankingOf(given: readonly Answer[], most: number): Named[] {
	const lists = given.flatMap((one) => ('people' in one ? [one.people] : []));
	const named = [...new Set(lists.flat())].map((person) => {
		const places = Array.from({ length: most }, (_, at) => lists.filter((people) => people[at] === person).length);
		return { person, count: lists.filter((people) => people.includes(person)).length, places };
	});
	return named.sort((a, b) => b.count - a.count || higher(a.places, b.places) || (a.person < b.person ? -1 : 1));
}

function higher(a: readonly number[], b: readonly number[]) {
	const at = a.findIndex((count, place) => count !== b[place]);
	return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0);
}
