import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { DocumentRow, Invented } from '../../truth';
import { encode } from '../../write/encode';
import { type File, layouts } from '../../write/layouts';
import { pdfLayouts } from '../../write/pdf/layouts';
import type { Described } from './described';

/** Formats that take the whole body: as many tables as it has, or none at all. */
const whole = {
	'as it is': (body: string): File => ({ name: 'plan.txt', bytes: encode(`${body}\n`, 'utf-8') }),
	'tables of a page': (body: string): File => ({ name: 'plan.html', bytes: encode(pageOf(body), 'utf-8') }),
	'tables of a docx': (body: string): File => ({ name: 'plan.docx', bytes: wordOf(plansOf(body)) }),
	'tables by tabs': (body: string): File => ({
		name: 'plan.txt',
		bytes: Buffer.concat(plansOf(body).map((plan) => layouts['rows by tabs'](plan).bytes))
	}),
	'tables on sheets': (body: string): File => ({ name: 'plan.xlsx', bytes: workbookOf(plansOf(body)) })
};
const tables = { ...layouts, ...pdfLayouts };
export type Format = keyof typeof whole | keyof typeof tables;

export function fileOf({ format, body }: Described): File {
	if (format in whole) return whole[format as keyof typeof whole](body.trim());
	return tables[format as keyof typeof tables](planOf(partsOf(body.trim())));
}

/** Texts and tables by turns, a text first. */
const partsOf = (body: string) => body.split(/^(?:\[\[|\]\])$/m).map((part) => part.trim());
const linesOf = (text: string) => (text ? text.split('\n') : []);

/** As the writers of invented roadmaps want it; they look at nothing but the words and the rows. */
function planOf([before = '', table = '', after = '']: readonly string[]): Invented {
	const [head, ...rows] = rowsOf(table);
	const cells = head?.cells ?? [];
	return {
		seed: 0,
		before: linesOf(before),
		columns: cells.map((text) => (text.startsWith('№') ? 'number' : 'activity')),
		head: cells,
		rows,
		after: linesOf(after),
		truth: { title: '', period: null, stages: [], activities: [] },
		traits: []
	};
}

/** A plan for each table with the text above it; the text at the end belongs to the last. */
function plansOf(body: string): Invented[] {
	const parts = partsOf(body);
	const begins = parts.flatMap((_, at) => (at % 2 === 0 && (at === 0 || at < parts.length - 1) ? [at] : []));
	return begins.map((at) => planOf(parts.slice(at, at + 3 === parts.length ? at + 3 : at + 2)));
}

export function rowsOf(table: string): DocumentRow[] {
	const rows: DocumentRow[] = [];
	let afterBreak = false;
	for (const line of linesOf(table)) {
		if (line !== '---') rows.push({ ...rowOf(line), ...(afterBreak && { afterBreak }) });
		afterBreak = line === '---';
	}
	return rows;
}

function rowOf(line: string): DocumentRow {
	if (line.startsWith('= ')) return { cells: [line.slice(2)], across: true };
	const cells = line.split('|').map((cell) => cell.trim().replaceAll('⏎', '\n'));
	const asAbove = new Set(cells.flatMap((cell, column) => (cell === '^' ? [column] : [])));
	return { cells: cells.map((cell) => (cell === '^' ? '' : cell)), ...(asAbove.size > 0 && { asAbove }) };
}

/** A page saved from a site. */
function pageOf(body: string): string {
	const parts = partsOf(body).map((part, at) => {
		if (at % 2 === 0)
			return part
				.split('\n')
				.map((line) => `<p>${line}</p>`)
				.join('\n');
		const rows = rowsOf(part).map(({ cells, across }) =>
			across
				? `<tr><td colspan="9"><b>${cells[0]}</b></td></tr>`
				: `<tr>${cells.map((cell) => `<td>${cell.split('\n').join('<br>')}</td>`).join('')}</tr>`
		);
		return `<table border="1"><tbody>${rows.join('\n')}</tbody></table>`;
	});
	return `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Наставничество</title></head><body>
<nav><ul><li><a href="/">Главная</a></li><li><a href="/news">Новости</a></li><li><a href="/sveden">Сведения об организации</a></li></ul></nav>
<main>${parts.join('\n')}</main><footer>Разработка сайта: студия «Клён». Все права защищены</footer></body></html>`;
}

/** One Word file: the bodies of one file a plan, one after another. */
function wordOf(plans: readonly Invented[]): Uint8Array {
	const part = 'word/document.xml';
	const body = /(?<=<w:body>).*(?=<\/w:body>)/s;
	const opened = plans.map((plan) => unzipSync(layouts['docx, merged'](plan).bytes));
	const bodies = plans.map((plan, at) => {
		const words = body.exec(read(opened[at], part))?.[0] ?? '';
		return plan.head.length ? words : words.replace(/<w:tbl>.*<\/w:tbl>/s, '');
	});
	return zipSync({
		...opened[0],
		[part]: strToU8(read(opened[0], part).replace(body, () => bodies.join('<w:p/>')))
	});
}

/** One workbook with a sheet a plan; the strings all share are told apart by their numbers. */
function workbookOf(plans: readonly Invented[]): Uint8Array {
	const opened = plans.map((plan) => unzipSync(layouts['xlsx, merged'](plan).bytes));
	const strings = opened.map((parts) => read(parts, 'xl/sharedStrings.xml').match(/<si>.*?<\/si>/gs) ?? []);
	const sheets = opened.map((parts, at) => {
		const before = strings.slice(0, at).flat().length;
		const words = read(parts, 'xl/worksheets/sheet1.xml');
		return words.replace(/<v>(\d+)<\/v>/g, (_, index) => `<v>${Number(index) + before}</v>`);
	});
	const numbers = sheets.map((_, at) => at + 1);
	return zipSync({
		'xl/workbook.xml': strToU8(
			`<workbook xmlns:r="r"><sheets>${numbers.map((n) => `<sheet name="Лист${n}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`
		),
		'xl/_rels/workbook.xml.rels': strToU8(
			`<Relationships>${numbers.map((n) => `<Relationship Id="rId${n}" Target="worksheets/sheet${n}.xml"/>`).join('')}</Relationships>`
		),
		'xl/sharedStrings.xml': strToU8(`<sst>${strings.flat().join('')}</sst>`),
		...Object.fromEntries(sheets.map((words, at) => [`xl/worksheets/sheet${at + 1}.xml`, strToU8(words)]))
	});
}

const read = (parts: Record<string, Uint8Array> | undefined, name: string) =>
	strFromU8(parts?.[name] ?? new Uint8Array());
