import type { Place } from '../rules/understanding';

/** One paragraph or line. `marker` is the bullet or number the program drew («1.», «•»): typed ones are still in the text. */
export type Line = { text: string; marker: string | null; level: number };

/** `merged`: the cell is covered by its neighbour on the left or above and holds nothing of its own. */
export type Cell = { lines: Line[]; place: Place; span: number; merged: 'left' | 'above' | null };

/** `afterBreak`: a page may have ended before this row, so it may continue the one above; `begins`: it does not, however it begins. */
export type Row = { cells: Cell[]; afterBreak: boolean; begins?: true };

/** Every row has `width` cells. */
export type Table = { kind: 'table'; width: number; rows: Row[] };

/** `gap`: an empty line or a page break stands before it. */
export type Paragraph = { kind: 'paragraph'; line: Line; place: Place; gap: boolean };

export type Block = Table | Paragraph;

/** Words that belong to the sheet and not to the text: the number of a page, a line repeated at the head of every page. */
export type Aside = { text: string; place: Place; reason: string };

/** What every reader turns bytes into: paragraphs and tables in the order of the page; `asides` are shown as ignored, `remarks` said to the user. */
export type Grid = { blocks: Block[]; asides?: readonly Aside[]; remarks?: readonly string[] };

export const plainLine = (text: string): Line => ({ text, marker: null, level: 0 });

/** The cell in one line: markers included, white space tidied. */
export function cellText(cell: { lines: readonly Line[] } | undefined): string {
	if (!cell || cell.lines.length === 0) return '';
	const [first] = cell.lines;
	if (first && cell.lines.length === 1 && !first.marker) return tidy(first.text);
	return tidy(cell.lines.map((line) => (line.marker ? `${line.marker} ${line.text}` : line.text)).join(' '));
}

/** White space of every sort becomes single spaces; soft hyphens and zero-width marks go. Tidy text comes back itself, not a copy. */
export const tidy = (text: string) =>
	untidy.test(text)
		? text
				.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
				.replace(/[^\S ]\s*| \s+/g, ' ')
				.trim()
		: text;

/** Most text is tidy already: one look over it is enough. */
const untidy = /[\u00ad\u200b-\u200f\u2060\ufeff]|[^\S ]| {2}|^ | $/;

/** The text without such signs at its end. A regular expression would walk a long run of them again from each of its signs. */
export function withoutEnd(text: string, signs: string): string {
	let end = text.length;
	while (end > 0 && signs.includes(text[end - 1] as string)) end--;
	return text.slice(0, end);
}

/** As far as a deadline, a period or a norm is looked for in a text: nobody writes them longer, and a hostile cell may be as long as a book. */
export const glance = (text: string) => (text.length > longestGlance ? text.slice(0, longestGlance) : text);
const longestGlance = 600;

/** A cell that holds something, with its column. */
export type Filled = { cell: Cell; column: number; text: string };

export function filled(row: Row): Filled[] {
	const cells: Filled[] = [];
	for (const [column, cell] of row.cells.entries()) {
		const text = cellText(cell);
		if (text !== '') cells.push({ cell, column, text });
	}
	return cells;
}

/** A table of equal width out of rows of any length: short ones are filled up with empty cells. */
export function makeTable(rows: Row[], least = 1): Table {
	const width = rows.reduce((most, row) => Math.max(most, row.cells.length), least);
	return {
		kind: 'table',
		width,
		rows: rows.map((row) => (row.cells.length === width ? row : { ...row, cells: pad(row.cells, width) }))
	};
}

function pad(cells: Cell[], width: number): Cell[] {
	const place = cells.at(-1)?.place ?? {};
	const empty = Array.from({ length: width - cells.length }, (_, index) => ({
		lines: [],
		place: { ...place, column: cells.length + index + 1 },
		span: 1,
		merged: null
	}));
	return [...cells, ...empty];
}
