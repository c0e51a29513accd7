import { readDeadline } from './deadlines/read-deadline';
import { namesTerm } from './deadlines/term';
import { type Cell, cellText, type Grid, makeTable, plainLine, type Row, type Table } from './grid';

const rowsSearched = 10;
const mark = /^[+✓✔√vxх*•●■]$/iu;
const year = /^20\d\d\s*(?:г\.?|год)?$/;

/** Tables with a column for each month or year («Сентябрь», «Октябрь» …; marks or dates in them) get one column of terms. */
export function withTermColumns(grid: Grid): Grid {
	let changed = false;
	const blocks = grid.blocks.map((block) => {
		const joined = block.kind === 'table' ? joinTerms(block) : undefined;
		changed ||= joined !== undefined;
		return joined ?? block;
	});
	return changed ? { ...grid, blocks } : grid;
}

type Terms = { head: number; columns: number[]; names: string[] };

function joinTerms(table: Table): Table | undefined {
	const terms = findTerms(table);
	if (!terms || !marksTimes(table, terms)) return undefined;
	const above = table.rows[terms.head - 1];
	const head = table.rows[terms.head] as Row;
	const twoRows = above !== undefined && head.cells.some((cell) => cell.merged === 'above');
	const firstRow = terms.head - (twoRows ? 1 : 0);
	const [at = 0] = terms.columns;
	const inTerms = new Set(terms.columns);
	const withDeadline = (cells: readonly Cell[], deadline: Cell) =>
		cells.flatMap((cell, column) => (column === at ? [deadline] : inTerms.has(column) ? [] : [cell]));
	const headCells = head.cells.map((cell, column) => (cell.merged === 'above' ? (above?.cells[column] ?? cell) : cell));
	const rows = table.rows.slice(terms.head + 1).map((row) => {
		const own = row.cells[at]?.span ?? 1;
		if (own > 1) return row;
		return { ...row, cells: withDeadline(row.cells, timesOf(row, terms)) };
	});
	const title: Cell = { ...emptyAt(head.cells[at]), lines: [plainLine(`Срок: ${terms.names.join(', ')}`)] };
	return makeTable([...table.rows.slice(0, firstRow), { ...head, cells: withDeadline(headCells, title) }, ...rows]);
}

const emptyAt = (cell: Cell | undefined): Cell => ({ lines: [], place: cell?.place ?? {}, span: 1, merged: null });

function findTerms(table: Table): Terms | undefined {
	for (const [head, row] of table.rows.slice(0, rowsSearched).entries()) {
		const texts = row.cells.map(cellText);
		const columns = texts.flatMap((text, column) => (namesTerm(text) || year.test(text) ? [column] : []));
		const years = columns.every((column) => year.test(texts[column] ?? ''));
		if (columns.length < (years ? 2 : 3) || columns.length >= texts.length) continue;
		if ((columns.at(-1) ?? 0) - (columns[0] ?? 0) === columns.length - 1)
			return { head, columns, names: columns.map((column) => texts[column] ?? '') };
	}
	return undefined;
}

/** Marks and dates stand under the terms, no deeds and no figures. */
function marksTimes(table: Table, { head, columns }: Terms) {
	const texts = table.rows
		.slice(head + 1)
		.flatMap(({ cells }) => columns.map((column) => cellText(cells[column])))
		.filter((text) => text !== '' && !/^[-–—]$/.test(text));
	const times = texts.filter((text) => mark.test(text) || readDeadline(text, null).deadline.kind === 'windows');
	return texts.length >= 3 && times.length >= texts.length * 0.8;
}

function timesOf({ cells }: Row, { columns, names }: Terms): Cell {
	const times = columns.flatMap((column, index) => {
		const text = cellText(cells[column]);
		if (text === '' || /^[-–—]$/.test(text)) return [];
		return [mark.test(text) ? names[index] : `${text} ${names[index]}`];
	});
	return { ...emptyAt(cells[columns[0] ?? 0]), lines: times.length ? [plainLine(times.join(', '))] : [] };
}
