import { type Cell, type Grid, type Line, type Row, tidy } from './grid';

const twins: Readonly<Record<string, string>> = Object.fromEntries(
	[
		'aа',
		'eе',
		'oо',
		'pр',
		'cс',
		'yу',
		'xх',
		'kк',
		'AА',
		'BВ',
		'EЕ',
		'KК',
		'MМ',
		'HН',
		'OО',
		'PР',
		'CС',
		'TТ',
		'XХ',
		'YУ'
	].map(([latin = '', cyrillic = '']) => [latin, cyrillic])
);

const word = /[A-Za-zА-Яа-яЁё]+/g;
const latin = /[A-Za-z]/;
const cyrillic = /[А-Яа-яЁё]/;
/** «c», «o» alone between words, an initial «A.»; not the Roman X. */
const alone = /(?<![\p{L}\d])(?:[aocykeABEKMHOPCTY])(?![\p{L}\d])/gu;

/**
 * Latin letters that scanning and keyboards put for Cyrillic ones that look the same («Cентябрь» with a Latin C) become what
 * was meant: inside a word of both alphabets, and alone in a Cyrillic line. Whole Latin words stay.
 */
export function inOneAlphabet(text: string): string {
	if (!latin.test(text) || !cyrillic.test(text)) return text;
	const mended = (letters: string) =>
		latin.test(letters) && cyrillic.test(letters) && !/[A-Za-z](?<![aeopcyxkABEKMHOPCTXY])/.test(letters)
			? meant(letters)
			: letters;
	return text.replace(word, mended).replace(alone, meant);
}

const meant = (word: string) => word.replace(/[A-Za-z]/g, (letter) => twins[letter] ?? letter);

/** The grid with every line tidy and in one alphabet; rows that are so already are taken as they are, since a table may be long. */
export function mendLetters(grid: Grid): Grid {
	const ofCell = (cell: Cell): Cell => ({ ...cell, lines: cell.lines.map(mendLine) });
	const ofRow = (row: Row): Row => (row.cells.some(needsMending) ? { ...row, cells: row.cells.map(ofCell) } : row);
	return {
		...grid,
		blocks: grid.blocks.map((block) =>
			block.kind === 'paragraph'
				? { ...block, line: mendLine({ ...block.line, text: closed(block.line.text) }) }
				: { ...block, rows: block.rows.map(ofRow) }
		)
	};
}

const mended = (text: string) => inOneAlphabet(tidy(text));
const mendLine = (line: Line): Line => ({ ...line, text: mended(line.text) });

/** «П Л А Н  р а б о т ы»: four letters or more with a space after each are one word. */
const closed = (text: string) =>
	text.replace(/(?<![\p{L}\d])\p{L}(?:[ \u00a0]\p{L}(?![\p{L}\d])){3,200}/gu, (word) => word.replace(/\s/g, ''));
const needsMending = (cell: Cell) => cell.lines.some(({ text }) => mended(text) !== text);
