import { linesOf } from './page-text';
import type { Page } from './pages';
import type { PlacedRow } from './placed-rows';
import type { Ruling, Rulings } from './rulings';
import type { Word } from './words';

/** A table drawn with lines, its place on the page and the words it holds. */
export type RuledTable = {
	top: number;
	bottom: number;
	left: number;
	right: number;
	/** Places of the upright lines. */
	xs: number[];
	rows: PlacedRow[];
	words: Set<Word>;
};

type Lines = Pick<Rulings, 'across' | 'down'>;

const near = 3.5;

/** Tables of a page out of its lines: cells are the fields between them, whole or merged. */
export function ruledTables({ rulings, words, width }: Page): RuledTable[] {
	return groups(rulings)
		.map((group) => tableOf(withOuterEdges(group), words, width))
		.filter((table): table is RuledTable => table !== null);
}

/** Lines that touch belong together. */
function groups({ across, down }: Lines): Lines[] {
	const found: { rulings: Lines; box: { left: number; right: number; bottom: number; top: number } }[] = [];
	const all = [...across.map((ruling) => ({ ruling, flat: true })), ...down.map((ruling) => ({ ruling, flat: false }))];
	for (const { ruling, flat } of all) {
		const box = flat
			? { left: ruling.from, right: ruling.to, bottom: ruling.at, top: ruling.at }
			: { left: ruling.at, right: ruling.at, bottom: ruling.from, top: ruling.to };
		const touching = found.filter((group) => overlaps(group.box, box));
		const merged = { rulings: { across: flat ? [ruling] : [], down: flat ? [] : [ruling] } as Lines, box };
		for (const group of touching) {
			merged.rulings.across.push(...group.rulings.across);
			merged.rulings.down.push(...group.rulings.down);
			merged.box = {
				left: Math.min(merged.box.left, group.box.left),
				right: Math.max(merged.box.right, group.box.right),
				bottom: Math.min(merged.box.bottom, group.box.bottom),
				top: Math.max(merged.box.top, group.box.top)
			};
			found.splice(found.indexOf(group), 1);
		}
		found.push(merged);
	}
	return found.map(({ rulings }) => rulings);
}

type Box = { left: number; right: number; bottom: number; top: number };
const overlaps = (a: Box, b: Box) =>
	a.left - near <= b.right && b.left - near <= a.right && a.bottom - near <= b.top && b.bottom - near <= a.top;

/** Places of lines, those almost at one place taken as one. */
function marks(rulings: readonly Ruling[]) {
	const sorted = rulings.map(({ at }) => at).sort((a, b) => a - b);
	return sorted.filter((at, index) => index === 0 || at - (sorted[index - 1] ?? 0) > near);
}

/** The lines at each of the places. */
const linesAt = (places: readonly number[], rulings: readonly Ruling[]) =>
	places.map((at) => rulings.filter((ruling) => Math.abs(ruling.at - at) <= near));
const covers = (rulings: readonly Ruling[] | undefined, middle: number) =>
	rulings?.some((ruling) => ruling.from - near <= middle && ruling.to + near >= middle) ?? false;

/** A table open at its sides ends where the lines across it end. */
function withOuterEdges({ across, down }: Lines): Lines {
	if (down.length === 0 || across.length === 0) return { across, down };
	const [from, to] = [Math.min(...down.map((line) => line.from)), Math.max(...down.map((line) => line.to))];
	const long = across.filter((line) => line.to - line.from > 100);
	const ends = [Math.min(...long.map((line) => line.from)), Math.max(...long.map((line) => line.to))];
	const open = ends.filter((end) => Number.isFinite(end) && down.every(({ at }) => Math.abs(at - end) > openSide));
	return { across, down: [...down, ...open.map((at) => ({ at, from, to }))] };
}

/** Lines across that reach farther than this over the outermost upright one hold a column. */
const openSide = 12;

function tableOf({ across, down }: Lines, words: readonly Word[], width: number): RuledTable | null {
	const xs = marks(down);
	const ys = marks(across).reverse();
	if (xs.length < 3 || ys.length < 2) return null;
	const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
	const columns = xs.length - 1;
	const regions = mergedFields(xs, ys, across, down);
	const held = new Map<number, Word[]>();
	const inside = new Set<Word>();
	for (const word of words) {
		const x = (word.left + Math.min(word.right, word.left + word.height)) / 2;
		const y = word.y + word.height / 3;
		const column = xs.findLastIndex((mark) => mark <= x + 1);
		const row = ys.findLastIndex((mark) => mark >= y);
		if (column < 0 || (column >= columns && right < width - near) || row < 0 || row >= ys.length - 1) continue;
		const region = regions[row * columns + Math.min(column, columns - 1)] as number; // a table wider than the page has no right edge
		const there = held.get(region);
		if (there) there.push(word);
		else held.set(region, [word]);
		inside.add(word);
	}
	const rows = Array.from({ length: ys.length - 1 }, (_, row) => rowOf(row, columns, regions, xs, held));
	return { top, bottom, left, right, xs, rows, words: inside };
}

/** Fields with no line between them are one: each is named by its top left field. */
function mergedFields(
	xs: readonly number[],
	ys: readonly number[],
	across: readonly Ruling[],
	down: readonly Ruling[]
) {
	const columns = xs.length - 1;
	const [above, beside] = [linesAt(ys, across), linesAt(xs, down)];
	const regions: number[] = [];
	for (let row = 0; row < ys.length - 1; row++) {
		for (let column = 0; column < columns; column++) {
			const own = row * columns + column;
			const middleX = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2;
			const middleY = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2;
			const openAbove = row > 0 && !covers(above[row], middleX);
			const openLeft = column > 0 && !covers(beside[column], middleY);
			regions[own] = openAbove ? (regions[own - columns] as number) : openLeft ? (regions[own - 1] as number) : own;
		}
	}
	return regions;
}

function rowOf(
	row: number,
	columns: number,
	regions: readonly number[],
	xs: readonly number[],
	held: ReadonlyMap<number, Word[]>
): PlacedRow {
	const cells: PlacedRow['cells'] = [];
	for (let column = 0; column < columns; ) {
		const region = regions[row * columns + column] as number;
		let span = 1;
		while (column + span < columns && regions[row * columns + column + span] === region) span++;
		const under = Math.floor(region / columns) < row;
		const lines = under ? [] : linesOf(held.get(region) ?? []);
		const edges = {
			left: xs[column] ?? 0,
			right: Math.max(xs[column + span] ?? 0, ...lines.map((line) => line.right))
		};
		const padding = Math.max(0, Math.min(...lines.map(({ left }) => left)) - edges.left);
		cells.push({
			parts: [lines],
			edges: { left: edges.left, right: edges.right - (Number.isFinite(padding) ? padding : 0) },
			start: column,
			span,
			under
		});
		column += span;
	}
	return { cells, afterBreak: row === 0 };
}
