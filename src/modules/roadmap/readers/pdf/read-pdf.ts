import type { Block, Grid } from '../../engine/grid';
import { Unreadable } from '../../rules/understanding';
import { tableOfSpans } from '../spanned-table';
import { readText } from '../text/read-text';
import { linesOf, type TextLine } from './page-text';
import { type Page, readPages } from './pages';
import { type RuledTable, ruledTables } from './ruled-tables';
import { rowsOf, type Word } from './words';

const scanned =
	'В этом PDF нет текста, только картинки страниц (скан). Загрузите документ Word, с которого он сделан, или перепечатайте план в поле «Вставить текст».';

/** A PDF with text: tables by the lines drawn around their cells, else columns by the gaps between words. */
export async function readPdf(bytes: Uint8Array): Promise<Grid> {
	const pages = await readPages(bytes);
	if (pages.every(({ words }) => words.length === 0)) throw new Unreadable(scanned);
	const tables = pages.map(({ rulings, words }) => ruledTables(rulings, words));
	if (tables.every((found) => found.length === 0)) return readText(pages.map(textWithGaps).join('\n\n'));
	return { blocks: pages.flatMap((page, at) => blocksOf(page, tables[at] ?? [])) };
}

/** Text and tables of a page from top to bottom. */
function blocksOf({ words }: Page, tables: readonly RuledTable[]): Block[] {
	const outside = linesOf(words.filter((word) => !tables.some((table) => table.words.has(word))));
	const lines = outside.map((line, index) => ({ y: line.y, block: paragraphOf(line, outside[index - 1]) }));
	const drawn = tables.map((table) => ({ y: table.top, block: tableOfSpans(table.rows, {}) as Block }));
	return [...lines, ...drawn].sort((a, b) => b.y - a.y).map(({ block }) => block);
}

const paragraphOf = (line: TextLine, above: TextLine | undefined): Block => ({
	kind: 'paragraph',
	line: { text: line.text, marker: null, level: 0 },
	place: {},
	gap: above === undefined || above.y - line.y > line.height * 1.9
});

/** A page without drawn lines: wide gaps between words become tabs. */
const textWithGaps = ({ words }: Page) => rowsOf(words).map(withGaps).join('\n');

function withGaps(words: readonly Word[]) {
	return words.reduce((text, word, index) => {
		const gap = word.left - (words[index - 1]?.right ?? word.left);
		return index === 0 ? word.text : text + (gap > word.height * 1.5 ? '\t' : ' ') + word.text;
	}, '');
}
