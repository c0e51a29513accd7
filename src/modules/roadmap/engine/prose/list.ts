import { namesTerm } from '../deadlines/term';
import { type Cell, type Grid, makeTable, type Paragraph, plainLine, type Row } from '../grid';
import { splitMarker } from '../lists';
import { isSomebody, saysTime } from '../lone-cells/traits';
import { hasName } from '../people-names';
import { beginsSomebody } from '../responsible';
import { isStageGoal, namesStage } from '../stages';
import { unfold } from './unfold';
import { type Said, saidIn, tellsWhenOrWho } from './words';

const columns = ['№', 'Мероприятие', 'Срок', 'Ответственный', 'Результат'];

/**
 * A plan without any table laid out as one: numbered paragraphs («1. Провести опрос. Срок: май. Ответственный: завуч»), or
 * paragraphs under months («Сентябрь»). A grid that holds no such list comes back as it is.
 */
export function proseAsTable(grid: Grid): Grid {
	const written = grid.blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
	if (written.length !== grid.blocks.length) return grid;
	const paragraphs = unfold(written);
	const range = rangeOfList(paragraphs);
	if (!range) return grid;
	const rows = rowsOf(paragraphs.slice(range.start, range.end), range.everyLine);
	const table = makeTable([headOf(columns), ...rows]);
	return { blocks: [...paragraphs.slice(0, range.start), table, ...paragraphs.slice(range.end)] };
}

/** A head that the document has not: its row is numbered 0. */
export const headOf = (texts: readonly string[]): Row => ({
	afterBreak: false,
	cells: texts.map((text, column) => cellOf([text], { row: 0, column: column + 1 }))
});

export const cellOf = (texts: readonly string[], place: Cell['place']): Cell => ({
	lines: texts.map(plainLine),
	place,
	span: 1,
	merged: null
});

/** `everyLine`: nothing is numbered, each line under a month is a thing to do. */
type Range = { start: number; end: number; everyLine: boolean };

function rangeOfList(paragraphs: readonly Paragraph[]): Range | undefined {
	const listed = paragraphs.map(({ line }, index) => splitMarker(line).marker !== null && !isNamed(paragraphs, index));
	const headed = paragraphs.map(({ line }) => namesTerm(line.text));
	const terms = headed.filter(Boolean).length;
	const items = listed.filter(Boolean).length;
	const dated = paragraphs.filter(({ line }) => tellsWhenOrWho(splitMarker(line).text)).length;
	const everyLine = items < 3 && terms >= 3;
	if (items < 3 && !everyLine) return rangeOfLines(paragraphs);
	if (!everyLine && dated < 2 && terms < 2) return undefined;
	const from = afterOrder(paragraphs, listed);
	const first = (everyLine || (terms >= 2 && dated <= items / 2) ? headed : listed).indexOf(true, from);
	const above = paragraphs[first - 1]?.line.text ?? '';
	const hasHeading =
		namesStage(above) ||
		namesTerm(above) ||
		answersBelow(above, paragraphs[first]) ||
		(couldHead(paragraphs[first - 1]) && paragraphs.some((_, index) => index > first && headsItems(paragraphs, index)));
	const start = hasHeading ? first - 1 : first;
	const last = everyLine ? headed.lastIndexOf(true) : listed.lastIndexOf(true);
	const signed = paragraphs.findIndex(
		({ line, gap }, index) =>
			index > last &&
			(isSigned(line.text) ||
				(!everyLine && gap && index > last + 1) ||
				(!everyLine && gap && !tellsWhenOrWho(line.text)))
	);
	return { start, end: signed < 0 ? paragraphs.length : signed, everyLine };
}

/** «✅ Чек-лист на 2025/26 учебный год»: a sign before the name of the plan makes no item of it. */
const isNamed = (paragraphs: readonly Paragraph[], index: number) => {
	const [own, next] = [
		paragraphs[index],
		paragraphs.slice(index + 1).find(({ line }) => splitMarker(line).marker !== null)
	];
	if (
		!own ||
		!next ||
		!/20\d\d\s*[-–—/]\s*(?:20)?\d\d|20\d\d\s+год/.test(own.line.text) ||
		tellsWhenOrWho(own.line.text)
	)
		return false;
	return splitMarker(own.line).kind !== splitMarker(next.line).kind && !/\d/.test(splitMarker(own.line).marker ?? '');
};

