import { type Block, type Line, type Paragraph, type Table, tidy } from '../engine/grid';
import { Unreadable } from '../rules/understanding';
import { maxCellLength, maxCells, maxLines, maxRows } from './limits';
import { cellTooLarge, tooManyRows } from './sentences';
import { type SpannedCell, type SpannedRow, tableOfSpans } from './spanned-table';

export type Content = Line | Table;
type OpenCell = { contents: Content[]; start: number; span: number; under: boolean; length: number };
/** A cell that hangs down into the rows below: where it begins, how wide it is, for how many rows more. */
type Hanging = { start: number; span: number; left: number };
type OpenTable = {
	hanging: Hanging[];
	rows: SpannedRow[];
	contents: Content[][];
	row: SpannedRow | null;
	cell: OpenCell | null;
	at: number;
};

/**
 * Builds blocks out of the events every kind of document has: paragraphs, tables, rows, cells, page breaks. Tables within
 * cells are unfolded: a frame around a table is no table, and a small table in a cell is lines of the cell.
 */
export class FlowBuilder {
	readonly blocks: Block[] = [];
	readonly #tables: OpenTable[] = [];
	#paragraph = 0;
	#rows = 0;
	#cells = 0;
	#built = 0;
	#gap = false;
	#broken = false;

	beginTable() {
		this.#tables.push({ hanging: [], rows: [], contents: [], row: null, cell: null, at: 0 });
	}

	beginRow() {
		const table = this.#tables.at(-1);
		if (!table) return;
		this.#rows++;
		if (this.#rows > maxRows) throw new Unreadable(tooManyRows);
		table.row = { cells: [], afterBreak: this.#broken };
		table.at = 0;
		this.#broken = false;
	}

	beginCell() {
		const table = this.#tables.at(-1);
		if (!table?.row) return;
		this.#cells++;
		if (this.#cells > maxCells) throw new Unreadable(tooManyRows);
		this.#passHanging(table);
		table.cell = { contents: [], start: table.at, span: 1, under: false, length: 0 };
	}

	skipColumns(count: number) {
		const table = this.#tables.at(-1);
		if (table) table.at += Math.min(count, 1000);
	}

	spanCell(span: number) {
		const cell = this.#tables.at(-1)?.cell;
		if (cell) cell.span = Math.max(1, Math.min(span, 1000));
	}

	/** The cell reaches this many rows down (HTML and OpenDocument say so at its top). */
	hangCell(rows: number) {
		const table = this.#tables.at(-1);
		if (table?.cell && rows > 1)
			table.hanging.push({ start: table.at, span: table.cell.span, left: Math.min(rows, 10_000) });
	}

	/** Fills the places that cells from above hang into. */
	#passHanging(table: OpenTable) {
		for (;;) {
			const over = table.hanging.find(({ start, left }) => start === table.at && left > 0);
			if (!over || !table.row) return;
			table.row.cells.push({ lines: [], start: over.start, span: over.span, under: true });
			table.at += over.span;
		}
	}

	mergeCell(under: boolean) {
		const cell = this.#tables.at(-1)?.cell;
		if (cell) cell.under = under;
	}

	breakPage() {
		this.#broken = this.#gap = true;
	}

	addParagraph(lines: readonly Content[]) {
		const cell = this.#tables.at(-1)?.cell;
		if (cell) {
			for (const line of lines) this.#addToCell(cell, line);
			return;
		}
		this.#paragraph++;
		let empty = true;
		for (const line of lines) {
			if ('rows' in line || (tidy(line.text) === '' && !line.marker)) continue;
			empty = false;
			if (this.blocks.length >= maxLines) throw new Unreadable(tooManyRows);
			this.blocks.push({
				kind: 'paragraph',
				line: { ...line, text: tidy(line.text) },
				place: { line: this.#paragraph },
				gap: this.#gap
			} satisfies Paragraph);
			this.#gap = false;
		}
		if (empty) this.#gap = true;
	}

	#addToCell(cell: OpenCell, line: Content) {
		if (!('rows' in line)) {
			cell.length += line.text.length;
			if (cell.length > maxCellLength) throw new Unreadable(cellTooLarge);
		}
		cell.contents.push(line);
	}

	endCell() {
		const table = this.#tables.at(-1);
		if (!table?.row || !table.cell) return;
		const { start, span, under } = table.cell;
		const contents = table.cell.contents.slice(); // what has grown by pushes is thrice as long as it need be
		table.row.cells.push({ lines: linesOf(contents), start, span, under } satisfies SpannedCell);
		table.contents.push(contents);
		table.at = start + span;
		table.cell = null;
	}

	endRow() {
		const table = this.#tables.at(-1);
		if (!table?.row) return;
		this.#passHanging(table);
		table.rows.push(table.row);
		table.row = null;
		table.hanging = table.hanging.flatMap((over) => (over.left > 1 ? [{ ...over, left: over.left - 1 }] : []));
	}

	endTable() {
		const table = this.#tables.pop();
		if (!table || table.rows.length === 0) return;
		const holder = this.#tables.at(-1)?.cell;
		if (isFrame(table)) {
			for (const content of table.contents.flat()) {
				if (holder) holder.contents.push(content);
				else if ('rows' in content) this.#pushTable(content);
				else this.addParagraph([content]);
			}
			return;
		}
		const built = tableOfSpans(table.rows, { table: this.#built + 1 });
		if (holder) holder.contents.push(built);
		else this.#pushTable(built);
		this.#gap = true;
	}

	#pushTable(table: Table) {
		this.blocks.push(table);
		this.#built++;
	}
}

const cellsOf = (table: { rows: readonly { cells: readonly unknown[] }[] }) =>
	table.rows.reduce((sum, row) => sum + row.cells.length, 0);

/** One or two cells, or fewer cells than the table within: a frame drawn around the text. */
function isFrame(table: OpenTable) {
	const inner = table.contents.flat().filter((content): content is Table => 'rows' in content);
	if (inner.length === 0) return cellsOf(table) === 1;
	return inner.some((nested) => cellsOf(nested) >= cellsOf(table));
}

/** The lines of a cell; a table within gives a line for each of its rows. Empty paragraphs go, save a lone automatic number. */
function linesOf(contents: Content[]): Line[] {
	if (contents.every(isWritten)) return contents;
	const lines = contents.flatMap((content): Line[] =>
		'rows' in content
			? content.rows.map((row) => ({
					text: row.cells.flatMap((cell) => cell.lines.map((line) => line.text)).join(' '),
					marker: null,
					level: 0
				}))
			: [content]
	);
	const written = lines.filter(isWritten);
	if (written.length > 0) return written;
	const numbered = lines.find((line) => line.marker !== null && /[\dIVX]/.test(line.marker));
	return numbered ? [numbered] : [];
}

const isWritten = (content: Content): content is Line => !('rows' in content) && tidy(content.text) !== '';
