import { strToU8 } from 'fflate';
import { invent } from '../invent';
import type { Invented } from '../truth';
import { type Layout, layouts } from '../write/layouts';
import { docxWith, type HostileFile, head, headCells, odtOf, row, xlsxOf } from './make';

/** The bound of the reader, met exactly: an invented plan's rows again and again, each with a number of its own. */
const mostRows = 50_000;

/** Files of honest size beyond all measure, and small ones that grow on the way. */
export function* large(): Generator<HostileFile> {
	const plan = longPlan();
	for (const name of ['rows by tabs', 'csv ;', 'docx', 'docx, merged', 'xlsx', 'odt', 'rtf', 'html'] as const) {
		const layout: Layout = layouts[name];
		// as .rtf they are 43 MB: refused by size, with a sentence
		yield { what: `50,000 rows: ${name}`, ...layout(plan), ends: name === 'rtf' ? 'sentence' : mostRows };
	}
	yield {
		what: '12,500 rows, a cell on a line',
		...layouts['cells on lines']({ ...plan, rows: plan.rows.slice(0, 12_500) }),
		ends: 12_500
	};
	yield {
		what: '20,000 lines with no table',
		name: 'lone.txt',
		bytes: strToU8(`${headCells.join('\n')}\n${shortRows(5_000, '\n')}`),
		ends: 'either'
	};
	yield {
		what: '250,000 lines with no table',
		name: 'lines.txt',
		bytes: strToU8('Провести опрос\n'.repeat(250_000)),
		ends: 'either'
	};
	yield { what: '7,000,000 lines', name: 'letters.txt', bytes: strToU8('а\n'.repeat(6_900_000)), ends: 'sentence' };
	yield {
		what: '20,000,000 empty lines',
		name: 'breaks.txt',
		bytes: new Uint8Array(20_000_000).fill(10),
		ends: 'sentence'
	};
	yield {
		what: '6,000,000 cells by tabs',
		name: 'tabs.txt',
		bytes: strToU8(`${'а\t'.repeat(100)}\n`.repeat(60_000)),
		ends: 'sentence'
	};
	yield {
		what: '50,000 rows under one of 10,000 columns',
		name: 'wide.csv',
		bytes: strToU8(`${headCells.join(';')}\n${';'.repeat(10_000)}\n${shortRows(50_000, ';')}`),
		ends: 'sentence'
	};
	yield {
		what: '5,000,000 empty cells',
		name: 'cells.docx',
		bytes: docxWith(`<w:tbl>${head}<w:tr>${'<w:tc/>'.repeat(5_000_000)}</w:tr></w:tbl>`),
		ends: 'sentence'
	};
	yield {
		what: '2,000,000 paragraphs',
		name: 'paragraphs.docx',
		bytes: docxWith('<w:p><w:t>а</w:t></w:p>'.repeat(2_000_000)),
		ends: 'sentence'
	};
	yield {
		what: '100,000 tables',
		name: 'tables.docx',
		bytes: docxWith(`<w:tbl>${row('1', 'опрос')}</w:tbl>`.repeat(100_000)),
		ends: 'sentence'
	};
	yield {
		what: '30,000 tables with heads',
		name: 'heads.docx',
		bytes: docxWith(`<w:tbl>${head}${row('1', 'Опрос', 'май', 'завуч')}</w:tbl>`.repeat(28_000)),
		ends: 'either'
	};
	yield {
		what: 'a cell in each of 60,000 rows and 1,000 columns',
		name: 'diagonal.xlsx',
		bytes: diagonal(),
		ends: 'sentence'
	};
	yield { what: '60,000 rows of 64 cells', name: 'full.xlsx', bytes: full(), ends: 'sentence' };
	yield { what: '20,000 merged cells over one another', name: 'merges.xlsx', bytes: merges(), ends: 'either' };
	yield {
		what: '800,000 strings beside two cells',
		name: 'strings.xlsx',
		bytes: xlsxOf(
			'<worksheet><sheetData><row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData></worksheet>',
			'<si><t>Провести опрос наставников</t></si>'.repeat(800_000)
		),
		ends: 'either'
	};
	yield { what: 'cells repeated a billion times', name: 'repeated.odt', bytes: repeated(), ends: 'either' };
	yield {
		what: '1,000,000 paragraphs of rich text',
		name: 'par.rtf',
		bytes: strToU8(`{\\rtf1 ${"\\'e0\\par ".repeat(1_000_000)}}`),
		ends: 'sentence'
	};
	yield {
		what: '1,000,000 paragraphs of a page',
		name: 'p.html',
		bytes: strToU8(`<!DOCTYPE html><body>${'<p>а'.repeat(1_000_000)}`),
		ends: 'sentence'
	};
}

function longPlan(): Invented {
	const plan = invent(4);
	const activity = plan.columns.indexOf('activity');
	const rows = plan.rows.filter(({ cells, across }) => !across && !(cells[activity] ?? '').includes('\n'));
	return {
		...plan,
		rows: Array.from({ length: mostRows }, (_, at) => {
			const { cells } = rows[at % rows.length] as (typeof rows)[number];
			return {
				cells: cells.map((text, column) =>
					plan.columns[column] === 'number' ? String(at + 1) : column === activity ? `${text} (${at + 1})` : text
				)
			};
		})
	};
}

const shortRows = (count: number, separator: string) =>
	Array.from({ length: count }, (_, at) =>
		[at + 1, `Проведение встречи ${at + 1}`, 'сентябрь 2025 г.', 'куратор'].join(separator)
	).join('\n');

const columnName = (column: number): string =>
	(column > 26 ? columnName(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));

const diagonal = () =>
	xlsxOf(
		`<worksheet><sheetData>${Array.from({ length: 59_000 }, (_, at) => `<row r="${at + 1}"><c r="${columnName((at % 1000) + 1)}${at + 1}"><v>7</v></c></row>`).join('')}</sheetData></worksheet>`
	);
const full = () => {
	const cells = '<c><v>7</v></c>'.repeat(64);
	return xlsxOf(
		`<worksheet><sheetData>${Array.from({ length: 59_000 }, (_, at) => `<row r="${at + 1}">${cells}</row>`).join('')}</sheetData></worksheet>`
	);
};
const merges = () => {
	const rows = Array.from(
		{ length: 50_000 },
		(_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c><c r="B${at + 1}"><v>7</v></c></row>`
	);
	return xlsxOf(
		`<worksheet><sheetData>${rows.join('')}</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000)}</mergeCells></worksheet>`
	);
};
const repeated = () =>
	odtOf(
		`<table:table>${'<table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000" table:number-columns-spanned="1000000000" table:number-rows-spanned="1000000000"><text:p>Мероприятие</text:p></table:table-cell></table:table-row>'.repeat(500)}</table:table>`
	);
