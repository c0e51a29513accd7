/**
 * What of an activity's wording is its head and what only surrounds it. «Распределить педагогов на группы с целью подбора
 * пар» distributes; the purpose, the occasion, the place and the people it is for are heard more quietly.
 */

/** A clue weighs less inside brackets, in quotes, after a colon and towards the end of a long title. */
const quieter = { brackets: 0.55, quotes: 0.75, colon: 0.85, end: 0.66, around: 0.6 };
/** The first word that means something says what is done. */
const headBonus = 1.12;
/** Titles shorter than this are heard as if they were so long: their end is not far from their head. */
const shortTitle = 45;

/** What begins a purpose, an occasion, a ground, a means, a place. */
const around =
	/(?<![а-я-])(?:с целью|в целях|в связи|для|в рамках|в ходе|в процессе|в период|во время|в соответствии|согласно|в части|в том числе|включая|по (?:итогам|результатам|окончании|завершении|вопросам|вопросу|проблемам|мере)|о результатах|об итогах|на (?:[а-я]+ )?(?:встрече|заседани[ия]|совещани[ия]|педсовете|собрании|совете)|на (?:основе|основании|базе|платформе|предмет|период|случай)|при (?:помощи|участии|поддержке|необходимости|содействии)|с (?:помощью|учетом|участием|привлечением|использованием|последующ[а-я]+|согласия)|путем|через|посредством|перед|после|из числа|котор[а-я]+|чтобы|участвующ[а-я]+|работающ[а-я]+)(?![а-я-])/g;

/** A question before a colon is what is spoken of, not what is done. */
const question = /^[«"]?(?:как|что|чему|почему|зачем|где|когда|о чем|с чего)\s/;

/** Acts that say nothing themselves: the head is what is held, organised or begun. */
const empty =
	/^(?:(?:проведен|организац|осуществлен|обеспечен|участи|выполнен|начал|запуск|старт|работ|деятельност|мероприяти|регулярн|систематическ|ежегодн|ежемесячн|еженедельн|ежеквартальн|первичн|повторн|итогов|цикл|серия|серии|подготовк|разработк|издани|издан|оформлен|подписан|составлен|утвержден|создан|написан|внесени[ея] (?:изменени|дополнени))[а-я]*\s+(?:(?:и|в|по)\s+)?)+/;

/** How often is no clue: «раз в неделю» is no week of events. Spaces stand in its place, so that places stay. */
const howOften = /(?<![а-я\d])(?:\d+ )?раза? в (?:две |три )?(?:недел|месяц|четверт|полугоди|год|квартал)[а-яю]*/g;
/** «онлайн-опрос» is an «опрос». */
const prefixed =
	/(?<![а-я-])(онлайн|интернет|экспресс|блиц|мини|видео|веб|фото|арт|смарт|гугл|яндекс|google)-(?=[а-я]{3})/g;

/** Names of posts, of schools and of years that sound like acts: «мастер производственного обучения» teaches nobody here. */
const names =
	/(?<![а-я])(?:производственн|дополнительн|дошкольн|начальн|среднего профессиональн)[а-я]* (?:обучени|образовани)[а-я]*/g;

/** Lower-case words of the same length and number in which nothing but what is done is heard. */
export const levelled = (words: string) =>
	words.replace(howOften, blank).replace(names, blank).replace(prefixed, '$1 ');
const blank = (found: string) => found.replace(/\S/g, ' ');

/** How loudly a clue is heard that begins at a place of the text. */
export function heardAt(text: string): (at: number) => number {
	const head = empty.exec(text)?.[0].length ?? 0;
	const quiet = new Float32Array(text.length).fill(1);
	const hush = (from: number, to: number, by: number) => {
		for (let at = from; at < to; at++) quiet[at] = (quiet[at] ?? 1) * by;
	};
	hushNested(text, hush);
	const places = Array.from(text.matchAll(around), ({ index }) => index);
	const first = places.find((at) => at > 0);
	if (first !== undefined) hush(first, text.length, quieter.around);
	const colon = text.indexOf(':');
	if (colon > 0 && question.test(text)) hush(0, colon, quieter.around);
	else if (colon > 0) hush(colon, text.length, quieter.colon);
	const opening = places[0] === 0 ? text.indexOf(',') : -1;
	if (opening > 0) hush(0, opening, quieter.around);
	const length = Math.max(text.length, shortTitle);
	return (at) =>
		(quiet[at] ?? 1) *
		(1 - (1 - quieter.end) * (at / length)) *
		(at === head || (at === 0 && head > 0) ? headBonus : 1);
}

function hushNested(text: string, hush: (from: number, to: number, by: number) => void) {
	let depth = 0;
	let quoted = 0;
	for (let at = 0; at < text.length; at++) {
		const sign = text[at];
		if (sign === '(') depth++;
		else if (sign === ')') depth = Math.max(0, depth - 1);
		else if (sign === '«') quoted++;
		else if (sign === '»') quoted = Math.max(0, quoted - 1);
		if (depth > 0) hush(at, at + 1, quieter.brackets);
		else if (quoted > 0) hush(at, at + 1, quieter.quotes);
	}
}
