import { makeTable, type Row, type Table } from '../engine/grid';
import { Unreadable } from '../rules/understanding';
import { maxCells } from './limits';
import { tooManyRows } from './sentences';

/** A table of equal width. @throws Unreadable when one wide row among many would fill the memory with empty cells. */
export function tableOfRows(rows: Row[], least = 1): Table {
	const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), least);
	if (width * rows.length > maxCells) throw new Unreadable(tooManyRows);
	return makeTable(rows, least);
}
