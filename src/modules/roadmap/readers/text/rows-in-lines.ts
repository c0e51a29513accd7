import { roleOfHead } from '../../engine/columns';
import { namesTerm } from '../../engine/deadlines/term';
import { type Cell, plainLine, type Row } from '../../engine/grid';
import { isStageGoal, namesStage } from '../../engine/stages';

export type TextLine = { text: string; number: number; blankBefore: number };

/** Rows that stand one on a line with tabs between the cells; a line with no tab goes on with the cell above it. */
export function rowsOfLines(lines: readonly TextLine[], width: number, table = 1): Row[] {
	const rows: (Row & { open: boolean })[] = [];
	const toCell = (text: string, line: TextLine, row: number, column: number): Cell => ({
		lines: [plainLine(text)],
		place: { table, row: row + 1, column: column + 1, line: line.number },
		span: 1,
		merged: null
	});
	const brought = cellsOfNextRow(lines);
	const [head, second] = lines;
	const sectioned =
		head?.text.split('\t').length === width && second !== undefined && isSection(second, brought[1] === width);
	/** A list inside a cell: after its lines without tabs comes the one that brings the cells the row still lacks, no more and no fewer. */
	const completes = (have: number, brings = 0) => brings < width && have + brings - 1 === width;
	for (const [index, line] of lines.entries()) {
		const parts = line.text.split('\t');
		const above = rows.at(-1);
		const goesOn = parts.length === 1 && above?.open && completes(above.cells.length, brought[index]);
		if (
			above?.open &&
			(parts.length > 1 || goesOn || !(numbered.test(line.text) || headsRows(line.text, above))) &&
			above.cells.length + parts.length - 1 <= width &&
			(parts.length < width || above.cells.length === 1)
		) {
			const [first = '', ...rest] = parts;
			const { cells } = above;
			cells.at(-1)?.lines.push(plainLine(first));
			cells.push(...rest.map((text, column) => toCell(text, line, rows.length - 1, cells.length + column)));
		} else if (
			parts.length === 1 &&
			above &&
			line.blankBefore === 0 &&
			!above.open &&
			!standsAlone(line.text) &&
			!headsRows(line.text, above) &&
			!(sectioned && isSection(line, brought[index] === width))
		) {
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
	return rows.map(({ afterBreak, cells }) => {
		const [only] = cells;
		return { afterBreak, cells: only && cells.length === 1 ? [{ ...only, span: width }] : cells };
	});
}

/** A line between rows that says by itself it is no rest of the cell above: a stage, its goal, a heading in capitals. */
const standsAlone = (text: string) =>
	namesStage(text) ||
	isStageGoal(text) ||
	/^\s*\d{1,2}[.)]\s+[А-ЯЁ]/.test(text) ||
	(/[А-ЯЁ]{4}/.test(text) && text === text.toUpperCase());

/** Where such a line stands right under the head, which ends in no half word, so do the names of the other stages between their rows. */
const isSection = ({ text }: TextLine, beforeRow: boolean) =>
	beforeRow && !text.includes('\t') && /^\s*[«"]?[А-ЯЁ]/.test(text) && text.length < 100 && roleOfHead(text) === null;

/** «Октябрь» under a row that does not end in dates itself. */
function headsRows(text: string, above: Row | undefined) {
	const last = above?.cells.at(-1)?.lines.at(-1)?.text ?? '';
	return namesTerm(text) && !namesTerm(last) && !/[,–—-]\s*$/.test(last);
}

/** «2. Завершение», «Этап III», «Раздел 2»: a line that begins something of its own. */
const numbered = /^\s*(\d+(\.\d+)*[.)]|[IVXLC]+[.)]|(этап|раздел|блок|модуль|шаг)\s)/i;

/** For each line: how many cells the next line with tabs has (itself, when it has some); 0 when none follows. */
function cellsOfNextRow(lines: readonly TextLine[]) {
	const cells = new Int32Array(lines.length);
	for (let at = lines.length - 1; at >= 0; at--) {
		const own = lines[at]?.text.split('\t').length ?? 1;
		cells[at] = own > 1 ? own : (cells[at + 1] ?? 0);
	}
	return cells;
}
