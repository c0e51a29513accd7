import { type Option, type Question, type Questionnaire, questionsOf } from './questionnaire';

/** A question as it stands on paper: its words, what to tick, and how many lines to write on. */
export type PrintedQuestion = {
	number: number;
	text: string;
	notes: readonly string[];
	marks:
		| { as: 'list'; options: readonly string[]; mark: '○' | '☐' }
		| { as: 'row'; options: readonly string[] }
		| { as: 'grid'; rows: readonly string[]; columns: readonly string[] }
		| { as: 'lines'; labels: readonly string[] };
};
export type PrintedSection = { title: string; about: string; questions: readonly PrintedQuestion[] };

const texts = (options: readonly Option[]) => options.map(({ text }) => text);

function marksOf(question: Question): PrintedQuestion['marks'] {
	switch (question.kind) {
		case 'single':
		case 'multiple': {
			const options = [...texts(question.options), ...(question.other ? ['Свой вариант: ____________________'] : [])];
			return { as: 'list', options, mark: question.kind === 'single' ? '○' : '☐' };
		}
		case 'scale':
			return {
				as: 'row',
				options: Array.from({ length: question.to - question.from + 1 }, (_, at) => String(question.from + at))
			};
		case 'grid':
			return { as: 'grid', rows: texts(question.rows), columns: texts(question.columns) };
		case 'text':
			return { as: 'lines', labels: question.long ? ['', '', ''] : [''] };
		case 'ranking':
			return { as: 'lines', labels: Array.from({ length: question.most }, (_, at) => `${at + 1}.`) };
		case 'file':
			return { as: 'lines', labels: ['Приложено:'] };
	}
}

function notesOf(question: Question, all: readonly Question[]): string[] {
	const { showIf, help } = question;
	const at = all.findIndex(({ code }) => code === showIf?.question);
	const source = all[at];
	const chosen =
		showIf && source && 'options' in source
			? showIf.options.map((code) => `«${source.options.find((one) => one.code === code)?.text ?? 'свой вариант'}»`)
			: [];
	const most = question.kind === 'multiple' ? question.most : null;
	return [
		...(chosen.length > 0 ? [`Если на вопрос ${at + 1} ответили ${chosen.join(' или ')}.`] : []),
		...(help ? [help] : []),
		...(question.kind === 'scale'
			? [
					[question.low && `${question.from} – ${question.low}`, question.high && `${question.to} – ${question.high}`]
						.filter(Boolean)
						.join(', ')
				].filter(Boolean)
			: []),
		...(question.kind === 'multiple' ? [most === null ? 'Можно отметить несколько.' : `Не больше ${most}.`] : [])
	];
}

/** A questionnaire for paper, with questions counted through. */
export function printedOf({ sections }: Pick<Questionnaire, 'sections'>): PrintedSection[] {
	const all = questionsOf({ sections });
	return sections.map(({ title, about, questions }) => ({
		title,
		about,
		questions: questions.map((question) => ({
			number: all.indexOf(question) + 1,
			text: question.text,
			notes: notesOf(question, all),
			marks: marksOf(question)
		}))
	}));
}
