import type { Page } from '../pages';
import type { Word } from '../words';
import { columnOf, crosses, type Strips } from './columns';

/** A line of the table: what of it stands in each column, or all of it when it runs over the columns. */
export type TableLine = {
	page: number;
	y: number;
	height: number;
	words: Word[];
	cells: Word[][];
	across: boolean;
	/** What parts it from the line above: the page's end, a drawn line or the edge of a coloured ground. */
	newPage: boolean;
	ruled: boolean;
};

export function tableLine(words: Word[], page: number, strips: Strips): TableLine {
	const cells: Word[][] = Array.from({ length: strips.gutters.length + 1 }, () => []);
	for (const word of words)
		cells[columnOf(strips, (word.left + Math.min(word.right, word.left + word.height)) / 2)]?.push(word);
	const [first] = words as [Word];
	return {
		page,
		y: first.y,
		height: first.height,
		words,
		cells,
		across: crosses(strips, words) || isCentred(words, cells, strips),
		newPage: false,
		ruled: false
	};
}

/** A line alone in the middle of the table names a stage, whatever column it happens to stand in. */
function isCentred(words: readonly Word[], cells: readonly Word[][], { left, right }: Strips) {
	const [first, last] = [words[0] as Word, words.at(-1) as Word];
	const filled = cells.filter((cell) => cell.length > 0).length;
	const middle = (first.left + last.right) / 2;
	return filled === 1 && Math.abs(middle - (left + right) / 2) < first.height * 0.5 && first.left > left + first.height * 2;
}

/** Heights at which the table's rows are parted by lines or grounds drawn over at least half its width. */
export function drawnBreaks({ rulings }: Page, { left, right }: Strips): number[] {
	const pieces = [
		...rulings.across.map(({ at, from, to }) => ({ at, from, to })),
		...rulings.grounds.flatMap(({ top, bottom, left: from, right: to }) => [
			{ at: top, from, to },
			{ at: bottom, from, to }
		])
	].sort((a, b) => b.at - a.at);
	const found: { at: number; length: number }[] = [];
	for (const { at, from, to } of pieces) {
		const length = Math.max(0, Math.min(to, right) - Math.max(from, left));
		const last = found.at(-1);
		if (last && last.at - at < 2.5) last.length += length;
		else found.push({ at, length });
	}
	return found.filter(({ length }) => length > (right - left) * 0.5).map(({ at }) => at);
}
