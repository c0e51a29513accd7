import { roleOfHead } from '../../engine/columns';
import { segmentsOf } from './loose/head';
import type { Page } from './pages';
import { rowsOf, type Word } from './words';

export type RunningLine = { page: number; text: string; reason: string };

const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(' ');
const pageNumber = /^[-–—\s]*(?:(?:стр(?:аница|\.)?|лист)\s*)?\d{1,3}(?:\s*(?:из|\/)\s*\d{1,3})?[-–—\s.]*$/i;

/** How many lines at either end of a page may be running ones. */
const atEitherEnd = 3;

/**
 * Lines that stand at the same height of most pages' head or foot and say the same, and the numbers of pages. Takes
 * their words out of the pages.
 */
export function takeRunningLines(pages: Page[]): RunningLine[] {
	if (pages.length < 2) return [];
	const ends = pages.map(({ words }) => endsOf(rowsOf(words)));
	const places = new Map<string, Set<number>>();
	ends.forEach((lists, page) => {
		for (const row of lists.flat()) {
			const key = keyOf(row, page + 1);
			places.set(key, (places.get(key) ?? new Set()).add(page));
		}
	});
	const isRunning = (row: readonly Word[], page: number) => {
		const on = places.get(keyOf(row, page))?.size ?? 0;
		return on >= 2 && on >= pages.length * 0.5;
	};
	return pages.flatMap((page, at) => {
		const taken = (ends[at] ?? []).flatMap((rows) => {
			const end = rows.findIndex(
				(row, index) => isHead(row, rows) || !(isRunning(row, at + 1) || isNumberOf(row, at + 1, rows[index + 1]))
			);
			return end < 0 ? rows : rows.slice(0, end);
		});
		const words = new Set(taken.flat());
		page.words = page.words.filter((word) => !words.has(word));
		return taken.map((row) => ({
			page: at,
			text: textOf(row),
			reason: pageNumber.test(textOf(row)) ? 'Номер страницы' : 'Колонтитул'
		}));
	});
}

/** The first lines from above and the last ones from below, each counted inwards. */
function endsOf(rows: readonly Word[][]): [Word[][], Word[][]] {
	const many = Math.min(atEitherEnd, Math.floor(rows.length / 2));
	return [rows.slice(0, many), rows.slice(rows.length - many).reverse()];
}

/** The number of the page itself, alone at its edge: the first page may go without. */
const isNumberOf = (row: readonly Word[], page: number, next: readonly Word[] | undefined) =>
	pageNumber.test(textOf(row)) &&
	Number(/\d+/.exec(textOf(row))?.[0]) === page &&
	(!next?.[0] || Math.abs(next[0].y - (row[0] as Word).y) > (row[0] as Word).height * 1.6);

/** The height and the words, save the number of the page at either end (some count from 0 or from a title leaf). */
const keyOf = (row: readonly Word[], page: number) =>
	`${Math.round((row[0] as Word).y / 4)} ${textOf(row).replace(/^\d+(?!\S)|(?<!\S)\d+$/g, (number) => (Math.abs(Number(number) - page) < 2 ? '#' : number))}`;

/** A table's head repeated on every page is the table's, with all its lines. */
const isHead = (row: readonly Word[], rows: readonly Word[][]) => {
	const height = (row[0] as Word).height;
	const beside = rows.filter((other) => Math.abs((other[0] as Word).y - (row[0] as Word).y) < height * 2.5);
	return beside.some((other) => segmentsOf(other).filter(({ text }) => roleOfHead(text) !== null).length > 1);
};
