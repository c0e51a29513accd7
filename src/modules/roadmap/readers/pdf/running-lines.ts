import { roleOfHead } from '../../engine/columns';
import { segmentsOf } from './loose/head';
import type { Page } from './pages';
import { rowsOf, type Word } from './words';

export type RunningLine = { page: number; text: string; reason: string };

const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(' ');
/** Numbers of pages differ from page to page; the rest of a running line does not. */
const constant = (words: readonly Word[]) => textOf(words).replace(/\d+/g, '#');
const pageNumber = /^[-–—\s]*(?:(?:стр(?:аница|\.)?|лист)\s*)?\d{1,3}(?:\s*(?:из|\/)\s*\d{1,3})?[-–—\s.]*$/i;

/** How many lines at either end of a page may be running ones. */
const atEitherEnd = 3;

/**
 * Lines that stand at the same height of most pages' head or foot and say the same, and the numbers of pages. Takes
 * their words out of the pages.
 */
export function takeRunningLines(pages: Page[]): RunningLine[] {
	const taken: RunningLine[] = [];
	if (pages.length < 2) return taken;
	const ends = pages.map(({ words }) => {
		const rows = rowsOf(words);
		return rows.length <= 2 * atEitherEnd ? rows : [...rows.slice(0, atEitherEnd), ...rows.slice(-atEitherEnd)];
	});
	const places = new Map<string, number[]>();
	ends.forEach((rows, page) => {
		for (const row of rows) {
			const key = keyOf(row);
			places.set(key, [...(places.get(key) ?? []), page]);
		}
	});
	pages.forEach((page, at) => {
		const rows = ends[at] ?? [];
		const running = rows.filter((row) => {
			const on = places.get(keyOf(row))?.length ?? 0;
			return on >= 2 && on >= pages.length * 0.5 && !isHead(row, rows);
		});
		const numbers = rows.filter(
			(row, index) =>
				!running.includes(row) &&
				(index === 0 || index === rows.length - 1) &&
				pageNumber.test(textOf(row)) &&
				Number(/\d+/.exec(textOf(row))?.[0]) === at + 1 &&
				isAlone(row, rows, index)
		);
		for (const row of [...running, ...numbers])
			taken.push({
				page: at,
				text: textOf(row),
				reason: numbers.includes(row) || pageNumber.test(textOf(row)) ? 'Номер страницы' : 'Колонтитул'
			});
		const words = new Set([...running, ...numbers].flat());
		page.words = page.words.filter((word) => !words.has(word));
	});
	return taken;
}

const keyOf = (row: readonly Word[]) => `${Math.round((row[0] as Word).y / 4)} ${constant(row)}`;
/** A table's head repeated on every page is the table's, with all its lines. */
const isHead = (row: readonly Word[], rows: readonly Word[][]) => {
	const height = (row[0] as Word).height;
	const beside = rows.filter((other) => Math.abs((other[0] as Word).y - (row[0] as Word).y) < height * 2.5);
	return beside.some((other) => segmentsOf(other).filter(({ text }) => roleOfHead(text) !== null).length > 1);
};

const isAlone = (row: readonly Word[], rows: readonly Word[][], index: number) => {
	const neighbour = (rows[index === 0 ? 1 : index - 1] ?? [])[0];
	return !neighbour || Math.abs(neighbour.y - (row[0] as Word).y) > (row[0] as Word).height * 1.6;
};
