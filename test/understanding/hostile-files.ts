import { strToU8, zipSync } from 'fflate';
import { invent } from './invent';
import { randomFrom } from './random';
import { layouts } from './write/layouts';

export type HostileFile = { what: string; name: string; bytes: Uint8Array };

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docxOf = (document: string) =>
	zipSync({
		'[Content_Types].xml': strToU8(
			`${declared}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`
		),
		'word/document.xml': strToU8(document)
	});
const docxWith = (body: string) => docxOf(`${declared}<w:document ${word}><w:body>${body}</w:body></w:document>`);
const xlsxOf = (sheet: string) =>
	zipSync({
		'xl/workbook.xml': strToU8(
			`${declared}<workbook xmlns:r="r"><sheets><sheet name="План" sheetId="1" r:id="rId1"/></sheets></workbook>`
		),
		'xl/_rels/workbook.xml.rels': strToU8(
			`${declared}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`
		),
		'xl/worksheets/sheet1.xml': strToU8(declared + sheet)
	});
const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const row = (...texts: string[]) => `<w:tr>${texts.map(cell).join('')}</w:tr>`;
const head = row('№', 'Мероприятие', 'Срок', 'Ответственный');
const plan = () => invent(4);
const manyRows = (count: number, separator: string) =>
	['№', 'Мероприятие', 'Срок', 'Ответственный'].join(separator) +
	Array.from(
		{ length: count },
		(_, at) => `\n${[at + 1, `Проведение встречи ${at + 1}`, 'сентябрь 2025 г.', 'куратор'].join(separator)}`
	).join('');

