import type { Block, Grid } from '../../engine/grid';
import { Unreadable } from '../../rules/understanding';
import { tableOfSpans } from '../spanned-table';
import { readText } from '../text/read-text';
import { linesOf, type TextLine, type Word } from './page-text';
import { type RuledTable, ruledTables } from './ruled-tables';
import { rulingsOf } from './rulings';

const maxPages = 300;
const locked = 'Файл PDF защищён паролем. Откройте его, сохраните без пароля и загрузите ещё раз.';
const broken =
	'Файл PDF повреждён или скачан не до конца. Скачайте его заново или загрузите документ, с которого он сделан.';
const scanned =
	'В этом PDF нет текста, только картинки страниц (скан). Загрузите документ Word, с которого он сделан, или перепечатайте план в поле «Вставить текст».';
const tooMany = 'В файле PDF слишком много страниц для дорожной карты. Оставьте в нём только план и загрузите ещё раз.';

type Page = { words: Word[]; tables: RuledTable[] };

/** A PDF with text: tables by the lines drawn around their cells, else columns by the gaps between words. */
export async function readPdf(bytes: Uint8Array): Promise<Grid> {
	const pages = await readPages(bytes);
	if (pages.every(({ words }) => words.length === 0)) throw new Unreadable(scanned);
	if (pages.every(({ tables }) => tables.length === 0)) return readText(pages.map(textWithGaps).join('\n\n'));
	return { blocks: pages.flatMap(blocksOf) };
}

async function readPages(bytes: Uint8Array): Promise<Page[]> {
	const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
	try {
		const { OPS } = await getResolvedPDFJS();
		const document = await getDocumentProxy(new Uint8Array(bytes), {
			isEvalSupported: false,
			disableFontFace: true,
			useSystemFonts: false,
			verbosity: 0,
			maxImageSize: 1,
			stopAtErrors: false
		});
		if (document.numPages > maxPages) throw new Unreadable(tooMany);
		const pages: Page[] = [];
		for (let number = 1; number <= document.numPages; number++) {
			const page = await document.getPage(number);
			const words = wordsOf((await page.getTextContent()).items);
			pages.push({ words, tables: ruledTables(rulingsOf(await page.getOperatorList(), OPS), words) });
			page.cleanup();
		}
		return pages;
	} catch (error) {
		if (error instanceof Unreadable) throw error;
		throw new Unreadable((error as Error).name === 'PasswordException' ? locked : broken);
	}
}

function wordsOf(items: readonly unknown[]): Word[] {
	return items.flatMap((item) => {
		const { str, transform, width, height } = item as {
			str?: string;
			transform?: number[];
			width?: number;
			height?: number;
		};
		if (!str?.trim() || !transform) return [];
		const [, b = 0, , , x = 0, y = 0] = transform;
		if (Math.abs(b) > 0.1) return []; // stamps of signatures stand upright or aslant
		return [{ text: str, left: x, right: x + (width ?? 0), y, height: height || Math.abs(transform[3] ?? 10) }];
	});
}

/** Text and tables of a page from top to bottom. */
function blocksOf({ words, tables }: Page): Block[] {
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
function textWithGaps({ words }: Page) {
	const rows = new Map<number, Word[]>();
	for (const word of words) {
		const y = [...rows.keys()].find((other) => Math.abs(other - word.y) < 2) ?? word.y;
		rows.set(y, [...(rows.get(y) ?? []), word]);
	}
	return [...rows]
		.sort(([a], [b]) => b - a)
		.map(([, row]) => withGaps(row.sort((a, b) => a.left - b.left)))
		.join('\n');
}

function withGaps(words: readonly Word[]) {
	return words.reduce((text, word, index) => {
		const gap = word.left - (words[index - 1]?.right ?? word.left);
		return index === 0
			? word.text
			: text + (gap > word.height * 1.5 ? '\t' : gap > word.height * 0.15 ? ' ' : '') + word.text;
	}, '');
}
