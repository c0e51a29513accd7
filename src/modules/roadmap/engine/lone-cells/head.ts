import { type Columns, roleOfHead } from '../columns';
import { beginsDeed } from '../deeds';
import type { Paragraph } from '../grid';
import { namesStage } from '../stages';
import { textOf } from './words';

/** A head told by its words: which paragraphs it takes and the role of each of its columns. */
export type LoneHead = { start: number; end: number; cells: Paragraph[][]; columns: Columns };

const longestHeadCell = 70;
/** A head of two cells says so little that each must be short. */
const shortHeadCell = 30;
/** A head has no more paragraphs: what names one column again and again is a list. */
const longestHead = 64;

export function findLoneHead(paragraphs: readonly Paragraph[]): LoneHead | undefined {
	for (let start = 0; start < paragraphs.length; start++) {
		const head = headAt(paragraphs, start);
		const told = new Set(head.columns);
		const deeds = told.has('activity') || told.has('content');
		const whole = head.columns.length >= 3 && told.size >= 3;
		const brief =
			told.size === 2 &&
			head.columns.length === 2 &&
			head.cells.flat().every((cell) => textOf(cell).length < shortHeadCell);
		if ((whole || brief) && deeds && (told.has('deadline') || told.has('responsible'))) return head;
		if (head.columns.length > 1 || head.end - start >= longestHead) start = head.end - 1;
	}
	return undefined;
}

function headAt(paragraphs: readonly Paragraph[], start: number): LoneHead {
	const cells: Paragraph[][] = [];
	const columns: Columns = [];
	let end = start;
	for (; end < paragraphs.length && end - start < longestHead; end++) {
		const paragraph = paragraphs[end] as Paragraph;
		const text = textOf(paragraph);
		const role = mayHead(text) ? roleOfHead(text) : null;
		const wrapped = goesOn(text);
		const next = textOf(paragraphs[end + 1]);
		const whole = role === null && text.length < 30 && goesOn(next) ? roleOfHead(`${text} ${next}`) : null;
		if (columns.length > 0 && (wrapped || (role !== null && role === columns.at(-1)))) {
			cells.at(-1)?.push(paragraph);
			columns[columns.length - 1] = roleOfHead((cells.at(-1) ?? []).map(textOf).join(' ')) ?? columns.at(-1) ?? null;
		} else if (whole !== null && columns.at(-1) !== whole) {
			cells.push([paragraph, paragraphs[++end] as Paragraph]);
			columns.push(whole);
		} else if (role === null) break;
		else {
			cells.push([paragraph]);
			columns.push(role);
		}
	}
	return { start, end, cells, columns };
}

/** «1. Проектировочный этап» stands right under a head. */
const numbered = /^(?:\d{1,2}|[IVX]{1,5})[.)]\s/;
/** «Разработка шаблонов документов наставника» names no column, though it has a word of one. */
const mayHead = (text: string) =>
	text.length <= longestHeadCell &&
	!namesStage(text) &&
	!numbered.test(text) &&
	!(text.length > longestDeedName && beginsDeed(text));
const longestDeedName = 32;
const goesOn = (text: string) => /^[а-яё]/.test(text) && text.length < 30;

/** A run of paragraphs that is a row as it stands. */
export type Fixed = { from: number; to: number; cells: Paragraph[][] };

/** Where the head stands again, and «1 2 3 4 5» right under one. */
export function repeatsOf(body: readonly Paragraph[], head: LoneHead): Fixed[] {
	const fixed: Fixed[] = [];
	const lettersOfHead = head.cells.map((cell) => cell.map((paragraph) => lettersOf(textOf(paragraph))));
	const run = lettersOfHead.flat();
	const letters = body.map((paragraph) => lettersOf(textOf(paragraph)));
	const numbersFrom = (from: number) => {
		let to = from;
		while (textOf(body[to] as Paragraph | undefined) === String(to - from + 1)) to++;
		if (to - from < 3) return from;
		const width = head.cells.length;
		const cells = Array.from({ length: width }, (_, at) =>
			body.slice(from + at, at === width - 1 ? to : from + at + 1)
		);
		fixed.push({ from, to, cells });
		return to;
	};
	for (let at = numbersFrom(0); at + run.length <= body.length; ) {
		if (!run.every((word, index) => letters[at + index] === word)) {
			at++;
			continue;
		}
		const ends = head.cells.map((_, column) => at + head.cells.slice(0, column + 1).flat().length);
		const cells = ends.map((end, column) => body.slice(ends[column - 1] ?? at, end));
		fixed.push({ from: at, to: at + run.length, cells });
		at = numbersFrom(at + run.length);
	}
	return fixed;
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^а-яёa-z№]/g, '');
