import { strToU8, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { aReadingWorld, idIn, plain, type ReadingWorld, sendAndRead } from '../../../test/import-story';
import { schoolPlan } from '../../../test/roadmaps';
import { aSchool, as } from '../../../test/stories';

let world: ReadingWorld;
beforeAll(async () => {
	world = await aReadingWorld();
});

const text = async (answer: Response | Promise<Response>) => plain(await (await answer).text());
const word = (body: string) =>
	strToU8(
		`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
	);
const paragraph = '<w:p><w:r><w:t>Издать приказ</w:t></w:r></w:p>';

/** A table in a cell of a table in a cell … as deep as asked. */
function nested(depth: number) {
	const [open, close] = ['<w:tbl><w:tr><w:tc>', '<w:p/></w:tc></w:tr></w:tbl>'];
	return open.repeat(depth) + paragraph + close.repeat(depth);
}

const laughs = () => {
	const levels = Array.from({ length: 10 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('');
	return zipSync({
		'[Content_Types].xml': strToU8('<Types/>'),
		'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="План" sheetId="1"/></sheets></workbook>'),
		'xl/worksheets/sheet1.xml': strToU8(
			`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ха">${levels}]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a10;</t></is></c></row></sheetData></worksheet>`
		)
	});
};

/** A heading of the old container that protected .docx files have, and nothing behind it. */
const ole = (stream: string) => {
	const bytes = new Uint8Array(4096);
	bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
	bytes.set(Buffer.from(stream, 'utf16le'), 1024);
	return bytes;
};

const program = () => {
	const bytes = new Uint8Array(100_000);
	for (let at = 0; at < bytes.length; at += 1) bytes[at] = (at * 7919) % 251;
	bytes.set([0x4d, 0x5a, 0x90, 0x00]);
	return bytes;
};

const good = () =>
	zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': word(paragraph.repeat(2000)) });

test.each([
	['a zip bomb', 'Бомба.docx', () => zipSync({ 'word/document.xml': new Uint8Array(150 * 1024 * 1024) })],
	['a billion laughs', 'Смех.xlsx', laughs],
	['tables in tables, 20 000 deep', 'Глубина.docx', () => zipSync({ 'word/document.xml': word(nested(20_000)) })],
	['a file cut in the middle', 'Обрыв.docx', () => good().slice(0, 600)],
	['a program under another name', 'План.docx', program],
	['a document with a password', 'Пароль.docx', () => ole('EncryptedPackage')],
	['20 MB of one word', 'Много.txt', () => strToU8('слово '.repeat(1_800_000))],
	['a table of a million columns', 'Ширина.csv', () => strToU8('а;'.repeat(1_000_000))],
	['a document without a plan', 'Письмо.txt', () => strToU8('Добрый день. Просим вас сообщить о готовности.')]
])(
	'%s ends with a sentence; the file stays, the server too',
	async (_, name, make) => {
		const school = await aSchool(world);
		const vera = as(world, school.curator);
		const path = await sendAndRead(world, school.curator, { name, content: make() });

		const page = await text(vera.get(path));
		expect(page).toContain('Файл не прочитан');
		const { failure, file_id } = await world.owner
			.selectFrom('roadmap_imports')
			.select(['failure', 'file_id'])
			.where('id', '=', idIn(path))
			.executeTakeFirstOrThrow();
		expect(failure).toMatch(/^[А-ЯЁ«].{20,}[.!?»]$/s);
		expect(failure).not.toMatch(/не справилась/);
		expect(page).toContain(failure);
		expect((await vera.get(`/files/${file_id}`)).status).toBe(200);

		const next = await sendAndRead(world, school.curator, { content: schoolPlan() });
		expect(await text(vera.get(next))).toContain('7 мероприятий');
	},
	90_000
);

test.each([
	['UTF-16 without its mark', Buffer.from(schoolPlan(), 'utf16le')],
	['UTF-8 with its mark', Buffer.from(`\ufeff${schoolPlan()}`)]
])('%s is read like any other text', async (_, content) => {
	const school = await aSchool(world);
	const path = await sendAndRead(world, school.curator, { content });
	expect(await text(as(world, school.curator).get(path))).toContain('7 мероприятий');
});
