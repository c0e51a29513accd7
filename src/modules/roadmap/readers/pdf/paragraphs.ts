import type { Paragraph } from '../../engine/grid';
import { lineOf, type TextLine } from './page-text';
import { rowsOf, type Word } from './words';

/** Stamps stand at least so far from each other, in letter heights. */
const apart = 2;

/** Lines outside tables in the order they are read: what stands side by side, one after the other. */
export function textLines(words: readonly Word[]): TextLine[] {
	const rows = rowsOf(words);
	const lines: TextLine[] = [];
	for (let at = 0; at < rows.length; ) {
		const { end, gutter } = sideBySide(rows, at);
		if (gutter === null) lines.push(lineOf(rows[at] as Word[]));
		else
			for (const isHere of [(word: Word) => word.left < gutter, (word: Word) => word.left >= gutter])
				lines.push(
					...rows
						.slice(at, end)
						.map((row) => row.filter(isHere))
						.filter((row) => row.length > 0)
						.map(lineOf)
				);
		at = gutter === null ? at + 1 : end;
	}
	return lines;
}

/** From this row on: how many rows leave one and the same gap free, at least two with words on both sides of it. */
function sideBySide(rows: readonly Word[][], from: number): { end: number; gutter: number | null } {
	let gap = widestGap(rows[from] as Word[]);
	if (!gap) return { end: from + 1, gutter: null };
	let both = 1;
	let end = from + 1;
	for (; end < rows.length; end++) {
		const row = rows[end] as Word[];
		const [above] = rows[end - 1] as Word[];
		if (above && row[0] && above.y - row[0].y > above.height * 3) break;
		const own = freeIn(row, gap);
		if (!own) break;
		gap = own;
		const middle = (own.from + own.to) / 2;
		if (row.some(({ left }) => left < middle) && row.some(({ left }) => left > middle)) both++;
	}
	return both > 1 ? { end, gutter: (gap.from + gap.to) / 2 } : { end: from + 1, gutter: null };
}

type Gap = { from: number; to: number };

function widestGap(row: readonly Word[]): Gap | null {
	let widest: Gap | null = null;
	row.slice(1).forEach((word, index) => {
		const gap = { from: (row[index] as Word).right, to: word.left };
		if (gap.to - gap.from > word.height * apart && gap.to - gap.from > (widest ? widest.to - widest.from : 0))
			widest = gap;
	});
	return widest;
}

/** What the row leaves free of the gap; null when its words run over it. */
function freeIn(row: readonly Word[], gap: Gap): Gap | null {
	const left = Math.max(gap.from, ...row.filter((word) => word.left < gap.from).map((word) => word.right));
	const right = Math.min(gap.to, ...row.filter((word) => word.left >= gap.from).map((word) => word.left));
	const height = row[0]?.height ?? 10;
	return right - left > height && row.every((word) => word.right <= left || word.left >= right)
		? { from: left, to: right }
		: null;
}

export const paragraphOf = (line: TextLine, above: TextLine | undefined): Paragraph => ({
	kind: 'paragraph',
	line: { text: line.text, marker: null, level: 0 },
	place: {},
	gap: above === undefined || above.y - line.y > line.height * 1.9 || above.y < line.y
});