/** Files that mean ill, or that no one means at all: made one at a time, since some are large. */
export function* hostileFiles(): Generator<HostileFile> {
	const noise = Uint8Array.from(
		{ length: 200_000 },
		(
			(random) => () =>
				random.upTo(256)
		)(randomFrom(1))
	);
	yield { what: 'nothing in it', name: 'empty.docx', bytes: new Uint8Array() };
	yield { what: 'noise', name: 'noise.docx', bytes: noise };
	yield {
		what: 'a program named .docx',
		name: 'program.docx',
		bytes: new Uint8Array([0x4d, 0x5a, ...noise.subarray(0, 5000)])
	};
	const whole = layouts.docx(plan()).bytes;
	yield { what: 'a document cut in half', name: 'cut.docx', bytes: whole.slice(0, whole.length >> 1) };
	const locked = new Uint8Array(20_000);
	locked.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
	locked.set(new Uint8Array(Buffer.from('EncryptedPackage', 'utf16le')), 1024);
	yield { what: 'locked with a password', name: 'locked.docx', bytes: locked };
	yield { what: 'a bomb: 400 MB of spaces, its size a lie', name: 'bomb.docx', bytes: bomb() };
	yield {
		what: 'a bomb in a workbook',
		name: 'bomb.xlsx',
		bytes: zipSync({
			'xl/workbook.xml': strToU8('<workbook/>'),
			'xl/worksheets/sheet1.xml': new Uint8Array(150_000_000)
		})
	};
	yield {
		what: 'an entity that names another file',
		name: 'xxe.docx',
		bytes: docxOf(
			`<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ${word}><w:body><w:tbl>${head}${row('1', '&x;', 'май', 'куратор')}</w:tbl></w:body></w:document>`
		)
	};
	const laughs = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('');
	yield {
		what: 'a billion laughs',
		name: 'laughs.docx',
		bytes: docxOf(
			`<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "ха">${laughs}]><w:document ${word}><w:body><w:p><w:r><w:t>&e12;</w:t></w:r></w:p></w:body></w:document>`
		)
	};
	yield { what: 'a PDF of pictures alone', name: 'scan.pdf', bytes: picturePdf() };
	yield {
		what: '500 tables one in another',
		name: 'nested.docx',
		bytes: docxWith(`${'<w:tbl><w:tr><w:tc>'.repeat(500)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(500)}`)
	};
	yield {
		what: '1,048,576 rows declared, two there',
		name: 'declared.xlsx',
		bytes: xlsxOf(
			'<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Мероприятие</t></is></c><c r="B1" t="inlineStr"><is><t>Срок</t></is></c><c r="C1" t="inlineStr"><is><t>Ответственный</t></is></c></row><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Проведение опроса</t></is></c><c r="B1048576" t="inlineStr"><is><t>май 2026 г.</t></is></c></row></sheetData></worksheet>'
		)
	};
	yield {
		what: 'a cell of 5 MB',
		name: 'cell.docx',
		bytes: docxWith(`<w:tbl>${head}${row('1', 'Провести опрос '.repeat(200_000), 'май', 'куратор')}</w:tbl>`)
	};
	yield { what: 'one line of 15 MB', name: 'line.txt', bytes: strToU8('провести опрос, '.repeat(550_000)) };
	yield { what: '50,000 rows by tabs', name: 'rows.txt', bytes: strToU8(manyRows(50_000, '\t')) };
	yield { what: '50,000 rows by semicolons', name: 'rows.csv', bytes: strToU8(manyRows(50_000, ';')) };
	yield {
		what: '50,000 rows of a document',
		name: 'rows.docx',
		bytes: docxWith(
			`<w:tbl>${head}${Array.from({ length: 50_000 }, (_, at) => row(String(at + 1), 'Проведение встречи', 'май', 'куратор')).join('')}</w:tbl>`
		)
	};
	yield {
		what: '50,000 cells on lines',
		name: 'cells.txt',
		bytes: strToU8(
			manyRows(12_500, '\t')
				.replaceAll('\t', '\n\t')
				.replaceAll(/^(?=[^\t])/gm, '\t')
		)
	};
	yield {
		what: '20,000 lines with no table',
		name: 'lone.txt',
		bytes: strToU8(`№\nМероприятие\nСрок\nОтветственный\n${manyRows(5000, '\n')}`)
	};
	yield {
		what: 'a page of 200,000 tags never closed',
		name: 'tags.html',
		bytes: strToU8(`<!DOCTYPE html><html><body>${'<table><tr><td><div>'.repeat(50_000)}`)
	};
	yield {
		what: 'brackets and quotes without end',
		name: 'quotes.csv',
		bytes: strToU8(`Мероприятие;Срок;Ответственный\n${'"((«'.repeat(500_000)}`)
	};
	yield {
		what: 'rich text 100,000 braces deep',
		name: 'deep.rtf',
		bytes: strToU8(`{\\rtf1${'{\\b '.repeat(100_000)}`)
	};
	yield { what: 'an odd name', name: '‮xcod.план ; $(id) \' " 🙂.docx', bytes: whole };
}

/** Spaces pack a thousandfold; the size written in the directory is made to lie. */
function bomb() {
	const bytes = zipSync(
		{ 'word/document.xml': new Uint8Array(400_000_000).fill(32), '[Content_Types].xml': strToU8('<Types/>') },
		{ level: 6 }
	);
	const directory = Buffer.from(bytes).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
	const first = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
	for (const at of new Set([first, directory])) if (at >= 0) bytes.set([0x00, 0x10, 0, 0], at + 24);
	return bytes;
}

function picturePdf() {
	const objects = [
		'<</Type/Catalog/Pages 2 0 R>>',
		'<</Type/Pages/Kids[3 0 R]/Count 1>>',
		'<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>',
		'<</Length 27>>stream\n0 0 600 800 re 0.5 g f      \nendstream'
	];
	let pdf = '%PDF-1.4\n';
	const places = objects.map((object, index) => {
		const at = pdf.length;
		pdf += `${index + 1} 0 obj${object}endobj\n`;
		return at;
	});
	const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
	return strToU8(
		`${pdf}xref\n0 5\n0000000000 65535 f \n${table}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${pdf.length}\n%%EOF`
	);
}
