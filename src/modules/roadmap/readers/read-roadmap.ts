import { findHead } from '../engine/columns';
import { type Grid, tidy } from '../engine/grid';
import { understand } from '../engine/understand';
import { type SourceFormat, type Understanding, Unreadable } from '../rules/understanding';
import { readCsv, separatorOf } from './csv';
import { detectFormat, isZip } from './detect';
import { readDoc } from './doc/read-doc';
import { readDocx } from './docx/read-docx';
import { decode } from './encoding';
import { declaredEncoding, isHtml, readHtml } from './html/read-html';
import { inTime } from './in-time';
import { maxCellLength, maxCells, maxFileBytes } from './limits';
import { readOdf } from './odf/read-odf';
import { readPdf } from './pdf/read-pdf';
import { readRtf } from './rtf/read-rtf';
import { tooManyCells, tooManyRows } from './sentences';
import { readText } from './text/read-text';
import { readXlsx } from './xlsx/read-xlsx';
import { unpackedBytes } from './zip';

type Read = { grid: Grid; encoding: string | null; format: SourceFormat };

/**
 * Understands a roadmap out of the bytes of a file: what they are is told by themselves first, by the name second.
 * @throws Unreadable with a Russian sentence for the user.
 */
export async function readRoadmap(bytes: Uint8Array, name: string): Promise<Understanding> {
	if (bytes.length === 0) throw new Unreadable('Файл пуст. Проверьте, тот ли файл выбран.');
	if (bytes.length > maxFileBytes)
		throw new Unreadable('Файл слишком велик для дорожной карты. Оставьте в нём только план и загрузите ещё раз.');
	const within = inTime();
	const reading = () => readGrid(bytes, name);
	const { grid, encoding, format } = await (isLight(bytes) ? reading() : within(reading));
	if (!holdsText(grid))
		throw new Unreadable(
			'В файле нет текста: возможно, в нём только картинки. Загрузите документ, в котором план набран текстом.'
		);
	const understanding = () => understand(grid, { name, format, encoding, tables: 0 });
	return lettersIn(grid) > lettersOfNoDanger ? within(understanding) : understanding();
}

/** So many letters take no second, whatever they are (test/understanding/hostile): they need no watch, which costs a thread. */
const lettersOfNoDanger = 60_000;

/** What unpacks to so little takes no longer: a letter of a document stands among ten of its marks. */
const isLight = (bytes: Uint8Array) =>
	isZip(bytes) ? unpackedBytes(bytes) <= lettersOfNoDanger * 10 : bytes.length <= lettersOfNoDanger;

/** Understands text pasted from Word, Excel or a page. */
export function readPastedText(text: string): Understanding {
	return understand(gridOfText(text.replace(/\r\n?/g, '\n'), '').grid, {
		name: '',
		format: 'pasted',
		encoding: null,
		tables: 0
	});
}

async function readGrid(bytes: Uint8Array, name: string): Promise<Read> {
	const format = detectFormat(bytes, name);
	if (format === 'docx') return { grid: readDocx(bytes), encoding: null, format };
	if (format === 'doc') return { grid: readDoc(bytes), encoding: null, format };
	if (format === 'xlsx') return { grid: readXlsx(bytes), encoding: null, format };
	if (format === 'odt') return { grid: readOdf(bytes), encoding: null, format };
	if (format === 'rtf') return { grid: readRtf(bytes), encoding: null, format };
	if (format === 'pdf') return { grid: await readPdf(bytes), encoding: null, format };
	const { text, encoding } = decode(bytes, declaredEncoding(bytes));
	if (isHtml(text)) return { grid: readHtml(text), encoding, format: 'html' };
	return { ...gridOfText(text, name), encoding };
}

/** A table with separators when the name says so or its head can be told; else text. */
function gridOfText(text: string, name: string): { grid: Grid; format: SourceFormat } {
	const { longest, count } = measureLines(text);
	if (count > mostLines) throw new Unreadable(tooManyRows);
	if (longest > maxCellLength)
		throw new Unreadable(
			'Одна из строк текста слишком длинна для плана. Скопируйте таблицу плана в новый документ и загрузите его.'
		);
	if (tabsIn(text) > maxCells) throw new Unreadable(tooManyCells);
	if (barredRows(text).length >= 3) return { grid: readText(withoutBars(text)), format: 'txt' };
	const separator = separatorOf(text);
	if (separator === '\t' && /\t"(?:[^"\t\n]|"")+\n/.test(text))
		return { grid: readCsv(text, separator), format: 'txt' }; // out of Excel
	if (separator && (/\.csv$/i.test(name) || separator !== '\t')) {
		const grid = readCsv(text, separator);
		const [table] = grid.blocks;
		if (/\.csv$/i.test(name) || (table?.kind === 'table' && findHead(table))) return { grid, format: 'csv' };
	}
	return { grid: readText(spacedRows(text)), format: 'txt' };
}

/** Columns kept apart by spaces: where three lines and more have two wide gaps each, a gap is a tab. */
function spacedRows(text: string) {
	if (text.includes('\t')) return text;
	const spaced = text
		.slice(0, 60_000)
		.split('\n')
		.filter((line) => line.trim().split(/ {3,}/).length >= 3);
	return spaced.length < 3 ? text : text.replace(/(?<=\S) {3,}(?=\S)/g, '\t');
}

/** Empty ones among them: they are cheap. */
const mostLines = 1_000_000;

function measureLines(text: string) {
	let [longest, count] = [0, 0];
	for (let at = 0; at < text.length; count++) {
		const end = text.indexOf('\n', at);
		longest = Math.max(longest, (end < 0 ? text.length : end) - at);
		at = end < 0 ? text.length : end + 1;
	}
	return { longest, count };
}

const barred = /^[ \t]*\|(.*)\|[ \t]*$/gm;
const barredRows = (text: string) => text.slice(0, 60_000).match(barred) ?? [];

/** «| № | Мероприятие |» as a row by tabs; the line «|---|---|» under a head goes; «| Работа пар |» is a row of its own, no rest of the cell above. */
const withoutBars = (text: string) =>
	text.replace(/^[ \t]*\|[\s|:-]+\|[ \t]*\n/gm, '').replace(barred, (_, cells: string) => {
		const row = cells.replaceAll('\t', ' ').split('|').map(tidy).join('\t').replace(/^\t+$/, '');
		return row.includes('\t') || row === '' ? row : `\n${row}`;
	});

/** Cells by tabs are counted before they are made. */
function tabsIn(text: string) {
	let tabs = 0;
	for (let at = text.indexOf('\t'); at >= 0; at = text.indexOf('\t', at + 1)) tabs++;
	return tabs;
}

function lettersIn({ blocks }: Grid) {
	let letters = 0;
	for (const block of blocks) {
		if (block.kind === 'paragraph') letters += block.line.text.length;
		else
			for (const row of block.rows)
				for (const cell of row.cells) for (const line of cell.lines) letters += line.text.length;
	}
	return letters;
}

const holdsText = (grid: Grid) =>
	grid.blocks.some((block) =>
		block.kind === 'paragraph'
			? tidy(block.line.text) !== ''
			: block.rows.some((row) => row.cells.some((cell) => cell.lines.length > 0))
	);
