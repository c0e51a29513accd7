import { type Columns, numbersColumns, type Role, repeatsHead } from './columns';
import { readDeadline } from './deadlines/read-deadline';
import { namesTerm } from './deadlines/term';
import { type Cell, cellText, type Filled, filled, type Line, type Row, type Table } from './grid';
import { readItems, splitMarker } from './lists';
import { isStageGoal, namesStage } from './stages';

/** What a row says in one role: its lines, and the cells of the source they stand in. */
export type Part = { lines: readonly Line[]; sources: readonly Cell[] };

/** A row of the plan by what its cells mean; page-break tails already joined. */
export type PlanRow = { kind: 'activity'; parts: Partial<Record<Role, Part>>; inherits: readonly Role[] };
export type MarkRow =
	/** `term`: a stretch of time («Сентябрь») that heads the rows below. */
	| { kind: 'stage'; text: string; number: string | null; sources: Cell[]; term?: true }
	| { kind: 'goal'; text: string; sources: Cell[] }
	| { kind: 'columns'; sources: Cell[] }
	| { kind: 'ignored'; reason: string; sources: Cell[] };
export type ReadRow = PlanRow | MarkRow;

const textOf = (part: Part | undefined) => (part ? cellText(part) : '');
export const partText = textOf;

/** How the table as a whole is filled: what a single row means depends on it. */
type Habits = {
	columns: Columns;
	dated: boolean;
	named: boolean;
	numbered: boolean;
	hierarchical: boolean;
	/** Stages stand in rows of one cell over the whole width. */
	sectioned: boolean;
};

/** Sorts the rows under a table's head; `head` is what it says, column by column; `above` are the rows already read, which a first row may continue. */
export function readRows(
	table: Table,
	columns: Columns,
	{ firstRow, head }: { firstRow: number; head: readonly string[] },
	above: ReadRow[] = []
): ReadRow[] {
	const rows = table.rows.slice(firstRow);
	const habits = habitsOf(rows, columns);
	const read: ReadRow[] = above;
	let last = read.findLast((other) => other.kind === 'activity');
	/** The row above, heads left out: nothing but the activity itself, or what stands between. */
	let nearest: ReadRow | undefined = read.findLast((other) => other.kind !== 'columns');
	let freshHead = read.at(-1)?.kind === 'columns';
	rows.forEach((row, index) => {
		const cells = filled(row);
		if (!cells.some(({ text }) => /[\p{L}\d]/u.test(text))) return;
		if (repeatsHead(cells, head) || ((index < 3 || freshHead) && numbersColumns(cells))) {
			read.push({ kind: 'columns', sources: cells.map(({ cell }) => cell) });
			freshHead = true;
			return;
		}
		const afterBreak = (index === 0 && above.length > 0) || freshHead;
		freshHead = false;
		const next = readRow(afterBreak ? { ...row, afterBreak } : row, cells, { habits, rows, index, last, nearest });
		if (!next) return;
		read.push(next);
		nearest = next;
		if (next.kind === 'activity') last = next;
	});
	return read;
}

type Around = {
	habits: Habits;
	rows: readonly Row[];
	index: number;
	last: PlanRow | undefined;
	nearest: ReadRow | undefined;
};

/** What the row is; undefined when it went to the activity above, whose rest it is. */
function readRow(
	row: Row,
	cells: readonly Filled[],
	{ habits, rows, index, last, nearest }: Around
): ReadRow | undefined {
	const sources = cells.map(({ cell }) => cell);
	const parts = partsOf(cells, habits.columns);
	const caption = row.begins ? null : captionOf(row, cells, habits);
	if (caption && last && signature.test(caption.text))
		return { kind: 'ignored', reason: 'Подпись под планом', sources };
	if (caption && isStageGoal(caption.text)) return { kind: 'goal', text: caption.text, sources };
	if (caption && isTermRow(caption, habits)) return { kind: 'stage', ...caption, sources, term: true };
	if (caption && namesRowsBelow(caption, habits)) return { kind: 'stage', ...caption, sources };
	if (last && nearest === last && continues(row, parts, habits, last)) {
		extend(last, parts);
		return undefined;
	}
	if (caption && isStageRow(caption, row, habits, rows, index)) return { kind: 'stage', ...caption, sources };
	if (Object.keys(parts).every((role) => role === 'other' || role === 'number'))
		return { kind: 'ignored', reason: 'Строка без мероприятия', sources };
	return { kind: 'activity', parts, inherits: inheritedRoles(row, habits.columns) };
}

