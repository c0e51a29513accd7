import type { Option, Question, Questionnaire } from '../questionnaire';
import { questionsOf } from '../questionnaire';
import type { Finding } from './checks';

/** What an answer is measured by; answers on different measures cannot be put side by side. */
function measureOf(question: Question): string {
	const codes = (options: readonly Option[]) =>
		options
			.map(({ code, value }) => `${code}=${value ?? ''}`)
			.toSorted()
			.join();
	switch (question.kind) {
		case 'scale':
			return `scale ${question.from}–${question.to}`;
		case 'single':
		case 'multiple':
			return `${question.kind} ${codes(question.options)}`;
		case 'grid':
			return `grid ${codes(question.columns)}`;
		default:
			return question.kind;
	}
}

const scaleText = (question: Question) => (question.kind === 'scale' ? `${question.from}–${question.to}` : null);

/**
 * Which comparisons break when this wording is asked after an earlier one: the question is gone, or is measured by
 * something else. `before`: «прежней редакцией», «первым этапом».
 */
export function brokenComparisons(
	wording: Pick<Questionnaire, 'sections'>,
	earlier: Pick<Questionnaire, 'sections'>,
	before: string
): Finding[] {
	const now = questionsOf(wording);
	return questionsOf(earlier)
		.filter(({ comparison }) => comparison)
		.flatMap((was): Finding[] => {
			const at = now.findIndex(({ code }) => code === was.code);
			const is = now[at];
			if (!is) return [{ text: `Вопроса «${was.text}» больше нет: сравнить его с ${before} будет нельзя.` }];
			if (measureOf(is) === measureOf(was)) return [];
			const [from, to] = [scaleText(was), scaleText(is)];
			const how = from && to ? `шкала была ${from}, стала ${to}` : 'варианты ответа изменились';
			return [{ code: is.code, text: `Вопрос ${at + 1}: ${how}. Сравнить с ${before} будет нельзя.` }];
		});
}
