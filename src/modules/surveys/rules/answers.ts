import type { Question, Questionnaire } from './questionnaire';
import { questionsOf } from './questionnaire';

/** One answer, by the kind of its question. */
export type Answer =
	| { option: string; other?: string } // single; option «other» carries the person's own words
	| { options: readonly string[]; other?: string } // multiple
	| { number: number } // scale
	| { rows: Readonly<Record<string, string>> } // grid: row → column
	| { text: string }
	| { people: readonly string[] } // ranking: ids, the most wanted first
	| { file: string }; // id of a file

/** Code of a question → its answer; what was not answered is not there. */
export type Answers = Readonly<Record<string, Answer>>;

/** Longer ones are refused, with their words kept on the page. */
export const longestText = 10_000;

/** Whether the question is asked at all, after what has been answered so far. */
export function isAsked(question: Question, answers: Answers) {
	const { showIf } = question;
	if (!showIf) return true;
	const given = answers[showIf.question];
	if (!given) return false;
	if ('option' in given) return showIf.options.includes(given.option);
	return 'options' in given && given.options.some((option) => showIf.options.includes(option));
}

/** The answers to what was really asked: those behind a branch that was left again are dropped. */
export function answersAsked(questionnaire: Pick<Questionnaire, 'sections'>, answers: Answers): Answers {
	const kept: Record<string, Answer> = {};
	for (const question of questionsOf(questionnaire)) {
		const answer = answers[question.code];
		if (answer && isAsked(question, kept)) kept[question.code] = answer;
	}
	return kept;
}
