import { type Cell, plainLine, type Row } from '../../engine/grid';
import { isStageGoal, namesStage } from '../../engine/stages';

export type TextLine = { text: string; number: number; blankBefore: number };

/** Rows that stand one on a line with tabs between the cells; a line with no tab goes on with the cell above it. */
export function rowsOfLines(lines: readonly TextLine[], width: number): Row[] {
	const rows: (Row & { open: boolean })[] = [];
	for (const [index, line] of lines.entries()) {
		const parts = line.text.split('\t');
		const above = rows.at(-1);
		const goesOn = parts.length === 1 && above?.open && completes(lines, index, above.cells.length, width);
		if (
			above?.open &&
			(parts.length > 1 || goesOn || !numbered.test(line.text)) &&
			above.cells.length + parts.length - 1 <= width &&
			(parts.length < width || above.cells.length === 1)
		) {
			extend(above, parts, line, rows.length);
		} else if (parts.length === 1 && above && line.blankBefore === 0 && !above.open && !standsAlone(line.text)) {
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
		if (last) last.open = last.cells.length < width && (parts.length > 1 || goesOn === true);
	}
	return rows.map(({ open: _, ...row }) => ({
		...row,
		cells: row.cells.map((cell) => (row.cells.length === 1 ? { ...cell, span: width } : cell))
	}));
}

/** A line between rows that says by itself it is no rest of the cell above: a stage, its goal, a heading in capitals. */
const standsAlone = (text: string) =>
	namesStage(text) ||
	isStageGoal(text) ||
	/^\s*\d{1,2}[.)]\s+[А-ЯЁ]/.test(text) ||
	(/[А-ЯЁ]{4}/.test(text) && text === text.toUpperCase());

/** «2. Завершение», «Этап III», «Раздел 2»: a line that begins something of its own. */
const numbered = /^\s*(\d+(\.\d+)*[.)]|[IVXLC]+[.)]|(этап|раздел|блок|модуль)\s)/i;

/** A list inside a cell: after its lines without tabs comes the one that brings the cells the row still lacks, no more and no fewer. */
function completes(lines: readonly TextLine[], from: number, have: number, width: number) {
	const next = lines.slice(from).find(({ text }) => text.includes('\t'));
	const brings = next?.text.split('\t').length ?? 0;
	return brings < width && have + brings - 1 === width;
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
