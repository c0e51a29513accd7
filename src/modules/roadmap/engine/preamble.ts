import { parseDate } from '../../../core/dates';
import type { DocumentLine, HeaderPart } from '../rules/understanding';
import { namesTerm } from './deadlines/term';
import { tokensOf } from './deadlines/tokens';
import { type Paragraph, tidy } from './grid';
import { splitMarker } from './lists';

/** What stands before the plan's table, told apart. `uses` runs beside the paragraphs. */
export type Preamble = {
	title: string | null;
	organisation: string | null;
	document: DocumentLine;
	approvals: string[];
	goal: string | null;
	tasks: string[];
	uses: HeaderPart[];
};

const titleStart =
	/^[«"'*\s]*(?:проект\s+)?(?:примерн\S+\s+)?(?:(?:[а-яё]+(?:ая|яя)\s+){0,2}дорожная\s+карта|(?:[а-яё]+(?:ый|ой|ий)\s+){1,2}план(?:\s|-[а-яё]+|$)|план[\s-]|план$|программа\s+(?:мероприятий|действий|работы|развития|внедрения|реализации|наставничеств)|(?:циклограмма|сетка|календарь|матрица|система)\s+(?:мероприятий|работы|событий|наставни)|[а-яё]+(?:\s[а-яё]+){0,3}\s\(?[«"]?дорожная\s+карта|перечень\s+мероприятий|комплекс\s+(?:мер|мероприятий)|график\s+(?:мероприятий|реализации|внедрения)|сетевой\s+график|«?дорожн)/i;
