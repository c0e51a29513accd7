import { type Grid, plainLine, type Row, tidy } from '../engine/grid';
import { Unreadable } from '../rules/understanding';
import { maxCellLength, maxCells, maxRows } from './limits';
import { cellTooLarge, tooManyRows } from './sentences';
import { tableOfRows } from './table-of-rows';

const separators = [';', ',', '\t', '|'] as const;

/** Tells a table with separators by its lines having the same number of them; undefined for other text. */
export function separatorOf(text: string): string | undefined {
	const scored = separators.map((separator) => {
		const counts = [...recordsOf(text.slice(0, 60_000), separator)]
			.filter((record) => record.some((cell) => tidy(cell) !== ''))
			.map((record) => record.length);
		const several = counts.filter((count) => count > 1);
		const most = mode(several);
		return {
			separator,
			score:
				most > 2 ? several.filter((count) => count === most).length / (separator === ',' ? counts : several).length : 0,
			seldom: several.length < Math.max(3, counts.length * 0.4),
			width: most
		};
	});
	const best = scored.reduce((top, next) =>
		next.score > top.score || (next.score === top.score && next.width > top.width) ? next : top
	);
	return best.score > 0.6 && !best.seldom ? best.separator : undefined;
}

function mode(counts: readonly number[]) {
	const seen = new Map<number, number>();
	for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1);
	return [...seen].reduce(
		(top, next) => (next[1] > top[1] || (next[1] === top[1] && next[0] > top[0]) ? next : top),
		[0, 0]
	)[0];
}

/** A table with separators: quoted cells may hold separators, doubled quotes and line breaks. */
export function readCsv(text: string, separator: string): Grid {
	const rows: Row[] = [];
	let count = 0;
	for (const record of recordsOf(text, separator)) {
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
	return { blocks: [tableOfRows(rows)] };
}

function linesOf(cell: string) {
	if (cell.length > maxCellLength) throw new Unreadable(cellTooLarge);
	return tidy(cell) === '' ? [] : cell.split('\n').map(plainLine);
}

/** Record by record, since a table may be long and its cells are wanted once. */
function* recordsOf(text: string, separator: string): Generator<string[]> {
	let record: string[] = [];
	for (let at = 0; at < text.length; ) {
		const { cell, end } = cellAt(text, at, separator);
		record.push(cell);
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
	const { words, end: from } = text[start] === '"' ? quotedAt(text, start + 1, separator) : { words: '', end: start };
	let end = from;
	while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
	return { cell: words + text.slice(from, end), end };
}

/** What stands up to the closing quote. A quote that nobody closed is a letter like others: else it would swallow rows. */
function quotedAt(text: string, start: number, separator: string) {
	const unclosed = { words: '', end: start - 1 };
	const parts: string[] = [];
	for (let at = start; ; ) {
		const close = text.indexOf('"', at);
		if (close < 0) return unclosed;
		parts.push(text.slice(at, close));
		if (text[close + 1] !== '"') {
			const words = parts.join('');
			const opens = words.includes('\n') && ![separator, '\n', '\r', undefined].includes(text[close + 1]);
			return opens ? unclosed : { words, end: close + 1 };
		}
		parts.push('"');
		at = close + 2;
	}
}
