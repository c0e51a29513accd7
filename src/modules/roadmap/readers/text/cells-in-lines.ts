import { type Role, roleOfHead } from '../../engine/columns';
import { type Cell, type Line, plainLine, type Row, tidy } from '../../engine/grid';
import { namesStage } from '../../engine/stages';

/** A cell as it stood in the file: every cell began a new line with a tab. */
export type LooseCell = { lines: Line[]; line: number; blankAfter: number; gapInside: boolean };

const widest = 12;
const stageLike = /^(\**)?(этап|раздел|блок|модуль|направление|шаг\s|задачи? этапа|[ivx]{1,4}[.\s)])/i;

/** Costs of reading a run of cells as one row: the cheapest reading of the whole table wins. */
const cost = { rowEndsWithoutBlank: 3, blankInsideRow: 1, sectionRow: 1.5, namedSectionRow: 0.2, brokenRow: 4 };

/**
 * Rows out of a flat run of cells. An empty line usually ends a row but may also stand inside a cell, and a row merged
 * across the table is a single cell; so all ways of cutting the run are compared and the cheapest is taken.
 */
export function rowsOfCells(cells: readonly LooseCell[]): { rows: Row[]; width: number } {
	const width = widthOf(cells);
	const cuts = cheapestCuts(cells, width).cuts;
	return {
		width,
		rows: cuts.map(([start, end], row) => ({
			afterBreak: start > 0 && (cells[start - 1]?.blankAfter ?? 0) > 1,
			cells: cells.slice(start, end).map((cell, column) => toCell(cell, row, column, end - start === 1 ? width : 1))
		}))
	};
}

const toCell = (cell: LooseCell, row: number, column: number, span: number): Cell => ({
	lines: cell.lines,
	place: { row: row + 1, column: column + 1, line: cell.line },
	span,
	merged: null
});

/** The number of columns that explains the empty lines best; of equals the smaller. */
function widthOf(cells: readonly LooseCell[]) {
	const most = Math.min(widest, cells.length);
	let best = { width: 1, price: Number.POSITIVE_INFINITY };
	for (let width = 2; width <= most; width++) {
		const { price } = cheapestCuts(cells.slice(0, 400), width);
		const perCell = price + headerCost(cells, width);
		if (perCell < best.price) best = { width, price: perCell };
	}
	return best.width;
}

/**
 * A head of so many cells is likely when each says a column of its own and the cell after them says none that is new.
 * «Обновление раздела на сайте» sounds like a head too: what stands behind an empty line tells less.
 */
function headerCost(cells: readonly LooseCell[], width: number) {
	const told = cells.slice(0, width).map((cell) => roleOfHead(textOf(cell)));
	const end = cells.findIndex((cell) => cell.blankAfter > 0);
	const [near, far] = end < 0 ? [told, []] : [told.slice(0, end + 1), told.slice(end + 1)];
	const next = textOf(cells[width]);
	const more = next.length < 60 && !namesStage(next) ? roleOfHead(next) : null;
	const isNew = more !== null && !told.includes(more);
	const apart = (cells[width - 1]?.blankAfter ?? 0) > 0;
	return (
		(isNew ? (apart ? 1 : 6) : 0) - said(near) * 2 - (said(told) - said(near)) + far.filter((role) => !role).length
	);
}

const said = (roles: readonly (Role | null)[]) => new Set(roles.filter((role) => role !== null)).size;

const textOf = (cell: LooseCell | undefined) => tidy(cell?.lines.map((line) => line.text).join(' ') ?? '');

function cheapestCuts(cells: readonly LooseCell[], width: number) {
	const price = new Float64Array(cells.length + 1).fill(Number.POSITIVE_INFINITY);
	const from = new Int32Array(cells.length + 1);
	price[0] = 0;
	const blanks = prefixSums(cells.map((cell) => (cell.blankAfter > 0 ? 1 : 0)));
	for (let end = 1; end <= cells.length; end++) {
		for (let size = 1; size <= Math.min(width, end); size++) {
			const start = end - size;
			const total = (price[start] ?? 0) + rowCost(cells, start, end, width, blanks);
			if (total < (price[end] ?? 0)) {
				price[end] = total;
				from[end] = start;
			}
		}
	}
	const cuts: [number, number][] = [];
	for (let end = cells.length; end > 0; end = from[end] ?? 0) cuts.push([from[end] ?? 0, end]);
	return { cuts: cuts.reverse(), price: price[cells.length] ?? 0 };
}

function rowCost(cells: readonly LooseCell[], start: number, end: number, width: number, blanks: number[]) {
	const size = end - start;
	const endsWithBlank = (cells[end - 1]?.blankAfter ?? 0) > 0 || end === cells.length;
	const inside = (blanks[end - 1] ?? 0) - (blanks[start] ?? 0);
	const shape = size === width ? 0 : size === 1 ? sectionCost(cells[start]) : cost.brokenRow;
	return shape + (endsWithBlank ? 0 : cost.rowEndsWithoutBlank) + inside * cost.blankInsideRow;
}

function sectionCost(cell: LooseCell | undefined) {
	const text = textOf(cell);
	if (text === '') return cost.brokenRow;
	return stageLike.test(text) || (text.length > 8 && text === text.toUpperCase() && /[А-Я]/.test(text))
		? cost.namedSectionRow
		: cost.sectionRow;
}

function prefixSums(values: number[]) {
	const sums = [0];
	for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
	return sums;
}

/** Reads a cell out of its line: the tab that begins it goes, tabs within are white space. */
export const looseCell = (text: string, line: number): LooseCell => ({
	lines: [plainLine(text.replace(/^[ ]*\t/, '').replaceAll('\t', ' '))],
	line,
	blankAfter: 0,
	gapInside: false
});
