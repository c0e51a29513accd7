import { roleOfHead } from '../../../engine/columns';
import { type Edges, linesOf } from '../page-text';
import type { Page } from '../pages';
import type { PlacedRow } from '../placed-rows';
import { rowsOf, type Word } from '../words';
import { type Strips, stripsOf } from './columns';
import { findHead, type LooseHead, withUnnamed } from './head';
import { drawnBreaks, markCentred, markHeads, type TableLine, tableLine } from './lines';
import { type LooseRow, rowsOfLines } from './rows';

/** A table told by where its words stand: the words it took, on which page it begins and how high. */
export type LooseTable = { rows: PlacedRow[]; words: Set<Word>; page: number; top: number };

const fewestRows = 2;

/** The plan's table where no cells are drawn: from its head to the last line that keeps to the columns. */
export function looseTable(pages: readonly Page[], free: readonly Word[][]): LooseTable | null {
	const byPage = free.map((words) => rowsOf(words));
	for (const [page, lines] of byPage.entries()) {
		const head = findHead(lines);
		if (!head) continue;
		const table = tableFrom(pages, byPage, page, withUnnamed(head, lines));
		if (table) return table;
	}
	return null;
}

function tableFrom(
	pages: readonly Page[],
	byPage: readonly Word[][][],
	page: number,
	head: LooseHead
): LooseTable | null {
	const headLines = byPage[page]?.slice(head.from, head.to + 1) ?? [];
	const below = byPage.flatMap((lines, at) =>
		at < page ? [] : (at === page ? lines.slice(head.to + 1) : lines).map((words) => ({ words, page: at }))
	);
	const strips = stripsOf(
		head.cells,
		below.map(({ words }) => words)
	);
	if (!strips) return null;
	const first = headLines.map((words) => ({ ...tableLine(words, page, strips), across: false }));
	const all = below.map(({ words, page: at }) => tableLine(words, at, strips));
	markCentred(all, strips);
	markHeads(all, first);
	const lines = withoutEnd(all);
	if (lines.filter(({ across }) => !across).length < fewestRows) return null;
	markBreaks(lines, pages, strips);
	const edges = Array.from({ length: strips.gutters.length + 1 }, (_, column) => textEdges(lines, column));
	const habit = {
		roles: head.cells.map(({ text }) => roleOfHead(text)),
		edges: edges.map(({ right }) => right),
		pitch: pitchOf(lines)
	};
	const rows = rowsOfLines(lines, habit);
	return {
		rows: [first, ...rows].map((row) => placedRow(row, edges, strips)),
		words: new Set([...headLines.flat(), ...lines.flatMap(({ words }) => words)]),
		page,
		top: headLines[0]?.[0]?.y ?? 0
	};
}

const signature = /^(?:исполнитель\s*[:–—-]|составил|документ подписан|сведения о сертификате|.*_{4,})/i;

/** Lines after the table's last row run over the columns and stand below a gap. */
function withoutEnd(lines: TableLine[]): TableLine[] {
	const signed = lines.findIndex(
		({ words }, index) => index > lines.length - 8 && signature.test(words.map(({ text }) => text).join(' '))
	);
	let end = signed > 0 ? signed : lines.length;
	while (end > 0 && lines[end - 1]?.across) end--;
	return lines.slice(0, end);
}

function markBreaks(lines: readonly TableLine[], pages: readonly Page[], strips: Strips) {
	const breaks = pages.map((page) => drawnBreaks(page, strips));
	lines.forEach((line, index) => {
		const above = lines[index - 1];
		line.newPage = above !== undefined && above.page !== line.page;
		const y = line.y + line.height * 0.3;
		line.ruled =
			above !== undefined &&
			!line.newPage &&
			(breaks[line.page]?.some((at) => at > y && at < above.y + above.height * 0.3) ?? false);
	});
}

function textEdges(lines: readonly TableLine[], column: number) {
	let [left, right] = [Number.POSITIVE_INFINITY, 0];
	for (const { across, cells } of lines)
		for (const word of across ? [] : (cells[column] ?? [])) {
			left = Math.min(left, word.left);
			right = Math.max(right, word.right);
		}
	return { left, right };
}

/** From line to line within a cell: the smallest distance that comes again and again. */
function pitchOf(lines: readonly TableLine[]) {
	const pitches: number[] = [];
	const above: (TableLine | undefined)[] = [];
	for (const line of lines)
		line.cells.forEach((cell, column) => {
			if (cell.length === 0 || line.across) return;
			const last = above[column];
			if (last && last.page === line.page && last.y - line.y < line.height * 2.5)
				pitches.push(Math.round((last.y - line.y) * 2) / 2);
			above[column] = line;
		});
	const often = Math.max(2, pitches.length * 0.06);
	const found = pitches.sort((a, b) => a - b).find((pitch, index) => pitches.lastIndexOf(pitch) - index + 1 >= often);
	return found ?? (lines[0]?.height ?? 10) * 1.2;
}

function placedRow(row: LooseRow, edges: readonly Edges[], strips: Strips): PlacedRow {
	const afterBreak = row[0]?.newPage ?? false;
	const partsOf = (wordsOf: (line: TableLine) => readonly Word[]) =>
		byPages(row).map((lines) => linesOf(lines.flatMap(wordsOf)));
	if (row[0]?.across)
		return {
			afterBreak,
			cells: [{ parts: partsOf(({ words }) => words), edges: strips, start: 0, span: edges.length, under: false }]
		};
	return {
		afterBreak,
		cells: edges.map((edge, column) => ({
			parts: partsOf(({ cells }) => cells[column] ?? []),
			edges: edge,
			start: column,
			span: 1,
			under: false
		}))
	};
}

/** Heights compare within a page only. */
function byPages(row: LooseRow): TableLine[][] {
	const parts: TableLine[][] = [];
	for (const line of row) {
		const last = parts.at(-1);
		if (last?.[0]?.page === line.page) last.push(line);
		else parts.push([line]);
	}
	return parts;
}
