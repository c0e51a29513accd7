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
export function levelled(words: string) {
	const named = words.includes(' в ') ? words.replace(howOften, blank) : words;
	const plain = /обучени|образовани/.test(named) ? named.replace(names, blank) : named;
	return plain.includes('-') ? plain.replace(prefixed, '$1 ') : plain;
}
const blank = (found: string) => found.replace(/\S/g, ' ');

/** How loudly a clue is heard that begins at a place of the text. */
export function heardAt(text: string): (at: number) => number {
	const head = empty.exec(text)?.[0].length ?? 0;
	const hushes: Hush[] = [];
	around.lastIndex = 0;
	const opens = around.exec(text)?.index;
	const first = opens === 0 ? around.exec(text)?.index : opens;
	if (first !== undefined) hushes.push({ from: first, to: text.length, by: quieter.around });
	const colon = text.indexOf(':');
	if (colon > 0 && question.test(text)) hushes.push({ from: 0, to: colon, by: quieter.around });
	else if (colon > 0) hushes.push({ from: colon, to: text.length, by: quieter.colon });
	const opening = opens === 0 ? text.indexOf(',') : -1;
	if (opening > 0) hushes.push({ from: 0, to: opening, by: quieter.around });
	const nested = nestedIn(text);
	const length = Math.max(text.length, shortTitle);
	return (at) => {
		let quiet = nested?.[at] ?? 1;
		for (const { from, to, by } of hushes) if (at >= from && at < to) quiet *= by;
		return quiet * (1 - (1 - quieter.end) * (at / length)) * (at === head || (at === 0 && head > 0) ? headBonus : 1);
	};
}

type Hush = { from: number; to: number; by: number };

/** How quiet each sign is for the brackets and quotes it stands in; undefined where there are none. */
function nestedIn(text: string): Float64Array | undefined {
	if (!text.includes('(') && !text.includes('«')) return undefined;
	const quiet = new Float64Array(text.length);
	let [depth, quoted] = [0, 0];
	for (let at = 0; at < text.length; at++) {
		const sign = text[at];
		if (sign === '(') depth++;
		else if (sign === ')') depth = Math.max(0, depth - 1);
		else if (sign === '«') quoted++;
		else if (sign === '»') quoted = Math.max(0, quoted - 1);
		quiet[at] = depth > 0 ? quieter.brackets : quoted > 0 ? quieter.quotes : 1;
	}
	return quiet;
}
