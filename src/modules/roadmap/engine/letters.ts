import type { Cell, Grid, Line, Row } from './grid';

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

/** Words of letters of both alphabets. */
const mixed = /[A-Za-z]*[А-Яа-яЁё][А-Яа-яЁёA-Za-z]*[A-Za-z][А-Яа-яЁёA-Za-z]*|[A-Za-z]+[А-Яа-яЁё]+/g;
/** «c», «o» alone between words, an initial «A.»; not the Roman X. */
const alone = /(?<![\p{L}\d])(?:[aocykeABEKMHOPCTY])(?![\p{L}\d])/gu;

/**
 * Latin letters that scanning and keyboards put for Cyrillic ones that look the same («Cентябрь» with a Latin C) become what
 * was meant: inside a word of both alphabets, and alone in a Cyrillic line. Whole Latin words stay.
 */
export function inOneAlphabet(text: string): string {
	if (!/[A-Za-z]/.test(text) || !/[А-Яа-яЁё]/.test(text)) return text;
	const mended = (word: string) => (/[A-Za-z](?<![aeopcyxkABEKMHOPCTXY])/.test(word) ? word : meant(word));
	return text.replace(mixed, mended).replace(alone, meant);
}

const meant = (word: string) => word.replace(/[A-Za-z]/g, (letter) => twins[letter] ?? letter);

/** The grid with every line in one alphabet; rows that are so already are taken as they are, since a table may be long. */
export function mendLetters(grid: Grid): Grid {
	const ofCell = (cell: Cell): Cell => ({ ...cell, lines: cell.lines.map(mendLine) });
	const ofRow = (row: Row): Row => (row.cells.some(isMixed) ? { ...row, cells: row.cells.map(ofCell) } : row);
	return {
		blocks: grid.blocks.map((block) =>
			block.kind === 'paragraph' ? { ...block, line: mendLine(block.line) } : { ...block, rows: block.rows.map(ofRow) }
		)
	};
}

const mendLine = (line: Line): Line => ({ ...line, text: inOneAlphabet(line.text) });
const isMixed = (cell: Cell) => cell.lines.some(({ text }) => inOneAlphabet(text) !== text);