const approvalStart = /^[«"*\s]*(?:утвержд[аеё]|согласован|принят[оаы]?(?![а-яё])|рассмотрен)/i;
const documentStart =
	/^(?:приложение(?![а-яё])|к\s+приказу|к\s+распоряжению|к\s+положению|от\s+[«"]?\d{1,2}[.»"\s]|приказом?(?![а-яё]))/i;
const signatureLine =
	/_{3,}|^\s*[«"]\s*_*\d*_*\s*[»"].*20\d\d|^(?:директор|заведующ|руководитель|председатель|и\.\s?о\.)(?![а-яё]*\s+по).{0,90}$|^протокол|^приказ\s+(?:от|№)|^№|^от\s+[«"]?\s?(?:\d|_)|^\d{1,2}\s+[а-я]+\s+20\d\d|^[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+$|^[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.$|педагогическ\S+\s+совет|профсоюз|профком/i;
const goalStart = /^(?:основная\s+)?цел[ьи](?:ю)?(?![а-яё])/i;
const tasksStart = /^(?:основные\s+)?задач[аи](?![а-яё])|(?:следующие|поставлены)\s+задачи|решить\s+следующие/i;
const orderClause = /^\d{1,2}(?:\.\d)*[.)]\s|приказываю|^в\s+(?:соответствии|целях|рамках)|^на\s+основании/i;
const otherHeading =
	/^(?:пояснительн|цел|задач|(?:срок\S*|период)\s+(?:реализации|действия)|введение|актуальность|основани|нормативн|ожидаем|раздел|этап|\d|[ivx]+\.)/i;
const organisationWords =
	/(?:муниципальн|государственн|краев|областн|частн|федеральн)\S{1,12}\s+(?:\S{1,40}\s+){0,6}?(?:учреждени|организаци)|(?<![А-ЯЁа-яё])(?:М[АБКО]?Д?ОУ|М[АБК]У|Г[АБК]?П?ОУ|ГБДОУ|ГКОУ|КГБ?П?ОУ|КОГ\S{0,4}ОУ|ОГ\S{0,4}ОУ|БПОУ|БОУ|ЧОУ|АНО|НОУ|ФГ\S{0,4}ОУ|СОШ|ООШ|ДЮСШ)(?![а-яё])|(?<![А-ЯЁа-яё])(?:гимнази|лице[йяею]|школ[аеы]|колледж|техникум|детск\S+\s+сад)\S*\s*(?:№|«)/i;

/** Reads the paragraphs before the table. */
export function readPreamble(paragraphs: readonly Paragraph[]): Preamble {
	const texts = paragraphs.map((paragraph) => tidy(`${paragraph.line.marker ?? ''} ${paragraph.line.text}`));
	const uses = texts.map((): HeaderPart => 'note');
	const [start, end] = titleRange(texts, paragraphs);
	uses.fill('title', start, end);
	const approvals = readApprovals(texts, uses, start);
	const { goal, tasks } = readPurpose(paragraphs, texts, uses);
	texts.forEach((text, index) => {
		if (uses[index] === 'note' && documentStart.test(text)) uses[index] = 'document';
		else if (uses[index] === 'note' && index < start && organisationWords.test(text) && text.length < 300)
			uses[index] = 'organisation';
	});
	const title = texts.slice(start, end).join(' ');
	return {
		title: title === '' ? null : tidy(title.replaceAll('*', '').replace(/^[☐☑☒✅✔✓➤►★#\s]+/u, '')),
		organisation: organisationIn([
			title,
			...texts.filter((_, index) => uses[index] === 'organisation' || uses[index] === 'approval'),
			...texts
		]),
		document: readDocument(texts.filter((_, index) => uses[index] === 'document')),
		approvals,
		goal,
		tasks,
		uses
	};
}

/** From the line that begins «Дорожная карта» or «План …» as far as lines go on with it: the last such place before the table. */
function titleRange(texts: readonly string[], paragraphs: readonly Paragraph[]): [number, number] {
	const candidates = texts.flatMap((text, index) =>
		titleStart.test(text) && text.length < 500 && !orderClause.test(text) && !/[;:]$/.test(text) ? [index] : []
	);
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
	while (
		index > 0 &&
		/^(?:[а-яё]|(?:на|по|для|во?|о|об)\s)/i.test(texts[index] ?? '') &&
		couldName(texts[index - 1] ?? '')
	)
		index--;
	return [index];
}

/** Nobody calls it a plan: the short lines above the table that end with its years, or speak of mentors. */
function namedByPlace(texts: readonly string[]): [number, number] {
	const last =
		findLastShort(texts, /20\d\d\s*[-–—/]\s*(?:20)?\d\d|(?:на|в)\s+20\d\d\s+год/) ??
		findLastShort(texts, /наставни|молод[а-яё]{1,4}\s(?:педагог|специалист|учител)/i) ??
		firstName(texts);
	if (last === undefined) return [0, 0];
	let start = last;
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
	!(unlabelled && labelledLine.test(text));
const longestCalled = 200;

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

/** «УТВЕРЖДАЮ» and the lines under it up to the title. */
function readApprovals(texts: readonly string[], uses: HeaderPart[], titleAt: number): string[] {
	const approvals: string[] = [];
	let open = false;
	texts.forEach((text, index) => {
		if (uses[index] !== 'note') {
			open = false;
			return;
		}
		if (approvalStart.test(text)) {
			approvals.push(text);
			open = true;
		} else if (
			open &&
			(signatureLine.test(text) || organisationWords.test(text)) &&
			text.length < 160 &&
			(index < titleAt || titleAt === 0)
		)
			approvals[approvals.length - 1] += `\n${text}`;
		else {
			open = false;
			return;
		}
		uses[index] = 'approval';
	});
	return approvals;
}

function readPurpose(paragraphs: readonly Paragraph[], texts: readonly string[], uses: HeaderPart[]) {
	let goal: string | null = null;
	const tasks: string[] = [];
	let listing = false;
	texts.forEach((text, index) => {
		if (uses[index] !== 'note') return;
		const listed = splitMarker((paragraphs[index] as Paragraph).line);
		if (tasksStart.test(text)) {
			listing = true;
			uses[index] = 'tasks';
			const inline = /:\s*(\S.{15,})$/.exec(text)?.[1];
			if (inline) tasks.push(...inline.split(/;\s*/).filter(Boolean));
		} else if (goal === null && goalStart.test(text)) {
			goal = tidy(text.replace(/^.*?(?:[:–—-]|является)\s*/i, '')) || null;
			uses[index] = 'goal';
			listing = false;
		} else if (listing && listed.marker !== null) {
			tasks.push(listed.text.replace(/[;.]$/, ''));
			uses[index] = 'tasks';
		} else listing = false;
	});
	return { goal, tasks };
}

function readDocument(lines: readonly string[]): DocumentLine {
	const text = lines.join('\n');
	if (text === '') return { annex: null, number: null, date: null, text: null };
	const annex = /приложение\s*(?:№\s*)?(\d+)?/i.exec(text);
	const number = /№\s*(\d[\w\d/\\.-]*(?:\s?-?\s?[А-ЯЁA-Za-zа-яё](?:\/[а-яё])?(?![а-яё]))?)/.exec(
		text.replace(/приложение\s*№\s*\d+/i, '')
	);
	return {
		annex: annex ? (annex[1] ?? '') : null,
		number: number?.[1]?.replace(/\s/g, '') ?? null,
		date: dateIn(text),
		text
	};
}

function dateIn(text: string): string | null {
	const numeric = /(\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)/.exec(text)?.[1];
	if (numeric) return parseDate(numeric) ?? null;
	const worded = tokensOf(text.toLowerCase().replace(/[«»"]/g, '')).find(
		(token) => token.is === 'atom' && token.atom.fromDay !== null && token.atom.year !== null
	);
	if (worded?.is !== 'atom') return null;
	const { fromDay, fromMonth, year } = worded.atom;
	return parseDate(`${fromDay}.${fromMonth}.${year}`) ?? null;
}

const orgStart =
	/(?:(?<![А-ЯЁа-яё])(?:М[АБКО]?Д?ОУ|М[АБК]У|Г[АБК]?П?ОУ|ГБДОУ|ГКОУ|КГБ?П?ОУ|КОГ[А-Я]{0,4}ОУ|ОГ[А-Я]{0,4}ОУ|БПОУ|БОУ|ЧОУ|АНО|ФГ[А-Я]{0,4}ОУ)(?![а-яё])|(?:муниципальн|государственн|частн|краев|областн|федеральн)\S{1,12}\s{1,9}(?:\S{1,40}\s{1,9}){0,6}?(?:учреждени|организаци)\S*|(?:гимнази|лице[йяею]|школ[аеы]|колледж|техникум|детск\S{1,4}\s{1,9}сад|центр)\S{0,12}\s{0,9}(?:№\s{0,9}\d+|«[^»]{1,200}»?)).*/i;

/** The name of the organisation as the document writes it, without the years after it. */
function organisationIn(texts: readonly string[]): string | null {
	for (const text of texts) {
		const found = orgStart.exec(text)?.[0];
		const name =
			found && tidy(found.replace(/\s+(?:на|в|с)\s+(?:20\d\d|период).*$/i, '').replace(/(?<![,.;:])[,.;:]+$/, ''));
		if (name && name.length >= 6 && name.length < 260) return name;
	}
	return null;
}
