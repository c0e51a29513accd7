import type { Answers } from './answers';
import { type Question, type Questionnaire, questionsOf, type Ranked } from './questionnaire';

/**
 * How an answer stands in a form: the one rule by which fields are named. Codes carry no hyphen, so no two fields of a
 * questionnaire meet.
 */
export const fieldOf = ({ code }: Pick<Question, 'code'>) => `q-${code}`;
/** The words of «свой вариант». */
export const otherOf = (question: Pick<Question, 'code'>) => `${fieldOf(question)}-other`;
/** One row of a grid. */
export const rowOf = (question: Pick<Question, 'code'>, row: string) => `${fieldOf(question)}-${row}`;
/** One place of a ranking, counted from 1. */
export const placeOf = (question: Pick<Question, 'code'>, place: number) => `${fieldOf(question)}-${place}`;
/** The tick that drops a file sent earlier. */
export const dropOf = (question: Pick<Question, 'code'>) => `${fieldOf(question)}-drop`;

/** The option that carries one's own words. */
export const otherOption = 'other';

/** Somebody who may be chosen; or a file that was sent earlier. */
export type Named = { id: string; name: string };
/** Whom a ranking offers. */
export type People = Partial<Record<Ranked, readonly Named[]>>;
/** Files sent earlier, by the code of their question. */
export type Files = Readonly<Record<string, Named>>;

/** A form as it was filled: the name of a field → what stands in it. */
export type Filled = Readonly<Record<string, readonly string[]>>;

/** What a reader of forms needs of `FormData`. */
export type Form = { getAll(name: string): readonly unknown[] };

/** All fields of a questionnaire but those that take files. */
function fieldsOf(question: Question): string[] {
	switch (question.kind) {
		case 'single':
		case 'multiple':
			return [fieldOf(question), ...(question.other ? [otherOf(question)] : [])];
		case 'grid':
			return question.rows.map(({ code }) => rowOf(question, code));
		case 'ranking':
			return Array.from({ length: question.most }, (_, at) => placeOf(question, at + 1));
		case 'file':
			return [dropOf(question)];
		default:
			return [fieldOf(question)];
	}
}

/** What was filled in, word for word: a refused form is shown again with it. */
export function filledFrom({ sections }: Pick<Questionnaire, 'sections'>, form: Form): Filled {
	const filled: Record<string, string[]> = {};
	for (const field of questionsOf({ sections }).flatMap(fieldsOf)) {
		const texts = form.getAll(field).filter((value) => typeof value === 'string');
		if (texts.length > 0) filled[field] = texts.map((text) => text.replaceAll('\u0000', '').toWellFormed());
	}
	return filled;
}

/** The form that these answers would have come from. */
export function filledOf({ sections }: Pick<Questionnaire, 'sections'>, answers: Answers): Filled {
	const filled: Record<string, readonly string[]> = {};
	for (const question of questionsOf({ sections })) {
		const answer = answers[question.code];
		if (!answer) continue;
		if ('option' in answer) filled[fieldOf(question)] = [answer.option];
		if ('options' in answer) filled[fieldOf(question)] = answer.options;
		if ('other' in answer && answer.other !== undefined) filled[otherOf(question)] = [answer.other];
		if ('number' in answer) filled[fieldOf(question)] = [String(answer.number)];
		if ('text' in answer) filled[fieldOf(question)] = [answer.text];
		if ('rows' in answer)
			for (const [row, column] of Object.entries(answer.rows)) filled[rowOf(question, row)] = [column];
		if ('people' in answer)
			answer.people.forEach((id, at) => {
				filled[placeOf(question, at + 1)] = [id];
			});
	}
	return filled;
}