/** Neither numbers nor months: lines most of which tell when or who, perhaps under stages. */
function rangeOfLines(paragraphs: readonly Paragraph[]): Range | undefined {
	if (paragraphs.length > mostLines) return undefined;
	const heads = paragraphs.map(({ line }) => namesStage(line.text));
	const said = paragraphs.map(({ line }, at) => (heads[at] ? undefined : saidIn(line.text, 'anybody')));
	const tells = (at: number) => {
		const { text = '', deadline = '', responsible = '' } = said[at] ?? {};
		return (
			(deadline !== '' || responsible !== '') &&
			text.length > 4 &&
			!/20\d\d\s*[-–—/]\s*(?:20)?\d\d|_{3}/.test(paragraphs[at]?.line.text ?? '')
		);
	};
	const datedHeads = paragraphs.filter(
		({ line }, at) => heads[at] && saidIn(line.text, 'nobody').deadline !== ''
	).length;
	const dated = said.findIndex((one, at) => one?.deadline && tells(at));
	const heading = heads.indexOf(true);
	if (dated < 0 && datedHeads < 2) return undefined;
	const first = heading >= 0 && (heading < dated || dated < 0) ? heading : dated;
	const lines = paragraphs.flatMap((_, at) => (at >= first && !heads[at] && !isGoal(paragraphs[at]) ? [at] : []));
	const told = lines.filter(tells);
	const last = told.at(-1) ?? first;
	const within = lines.filter((at) => at <= last);
	if (told.length < 3 || told.length < within.length * 0.6) return undefined;
	if (datedHeads < 2 && told.filter((at) => said[at]?.deadline).length < told.length * 0.4) return undefined;
	return { start: first, end: last + 1, everyLine: true };
}
/** A plan of more lines has a table or numbers. */
const mostLines = 2000;
const isGoal = (paragraph: Paragraph | undefined) => isStageGoal(paragraph?.line.text ?? '');

