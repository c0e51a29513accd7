import { answerWords } from '../answer-words';
import type { Answers } from '../answers';
import { enough, type Identity, type Questionnaire, questionsOf } from '../questionnaire';
import { summaryOf } from './question';

type Sheet = { answers: Answers; person: { name: string; post: string } | null; about: { name: string } | null };

/**
 * Raw answers, a sheet a line, as far as was promised: with names in the order of the alphabet; without them in the order
 * given (of chance), no number, no time, and no question that so few were led to that they would be guessed.
 */
export function answersTable(
	{ content, identity }: { content: Questionnaire; identity: Identity },
	sheets: readonly Sheet[],
	rankings: boolean,
	nameOf: (id: string) => string
) {
	const named = identity === 'named';
	if (!named && sheets.length < enough) return { headings: [], rows: [] };
	const answers = sheets.map((sheet) => sheet.answers);
	const questions = questionsOf(content)
		.filter(({ kind }) => kind !== 'file' && (rankings || kind !== 'ranking'))
		.filter((question) => !summaryOf(question, answers, identity).withheld);
	const about = sheets.some((sheet) => sheet.about);
	const who = named ? ['Имя', 'Должность', ...(about ? ['О ком'] : [])] : [];
	return {
		headings: [...who, ...questions.map(({ text }) => text)],
		rows: sheets.map((sheet) => [
			...(named
				? [sheet.person?.name ?? '', sheet.person?.post ?? '', ...(about ? [sheet.about?.name ?? ''] : [])]
				: []),
			...questions.map((question) => {
				const answer = sheet.answers[question.code];
				return answer ? answerWords(question, answer, nameOf) : '';
			})
		])
	};
}
