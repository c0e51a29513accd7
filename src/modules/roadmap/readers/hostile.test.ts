import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fixtures } from '../engine/fixtures/all';
import { docx, renderings } from '../engine/fixtures/render';
import { Unreadable } from '../rules/understanding';
import { readRoadmap } from './read-roadmap';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const word = (body: string, before = '') =>
	zipSync({
		'word/document.xml': strToU8(
			`<?xml version="1.0"?>${before}<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`
		)
	});
const sheet = (xml: string) =>
	zipSync({
		'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="План" r:id="rId1"/></sheets></workbook>'),
		'xl/_rels/workbook.xml.rels': strToU8(
			'<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'
		),
		'xl/worksheets/sheet1.xml': strToU8(`<worksheet>${xml}</worksheet>`)
	});
const bytes = (...values: number[]) => Uint8Array.from(values);
const ole = (text: string) =>
	Uint8Array.from([
		0xd0,
		0xcf,
		0x11,
		0xe0,
		0xa1,
		0xb1,
		0x1a,
		0xe1,
		...new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer)
	]);
const good = docx(fixtures.gymnasium as never);

async function complaint(file: Uint8Array, name = 'план.docx') {
	const outcome = await readRoadmap(file, name).then(
		() => 'прочитан',
		(error: unknown) => error
	);
	expect(outcome).toBeInstanceOf(Unreadable);
	const sentence = (outcome as Error).message;
	expect(sentence).toMatch(/^[А-ЯЁ].{15,400}\.$/s);
	return sentence;
}

test.each([
	['an empty file', bytes(), /пуст/],
	['a document with a password', ole('Root Entry EncryptedPackage'), /паролем.*Снимите/],
	['an old Word document', ole('Root Entry WordDocument'), /\.docx/],
	['an old workbook', ole('Root Entry Workbook'), /\.xlsx/],
	['a photograph', bytes(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3), /картинка/],
	['a program called .docx', bytes(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0), /программа/],
	['a download cut short', good.subarray(0, good.length / 2), /не до конца/],
	['an archive with a document in it', zipSync({ 'план.docx': good }), /архив/],
	['slides', zipSync({ 'ppt/presentation.xml': strToU8('<p/>') }), /презентация/],
	['a document without a word', word('<w:p/>'), /нет текста/],
	['noise', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + index ** 2) % 32), /не читает/]
])('%s gets its own sentence', async (_, file, says) => {
	expect(await complaint(file)).toMatch(says);
});

test('a zip bomb is refused before it is unpacked', async () => {
	const bomb = zipSync({ 'word/document.xml': new Uint8Array(120 * 1024 * 1024) }, { level: 9 });
	expect(bomb.length).toBeLessThan(1024 * 1024);
	expect(await complaint(bomb)).toMatch(/распаковывается/);
});

test('an archive of very many parts is refused', async () => {
	const many = Object.fromEntries(Array.from({ length: 6000 }, (_, index) => [`part${index}`, bytes(1)]));
	expect(await complaint(zipSync(many, { level: 0 }))).toMatch(/небезопасно/);
});

test('entities are never expanded: neither a file of ours nor a billion laughs', async () => {
	const reaching = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
	const laughing = '<!DOCTYPE d [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;&a;">]>';
	for (const before of [reaching, laughing])
		expect(await complaint(word('<w:p><w:r><w:t>&x;</w:t></w:r></w:p>', before))).toMatch(/DOCTYPE/);
});

test('five hundred tables one in another end in a sentence', async () => {
	const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(500)}<w:p><w:r><w:t>дно</w:t></w:r></w:p>${'</w:tc></w:tr></w:tbl>'.repeat(500)}`;
	expect(await complaint(word(deep))).toMatch(/вложены/);
});

test('a sheet that declares a million rows and holds two is read at once', async () => {
	const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
	const head = ['Мероприятие', 'Срок', 'Ответственный'].map((text, index) => cell(`${'ABC'[index]}1`, text)).join('');
	const last = ['Круглый стол наставников', 'май 2026', 'завуч']
		.map((text, index) => cell(`${'ABC'[index]}1048576`, text))
		.join('');
	const file = sheet(
		`<dimension ref="A1:XFD1048576"/><sheetData><row r="1">${head}</row><row r="1048576">${last}</row></sheetData><mergeCells><mergeCell ref="A2:XFD1048575"/></mergeCells>`
	);
	const found = await readRoadmap(file, 'план.xlsx');
	expect(found.activities.map(({ title }) => title)).toEqual(['Круглый стол наставников']);
});

test('a cell of five megabytes ends in a sentence', async () => {
	expect(
		await complaint(
			word(
				`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>${'наставник '.repeat(500_000)}</w:t></w:r></w:p></w:tc><w:tc/></w:tr></w:tbl>`
			)
		)
	).toMatch(/слишком велика/);
});

test('whatever happens to a file on its way, there is a result or a sentence', async () => {
	const files = Object.values(renderings).flatMap((render) =>
		Object.values(fixtures).map((fixture) => render(fixture))
	);
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...files),
			fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
			fc.nat(),
			async ({ name, bytes: whole }, spots, cut) => {
				const spoiled = whole.slice(0, cut % 5 === 0 ? cut % whole.length : whole.length);
				for (const [at, value] of spots) if (spoiled.length) spoiled[at % spoiled.length] = value;
				await readRoadmap(spoiled, name).catch((error: unknown) => expect(error).toBeInstanceOf(Unreadable));
			}
		),
		{ numRuns: 300 }
	);
});

test('any text at all can be read without a fault', async () => {
	const words = fc.constantFrom(
		'№',
		'Мероприятие',
		'Срок',
		'Ответственный',
		'май',
		'1.',
		'-',
		'\t',
		'\n',
		'Этап 1.',
		'до 5 сентября',
		'Белов А.А.',
		'(',
		'»',
		';',
		' ',
		'',
		'в течение года'
	);
	await fc.assert(
		fc.asyncProperty(fc.array(words, { maxLength: 60 }), async (parts) => {
			await readRoadmap(strToU8(`план ${parts.join('')}`), 'план.txt').catch((error: unknown) =>
				expect(error).toBeInstanceOf(Unreadable)
			);
		}),
		{ numRuns: 500 }
	);
});
