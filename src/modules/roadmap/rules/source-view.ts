import type { Draft, RowDoubt } from './draft';
import { asksEveryYear, bareMonths } from './every-year';
import type { Piece } from './understanding';

/** A piece of the source with its index and the keys of the rows that were read from it, removed ones too. */
export type SourceCell = { index: number; piece: Piece; rows: readonly string[] };
export type SourceBlock =
	| { kind: 'line'; cell: SourceCell }
	/** `columns`: how many the widest row has. Cells stand by their column, what is blank is undefined. */
	| { kind: 'table'; sheet: string | undefined; columns: number; rows: (SourceCell | undefined)[][] };

/** A plan of two hundred rows is one part; a file of ten thousand cells is read part by part. */
export const piecesInPart = 1500;
/** A part goes on to the end of its row, at most this far. */
export const widest = 60;

export const partOf = (index: number) => Math.floor(index / piecesInPart) + 1;

/** Which rows were read from a piece: by the draft as it stands, so that split, merged and moved rows are found too. */
export function rowsByPiece({ activities }: Draft) {
	const rows = new Map<number, string[]>();
	for (const { key, pieces } of activities) {
		for (const index of pieces) {
			const known = rows.get(index);
			if (known) known.push(key);
			else rows.set(index, [key]);
		}
	}
	return rows;
}

/** The document as it looked: paragraphs and tables in their order, each piece in its cell. `first`: the index of the first piece given. */
export function sourceBlocks(pieces: readonly Piece[], draft: Draft, first = 0): SourceBlock[] {
	const readInto = rowsByPiece(draft);
	const blocks: SourceBlock[] = [];
	let at = { table: '', row: 0 };
	for (const [offset, piece] of pieces.entries()) {
		const cell = { index: first + offset, piece, rows: readInto.get(first + offset) ?? [] };
		const { sheet, table, row, column } = piece.place;
		if (row === undefined) {
			blocks.push({ kind: 'line', cell });
			at = { table: '', row: 0 };
			continue;
		}
		const here = { table: `${sheet ?? ''} ${table ?? 1}`, row };
		let block = blocks.at(-1);
		if (block?.kind !== 'table' || here.table !== at.table) {
			block = { kind: 'table', sheet, columns: 0, rows: [] };
			blocks.push(block);
		}
		if (here.table !== at.table || here.row !== at.row) block.rows.push([]);
		const cells = block.rows.at(-1) ?? [];
		const place = Math.min(column ?? cells.length + 1, widest);
		cells[cells[place - 1] ? cells.length : place - 1] = cell;
		block.columns = Math.max(block.columns, cells.length);
		at = here;
	}
	return blocks;
}

/** Of the fields of a row, which pieces of the file each was read from, in the order of the file. The capability is told from the title, or the result. */
export type FieldPieces = Partial<Record<RowDoubt['field'], number[]>>;

/** `fields`: of every piece in its order, the field it was read as; null when it is none of an activity. */
export function fieldPieces(pieces: readonly number[], fields: readonly (string | null)[]): FieldPieces {
	const found: FieldPieces = {};
	for (const index of pieces.toSorted((a, b) => a - b)) {
		const field = fields[index] as keyof FieldPieces | 'number' | null | undefined;
		if (field && field !== 'number') found[field] = [...(found[field] ?? []), index];
	}
	return found;
}

/** How far the looking through has come: `left` rows are doubtful, `settled` were at first and are no longer. What one question asks of many is not settled by being asked. */
export function lookedThrough(draft: Draft, doubtedAtFirst: readonly number[]) {
	const still = new Set(draft.activities.flatMap((row) => (!row.removed && row.doubts.length > 0 ? [row.key] : [])));
	const asked = new Set(asksEveryYear(draft) ? bareMonths(draft).map(({ key }) => key) : []);
	const settled = doubtedAtFirst.map((index) => `a${index + 1}`).filter((key) => !still.has(key) && !asked.has(key));
	return { left: still.size, settled: settled.length };
}
