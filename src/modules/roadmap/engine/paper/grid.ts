import type { PaperPlan } from '../../rules/paper';
import { type Cell, type Grid, makeTable, type Paragraph, plainLine } from '../grid';
import { headingLines } from './heading';
import { paperTable } from './table';

/** A plan on paper as the grid that its file would be read into: so a plan of ours is understood the way every other is. */
export function paperGrid(plan: PaperPlan): Grid {
	const table = paperTable(plan, 'usual');
	const width = table.columns.length;
	const { title, below } = headingLines(plan);
	const rows = [
		table.head.map((text) => [text]),
		...table.rows.map((row) => (row.across ? [[row.text]] : row.cells.map((cell) => cell?.lines ?? [])))
	];
	return {
		blocks: [
			...[title, ...below].map(paragraph),
			makeTable(
				rows.map((cells, row) => ({
					afterBreak: false,
					cells: cells.map((lines, column) =>
						cellOf(lines, { row: row + 1, column: column + 1, span: cells.length === 1 ? width : 1 })
					)
				})),
				width
			)
		]
	};
}

const paragraph = (text: string, index: number): Paragraph => ({
	kind: 'paragraph',
	line: plainLine(text),
	place: { line: index + 1 },
	gap: index === 0
});

const cellOf = (
	lines: readonly string[],
	{ row, column, span }: { row: number; column: number; span: number }
): Cell => ({
	lines: lines.map(plainLine),
	place: { table: 1, row, column },
	span,
	merged: null
});
