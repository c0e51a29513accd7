import { plain } from '../../../../core/plain';
import { otherOption } from '../fields';
import type { Option, Question, Questionnaire } from '../questionnaire';
import { questionsOf } from '../questionnaire';

/** Something to mend or to know, and the question it is about. */
export type Finding = { code?: string; text: string };

type Numbered = { question: Question; number: number };
const numbered = (questionnaire: Pick<Questionnaire, 'sections'>): Numbered[] =>
	questionsOf(questionnaire).map((question, at) => ({ question, number: at + 1 }));

/** More numbers than these do not fit a phone in two rows. */
export const mostNumbers = 11;
export const mostPlaces = 10;

/** Why a wording cannot be published yet, in the order of the page. */
export function obstaclesIn(questionnaire: Questionnaire): Finding[] {
	const all = numbered(questionnaire);
	return [
		...(questionnaire.title.trim() ? [] : [{ text: 'Назовите анкету.' }]),
		...(all.length > 0 ? [] : [{ text: 'В анкете нет ни одного вопроса. Добавьте хотя бы один.' }]),
		...all.flatMap(({ question, number }) => {
			const said = [...shapeOf(question), ...branchOf(question, all.slice(0, number - 1), all)];
			return said.map((text) => ({ code: question.code, text: `Вопрос ${number}: ${text}` }));
		})
	];
}

function twice(options: readonly Option[]) {
	const seen = new Set<string>();
	return options.find(({ text }) => {
		const words = plain(text.trim());
		const again = seen.has(words);
		seen.add(words);
		return again;
	})?.text;
}

function choices(options: readonly Option[], least: number, what: string) {
	const again = twice(options);
	if (options.length < least) return [`${what}: нужно не меньше ${least === 1 ? 'одного' : 'двух'}.`];
	return again === undefined ? [] : [`«${again}» стоит дважды. Оставьте один.`];
}

/** What is wrong with one question by itself. */
export function shapeOf(question: Question): string[] {
	const words = question.text.trim() ? [] : ['напишите, о чём спрашиваете.'];
	switch (question.kind) {
		case 'single':
		case 'multiple': {
			const { options, other } = question;
			const most = question.kind === 'multiple' ? question.most : null;
			const tooFew = most !== null && most > options.length + Number(other);
			return [
				...words,
				...choices(options, other ? 1 : 2, 'варианты'),
				...(tooFew ? [`отметить можно ${most}, а вариантов меньше.`] : [])
			];
		}
		case 'scale': {
			if (question.to <= question.from) return [...words, 'конец шкалы должен быть больше начала.'];
			const long = question.to - question.from + 1 > mostNumbers;
			return long ? [...words, `на шкале больше ${mostNumbers} делений: на телефоне она не поместится.`] : words;
		}
		case 'grid':
			return [...words, ...choices(question.rows, 1, 'строки'), ...choices(question.columns, 2, 'столбцы')];
		case 'ranking':
			return question.most >= 1 && question.most <= mostPlaces
				? words
				: [...words, `выбрать можно от 1 до ${mostPlaces} человек.`];
		default:
			return words;
	}
}

/** Whether what a question depends on stands before it and still has those options. */
function branchOf({ showIf }: Question, earlier: readonly Numbered[], all: readonly Numbered[]): string[] {
	if (!showIf) return [];
	const source = all.find(({ question }) => question.code === showIf.question);
	if (!source) return ['зависит от вопроса, которого больше нет. Выберите другой или снимите условие.'];
	if (!earlier.includes(source))
		return [`зависит от вопроса ${source.number}, который стоит ниже. Поменяйте их местами или снимите условие.`];
	const { question } = source;
	if (question.kind !== 'single' && question.kind !== 'multiple')
		return [`зависит от вопроса ${source.number}, в котором нет вариантов.`];
	const known = [...question.options.map(({ code }) => code), ...(question.other ? [otherOption] : [])];
	return showIf.options.length > 0 && showIf.options.every((code) => known.includes(code))
		? []
		: [`зависит от варианта, которого в вопросе ${source.number} больше нет. Выберите другой.`];
}

/** What is published all the same, but is worth a look. */
export function remarksOn(questionnaire: Questionnaire): Finding[] {
	const all = numbered(questionnaire);
	const remarks: Finding[] = [];
	for (const { question, number } of all) {
		const same = all.find((one) => one.number < number && plain(one.question.text) === plain(question.text));
		if (same)
			remarks.push({ code: question.code, text: `Вопросы ${same.number} и ${number} спрашивают одно и то же.` });
		if (question.comparison && (question.kind === 'text' || question.kind === 'file' || question.kind === 'ranking'))
			remarks.push({
				code: question.code,
				text: `Вопрос ${number}: такие ответы не сравнить, сравнение ни на что не повлияет.`
			});
	}
	if (all.length > 30)
		remarks.push({ text: `Вопросов в анкете: ${all.length}. На телефоне это долго. Может быть, что-то убрать?` });
	return remarks;
}
