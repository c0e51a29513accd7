import { strToU8, zipSync } from 'fflate';
import { invent } from '../invent';
import { layouts } from '../write/layouts';
import { docxOf, docxWith, type HostileFile, head, odtOf, put32, row, wordSpace, zipRecords } from './make';

const plan = invent(4);
const activities = plan.truth.activities.length;

/** Zips that lie, burst, are locked, or hold more than a document should. */
export function* archives(): Generator<HostileFile> {
	const whole = layouts.docx(plan).bytes;
	yield {
		what: 'a document cut in half',
		name: 'cut.docx',
		bytes: whole.slice(0, whole.length >> 1),
		ends: 'sentence'
	};
	yield { what: 'a document without its last byte', name: 'last.docx', bytes: whole.slice(0, -1), ends: 'either' };
	yield { what: 'a bomb: 400 MB of spaces, its size a lie', name: 'bomb.docx', bytes: lyingBomb(), ends: 'sentence' };
	yield {
		what: 'a bomb in a workbook',
		name: 'bomb.xlsx',
		bytes: zipSync({
			'xl/workbook.xml': strToU8('<workbook/>'),
			'xl/worksheets/sheet1.xml': new Uint8Array(150_000_000)
		}),
		ends: 'sentence'
	};
	const inner = zipSync({ 'inner.zip': zipSync({ 'word/document.xml': new Uint8Array(50_000_000) }) });
	yield {
		what: 'a bomb in a zip in a zip',
		name: 'nested.docx',
		bytes: zipSync({ 'plan.zip': inner }),
		ends: 'sentence'
	};
	yield {
		what: '40,000 entries',
		name: 'entries.docx',
		bytes: zipSync(
			Object.fromEntries(Array.from({ length: 40_000 }, (_, at) => [`word/media/${at}.png`, new Uint8Array(1)]))
		),
		ends: 'sentence'
	};
	yield {
		what: 'a size of 4 GB declared',
		name: 'declared.docx',
		bytes: declaring(whole, 0xfffffff0),
		ends: 'sentence'
	};
	yield { what: 'a size of nothing declared', name: 'nothing.docx', bytes: declaring(whole, 0), ends: 'sentence' };
	yield { what: 'one part listed 4,000 times', name: 'overlap.docx', bytes: listedOften(), ends: 'sentence' };
	yield { what: 'a zip locked with a password', name: 'locked-zip.docx', bytes: lockedZip(whole), ends: 'sentence' };
	yield {
		what: 'an .odt locked with a password',
		name: 'locked.odt',
		bytes: odtOf('', '<manifest><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>'),
		ends: 'sentence'
	};
	yield {
		what: 'a relationship that points outside',
		name: 'outside.docx',
		bytes: docxWith(`<w:tbl>${head}${row('1', 'Провести опрос', 'май', 'куратор')}</w:tbl><w:altChunk r:id="rId1"/>`, {
			'word/_rels/document.xml.rels': strToU8(
				'<Relationships><Relationship Id="rId1" Type="attachedTemplate" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="rId2" Type="image" Target="http://127.0.0.1:9/" TargetMode="External"/></Relationships>'
			)
		}),
		ends: 1
	};
	yield {
		what: 'macros',
		name: 'macros.docm',
		bytes: docxWith(`<w:tbl>${head}${row('1', 'Провести опрос', 'май', 'куратор')}</w:tbl>`, {
			'word/vbaProject.bin': strToU8('Sub AutoOpen() Shell "calc" End Sub')
		}),
		ends: 1
	};
	yield {
		what: 'parts named ../../ and /etc/',
		name: 'paths.docx',
		bytes: docxWith(`<w:tbl>${head}${row('1', 'Провести опрос', 'май', 'куратор')}</w:tbl>`, {
			'../../../evil': new Uint8Array(10),
			'/etc/cron.d/evil': new Uint8Array(10)
		}),
		ends: 1
	};
	yield {
		what: 'an entity that names another file',
		name: 'xxe.docx',
		bytes: docxOf(
			`<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ${wordSpace}><w:body><w:tbl>${head}${row('1', '&x;', 'май', 'куратор')}</w:tbl></w:body></w:document>`
		),
		ends: 'sentence'
	};
	const laughs = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('');
	yield {
		what: 'a billion laughs',
		name: 'laughs.docx',
		bytes: docxOf(
			`<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "ха">${laughs}]><w:document ${wordSpace}><w:body><w:p><w:r><w:t>&e12;</w:t></w:r></w:p></w:body></w:document>`
		),
		ends: 'sentence'
	};
	const odd = [
		'‮xcod.план ; $(id) \' " 🙂.docx',
		'-rf.docx',
		'--json.docx',
		'..\\..\\план%2f..%2f.docx',
		` ${'д'.repeat(110)}.docx`,
		'план\nплан\t.docx',
		'CON.docx'
	];
	for (const name of odd) yield { what: 'an odd name', name, bytes: whole, ends: activities };
}

/** Spaces pack a thousandfold; the size written in the directory is made to lie. */
function lyingBomb() {
	const bytes = zipSync({
		'word/document.xml': new Uint8Array(400_000_000).fill(32),
		'[Content_Types].xml': strToU8('<Types/>')
	});
	for (const at of zipRecords(bytes, 'directory')) put32(bytes, at + 24, 0x1000);
	return bytes;
}

function declaring(whole: Uint8Array, size: number) {
	const bytes = whole.slice();
	for (const at of zipRecords(bytes, 'directory')) put32(bytes, at + 24, size);
	return bytes;
}

/** Directory records that share one part of a megabyte: what is unpacked once is asked for again and again. */
function listedOften() {
	const bytes = zipSync({ 'word/document.xml': new Uint8Array(1_000_000).fill(32) });
	const [directory = 0] = zipRecords(bytes, 'directory');
	const end = Buffer.from(bytes).lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
	const record = bytes.subarray(directory, end);
	const records = Buffer.concat(Array.from({ length: 4_000 }, () => record));
	const tail = bytes.slice(end);
	new DataView(tail.buffer).setUint16(8, 4_000, true);
	new DataView(tail.buffer).setUint16(10, 4_000, true);
	put32(tail, 12, records.length);
	return new Uint8Array(Buffer.concat([bytes.subarray(0, directory), records, tail]));
}

/** The marks of a zip's own encryption, and contents nobody can unpack without its key. */
function lockedZip(whole: Uint8Array) {
	const bytes = whole.slice();
	for (const at of zipRecords(whole, 'part')) {
		bytes[at + 6] = 1;
		for (let byte = at + 60; byte < at + 160 && byte < bytes.length; byte++) bytes[byte] = (bytes[byte] ?? 0) ^ 0x5a;
	}
	for (const at of zipRecords(whole, 'directory')) bytes[at + 8] = 1;
	return bytes;
}
