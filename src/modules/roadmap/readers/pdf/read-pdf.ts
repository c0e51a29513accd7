import { findHead } from '../../engine/columns';
import type { Block, Grid } from '../../engine/grid';
import { Unreadable } from '../../rules/understanding';
import { tableOfSpans } from '../spanned-table';
import { readText } from '../text/read-text';
import { type LooseTable, looseTable } from './loose/tables';
import { type Page, readPages } from './pages';
import { paragraphOf, textLines } from './paragraphs';
import { addNextPage, type PlacedRow, spannedRow } from './placed-rows';
import { type RuledTable, ruledTables } from './ruled-tables';
import { takeRunningLines } from './running-lines';
import { rowsOf, type Word } from './words';

const scanned =
	'В этом PDF нет текста, только картинки страниц (скан). Загрузите документ Word, с которого он сделан, или перепечатайте план в поле «Вставить текст».';

/** Rows before columns are counted; a table may go on over pages. `xs`: its upright lines, none where it has none. */
type OpenTable = { rows: PlacedRow[]; xs: readonly number[] };
type Part = { y: number; block: Block } | { y: number; table: OpenTable };

/** A PDF with text: tables by the lines drawn around their cells, else by where words stand under the table's head. */
export async function readPdf(bytes: Uint8Array): Promise<Grid> {
	const pages = await readPages(bytes);
	if (pages.every(({ words }) => words.length === 0)) throw new Unreadable(scanned);
	const asides = takeRunningLines(pages).map(({ text, reason }) => ({ text, reason, place: {} }));
	const ruled = pages.map(ruledTables);
	const taken = new Set(ruled.flat().flatMap(({ words }) => [...words]));
	const loose = ruled.flat().some(holdsPlan)
		? null
		: looseTable(
				pages,
				pages.map(({ words }) => words.filter((word) => !taken.has(word)))
			);
	if (taken.size === 0 && !loose) return { ...readText(pages.map(textWithGaps).join('\n\n')), asides };
	return { blocks: blocksOf(pages.map((page, at) => partsOf(page, at, ruled[at] ?? [], loose))), asides };
}

const holdsPlan = ({ rows }: RuledTable) => findHead(tableOfSpans(rows.map(spannedRow), {})) !== undefined;

/** Text and tables of a page from top to bottom. */
function partsOf({ words }: Page, page: number, ruled: readonly RuledTable[], loose: LooseTable | null): Part[] {
	const outside = textLines(
		words.filter((word) => !loose?.words.has(word) && !ruled.some((table) => table.words.has(word)))
	);
	let y = Number.POSITIVE_INFINITY; // lines of stamps side by side keep the order in which they are read
	const parts: Part[] = outside.map((line, index) => {
		y = Math.min(y, line.y);
		return { y, block: paragraphOf(line, outside[index - 1]) };
	});
	for (const { top, rows, xs } of ruled) parts.push({ y: top, table: { rows, xs } });
	if (loose?.page === page) parts.push({ y: loose.top, table: { rows: loose.rows, xs: [] } });
	return parts.sort((a, b) => b.y - a.y);
}

/** A table at the head of a page with the same columns as the one at the foot of the page before is the same table. */
function blocksOf(pages: readonly Part[][]): Block[] {
	const parts: (Block | OpenTable)[] = [];
	for (const page of pages)
		page.forEach((part, index) => {
			const last = parts.at(-1);
			if ('block' in part) parts.push(part.block);
			else if (index === 0 && last && 'xs' in last && isSameTable(last, part.table))
				addNextPage(last.rows, part.table.rows);
			else parts.push({ ...part.table, rows: [...part.table.rows] });
		});
	return parts.map((part) => ('xs' in part ? tableOfSpans(part.rows.map(spannedRow), {}) : part));
}

const isSameTable = (one: OpenTable, other: OpenTable) =>
	one.xs.length === other.xs.length &&
	one.xs.length > 0 &&
	one.xs.every((x, index) => Math.abs(x - (other.xs[index] as number)) < 4);

/** A page without drawn lines: wide gaps between words become tabs. */
const textWithGaps = ({ words }: Page) => rowsOf(words).map(withGaps).join('\n');

function withGaps(words: readonly Word[]) {
	return words.reduce((text, word, index) => {
		const gap = word.left - (words[index - 1]?.right ?? word.left);
		return index === 0 ? word.text : text + (gap > word.height * 1.5 ? '\t' : ' ') + word.text;
	}, '');
}
