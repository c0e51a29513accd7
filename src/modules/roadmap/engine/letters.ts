import type { Cell, Grid, Line } from './grid';

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

/** The grid with every line in one alphabet. */
export function mendLetters(grid: Grid): Grid {
	const ofLine = (line: Line): Line => {
		const text = inOneAlphabet(line.text);
		return text === line.text ? line : { ...line, text };
	};
	const ofCell = (cell: Cell): Cell => ({ ...cell, lines: cell.lines.map(ofLine) });
	return {
		blocks: grid.blocks.map((block) =>
			block.kind === 'paragraph'
				? { ...block, line: ofLine(block.line) }
				: { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(ofCell) })) }
		)
	};
}
