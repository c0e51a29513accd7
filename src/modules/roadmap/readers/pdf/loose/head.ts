import { roleOfHead } from '../../../engine/columns';
import { namesStage } from '../../../engine/stages';
import type { Word } from '../words';

/** A cell of the head: its words and the strip of the page they take. */
export type HeadCell = { text: string; left: number; right: number };
/** The head of a table without upright lines: lines `from` to `to` of the page. */
export type LooseHead = { from: number; to: number; cells: HeadCell[] };

const mostLines = 5;
/** Words of one cell stand nearer than this part of their height; cells farther. */
export const cellGap = 0.6;
/** A number at the beginning of a line may fill its narrow column: anything wider than a space parts it from the next. */
const numberGap = 0.35;
const rowNumber = /^(?:№|\d{1,3}[.)]?)$/;

/** The first lines of a page that name a deadline, somebody responsible … beside an activity, each in a strip of its own. */
export function findHead(lines: readonly Word[][]): LooseHead | null {
	let best: (LooseHead & { roles: number }) | null = null;
	for (let from = 0; from < lines.length; from++) {
		if (best && from > best.to) break;
		for (let to = from; to < Math.min(lines.length, from + mostLines); to++) {
			if (to > from && (isFar(lines[to - 1] as Word[], lines[to] as Word[]) || isStage(lines[to] as Word[]))) break;
			const cells = cellsOf(lines.slice(from, to + 1));
			const roles = countRoles(cells);
			if (roles > (best?.roles ?? 0) || (best && roles === best.roles && to - from < best.to - best.from))
				best = { from, to, cells, roles };
		}
	}
	return best && withRest(best, lines);
}

/** «Раздел I. Подготовка» right under the head is no column. */
const isStage = (words: readonly Word[]) => namesStage(words.map(({ text }) => text).join(' '));
const isFar = ([above]: readonly Word[], [below]: readonly Word[]) =>
	above !== undefined && below !== undefined && above.y - below.y > above.height * 2.2;

/** Strips out of lines: what overlaps from above is one cell. */
function cellsOf(lines: readonly Word[][]): HeadCell[] {
	const cells: HeadCell[] = [];
	for (const { text, left, right } of lines.flatMap(segmentsOf)) {
		const under = cells.filter((cell) => cell.left < right && left < cell.right);
		const merged = {
			text: [...under.map((cell) => cell.text), text].join(' '),
			left: Math.min(left, ...under.map((cell) => cell.left)),
			right: Math.max(right, ...under.map((cell) => cell.right))
		};
		for (const cell of under) cells.splice(cells.indexOf(cell), 1);
		cells.push(merged);
	}
	return cells.sort((a, b) => a.left - b.left);
}

/** Words of a line that stand near to each other. */
export function segmentsOf(words: readonly Word[]): HeadCell[] {
	const segments: HeadCell[] = [];
	for (const { text, left, right, height } of words) {
		const last = segments.at(-1);
		const gap = segments.length === 1 && rowNumber.test(last?.text ?? '') ? numberGap : cellGap;
		if (last && left - last.right <= height * gap) {
			last.text += ` ${text}`;
			last.right = right;
		} else segments.push({ text, left, right });
	}
	return segments;
}

/** How many columns the cells name; 0 when they are no head at all. */
function countRoles(cells: readonly HeadCell[]) {
	if (cells.length < 2 || cells.some(({ text }) => text.length > 80)) return 0;
	const told = cells.map(({ text }) => roleOfHead(text));
	const roles = new Set(told.filter((role) => role !== null));
	const whole = told.filter((role) => role !== null).length >= Math.ceil(cells.length / 2);
	const says = roles.has('activity') || roles.has('content') || roles.has('stage');
	return whole && says && roles.size > 1 ? roles.size : 0;
}

/** A head cell's second line in small letters belongs to it, as does a first line above one that begins small. */
function withRest({ from, to, cells }: LooseHead, lines: readonly Word[][]): LooseHead {
	const head = { from, to, cells };
	const take = (at: number, first: number, last: number) => {
		const grown = cellsOf(lines.slice(first, last + 1));
		if (!lines[at] || grown.length !== head.cells.length) return false;
		Object.assign(head, { from: first, to: last, cells: grown });
		return true;
	};
	for (let at = to + 1; at < from + mostLines; at++) {
		const line = lines[at];
		if (!line || isFar(lines[at - 1] as Word[], line)) break;
		if (!segmentsOf(line).every(({ text }) => /^(?:[а-яё]|[(/])/.test(text)) || !take(at, head.from, at)) break;
	}
	const above = lines[from - 1];
	if (above && !isFar(above, lines[from] as Word[]) && head.cells.some(({ text }) => /^[а-яё]/.test(text)))
		take(from - 1, from - 1, head.to);
	return head;
}

/** «1 2 3 4 5» under the head shows columns that it leaves unnamed. */
export function withUnnamed(head: LooseHead, lines: readonly Word[][]): LooseHead {
	const numbers = segmentsOf(lines[head.to + 1] ?? []);
	if (numbers.length <= head.cells.length || !numbers.every(({ text }, index) => text === String(index + 1)))
		return head;
	const unnamed = numbers.filter(
		({ left, right }) => !head.cells.some((cell) => cell.left < right + 1 && left < cell.right + 1)
	);
	if (unnamed.length !== numbers.length - head.cells.length) return head;
	const cells = [...head.cells, ...unnamed.map((number) => ({ ...number, text: '' }))];
	return { ...head, cells: cells.sort((a, b) => a.left - b.left) };
}