const signature =
	/_{4,}|^(?:исполнитель|исп\.|составил[аи]?|подготовил[аи]?|ознакомлен[аы]?|с планом ознакомлен[аы]?)\s*[:–—-]|^документ\s+подписан|^подписан[оа]?\s|^сертификат\s*(?:[:№\d]|ключ|действ)|^сведения о сертификате|^владелец\s*:|^(?:срок действия\s*:?|действителен)\s+(?:с\s|до\s)|^(?:директор|заведующ\S+|руководитель|заместитель директора)(?:\s\S+){0,8}\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+$/i;

function partsOf(cells: readonly Filled[], columns: Columns): PlanRow['parts'] {
	const parts: PlanRow['parts'] = {};
	for (const { cell, column } of cells) {
		const role = columns[column] ?? 'other';
		const part: Part = { lines: cell.lines, sources: [cell] };
		parts[role] = joined(parts[role], part);
	}
	return parts;
}

const joined = (above: Part | undefined, part: Part): Part =>
	above ? { lines: [...above.lines, ...part.lines], sources: [...above.sources, ...part.sources] } : part;

/** Columns whose cell is merged with the one above: the value above holds for this row too. */
const inheritedRoles = (row: Row, columns: Columns): readonly Role[] => {
	const merged = row.cells.some((cell) => cell.merged === 'above')
		? row.cells.flatMap(({ merged }, column) => (merged === 'above' ? (columns[column] ?? []) : []))
		: none;
	return groupsByDeadline(columns) ? [...merged, 'deadline'] : merged;
};
const none: readonly Role[] = [];

/** «Сентябрь» written once for several rows: where the deadline stands left of what is done, an empty one is the one above. */
const groupsByDeadline = (columns: Columns) => {
	const deadline = columns.indexOf('deadline');
	return deadline >= 0 && deadline < columns.findIndex((role) => role === 'activity' || role === 'content');
};

function habitsOf(rows: readonly Row[], columns: Columns): Habits {
	const at = (role: Role) => columns.indexOf(role);
	const active = rows.filter((row) => cellText(row.cells[at('activity')]) !== '' && filled(row).length > 1);
	const share = (column: number) =>
		column < 0 || active.length === 0
			? 0
			: active.filter((row) => cellText(row.cells[column]) !== '' || row.cells[column]?.merged === 'above').length /
				active.length;
	const numbers = rows.map((row) => cellText(row.cells[at('number')]));
	return {
		columns,
		dated: share(at('deadline')) > 0.6,
		named: share(at('responsible')) > 0.6,
		numbered: at('number') >= 0 && share(at('number')) > 0.6,
		sectioned: rows.some(
			(row) => isWide(row) && filled(row).length === 1 && !signature.test(filled(row)[0]?.text ?? '')
		),
		hierarchical: numbers.some((number) => /^\d{1,2}\.\d{1,2}/.test(number))
	};
}

type Caption = { text: string; number: string | null; wide: boolean; role: Role | null };

/** A row that holds one text (and perhaps a number) and nothing else. */
function captionOf(row: Row, cells: readonly Filled[], { columns }: Habits): Caption | null {
	const [first, second] = cells;
	if (!first || cells.length > 2) return null;
	const isNumber = /^(?:\d{1,2}(?:\.\d{1,2})*|[IVXІХ]{1,5})[.)]?$/.test(first.text);
	if (cells.length === 2 && !(isNumber && columns[first.column] === 'number')) return null;
	const body = second ?? first;
	if (!second && isNumber) return null;
	return {
		text: body.text,
		number: second ? first.text.replace(/[.)]$/, '') : null,
		wide: body.cell.span > 1 && body.cell.span >= row.cells.length - 2,
		role: columns[body.column] ?? null
	};
}

/** «Сентябрь» alone in its row: over the table, where the activity would stand, or in a column of terms left of it. */
function isTermRow({ text, wide, role }: Caption, { columns }: Habits) {
	if (!namesTerm(text)) return false;
	if (wide || role === 'activity' || role === 'content' || role === 'number') return true;
	return (role === 'deadline' && groupsByDeadline(columns)) || (role === 'stage' && !columns.includes('deadline'));
}