/** The clauses of an order that approves the plan are none of it: the plan begins under its own name, in the annex. */
function afterOrder(paragraphs: readonly Paragraph[], listed: readonly boolean[]) {
	const ordered = paragraphs.findIndex(({ line }) => /приказыва|распоряжа|обязыва|постановля/i.test(line.text));
	if (ordered < 0) return 0;
	const named = paragraphs.findLastIndex(
		({ line: { text } }, index) => index > ordered && !listed[index] && text.length < 300 && namesPlan.test(text)
	);
	return named > 0 && listed.slice(named).filter(Boolean).length >= 3 ? named : 0;
}
const namesPlan =
	/^[«"'*\s]*(?:(?:[а-яё]+(?:ый|ая|ой|ий)\s+){0,2}(?:план|дорожн\S+\s+карт|программ|график|перечень\s+мероприят|комплекс\s+мер)|мероприятия(?![а-яё])|приложение)/i;

/** «Работаем вместе», «Б. РАБОТАЕМ» between items: it goes on with no item, and items begin anew under it. */
function headsItems(paragraphs: readonly Paragraph[], index: number) {
	const [above, own, next] = [paragraphs[index - 1], paragraphs[index], paragraphs[index + 1]];
	if (!above || !own || !next || !couldHead(own)) return false;
	const marker = splitMarker(next.line).marker;
	if (marker === null || splitMarker(above.line).marker === null) return false;
	const text = own.line.text;
	return (
		own.gap ||
		/^(?:1|а)[.)]/.test(marker) ||
		(/[А-ЯЁ]{4}/.test(text) && text === text.toUpperCase()) ||
		/[.;]$/.test(above.line.text)
	);
}
/** Short, with a capital and no stop, and no name of a plan. */
const couldHead = (paragraph: Paragraph | undefined) =>
	paragraph !== undefined &&
	splitMarker(paragraph.line).marker === null &&
	/^[«"]?[А-ЯЁ]/.test(paragraph.line.text) &&
	paragraph.line.text.length < longestHeading &&
	!/[.;,:]$|20\d\d|_{3}|наставничеств|^(?:план|дорожн|программ|приложени|утвержд|директор)/i.test(
		paragraph.line.text
	) &&
	!tellsWhenOrWho(paragraph.line.text);
const longestHeading = 90;

const isSigned = (text: string) =>
	/_{3,}|^(?:с планом ознакомлен|ознакомлен|составител|составил|исполнитель\s*:|исп\.|с уважением|тел\.)/i.test(text);

type Entry = { said: Said; row: Row };
/** `head`: the row of its heading and what that tells of all that stands in it. */
type Section = { entries: Entry[]; statements: Said[]; head?: { row: Row; said: Said } };

function rowsOf(paragraphs: readonly Paragraph[], everyLine: boolean): Row[] {
	const sections: Section[] = [{ entries: [], statements: [] }];
	let answering: Paragraph | undefined; // «Завуч:» over what the deputy does
	const rows: Row[] = [];
	const wide = endWithSomebody(paragraphs);
	paragraphs.forEach((paragraph, index) => {
		const { line, place, gap } = paragraph;
		const marked = splitMarker(line);
		const section = sections.at(-1);
		const entry = section?.entries.at(-1);
		if (isGoal(paragraph)) {
			rows.push({ afterBreak: false, cells: [{ ...cellOf([line.text], place), span: columns.length }] });
			return;
		}
		if (
			namesStage(line.text) ||
			namesTerm(line.text) ||
			holdsNext(marked.marker, paragraphs[index + 1]) ||
			headsItems(paragraphs, index) ||
			(index === 0 && marked.marker === null && !everyLine && couldHead(paragraph))
		) {
			const whole = `${line.marker ?? ''} ${line.text}`.trim();
			const row: Row = { afterBreak: gap, cells: [{ ...cellOf([whole], place), span: columns.length }] };
			rows.push(row);
			const head = namesTerm(line.text) ? {} : { head: { row, said: saidIn(whole, 'nobody') } };
			sections.push({ entries: [], statements: [], ...head });
			answering = undefined;
			return;
		}
		if (answersBelow(line.text, paragraphs[index + 1])) {
			answering = paragraph;
			return;
		}
		const said = saidIn(marked.text, wide ? 'anybody' : 'somebody');
		if (marked.marker === null && entry && said.text === '') section?.statements.push(said);
		const begins = marked.marker !== null || (everyLine && /^[«"]?[А-ЯЁ]/.test(said.text)) || !entry;
		if (begins) {
			const number = marked.marker && /\d/.test(marked.marker) ? marked.marker : '';
			const row: Row = {
				afterBreak: false,
				begins: true,
				cells: [number, said.text, said.deadline, said.responsible, said.result].map((value) =>
					cellOf(value ? [value] : [], place)
				)
			};
			if (answering && !said.responsible)
				row.cells[answers] = cellOf([answering.line.text.slice(0, -1)], answering.place);
			rows.push(row);
			section?.entries.push({ said, row });
		} else if (entry) add(entry.row, said);
	});
	for (const { entries, statements, head } of sections.slice(1)) {
		shareOut(entries, statements);
		if (head) handDown(head.row, head.said, entries);
	}
	return rows;
}

/** «… (пары)», «… (заведующие отделами)»: where most items end so, the brackets name whoever does them, be it the rarest word. */
function endWithSomebody(paragraphs: readonly Paragraph[]) {
	const items = paragraphs.map(({ line }) => splitMarker(line)).filter(({ marker }) => marker !== null);
	const ends = items.map(({ text }) => /\(([^()]{3,90})\)[.;]?$/.exec(text)?.[1]).filter((end) => end !== undefined);
	const people = ends.filter((end) => end.split(/[,;]\s*/).every((part) => isSomebody(part) || saysTime(part)));
	return people.length >= 3 && ends.length >= items.length * 0.6 && people.length >= ends.length * 0.6;
}

const [when, answers] = [2, 3];

/** «Директор:» before a list of what the head does. */
const answersBelow = (text: string, next: Paragraph | undefined) =>
	/^[^:]{4,80}:$/.test(text) &&
	next !== undefined &&
	splitMarker(next.line).marker !== null &&
	(beginsSomebody(text.slice(0, -1)) || hasName(text));

/** «Этап 2. Работа (октябрь – апрель). Ответственный: куратор» is said of every item below, where none says when or who itself. */
function handDown({ cells: [heading] }: Row, said: Said, entries: readonly Entry[]) {
	const told = [
		[when, said.deadline],
		[answers, said.responsible]
	] as const;
	const missing = told.filter(([at, words]) => words && entries.every(({ row }) => row.cells[at]?.lines.length === 0));
	if (!heading || entries.length === 0 || missing.length === 0 || said.text.length < 4) return;
	if (missing.length < told.filter(([, words]) => words).length) return;
	for (const [at, words] of missing) for (const { row } of entries) row.cells[at] = cellOf([words], heading.place);
	heading.lines = [plainLine(said.text)];
}

/** «2. Основной этап» before «2.1. Встречи пар». */
function holdsNext(marker: string | null, next: Paragraph | undefined) {
	const own = /^(\d{1,2})[.)]$/.exec(marker ?? '')?.[1];
	const below = next && splitMarker(next.line).marker;
	return own !== undefined && below?.startsWith(`${own}.`) === true && /^\d{1,2}\.\d/.test(below);
}

function add({ cells }: Row, { text, deadline, responsible, result }: Said) {
	[text, deadline, responsible, result].forEach((words, at) => {
		if (words !== '') cells[at + 1]?.lines.push(plainLine(words));
	});
}

/** The only «Ответственные: …» at the end of a section is said of all that stands in it. */
function shareOut(entries: readonly Entry[], statements: readonly Said[]) {
	const [only, ...more] = statements;
	if (!only || more.length > 0 || entries.some(({ said }) => said.deadline || said.responsible)) return;
	for (const { row } of entries.slice(0, -1)) add(row, { ...only, result: '' });
}
