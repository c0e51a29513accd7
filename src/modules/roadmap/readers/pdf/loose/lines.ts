import { namesStage } from '../../../engine/stages';
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
	/** A line of the table's head, once more. */
	head: boolean;
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
		across: crosses(strips, words),
		newPage: false,
		ruled: false,
		head: false
	};
}

/**
 * A line alone in its row, away from the edge its column's text keeps to, names a stage when it stands in the middle of
 * the table or says so. Where a column's text keeps to no edge, it must stand in the very middle.
 */
export function markCentred(lines: readonly TableLine[], { left, right }: Strips) {
	const edges = commonestEdges(lines);
	for (const line of lines) {
		const column = line.cells.findIndex((cell) => cell.length > 0);
		if (line.across || line.cells.filter((cell) => cell.length > 0).length !== 1) continue;
		const [first, last] = [line.words[0] as Word, line.words.at(-1) as Word];
		const { edge = first.left, kept = false } = edges[column] ?? {};
		const away = Math.abs((first.left + last.right) / 2 - (left + right) / 2) / line.height;
		const text = line.words.map(({ text }) => text).join(' ');
		if (Math.abs(first.left - edge) < line.height * (kept ? 1 : 0.3) || first.left < left + line.height * 2) continue;
		line.across = away < 0.5 || (kept && (away < 3 || namesStage(text) || /^(?:\d{1,2}|[IVX]+)\.\s/.test(text)));
	}
}

/** Where most lines of each column begin; `kept`: nearly all do. */
function commonestEdges(lines: readonly TableLine[]): ({ edge: number; kept: boolean } | undefined)[] {
	const counts: Map<number, number>[] = [];
	for (const { cells, across } of lines)
		cells.forEach((cell, column) => {
			if (across || !cell[0]) return;
			const count = counts[column] ?? new Map<number, number>();
			counts[column] = count;
			const edge = Math.round(cell[0].left);
			count.set(edge, (count.get(edge) ?? 0) + 1);
		});
	return counts.map((count) => {
		const [edge, times] = [...count].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0]);
		return { edge, kept: times > [...count.values()].reduce((sum, own) => sum + own, 0) * 0.6 };
	});
}

/** Marks lines that say what the head's lines say, one after another. */
export function markHeads(lines: readonly TableLine[], head: readonly TableLine[]) {
	const textOf = ({ words }: TableLine) => lettersOf(words.map(({ text }) => text).join(' '));
	for (let at = 0; at + head.length <= lines.length; at++)
		if (head.every((line, index) => textOf(line) === textOf(lines[at + index] as TableLine)))
			for (const line of lines.slice(at, at + head.length)) {
				line.head = true;
				line.across = false;
			}
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}№]/gu, '');

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
