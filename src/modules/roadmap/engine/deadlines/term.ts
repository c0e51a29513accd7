import { tidy } from '../grid';
import { normaliseDeadline, onlyDates } from './tokens';

const longestTerm = 60;
const always =
	/^(?:(?:в течение|на протяжении) (?:всего )?(?:учебного |календарного )?(?:года|периода)|весь (?:учебный |календарный )?(?:год|период)|постоянно|систематически|регулярно|еженедельно|ежемесячно|ежеквартально|ежегодно|по мере необходимости|по запросу)$/;

/** A quick first look: most texts have nothing of a date or of a stretch in them. */
const mayNameTerm =
	/\d.*[а-яё]|[а-яё].*\d|янв|фев|мар|апр|ма[йяе]|июн|июл|авг|сен|окт|ноя|дек|бр[яье]|кварт|четв|полуг|семес|тримес|канику|осен|зим|весн|лет|недел|дн[юяейи]|день|год|теч|прот|весь|всег|пост|сист|регул|ежен|ежем|ежек|ежег|мере|запрос|половин/i;

/** Is the text a stretch of time and nothing else, as plans by months and quarters have for headings: «Сентябрь», «II четверть»? */
export function namesTerm(text: string): boolean {
	const words = tidy(text).replace(/^(?:[ivx]{1,4}|\d{1,2})[.)]\s+(?=[а-яё])/i, '');
	if (words.length > longestTerm || words.length < 3 || words.startsWith('(') || !mayNameTerm.test(words)) return false;
	const normalised = normaliseDeadline(words.replace(/(?<![.:])[.:]+$/, ''));
	return always.test(normalised) || onlyDates(normalised);
}
