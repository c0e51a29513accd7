import type { Answer } from './answers';
import type { Option, Question } from './questionnaire';

/** An answer as one line of text, the way its author would say it; `nameOf` an id of a person who is named in it. */
export function answerWords(question: Question, answer: Answer, nameOf: (id: string) => string = (id) => id): string {
	if ('text' in answer) return answer.text;
	if ('number' in answer) return String(answer.number);
	if ('people' in answer) return answer.people.map(nameOf).join(', ');
	if ('file' in answer) return 'приложен файл';
	if ('rows' in answer && question.kind === 'grid')
		return question.rows
			.filter(({ code }) => answer.rows[code] !== undefined)
			.map(({ code, text }) => `${text}: ${textOf(question.columns, answer.rows[code] ?? '')}`)
			.join('; ');
	const options = 'options' in question ? question.options : [];
	const chosen = 'option' in answer ? [answer.option] : 'options' in answer ? answer.options : [];
	const own = 'other' in answer && answer.other ? answer.other : '';
	return chosen.map((code) => (code === 'other' ? own || 'свой вариант' : textOf(options, code))).join(', ');
}

const textOf = (options: readonly Option[], code: string) => options.find((one) => one.code === code)?.text ?? code;
