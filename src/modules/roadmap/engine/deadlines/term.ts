import { tidy } from '../grid';
import { normaliseDeadline, onlyDates } from './tokens';

const longestTerm = 60;
const always =
	/^(?:(?:в течение|на протяжении) (?:всего )?(?:учебного |календарного )?(?:года|периода)|весь (?:учебный |календарный )?(?:год|период)|постоянно|систематически|регулярно|еженедельно|ежемесячно|ежеквартально|ежегодно|по мере необходимости|по запросу)$/;

/** Is the text a stretch of time and nothing else, as plans by months and quarters have for headings: «Сентябрь», «II четверть»? */
export function namesTerm(text: string): boolean {
	const words = tidy(text).replace(/^(?:[ivx]{1,4}|\d{1,2})[.)]\s+(?=[а-яё])/i, '');
	if (words.length > longestTerm || words.length < 3 || words.startsWith('(') || !/[А-ЯЁа-яё]/.test(words))
		return false;
	const normalised = normaliseDeadline(words.replace(/[.:]+$/, ''));
	return always.test(normalised) || onlyDates(normalised);
}
