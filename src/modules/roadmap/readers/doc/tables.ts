import type { Line } from '../../engine/grid';
import { Unreadable } from '../../rules/understanding';
import type { FlowBuilder } from '../flow';
import { maxCellLength, maxRows } from '../limits';
import { cellTooLarge, tooDeep, tooManyRows } from '../sentences';
import type { DefinedCell } from './format';
import { broken } from './window';

type Content = { lines: Line[]; newPage: boolean } | { rows: OldRow[] };
type OldRow = { cells: Content[][]; defined: DefinedCell[] };
type OpenTable = { rows: OldRow[]; cells: Content[][]; cell: Content[]; length: number };

/** Tables deeper than this no person draws. */
const maxNesting = 16;
/** Borders closer than this (a point) are one border drawn by a shaky hand. */
const shaky = 20;

/** Keeps what stands in tables until their rows end, for only there Word says how the cells were drawn. */
export class OldTables {
	readonly #flow: FlowBuilder;
	readonly #open: OpenTable[] = [];
	#rows = 0;

	constructor(flow: FlowBuilder) {
		this.#flow = flow;
	}

	/** One paragraph with the depth it stands at; it may end its cell or, holding nothing itself, its row. */
	add(
		depth: number,
		content: { lines: Line[]; newPage: boolean },
		ends: 'cell' | 'row' | null,
		defined: DefinedCell[]
	) {
		if (depth > maxNesting) throw new Unreadable(tooDeep);
		while (this.#open.length > depth) this.#close();
		while (this.#open.length < depth) this.#open.push({ rows: [], cells: [], cell: [], length: 0 });
		const table = this.#open.at(-1);
		if (!table) {
			this.#tell(content);
			return;
		}
		if (ends === 'row') this.#endRow(table, defined);
		else this.#keep(table, content, ends === 'cell');
	}

	#keep(table: OpenTable, content: { lines: Line[]; newPage: boolean }, last: boolean) {
		table.length += content.lines.reduce((sum, line) => sum + line.text.length + 1, 0);
		if (table.length > maxCellLength) throw new Unreadable(cellTooLarge);
		table.cell.push(content);
		if (last) this.#endCell(table);
	}

	#endCell(table: OpenTable) {
		table.cells.push(table.cell);
		table.cell = [];
		table.length = 0;
		if (table.cells.length > 256) throw broken();
	}

	#endRow(table: OpenTable, defined: DefinedCell[]) {
		if (table.cell.length > 0) this.#endCell(table);
		if (++this.#rows > maxRows) throw new Unreadable(tooManyRows);
		table.rows.push({ cells: table.cells, defined });
		table.cells = [];
	}

	#close() {
		const table = this.#open.pop();
		if (!table) return;
		if (table.cell.length > 0 || table.cells.length > 0) this.#endRow(table, []);
		const holder = this.#open.at(-1);
		if (holder) holder.cell.push({ rows: table.rows });
		else this.#tell({ rows: table.rows });
	}

	end() {
		while (this.#open.length > 0) this.#close();
	}

	#tell(content: Content) {
		if ('rows' in content) this.#tellTable(content.rows);
		else {
			if (content.newPage) this.#flow.breakPage();
			this.#flow.addParagraph(content.lines);
		}
	}

	#tellTable(rows: readonly OldRow[]) {
		const borders = bordersOf(rows);
		this.#flow.beginTable();
		for (const { cells, defined } of rows) {
			if (cells[0]?.some((content) => 'lines' in content && content.newPage)) this.#flow.breakPage();
			this.#flow.beginRow();
			this.#flow.skipColumns(columnOf(borders, defined[0]?.from));
			cells.forEach((contents, index) => {
				if (!defined[index]?.joinedLeft || index === 0) this.#beginCell(borders, defined, index);
				for (const content of contents) this.#tell('lines' in content ? { ...content, newPage: false } : content);
				if (!defined[index + 1]?.joinedLeft || index === cells.length - 1) this.#flow.endCell();
			});
			this.#flow.endRow();
		}
		this.#flow.endTable();
	}

	#beginCell(borders: readonly number[], defined: readonly DefinedCell[], index: number) {
		const cell = defined[index];
		this.#flow.beginCell();
		if (!cell) return;
		let last = index;
		while (defined[last + 1]?.joinedLeft) last++;
		this.#flow.spanCell(columnOf(borders, defined[last]?.to) - columnOf(borders, cell.from));
		this.#flow.mergeCell(cell.under);
	}
}

/** All borders of the table from left to right, each once. */
function bordersOf(rows: readonly OldRow[]) {
	const drawn = new Set(rows.flatMap(({ defined }) => defined.flatMap(({ from, to }) => [from, to])));
	const borders: number[] = [];
	for (const border of [...drawn].sort((left, right) => left - right))
		if (borders.length === 0 || border - (borders.at(-1) ?? 0) > shaky) borders.push(border);
	return borders;
}

const columnOf = (borders: readonly number[], mark: number | undefined) =>
	mark === undefined
		? 0
		: Math.max(
				0,
				borders.findLastIndex((border) => border <= mark)
			);
