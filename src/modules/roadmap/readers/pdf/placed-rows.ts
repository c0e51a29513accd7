import type { Line } from '../../engine/grid';
import type { SpannedRow } from '../spanned-table';
import { type Edges, paragraphsOf, type TextLine } from './page-text';

/** A cell while its lines are still known by place; `lines` may come from two pages, the second's after the first's. */
export type PlacedCell = { parts: TextLine[][]; edges: Edges; start: number; span: number; under: boolean };
export type PlacedRow = { cells: PlacedCell[]; afterBreak: boolean };

export const spannedRow = ({ cells, afterBreak }: PlacedRow): SpannedRow => ({
	afterBreak,
	cells: cells.map(({ parts, edges, start, span, under }) => ({
		lines: paragraphsOf(onOnePage(parts), edges).map((text): Line => ({ text, marker: null, level: 0 })),
		start,
		span,
		under
	}))
});

/** Lines of the next page as if they stood right under those of the page before. */
function onOnePage(parts: readonly TextLine[][]): TextLine[] {
	const lines: TextLine[] = [];
	for (const part of parts) {
		const [last, first] = [lines.at(-1), part[0]];
		const shift = last && first ? last.y - last.height * 1.2 - first.y : 0;
		lines.push(...part.map((line) => ({ ...line, y: line.y + shift })));
	}
	return lines;
}

const textOf = ({ parts }: PlacedCell) =>
	parts
		.flat()
		.map(({ text }) => text)
		.join(' ');
const isNumber = (text: string) => /^\d{1,3}(?:\.\d{1,3})*[.)]?$/.test(text);

/**
 * Adds the rows of a next page. Its first row (below the head, if that comes again) may be the rest of the last one: when
 * rows are numbered, it has no number and none of its cells begins anew, or when every cell goes on with the cell above.
 */
export function addNextPage(rows: PlacedRow[], next: readonly PlacedRow[]) {
	const heads = next.findIndex((row, index) => !rows[index] || lettersOf(row) !== lettersOf(rows[index] as PlacedRow));
	const at = Math.max(0, heads);
	const [last, first] = [rows.at(-1), next[at]];
	const tail = last && first && isTail(rows, last, first);
	if (tail)
		for (const cell of first.cells) {
			const above = last.cells.find(({ start }) => start === cell.start);
			if (above) above.parts.push(...cell.parts);
		}
	next.forEach((row, index) => {
		if (index !== at || !tail) rows.push(index === 0 || index === at ? { ...row, afterBreak: true } : row);
	});
}

const lettersOf = ({ cells }: PlacedRow) => cells.map((cell) => textOf(cell).replace(/[^\p{L}№]/gu, '')).join('|');

function isTail(rows: readonly PlacedRow[], last: PlacedRow, first: PlacedRow) {
	if (last.cells.length !== first.cells.length || first.cells.length < 2) return false;
	const pairs = first.cells.flatMap((cell, index) =>
		cell.parts.flat().length > 0 ? [{ cell, above: last.cells[index] as PlacedCell }] : []
	);
	if (pairs.length === 0 || pairs.some(({ cell, above }) => above.start !== cell.start)) return false;
	const whole = rows.filter(({ cells }) => cells.length === first.cells.length);
	const numbered = whole.filter(({ cells: [cell] }) => cell && isNumber(textOf(cell)));
	const [number] = first.cells;
	if (number && numbered.length > whole.length * 0.7)
		return (
			textOf(number) === '' &&
			pairs.every(({ cell, above }) => goesOn(above, cell) || !/^[«"]?[А-ЯЁ]/.test(textOf(cell)))
		);
	return (
		pairs.every(({ cell, above }) => goesOn(above, cell)) && pairs.some(({ cell }) => /^[а-яё]/.test(textOf(cell)))
	);
}

/** The cell above has words, and its last line had no room for the next one's first. */
function goesOn(above: PlacedCell, cell: PlacedCell) {
	const [last, first] = [above.parts.flat().at(-1), cell.parts.flat()[0]];
	if (!last || !first) return false;
	return above.edges.right - last.right < first.firstWord + last.height * 0.8;
}
