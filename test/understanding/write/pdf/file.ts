import { strToU8 } from 'fflate';

/** A piece of text on a page: where its baseline begins, in points from the lower left corner. */
export type Drawn = { text: string; x: number; y: number; size: number };
export type Sheet = {
	width: number;
	height: number;
	turned: boolean;
	texts: readonly Drawn[];
	lines: readonly string[];
};

/** Widths of a book face in thousandths of its size, roughly: enough for lines to break where a word processor breaks them. */
export function widthOf(text: string, size: number) {
	let sum = 0;
	for (const letter of text) sum += letterWidth(letter);
	return (sum * size) / 1000;
}

function letterWidth(letter: string) {
	if (' .,:;!|-'.includes(letter)) return 260;
	if (/[шщжюмфыШЩЖЮМФЫДWM]/.test(letter)) return 740;
	if (/[А-ЯЁA-Z№_]/.test(letter)) return 680;
	if (/[гтзсеrtfjil()]/.test(letter)) return 420;
	return 510;
}

const hex = (text: string) =>
	Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');
const places = (value: number) => Number(value.toFixed(2));

/** A file of the simplest sort: one composite font without a program of its own, whose codes are Unicode. */
export function pdfOf(sheets: readonly Sheet[]): Uint8Array {
	const letters = [...new Set(sheets.flatMap(({ texts }) => texts.flatMap(({ text }) => [...text])))];
	const widths = letters.map((letter) => `${letter.charCodeAt(0)}[${letterWidth(letter)}]`).join('');
	const codes = letters.map((letter) => `<${hex(letter)}><${hex(letter)}>`);
	const groups = Array.from({ length: Math.ceil(codes.length / 100) }, (_, at) =>
		codes.slice(at * 100, at * 100 + 100)
	);
	const map = `/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/Own def/CMapType 2 def 1 begincodespacerange<0000><ffff>endcodespacerange ${groups.map((group) => `${group.length} beginbfchar ${group.join('')} endbfchar`).join(' ')} endcmap end end`;
	const objects = [
		'<</Type/Catalog/Pages 2 0 R>>',
		`<</Type/Pages/Kids[${sheets.map((_, at) => `${7 + at * 2} 0 R`).join(' ')}]/Count ${sheets.length}>>`,
		'<</Type/Font/Subtype/Type0/BaseFont/Invented/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>',
		`<</Type/Font/Subtype/CIDFontType2/BaseFont/Invented/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R/DW 510/W[${widths}]>>`,
		'<</Type/FontDescriptor/FontName/Invented/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
		stream(map),
		...sheets.flatMap((sheet, at) => [
			`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${sheet.turned ? `${sheet.height} ${sheet.width}` : `${sheet.width} ${sheet.height}`}]${sheet.turned ? '/Rotate 90' : ''}/Contents ${8 + at * 2} 0 R/Resources<</Font<</F 3 0 R>>>>>>`,
			stream(contentOf(sheet))
		])
	];
	let pdf = '%PDF-1.4\n';
	const table = objects.map((object, index) => {
		const at = pdf.length;
		pdf += `${index + 1} 0 obj${object}\nendobj\n`;
		return `${String(at).padStart(10, '0')} 00000 n \n`;
	});
	return strToU8(
		`${pdf}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table.join('')}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${pdf.length}\n%%EOF`
	);
}

const stream = (content: string) => `<</Length ${content.length}>>stream\n${content}\nendstream`;

/** `turned`: drawn lying on its side on a sheet that is shown turned upright, as printers do with wide tables. */
function contentOf({ height, turned, texts, lines }: Sheet) {
	const shown = texts.map(({ text, x, y, size }) => `BT/F ${size} Tf ${places(x)} ${places(y)} Td<${hex(text)}>Tj ET`);
	return `${turned ? `0 1 -1 0 ${height} 0 cm ` : ''}0.5 w\n${[...lines, ...shown].join('\n')}`;
}
