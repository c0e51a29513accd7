import type { Invented } from '../truth';
import { type Encoding, encode } from './encode';
import { openDocument, richText } from './flat-office';
import { word, workbook } from './office';
import {
	cellsOnLines,
	loneCells,
	loneCellsApart,
	page,
	rowsByBars,
	rowsByTabs,
	rowsByTabsFolded,
	separated
} from './text';

export type File = { name: string; bytes: Uint8Array };
export type Layout = (plan: Invented) => File;

const text =
	(write: (plan: Invented) => string, encoding: Encoding = 'utf-8', name = 'plan.txt'): Layout =>
	(plan) => ({ name, bytes: encode(write(plan), encoding) });
const windows = (write: (plan: Invented) => string) => (plan: Invented) => write(plan).replaceAll('\n', '\r\n');
const file =
	(write: (plan: Invented) => Uint8Array, name: string): Layout =>
	(plan) => ({ name, bytes: write(plan) });

/** The same roadmap as schools write it down: twenty ways that keep the table's cells. */
export const layouts = {
	'cells on lines': text(cellsOnLines),
	'cells on lines, windows-1251': text(windows(cellsOnLines), 'windows-1251'),
	'rows by tabs': text(rowsByTabs),
	'rows by tabs, UTF-16': text(windows(rowsByTabs), 'utf-16le'),
	'rows by tabs, koi8-r': text(rowsByTabs, 'koi8-r'),
	odt: file(openDocument, 'plan.odt'),
	rtf: file(richText, 'plan.rtf'),
	'rows by tabs, folded': text(rowsByTabsFolded),
	'rows by bars': text(rowsByBars),
	'csv ;': text(separated(';'), 'utf-8', 'plan.csv'),
	'csv ; windows-1251': text(separated(';'), 'windows-1251', 'plan.csv'),
	'csv ,': text(separated(','), 'utf-8 with mark', 'plan.csv'),
	'csv tab, UTF-16': text(separated('\t'), 'utf-16le', 'plan.csv'),
	html: text(page(false), 'utf-8', 'plan.html'),
	'html, merged': text(page(true), 'utf-8', 'plan.htm'),
	docx: file(word({}), 'plan.docx'),
	'docx, merged': file(word({ merged: true }), 'plan.docx'),
	'docx, split': file(word({ split: true }), 'plan.docx'),
	xlsx: file(workbook({}), 'plan.xlsx'),
	'xlsx, merged': file(workbook({ merged: true }), 'plan.xlsx')
} satisfies Record<string, Layout>;

/** Ways that lose where a cell ends: read by the words alone, so reported apart. */
export const lossyLayouts = {
	'lone cells': text(loneCells),
	'lone cells, rows apart': text(loneCellsApart)
} satisfies Record<string, Layout>;
