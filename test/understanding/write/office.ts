import { strToU8, zipSync } from 'fflate';
import type { DocumentRow, Invented } from '../truth';
import { allRows, widthOf } from './text';

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r></w:p>`;

type Manner = { merged?: boolean; split?: boolean };

/** A Word file. `merged`: cells reach down over their rows; `split`: a table a page, each with the head again. */
export const word =
	({ merged, split }: Manner) =>
	(plan: Invented) => {
		const rows = allRows(plan);
		const parts =
			split && rows.length > 8
				? [rows.slice(0, rows.length >> 1), [{ cells: plan.head }, ...rows.slice(rows.length >> 1)]]
				: [rows];
		const tables = parts.map((part) => tableOf(plan, part, merged === true)).join(paragraph(''));
		const body = `${plan.before.map(paragraph).join('')}${tables}${plan.after.map(paragraph).join('')}`;
		return zipSync({
			'[Content_Types].xml': strToU8(
				`${declared}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
			),
			'_rels/.rels': strToU8(
				`${declared}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
			),
			'word/document.xml': strToU8(
				`${declared}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
			)
		});
	};

function tableOf(plan: Invented, rows: readonly DocumentRow[], merged: boolean) {
	const width = widthOf(plan);
	const begins = (at: number, column: number) => rows[at + 1]?.asAbove?.has(column) === true;
	const cell = (text: string, properties = '') =>
		`<w:tc><w:tcPr>${properties}</w:tcPr>${text.split('\n').map(paragraph).join('')}</w:tc>`;
	const lines = rows.map((row, at) => {
		if (row.across) return `<w:tr>${cell(row.cells[0] ?? '', `<w:gridSpan w:val="${width}"/>`)}</w:tr>`;
		const cells = row.cells.map((text, column) => {
			if (!merged) return cell(text);
			if (row.asAbove?.has(column)) return cell('', '<w:vMerge/>');
			return cell(text, begins(at, column) ? '<w:vMerge w:val="restart"/>' : '');
		});
		const line = `<w:tr>${cells.join('')}</w:tr>`;
		return row.afterBreak ? line.replace('<w:r>', '<w:r><w:lastRenderedPageBreak/>') : line;
	});
	const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
		.map((side) => `<w:${side} w:val="single" w:sz="4"/>`)
		.join('');
	const grid = plan.columns
		.map((role) => `<w:gridCol w:w="${role === 'number' ? 600 : role === 'activity' ? 4200 : 1900}"/>`)
		.join('');
	return `<w:tbl><w:tblPr><w:tblBorders>${sides}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`;
}

/** A workbook; the title in merged cells above the table. `merged`: cells reach down over their rows. */
export const workbook =
	({ merged }: Manner) =>
	(plan: Invented) => {
		const width = widthOf(plan);
		const lines: DocumentRow[] = [
			...plan.before.map((text) => ({ cells: [text], across: true })),
			...allRows(plan),
			...plan.after.map((text) => ({ cells: [text], across: true }))
		];
		const letter = (column: number) => String.fromCharCode(65 + column);
		const strings: string[] = [];
		const rows = lines.map(({ cells }, row) => {
			const written = cells.flatMap((text, column) =>
				text === '' ? [] : [`<c r="${letter(column)}${row + 1}" t="s"><v>${strings.push(text) - 1}</v></c>`]
			);
			return `<row r="${row + 1}">${written.join('')}</row>`;
		});
		const merges = lines.flatMap(({ across }, row) => (across ? [`A${row + 1}:${letter(width - 1)}${row + 1}`] : []));
		if (merged)
			lines.forEach((line, row) => {
				line.cells.forEach((_, column) => {
					if (line.asAbove?.has(column) || !lines[row + 1]?.asAbove?.has(column)) return;
					let last = row + 1;
					while (lines[last + 1]?.asAbove?.has(column)) last++;
					merges.push(`${letter(column)}${row + 1}:${letter(column)}${last + 1}`);
				});
			});
		const sheet = `<worksheet><sheetData>${rows.join('')}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`;
		return zipSync({
			'xl/workbook.xml': strToU8(
				`${declared}<workbook xmlns:r="r"><sheets><sheet name="План" sheetId="1" r:id="rId1"/></sheets></workbook>`
			),
			'xl/_rels/workbook.xml.rels': strToU8(
				`${declared}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`
			),
			'xl/sharedStrings.xml': strToU8(
				`${declared}<sst>${strings.map((text) => `<si><t xml:space="preserve">${xml(text)}</t></si>`).join('')}</sst>`
			),
			'xl/worksheets/sheet1.xml': strToU8(declared + sheet)
		});
	};
