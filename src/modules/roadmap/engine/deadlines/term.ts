import { tidy } from '../grid';
import { normaliseDeadline, onlyDates } from './tokens';

const longestTerm = 60;

/** Is the text a stretch of time and nothing else, as plans by months and quarters have for headings: «Сентябрь», «II четверть»? */
export function namesTerm(text: string): boolean {
	const words = tidy(text).replace(/^(?:[ivx]{1,4}|\d{1,2})[.)]\s+(?=[а-яё])/i, '');
	if (words.length > longestTerm || words.length < 3 || words.startsWith('(') || !/[А-ЯЁа-яё]/.test(words))
		return false;
	return onlyDates(normaliseDeadline(words.replace(/[.:]+$/, '')));
}
