import { type Grid, plainLine, type Row, tidy } from '../engine/grid';
import { Unreadable } from '../rules/understanding';
import { maxCellLength, maxCells, maxRows } from './limits';
import { cellTooLarge, tooManyRows } from './sentences';
import { tableOfRows } from './table-of-rows';

const separators = [';', ',', '\t', '|'] as const;

/** Tells a table with separators by its lines having the same number of them; undefined for other text. */
export function separatorOf(text: string): string | undefined {
	const scored = separators.map((separator) => {
		const records = [...recordsOf(text.slice(0, 60_000), separator)].filter((record) =>
			record.some((cell) => tidy(cell) !== '')
		);
		const counts = records.map((record) => record.length);
		const several = counts.filter((count) => count > 1);
		const most = mode(several);
		const seldom = several.length < Math.max(3, counts.length * 0.4); // one list of people by semicolons is no table
		const score = several.filter((count) => count === most).length / (separator === ',' ? counts : several).length;
		return { separator, score: (most > 2 && !seldom) || isNumberedPair(records) ? score : 0, width: most };
	});
	const best = scored.reduce((top, next) =>
		next.score > top.score || (next.score === top.score && next.width > top.width) ? next : top
	);
	return best.score > 0.6 ? best.separator : undefined;
}

/** Two columns alone are a table where all lines have them and the first but counts. */
const isNumberedPair = (records: readonly string[][]) =>
	records.length >= fewestRecords &&
	records.every((record) => record.length === 2) &&
	records.filter(([first]) => /^\s*\d{1,3}[.)]?\s*$/.test(first ?? '')).length >= records.length * 0.6;
const fewestRecords = 4;

function mode(counts: readonly number[]) {
	const seen = new Map<number, number>();
	for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1);
	return [...seen].reduce(
		(top, next) => (next[1] > top[1] || (next[1] === top[1] && next[0] > top[0]) ? next : top),
		[0, 0]
	)[0];
}

const openQuote = (row: number) =>
	`В строке ${row} кавычка открыта и не закрыта: ячейка прочитана до разделителя, проверьте её.`;

/** A table with separators: quoted cells may hold separators, doubled quotes and line breaks. */
export function readCsv(text: string, separator: string): Grid {
	const rows: Row[] = [];
	let count = 0;
	let open: number | undefined;
	for (const record of recordsOf(text, separator, () => (open ??= rows.length + 1))) {
		count += record.length;
		if (count > maxCells || rows.length >= maxRows) throw new Unreadable(tooManyRows);
		rows.push({
			afterBreak: false,
			cells: record.map((cell, column) => ({
				lines: linesOf(cell),
				place: { table: 1, row: rows.length + 1, column: column + 1 },
				span: 1,
				merged: null
			}))
		});
	}
	return { blocks: [tableOfRows(rows)], ...(open && { remarks: [openQuote(open)] }) };
}

function linesOf(cell: string) {
	if (cell.length > maxCellLength) throw new Unreadable(cellTooLarge);
	return tidy(cell) === '' ? [] : cell.split('\n').map(plainLine);
}

/** Record by record, since a table may be long and its cells are wanted once. */
function* recordsOf(text: string, separator: string, onOpenQuote?: () => void): Generator<string[]> {
	let record: string[] = [];
	for (let at = 0; at < text.length; ) {
		const { cell, end, open } = cellAt(text, at, separator);
		record.push(cell);
		if (open) onOpenQuote?.();
		at = end + 1;
		if (text[end] === separator) {
			if (at === text.length) record.push('');
			else continue;
		}
		yield record;
		record = [];
	}
	if (record.length) yield record;
}

function cellAt(text: string, start: number, separator: string) {
	const close = text[start] === '"' ? closingQuote(text, start + 1, separator) : -1;
	if (close >= 0) return { cell: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1, open: false };
	let end = start;
	while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
	const open = text[start] === '"' && !text.slice(start + 1, end).includes('"');
	return { cell: text.slice(start, end), end, open };
}

/**
 * Where the quote that opens a cell is closed: right before a separator or the end of a line. -1 when it is not, or when
 * another cell is opened first: then it is an ordinary sign, and takes no other rows with it.
 */
function closingQuote(text: string, start: number, separator: string): number {
	const ends = (at: number) => at >= text.length || text[at] === separator || text[at] === '\n';
	for (let at = text.indexOf('"', start); at >= 0; at = text.indexOf('"', at + 1)) {
		if (text[at + 1] === '"') at++;
		else if (ends(at + 1)) return at;
		else if (at > start && ends(at - 1)) return -1;
	}
	return -1;
}
