import type { Period } from '../rules/understanding';
import { schoolYears } from './deadlines/years';
import { type Aside, cellText, type Grid, type Paragraph, tidy } from './grid';
import { isTermAlone, readPeriod } from './period';
import type { PlanTable } from './plan-tables';
import type { Preamble } from './preamble';

/**
 * The period of the title; else of a short line near it that is no approval, order or goal; else the years that any other line, the
 * table's head, a line under the tables or one that runs over the pages names; else the school year its approval prepares.
 */
export function statedPeriod(
	preamble: Preamble,
	before: readonly Paragraph[],
	grid: Grid,
	tables: readonly PlanTable[],
	asides: readonly Aside[]
): Period | null {
	const own = preamble.title ? readPeriod(preamble.title) : null;
	if (own) return own;
	for (const [index, paragraph] of before.entries()) {
		const text = paragraph.line.text;
		if (preamble.uses[index] === 'note' && text.length < 120 && (isTermAlone(text) || sayTime.test(text))) {
			const period = readPeriod(text);
			if (period) return period;
		}
	}
	const others = before.filter((_, index) => preamble.uses[index] !== 'approval').map(({ line }) => line.text);
	const running = asides.map(({ text }) => text);
	return (
		firstPeriod([...others, ...headTexts(tables[0]), ...running].filter((text) => years.test(text))) ??
		firstPeriod(textsAfter(grid, tables.at(-1)).filter((text) => tellsPeriod.test(text) && /20\d\d/.test(text))) ??
		preparedYear(preamble, before) ??
		firstPeriod(
			unused(preamble, before).filter(
				(text) => text.length < longestPlace && /(?:^|[\s,(])20[2-4]\d\s*(?:г\.|год)/.test(text)
			)
		)
	);
}
const sayTime = /учебн|уч\.|период|срок|время|реализ|действует|^\(?(?:на|в|с)\s|^\(?20\d\d\s?[-–—/(]|годы|гг/i;
const longestPlace = 150;
/** «МБДОУ «Сказка», 2025 год» */
const unused = ({ uses }: Preamble, before: readonly Paragraph[]) =>
	before.filter((_, index) => uses[index] === 'note' || uses[index] === 'organisation').map(({ line }) => line.text);
const years = /20\d\d\s*[-–—/]\s*(?:20)?\d\d(?![.\d])/;
const tellsPeriod =
	/(?<![а-яё])(?:срок|период)[а-яё]{0,4}\s(?:реализации|действия|исполнения|выполнения)|рассчитан|учебн[а-яё]{1,4}\sгод|действует/i;
const longestLine = 400;

function firstPeriod(texts: readonly string[]): Period | null {
	for (const text of texts) {
		const period = text.length < longestLine ? readPeriod(text) : null;
		if (period) return period;
	}
	return null;
}

const headTexts = (plan: PlanTable | undefined) =>
	plan?.head ? (plan.table.rows[plan.head.first]?.cells.map(cellText) ?? []) : [];

const textsAfter = ({ blocks }: Grid, last: PlanTable | undefined) =>
	last ? blocks.slice(last.at + 1).flatMap((block) => (block.kind === 'paragraph' ? [tidy(block.line.text)] : [])) : [];

/** «План на учебный год», approved or ordered on a day: from June on a school prepares the year that begins, before it the one that runs. */
function preparedYear(preamble: Preamble, before: readonly Paragraph[]): Period | null {
	const notes = before.filter((_, index) => preamble.uses[index] === 'note').map(({ line }) => line.text);
	const says = [preamble.title ?? '', ...notes].some((text) => someSchoolYear.test(text));
	if (!says) return null;
	const papers = [preamble.document.text ?? '', ...preamble.approvals, preamble.title ?? '', ...notes].join('\n');
	const day = dayIn(papers);
	if (!day) return null;
	const from = day.year - (day.month < june ? 1 : 0);
	return schoolYears(from, from + 1);
}
const june = 6;
const someSchoolYear = /(?:на|в)\s+(?:(?:текущ|нов|предстоящ|эт|весь)\S*\s+)?учебн\S+\s+год/i;

const months = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

/** The year and the month of the first day written in a text. */
function dayIn(text: string): { year: number; month: number } | undefined {
	const inFigures = /(?<!\d)\d{1,2}\.(\d\d)\.(20\d\d)/.exec(text);
	if (inFigures) return { year: Number(inFigures[2]), month: Number(inFigures[1]) };
	const inWords = /(?<!\d)\d{1,2}[»"]?\s+([а-я]+)\s+(20\d\d)/i.exec(text);
	const month = months.findIndex((start) => inWords?.[1]?.toLowerCase().startsWith(start));
	return inWords && month >= 0 ? { year: Number(inWords[2]), month: month + 1 } : undefined;
}
