import type { Word } from '../words';
import type { HeadCell } from './head';
import { segmentsOf } from './head';

/** Where columns end: `gutters` between them, `left` and `right` the table's own edges. */
export type Strips = { gutters: number[]; left: number; right: number };

const step = 0.5;
const alone = 1 / 4096; // exact in binary, so that sums compare
/** Rows over the whole width (stages) cross every gutter; with more of them than this the strips are no columns. */
const mostCrossed = 0.45;

/**
 * The gutter between two columns lies between their heads, where the fewest lines are written over; null when text runs
 * over it too often for columns.
 */
export function stripsOf(cells: readonly HeadCell[], lines: readonly Word[][]): Strips | null {
	const segments = lines.map(segmentsOf);
	const telling = segments.filter((line) => line.length > 1);
	const gutters: number[] = [];
	for (let at = 1; at < cells.length; at++) {
		const [before, after] = [cells[at - 1] as HeadCell, cells[at] as HeadCell];
		const { place, crossed } = emptiest(before.right, after.left, segments);
		if (crossed > telling.length * mostCrossed) return null;
		gutters.push(place);
	}
	const all = [...cells, ...segments.flat()];
	return {
		gutters,
		left: Math.min(...all.map(({ left }) => left)),
		right: Math.max(...all.map(({ right }) => right))
	};
}

/** The middle of the widest strip with the fewest lines over it. A line of one piece may be a stage's name over all columns: it counts least. */
function emptiest(from: number, to: number, lines: readonly HeadCell[][]) {
	const counts = Array.from({ length: Math.max(1, Math.ceil((to - from) / step)) }, () => 0);
	for (const line of lines) {
		const weight = line.length > 1 ? 1 : alone;
		for (const { left, right } of line)
			for (
				let at = Math.max(0, Math.floor((left - from) / step));
				at < Math.min(counts.length, Math.ceil((right - from) / step));
				at++
			)
				counts[at] = (counts[at] ?? 0) + weight;
	}
	const crossed = Math.min(...counts);
	let best = { start: 0, length: 0 };
	for (let at = 0, start = 0; at <= counts.length; at++)
		if (counts[at] !== crossed) {
			if (at - start > best.length) best = { start, length: at - start };
			start = at + 1;
		}
	return { place: from + (best.start + best.length / 2) * step, crossed: Math.floor(crossed) };
}

export const columnOf = ({ gutters }: Strips, x: number) => gutters.findLastIndex((gutter) => gutter <= x) + 1;

/** Is something written over a gutter: a word, or words with an ordinary space between them? */
export function crosses({ gutters }: Strips, words: readonly Word[]) {
	return segmentsOf(words).some(({ left, right }) => gutters.some((gutter) => left < gutter - 1 && right > gutter + 1));
}
