import { namesTerm } from './deadlines/term';
import { type Paragraph, tidy } from './grid';
import { isTermAlone } from './period';
import {
	approvalStart,
	documentStart,
	goalStart,
	orderClause,
	organisationWords,
	signatureLine,
	tasksStart
} from './preamble-lines';

const titleStart =
	/^[«"'*\s]*(?:проект\s+)?(?:примерн\S+\s+)?(?:(?:[а-яё]+(?:ая|яя)\s+){0,2}дорожная\s+карта|(?:[а-яё]+(?:ый|ой|ий)\s+){1,2}план(?:\s|-[а-яё]+|$)|план[\s-]|план$|программа\s+(?:мероприятий|действий|работы|развития|внедрения|реализации|наставничеств)|(?:циклограмма|сетка|календарь|матрица|система)\s+(?:мероприятий|работы|событий|наставни)|[а-яё]+(?:\s[а-яё]+){0,3}\s\(?[«"]?дорожная\s+карта|перечень\s+мероприятий|комплекс\s+(?:мер|мероприятий)|график\s+(?:мероприятий|реализации|внедрения)|сетевой\s+график|«?дорожн)/i;
const otherHeading =
	/^(?:пояснительн|цел|задач|(?:срок\S*|период)\s+(?:реализации|действия)|введение|актуальность|основани|нормативн|ожидаем|раздел|этап|\d|[ivx]+\.)/i;

/** Does a line begin as the name of a plan does, and is it neither a clause of an order nor told about a plan? */
export const calledPlan = (text: string) => isPlanName(tidy(text)) && !saysOfPlan.test(text);
const isPlanName = (text: string) =>
	text.length < 500 && titleStart.test(withoutAnnex(text)) && !orderClause.test(text) && !/[;:]$/.test(text);

