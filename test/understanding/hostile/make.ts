import { strToU8, type Zippable, zipSync } from 'fflate';

/** How reading ends: in one sentence, in so many activities, or in either (what is right cannot be told of such a file). */
export type HostileFile = { what: string; name: string; bytes: Uint8Array; ends: 'sentence' | 'either' | number };

export const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
export const wordSpace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word file of one part and whatever is put beside it. */
export const docxOf = (document: string, beside: Zippable = {}) =>
	zipSync({
		'[Content_Types].xml': strToU8(
			`${declared}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`
		),
		'word/document.xml': strToU8(document),
		...beside
	});
export const docxWith = (body: string, beside: Zippable = {}) =>
	docxOf(`${declared}<w:document ${wordSpace}><w:body>${body}</w:body></w:document>`, beside);

/** A workbook of one sheet. */
export const xlsxOf = (sheet: string, strings = '') =>
	zipSync({
		'xl/workbook.xml': strToU8(
			`${declared}<workbook xmlns:r="r"><sheets><sheet name="План" sheetId="1" r:id="rId1"/></sheets></workbook>`
		),
		'xl/_rels/workbook.xml.rels': strToU8(
			`${declared}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`
		),
		'xl/worksheets/sheet1.xml': strToU8(declared + sheet),
		...(strings && { 'xl/sharedStrings.xml': strToU8(`${declared}<sst>${strings}</sst>`) })
	});

export const odtOf = (body: string, manifest = '') => {
	const space = (name: string) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
	return zipSync({
		mimetype: strToU8('application/vnd.oasis.opendocument.text'),
		'content.xml': strToU8(
			`<?xml version="1.0" encoding="UTF-8"?><office:document-content ${space('office')} ${space('text')} ${space('table')}><office:body><office:text>${body}</office:text></office:body></office:document-content>`
		),
		...(manifest && { 'META-INF/manifest.xml': strToU8(manifest) })
	});
};

const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
/** A row of a Word table. */
export const row = (...texts: string[]) => `<w:tr>${texts.map(cell).join('')}</w:tr>`;
export const headCells = ['№', 'Мероприятие', 'Срок', 'Ответственный'];
export const head = row(...headCells);

/** A number of four bytes, the lowest first, put where it is said. */
export function put32(bytes: Uint8Array, at: number, value: number) {
	new DataView(bytes.buffer, bytes.byteOffset).setUint32(at, value, true);
}

/** Where the records of a zip begin: those of its directory, or those before the parts themselves. */
export function zipRecords(bytes: Uint8Array, kind: 'directory' | 'part'): number[] {
	const mark = Buffer.from(kind === 'directory' ? [0x50, 0x4b, 1, 2] : [0x50, 0x4b, 3, 4]);
	const found: number[] = [];
	for (let at = Buffer.from(bytes).indexOf(mark); at >= 0; at = Buffer.from(bytes).indexOf(mark, at + 4))
		found.push(at);
	return found;
}
