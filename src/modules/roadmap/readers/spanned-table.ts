import type { Cell, Line, Table } from '../engine/grid';
import type { Place } from '../rules/understanding';

/** A cell as documents have it: where it begins on the ruler of the table and how many marks it covers. */
export type SpannedCell = { lines: Line[]; start: number; span: number; under: boolean };
export type SpannedRow = { cells: SpannedCell[]; afterBreak: boolean };

/**
 * A table with columns out of cells with spans. Hand-drawn tables have rows whose borders stand a little apart; so columns
 * are those of the commonest row, and cells of other rows fall into the column above which they stand.
 */
export function tableOfSpans(rows: readonly SpannedRow[], { table }: Pick<Place, 'table'>): Table {
	const width = commonestCount(rows);
	const starts = commonestStarts(rows, width);
	return {
		kind: 'table',
		width,
		rows: rows.map((row, index) => ({
			afterBreak: row.afterBreak,
			cells: layOut(row, width, starts, (column) => placeOf(table, index + 1, column + 1))
		}))
	};
}

/** Ties go to the wider row: sections are narrow and may be many. */
function commonestCount(rows: readonly SpannedRow[]) {
	const counts = new Map<number, number>();
	for (const { cells } of rows)
		if (cells.length > 0) counts.set(cells.length, (counts.get(cells.length) ?? 0) + (cells.length === 1 ? 0.1 : 1));
	return [...counts].reduce(
		(best, next) => (next[1] > best[1] || (next[1] === best[1] && next[0] > best[0]) ? next : best),
		[1, 0]
	)[0];
}

function commonestStarts(rows: readonly SpannedRow[], width: number) {
	const whole = rows.filter(({ cells }) => cells.length === width);
	const seen = new Map<string, number>();
	for (const { cells } of whole) {
		const key = cells.map(({ start }) => start).join(' ');
		seen.set(key, (seen.get(key) ?? 0) + 1);
	}
	const [best = ''] = [...seen].reduce((top, next) => (next[1] > top[1] ? next : top), ['', 0]);
	return best === '' ? [0] : best.split(' ').map(Number);
}

/** Written out, not spread: of two hundred thousand cells each byte counts. */
const placeOf = (table: number | undefined, row: number, column: number): Place =>
	table === undefined ? { row, column } : { table, row, column };

function layOut(row: SpannedRow, width: number, starts: readonly number[], placeAt: (column: number) => Place): Cell[] {
	const empty = (column: number, merged: Cell['merged'] = null): Cell => ({
		lines: [],
		place: placeAt(column),
		span: 1,
		merged
	});
	const laid: (Cell | undefined)[] = Array.from({ length: width });
	row.cells.forEach((cell, index) => {
		const [from, to] = row.cells.length === width ? [index, index + 1] : columnsUnder(cell, starts);
		const column = firstFree(laid, from);
		const known = laid[column];
		if (known) known.lines.push(...cell.lines);
		else
			laid[column] = {
				lines: cell.under ? [] : cell.lines,
				place: placeAt(column),
				span: Math.max(1, to - from),
				merged: cell.under ? 'above' : null
			};
		for (let covered = column + 1; covered < Math.min(to, width); covered++) laid[covered] ??= empty(covered, 'left');
	});
	return Array.from(laid, (cell, column) => cell ?? empty(column));
}

/** When the column is taken, the next that is not; the last one takes all the rest. */
function firstFree(laid: readonly (Cell | undefined)[], from: number) {
	let column = Math.min(from, laid.length - 1);
	while (column < laid.length - 1 && laid[column] !== undefined && laid[column]?.merged !== 'left') column++;
	return column;
}

function columnsUnder({ start, span }: SpannedCell, starts: readonly number[]): [number, number] {
	const end = start + span;
	const middle = (column: number) => ((starts[column] ?? 0) + (starts[column + 1] ?? (starts[column] ?? 0) + 1)) / 2;
	const covered = starts.flatMap((_, column) => (middle(column) >= start && middle(column) < end ? [column] : []));
	const nearest = starts.findLastIndex((mark) => mark <= start);
	const from = covered[0] ?? Math.max(0, nearest);
	return [from, (covered.at(-1) ?? from) + 1];
}
