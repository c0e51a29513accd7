import { parseDate } from '../../../core/dates';
import type { DocumentLine, HeaderPart } from '../rules/understanding';
import { tokensOf } from './deadlines/tokens';
import { type Paragraph, tidy } from './grid';
import { splitMarker } from './lists';
import { titleRange, withoutAnnex } from './plan-name';
import {
	approvalStart,
	documentStart,
	goalStart,
	organisationWords,
	signatureLine,
	tasksStart
} from './preamble-lines';

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
	const title = withoutAnnex(texts.slice(start, end).join(' '));
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
