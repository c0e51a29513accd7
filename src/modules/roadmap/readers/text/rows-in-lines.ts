import { type Cell, plainLine, type Row } from '../../engine/grid';

export type TextLine = { text: string; number: number; blankBefore: number };

/** Rows that stand one on a line with tabs between the cells; a line with no tab goes on with the cell above it. */
export function rowsOfLines(lines: readonly TextLine[], width: number): Row[] {
	const rows: (Row & { open: boolean })[] = [];
	for (const line of lines) {
		const parts = line.text.split('\t');
		const above = rows.at(-1);
		if (
			above?.open &&
			above.cells.length + parts.length - 1 <= width &&
			(parts.length < width || above.cells.length === 1)
		) {
			extend(above, parts, line, rows.length);
		} else if (parts.length === 1 && above && line.blankBefore === 0 && !above.open) {
			above.cells.at(-1)?.lines.push(plainLine(line.text));
			continue;
		} else {
			rows.push({
				afterBreak: line.blankBefore > 0,
				open: false,
				cells: parts.map((text, column) => toCell(text, line, rows.length, column))
			});
		}
		const last = rows.at(-1);
		if (last) last.open = last.cells.length < width && parts.length > 1;
	}
	return rows.map(({ open: _, ...row }) => ({
		...row,
		cells: row.cells.map((cell) => (row.cells.length === 1 ? { ...cell, span: width } : cell))
	}));
}

function extend(row: Row, parts: string[], line: TextLine, index: number) {
	const [first = '', ...rest] = parts;
	row.cells.at(-1)?.lines.push(plainLine(first));
	row.cells.push(...rest.map((text, column) => toCell(text, line, index - 1, row.cells.length + column)));
}

const toCell = (text: string, line: TextLine, row: number, column: number): Cell => ({
	lines: [plainLine(text)],
	place: { row: row + 1, column: column + 1, line: line.number },
	span: 1,
	merged: null
});
