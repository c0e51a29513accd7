import { strToU8 } from 'fflate';
import { randomFrom } from '../random';
import { docxWith, type HostileFile, head, put32, row, xlsxOf } from './make';

const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Files that are not what they are called, that are locked, or whose insides go round in circles. */
export function* papers(): Generator<HostileFile> {
	const random = randomFrom(1);
	const noise = Uint8Array.from({ length: 200_000 }, () => random.upTo(256));
	yield { what: 'nothing in it', name: 'empty.docx', bytes: new Uint8Array(), ends: 'sentence' };
	yield { what: 'one byte', name: 'byte.docx', bytes: new Uint8Array([80]), ends: 'either' };
	yield { what: 'noise', name: 'noise.docx', bytes: noise, ends: 'sentence' };
	yield {
		what: 'a program named .docx',
		name: 'program.docx',
		bytes: new Uint8Array([0x4d, 0x5a, ...noise.subarray(0, 5000)]),
		ends: 'sentence'
	};
	for (const name of ['locked.docx', 'locked.xlsx']) {
		const locked = new Uint8Array(20_000);
		locked.set(ole);
		locked.set(new Uint8Array(Buffer.from('EncryptedPackage', 'utf16le')), 1024);
		yield { what: `${name.slice(-5)} locked with a password`, name, bytes: locked, ends: 'sentence' };
	}
	yield {
		what: 'a .doc whose chain of sectors is a circle',
		name: 'circle.doc',
		bytes: circularDoc(),
		ends: 'sentence'
	};
	yield { what: 'a .doc of a header alone', name: 'header.doc', bytes: circularDoc().slice(0, 512), ends: 'sentence' };
	yield { what: 'a PDF of pictures alone', name: 'scan.pdf', bytes: pdf(''), ends: 'sentence' };
	yield {
		what: 'a PDF locked with a password',
		name: 'locked.pdf',
		bytes: pdf(
			`/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>/ID[<00><00>]`
		),
		ends: 'sentence'
	};
	yield {
		what: 'a PDF whose pages hold themselves',
		name: 'circle.pdf',
		bytes: pdf('', '/Kids[2 0 R]/Count 1'),
		ends: 'sentence'
	};
	yield {
		what: '500 tables one in another',
		name: 'nested.docx',
		bytes: docxWith(`${'<w:tbl><w:tr><w:tc>'.repeat(500)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(500)}`),
		ends: 'sentence'
	};
	yield {
		what: '1,048,576 rows declared, two there',
		name: 'declared.xlsx',
		bytes: xlsxOf(
			'<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Мероприятие</t></is></c><c r="B1" t="inlineStr"><is><t>Срок</t></is></c><c r="C1" t="inlineStr"><is><t>Ответственный</t></is></c></row><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Проведение опроса</t></is></c><c r="B1048576" t="inlineStr"><is><t>май 2026 г.</t></is></c></row></sheetData></worksheet>'
		),
		ends: 1
	};
	yield {
		what: 'a cell of 5 MB',
		name: 'cell.docx',
		bytes: docxWith(`<w:tbl>${head}${row('1', 'Провести опрос '.repeat(200_000), 'май', 'куратор')}</w:tbl>`),
		ends: 'sentence'
	};
	yield {
		what: 'rich text 100,000 braces deep',
		name: 'deep.rtf',
		bytes: strToU8(`{\\rtf1${'{\\b '.repeat(100_000)}`),
		ends: 'sentence'
	};
	for (const length of ['999999999', '-5', '40'])
		yield {
			what: `rich text with \\bin${length}`,
			name: 'bin.rtf',
			bytes: strToU8(`{\\rtf1{\\pict\\bin${length} {{{\\\\}\\par \\trowd\\cellx1 \\intbl Plan\\cell\\row}`),
			ends: 'either'
		};
	yield {
		what: 'a page of 200,000 tags never closed',
		name: 'tags.html',
		bytes: strToU8(`<!DOCTYPE html><html><body>${'<table><tr><td><div>'.repeat(50_000)}`),
		ends: 'sentence'
	};
	yield {
		what: 'a page 300,000 elements deep',
		name: 'deep.html',
		bytes: strToU8(`<!DOCTYPE html><html><body>${'<b><i><span>'.repeat(100_000)}план`),
		ends: 'either'
	};
	yield {
		what: 'cells that reach over a billion columns and rows',
		name: 'reach.html',
		bytes: strToU8(
			`<!DOCTYPE html><table>${'<tr><td colspan="999999999" rowspan="999999999">Мероприятие<td rowspan="1e9">Срок</tr>'.repeat(300)}</table>`
		),
		ends: 'either'
	};
}

/** An old Office file [MS-CFB] whose directory's chain of sectors points at itself. */
function circularDoc() {
	const bytes = new Uint8Array(512 * 3);
	bytes.set(ole);
	bytes.set([9, 0, 6, 0], 30);
	put32(bytes, 44, 1);
	put32(bytes, 48, 1);
	put32(bytes, 56, 4096);
	put32(bytes, 60, 0xfffffffe);
	put32(bytes, 68, 0xfffffffe);
	for (let at = 80; at < 512; at += 4) put32(bytes, at, 0xffffffff);
	put32(bytes, 512, 0xfffffffd);
	put32(bytes, 516, 1);
	bytes.set(new Uint8Array(Buffer.from('WordDocument', 'utf16le')), 1024);
	return bytes;
}

/** A page with a grey field and no letter on it. */
function pdf(trailer: string, pages = '/Kids[3 0 R]/Count 1') {
	const objects = [
		'<</Type/Catalog/Pages 2 0 R>>',
		`<</Type/Pages${pages}>>`,
		'<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>',
		'<</Length 27>>stream\n0 0 600 800 re 0.5 g f      \nendstream'
	];
	let text = '%PDF-1.4\n';
	const places = objects.map((object, index) => {
		const at = text.length;
		text += `${index + 1} 0 obj${object}endobj\n`;
		return at;
	});
	const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
	return strToU8(
		`${text}xref\n0 5\n0000000000 65535 f \n${table}trailer<</Size 5/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF`
	);
}