/** «Основная работа» alone where the terms stand, left of what is done: words, and no words of a term. */
const namesRowsBelow = ({ text, role, number }: Caption, { columns }: Habits) =>
	role === 'deadline' &&
	number === null &&
	groupsByDeadline(columns) &&
	/^[«"]?[А-ЯЁ0-9].*[а-яё]{3}/.test(text) &&
	saysNoTerm(text);

/** Neither dates nor a rhythm, nor anything that a deadline could be. */
function saysNoTerm(text: string) {
	const { deadline, why } = readDeadline(text, null);
	return deadline.kind === 'external' && why !== null;
}

function isStageRow(caption: Caption, row: Row, habits: Habits, rows: readonly Row[], index: number) {
	const { text, number, wide, role } = caption;
	if (role === 'stage' && !wide) return false;
	if (text.length > 400 || holdsList(row)) return false;
	if (namesStage(text) || wide) return true;
	if (number && /^[IVXІХ]+$/.test(number)) return true;
	if (role === 'number' && habits.hierarchical && /^\d{1,2}[.)]\s+\S/.test(text)) return true;
	if (habits.sectioned && number === null && text !== text.toUpperCase()) return false;
	if (role !== 'activity' && role !== 'number' && role !== 'content') return false;
	if (!habits.dated && !habits.named) return habits.hierarchical && number !== null && !number.includes('.');
	if (
		row.cells.some(
			(cell, column) => cell.merged === 'above' && ['deadline', 'responsible'].includes(habits.columns[column] ?? '')
		)
	)
		return false;
	if (number === null) return habits.numbered || text === text.toUpperCase() || !/[.;]$/.test(text);
	if (habits.hierarchical) return !number.includes('.');
	return !inSequence(number, habits.columns, rows, index) || text === text.toUpperCase();
}

const holdsList = (row: Row) => filled(row).some(({ cell }) => readItems(cell.lines).length > 1);

/** «5» between «4» and «6» is one of the activities, even when its other cells are empty. */
function inSequence(number: string, columns: Columns, rows: readonly Row[], index: number) {
	const column = columns.indexOf('number');
	const numberAt = (at: number) => Number.parseInt(cellText(rows[at]?.cells[column]), 10);
	const own = Number.parseInt(number, 10);
	return numberAt(index - 1) === own - 1 || numberAt(index + 1) === own + 1;
}

const startsSmall = (text: string) =>
	/^[а-яё)»,;]/.test(text) || (/^(?:от|до|по|и)\s/i.test(text) && /^[а-яё]/.test(text));
const hangs = (text: string) =>
	/(?:[,(–—-]|(?:^|\s)(?:и|в|с|по|на|для|о|об|при|к|из|или|не|от|их|за|без|под|над|через|между))$/i.test(text) ||
	(text.match(/[«(]/g)?.length ?? 0) > (text.match(/[»)]/g)?.length ?? 0);

/** A cell of more lines goes on over no further page. */
const mostLines = 300;

/** Is the row the rest of the row above, cut off by the end of a page? */
function continues(row: Row, parts: PlanRow['parts'], habits: Habits, last: PlanRow) {
	if (row.begins || parts.number || Object.values(last.parts).some(({ lines }) => lines.length > mostLines))
		return false;
	const roles = (Object.keys(parts) as Role[]).filter((role) => role !== 'other');
	if (roles.length === 0) return false;
	const text = (role: Role) => textOf(parts[role]);
	const small = (role: Role) => startsSmall(text(role)) || hangs(textOf(last.parts[role]));
	if (roles.length === 1 && roles[0]) {
		const [role] = roles;
		if (role !== 'stage' && (namesStage(text(role)) || isWide(row))) return false;
		if (role === 'stage') return row.afterBreak && startsSmall(text('stage'));
		if (role !== 'activity' && role !== 'content')
			return row.afterBreak || small(role) || role === 'deadline' || role === 'responsible';
		return small(role) || (row.afterBreak && goesOnList(parts[role], last.parts[role]));
	}
	if (parts.deadline && habits.dated) return false;
	if (!habits.dated && !row.afterBreak) return false;
	// «директор» begins small in every row: of a row with an activity, the activity tells
	if (parts.activity && !small('activity') && !goesOnList(parts.activity, last.parts.activity)) return false;
	return roles.some((role) => startsSmall(text(role))) && (row.afterBreak || roles.every((role) => small(role)));
}

const isWide = (row: Row) => filled(row).some(({ cell }) => cell.span > 1 && cell.span >= row.cells.length - 2);

/** A list that goes on after the break with its next item. */
function goesOnList(part: Part | undefined, above: Part | undefined) {
	const first = part?.lines.find((line) => line.text.trim() !== '');
	const marked = first && splitMarker(first).marker !== null;
	return Boolean(marked && above?.lines.some((line) => splitMarker(line).marker !== null));
}

function extend(last: PlanRow, parts: PlanRow['parts']) {
	for (const [role, part] of Object.entries(parts) as [Role, Part][]) last.parts[role] = joined(last.parts[role], part);
}