/** «Приложение 1. Дорожная карта …», «Приложение № 2 к приказу от 01.09.2025 № 88. План …»: the annex and its name in one line. */
const annexBefore = /^приложени[ея](?![а-яё]).{0,90}?[.:–—]\s+(?=[«"]?(?:дорожн|план))/i;
export const withoutAnnex = (text: string) => text.replace(annexBefore, '');

/** From the line that begins «Дорожная карта» or «План …» as far as lines go on with it: the last such place before the table. */
export function titleRange(texts: readonly string[], paragraphs: readonly Paragraph[]): [number, number] {
	const candidates = texts.flatMap((text, index) => (isPlanName(text) ? [index] : []));
	if (candidates.length === 0) candidates.push(...callsItselfPlan(texts));
	if (candidates.length === 0) return namedByPlace(texts);
	const names = candidates.filter((index) => !saysOfPlan.test(texts[index] ?? ''));
	const named = names.length ? names : candidates;
	const start = named.findLast((index) => /дорожн|план/i.test(texts[index] ?? '')) ?? named.at(-1);
	if (start === undefined) return [0, 0];
	let end = start + 1;
	while (end < texts.length && goesOn(texts, paragraphs, start, end)) end++;
	return [start, end];
}

/** «Как мы растим учителей: план на 2026 год»: where no line begins with what it is, the last that names a plan and its years. */
function callsItselfPlan(texts: readonly string[]): number[] {
	let index = texts.findLastIndex(
		(text, at) =>
			text.length < longestCalled &&
			/(?<![а-яё])(?:план(?:а|ом|ы)?(?![а-яё])|дорожн\S+ карт|программ[аы](?![а-яё])|наставничеств)/i.test(text) &&
			texts.slice(at, at + 3).some((near) => /20\d\d/.test(near)) &&
			!/[;:]$/.test(text) &&
			!isSentence(text) &&
			!isOther(text)
	);
	if (index < 0) return [];
	while (index > 0 && goesOnFromAbove(texts[index] ?? '') && couldName(texts[index - 1] ?? '')) index--;
	return [index];
}

/** A line of letters, broken or not: what stands right above it may be its beginning. */
const goesOnFromAbove = (text: string) => /^[а-яё]/i.test(text);

/** Nobody calls it a plan: the short lines above the table that end with its years, or speak of mentors. */
function namedByPlace(texts: readonly string[]): [number, number] {
	const last =
		findLastShort(texts, /20\d\d\s*[-–—/]\s*(?:20)?\d\d|(?:на|в)\s+20\d\d\s+год/) ??
		findLastShort(texts, /наставни|молод[а-яё]{1,4}\s(?:педагог|специалист|учител)/i) ??
		firstName(texts);
	if (last === undefined) return [0, 0];
	let start = last;
	if (isTermAlone(texts[last] ?? '') && !couldName(texts[last - 1] ?? '') && namesMore(texts[last - 1] ?? '')) start--;
	while (start > 0 && last - start < 4 && couldName(texts[start - 1] ?? '')) start--;
	return [start, last + 1];
}

/** Of a few lines the first that is nothing else is the name, whatever it says. */
function firstName(texts: readonly string[]) {
	const index =
		texts.length <= fewLines ? texts.findIndex((text) => couldName(text, false) && /[а-яё]{4}/i.test(text)) : -1;
	return index < 0 ? undefined : index;
}
const fewLines = 6;

function findLastShort(texts: readonly string[], words: RegExp) {
	const index = texts.findLastIndex((text) => words.test(text) && couldName(text, true));
	return index < 0 ? undefined : index;
}

const isOther = (text: string) =>
	[approvalStart, documentStart, signatureLine, goalStart, tasksStart, orderClause].some((other) => other.test(text));
const couldName = (text: string, unlabelled = true) =>
	text.length < longestCalled &&
	!/[;:]$/.test(text) &&
	!isSentence(text) &&
	!isOther(text) &&
	!organisationWords.test(text) &&
	!houseAlone(text) &&
	!(unlabelled && labelledLine.test(text));
const longestCalled = 200;
/** «Детская школа искусств «Лад»»: a house by its kind and its name, and nothing of those who are led in it. */
const houseAlone = (text: string) =>
	/^(?:[а-яё-]+\s){0,4}(?:школа|сад|лицей|гимназия|колледж|техникум|училище|центр|дворец|дом|студия)(?:\s[а-яё-]+){0,4}\s(?:«[^»]+»|№\s?\d+)$/i.test(
		text
	) && !/наставни|молод|педагог|учител/i.test(text);
/** «Что, когда и кто делает в детском саду «Ёлочка»»: it names a house, but does not begin with it. */
const namesMore = (text: string) =>
	text.length < longestCalled &&
	!/[;:]$/.test(text) &&
	!isSentence(text) &&
	!isOther(text) &&
	/^\S.{15}/.test(text) &&
	!organisationWords.test(text.slice(0, beginning));
const beginning = 30;

/** «Настоящий план составлен по поручению …»: a sentence about the plan is not its name. */
const saysOfPlan =
	/^(?:настоящ|данн|эт[ао]т?(?![а-яё]))|(?<![а-яё])(?:составлен|разработан|подготовлен|направлен|рассчитан|утвержд[её]н|принят)[аоы]?(?![а-яё])|(?<![а-яё])(?:предусматривает|определяет|включает|содержит|описывает)(?![а-яё])/i;

/** «Наставник: Громова В.С.», «Версия для печати: …»: lines of a form, no words of a title. */
const labelledLine = {
	test: (text: string) =>
		/^[А-ЯЁ][а-яё]+(?:\s[а-яё]+){0,3}\s?:\s/.test(text) &&
		(labels.test(text) || /:\s.*(?:\d|[А-ЯЁ]\.|[А-ЯЁ][а-яё]+\s[А-ЯЁ])/.test(text))
};
const labels =
	/^(?:наставни|наставляем|молод|педагог|учител|верси|адрес|сайт|раздел|категори|рубрик|автор|источник|просмотр|срок|период|должност|класс|предмет|стаж|образовани|организаци|учреждени|тем[аы](?![а-яё]))/i;

/** A title that has told its years is as a rule whole: what follows is the name of a stage, of a sheet, or a text. */
const yearAtEnd =
	/(?:20\d\d\s*(?:[-–—/]\s*(?:20)?\d\d)?\s*(?:г\.?|гг\.?|год[а-яё]*|уч\.?\s?г(?:од)?[а-яё.]*|учебн\S+\s+год[а-яё]*)?)[\s.)»"]*$/i;
const goesOnAfterYear =
	/^[а-яё«"(]|^[-–—/]\s?20\d\d|^(?:на|по|для|во?|о|об)\s(?!школе|учреждении|саду|гимназии|лицее|колледже)/i;
/** Somebody tells something: capital at the beginning, a stop at the end, some words between. */
const isSentence = (text: string) =>
	/^[А-ЯЁ«"].*[а-яё)»"\d][.!?]$/.test(text) && text.split(' ').length > 4 && !/(?:^|\s)г{1,2}\.$/.test(text);

/** A stamp that a file got when it was signed. */
const signed =
	/^(?:документ\s+подписан|подписан[оа]?\s|сертификат|сведения о сертификате|владелец\s*:|действителен\s|эцп|опубликован)/i;

/** «г. Клён, 2025 г.» */
const imprint = /^(?:г\.|город|с\.|село|пос\.|п\.)\s?[А-ЯЁ][а-яё-]+,?\s+20\d\d(?:\s*г\S*)?$/;
const shortTitle = 45;
const longestTitle = 700;

function goesOn(texts: readonly string[], paragraphs: readonly Paragraph[], start: number, index: number) {
	const text = texts[index] ?? '';
	if (paragraphs[index]?.place.table !== paragraphs[start]?.place.table) return false;
	const soFar = texts.slice(start, index).join(' ');
	if (/№$/.test(soFar) && /^\d/.test(text)) return true;
	if (/20\d\d\s?[-–—/]?$/.test(soFar) && /^[-–—/]\s?(?:20)?\d\d/.test(text)) return true;
	if (imprint.test(text)) return false;
	if ((otherHeading.test(text) && !/^\d{4}/.test(text)) || labelledLine.test(text) || saysOfPlan.test(text))
		return false;
	if (yearAtEnd.test(soFar) && (isSentence(text) || !(goesOnAfterYear.test(text) || organisationWords.test(text))))
		return false;
	if (
		signed.test(text) ||
		approvalStart.test(text) ||
		soFar.length + text.length > longestTitle ||
		text.length > 400 ||
		/[:;]$/.test(text)
	)
		return false;
	const joins = /^[а-яё«"(]|^(?:на|по|в|во|для|о|об|и|при)\s|^20\d\d/i.test(text) || organisationWords.test(text);
	const unfinished = /(?:[,–—-]|\s(?:по|в|на|и|о|об|для|с|системы|реализации|внедрению|внедрения))$/i.test(soFar);
	if (!unfinished && namesTerm(text) && !/20\d\d|^\(/.test(text)) return false;
	if (paragraphs[index]?.gap && soFar.length >= shortTitle && !unfinished)
		return joins && !/[.]$/.test(soFar) && text.length < 200;
	return (
		joins ||
		unfinished ||
		soFar.length < shortTitle ||
		(paragraphs[index]?.gap === false && text.length < 120 && !signatureLine.test(text))
	);
}
