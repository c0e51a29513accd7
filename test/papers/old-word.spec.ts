import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Block } from '../../src/modules/roadmap/engine/grid';
import { readDoc } from '../../src/modules/roadmap/readers/doc/read-doc';
import { readRoadmap } from '../../src/modules/roadmap/readers/read-roadmap';
import { Unreadable } from '../../src/modules/roadmap/rules/understanding';

const run = promisify(execFile);
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const kinds = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const p = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const tc = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (columns: number, ...rows: string[]) =>
	`<w:tbl><w:tblGrid>${'<w:gridCol w:w="1800"/>'.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl>`;
const list = (id: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const level = (at: number, format: string, text: string) =>
	`<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const use = (id: number, kind: number) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${kind}"/></w:num>`;
const start = '<w:vMerge w:val="restart"/>';
const under = '<w:vMerge/>';
const by = 'w:id="1" w:author="Белова" w:date="2025-09-01T00:00:00Z"';

const body = [
	p('План мероприятий по наставничеству на 2025-2026 учебный год'),
	p('пунктом стиля', '<w:pStyle w:val="bullets"/>'),
	p('буквой', list(7)),
	`<w:p><w:r><w:t>Составила</w:t></w:r><w:del ${by}><w:r><w:t>: Орлова</w:t></w:r></w:del><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>: Белова</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:br/><w:t>завуч</w:t></w:r></w:p>`,
	tbl(
		5,
		tr(...['№', 'Этап', 'Мероприятия', 'Срок', 'Ответственный'].map((text) => tc(p(text)))),
		tr(
			tc(p('', list(5)), start),
			tc(p('Начало'), start),
			tc(p('Опрос учителей', list(6)) + p('Собеседование с наставниками', list(6))),
			tc(p('сентябрь'), start),
			tc(p('завуч'))
		),
		tr(
			tc(p(''), under),
			tc(p(''), under),
			tc(p('Приказ о закреплении') + p('наставнических пар')),
			tc(p(''), under),
			tc(p('директор'))
		),
		tr(tc(p('Раздел для всех'), '<w:gridSpan w:val="5"/>')),
		tr(
			tc(p('', list(5))),
			tc(p('Конец')),
			tc(p('Круглый стол'), '<w:gridSpan w:val="2"/>'),
			tc(p('завуч') + tbl(2, tr(tc(p('и')), tc(p('психолог')))) + p(''))
		)
	),
	p('После таблицы')
].join('');

const part = (name: string, inner: string) => strToU8(`<w:${name} ${word}>${inner}</w:${name}>`);
const override = (name: string, kind: string) =>
	`<Override PartName="/word/${name}.xml" ContentType="${kinds}.${kind}+xml"/>`;
const related = (id: string, kind: string, target: string) =>
	`<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
const relations = (inner: string) =>
	strToU8(`<Relationships xmlns="${packages}/relationships">${inner}</Relationships>`);
const source = zipSync({
	'[Content_Types].xml': strToU8(
		`<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('document', 'document.main')}${override('numbering', 'numbering')}${override('styles', 'styles')}</Types>`
	),
	'_rels/.rels': relations(related('r1', 'officeDocument', 'word/document.xml')),
	'word/_rels/document.xml.rels': relations(
		related('r1', 'numbering', 'numbering.xml') + related('r2', 'styles', 'styles.xml')
	),
	'word/document.xml': part('document', `<w:body>${body}</w:body>`),
	'word/numbering.xml': part(
		'numbering',
		abstract(1, level(0, 'decimal', '%1.')) +
			abstract(2, level(0, 'bullet', '•')) +
			abstract(3, level(0, 'russianLower', '%1)')) +
			use(5, 1) +
			use(6, 2) +
			use(7, 3)
	),
	'word/styles.xml': part(
		'styles',
		`<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="bullets"><w:name w:val="List Bullet"/><w:basedOn w:val="a"/><w:pPr>${list(6)}</w:pPr></w:style>`
	)
});

let folder = '';
let file = new Uint8Array();
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'nastavnik-old-word-'));
	const path = join(folder, 'план.docx');
	await writeFile(path, source);
	const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
	await run('soffice', [profile, '--headless', '--convert-to', 'doc', '--outdir', folder, path]);
	file = new Uint8Array(await readFile(join(folder, 'план.doc')));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const drawn = (block: Block) =>
	block.kind === 'paragraph'
		? [block.line.marker, block.line.text].filter(Boolean).join(' ')
		: block.rows.map(({ cells }) =>
				cells
					.map(({ lines, merged }) =>
						merged ? `(${merged})` : lines.map(({ marker, text }) => `${marker ?? ''}${text}`).join(' / ')
					)
					.join(' | ')
			);

test('an old Word document keeps merged cells, lists, paragraphs within cells; deleted words and field codes go', () => {
	expect(readDoc(file).blocks.map(drawn)).toEqual([
		'План мероприятий по наставничеству на 2025-2026 учебный год',
		'• пунктом стиля',
		'а) буквой',
		'Составила: Белова',
		'завуч',
		[
			'№ | Этап | Мероприятия | Срок | Ответственный',
			'1. | Начало | •Опрос учителей / •Собеседование с наставниками | сентябрь | завуч',
			'(above) | (above) | Приказ о закреплении / наставнических пар | (above) | директор',
			'Раздел для всех | (left) | (left) | (left) | (left)',
			'2. | Конец | Круглый стол | (left) | завуч / и психолог'
		],
		'После таблицы'
	]);
});

/** The head of the document within its file: it begins a sector. */
const head = () => {
	for (let at = 512; at < file.length; at += 512) if (file[at] === 0xec && file[at + 1] === 0xa5) return at;
	throw new Error('no head');
};
const spoiled = (at: number, change: (byte: number) => number) =>
	file.map((byte, index) => (index === at ? change(byte) : byte));

const renamed = (from: string, to: string) => {
	const copy = Buffer.from(file);
	copy.write(to, copy.indexOf(from, 0, 'utf16le'), 'utf16le');
	return new Uint8Array(copy);
};

test.each([
	['locked with a password', () => spoiled(head() + 11, (byte) => byte | 1), /защищён паролем/],
	['of Word 95', () => spoiled(head() + 3, () => 0), /Word 95/],
	['that says it is a workbook', () => renamed('WordDocument', 'Workbook\0\0\0\0'), /Excel.*\.xlsx/],
	['cut short', () => file.subarray(0, file.length / 4), /\.docx/]
])('an old Word document %s gets its own sentence', async (_, broken, says) => {
	await expect(readRoadmap(broken(), 'план.doc')).rejects.toThrow(says);
	await expect(readRoadmap(broken(), 'план.doc')).rejects.toBeInstanceOf(Unreadable);
});

test('whatever happens to an old Word document on its way, there is a result or a sentence', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 40 }),
			fc.nat(),
			async (spots, cut) => {
				const broken = file.slice(0, cut % 4 === 0 ? cut % file.length : file.length);
				for (const [at, value] of spots) if (broken.length) broken[at % broken.length] = value;
				await readRoadmap(broken, 'план.doc').catch((error: unknown) => expect(error).toBeInstanceOf(Unreadable));
			}
		),
		{ numRuns: 300 }
	);
});
