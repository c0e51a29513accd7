import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fileName, type Paper, type Progress, papersInZip, unmadeName } from './archive';
import { p, seen, wordFile } from './fixtures/word-file';
import { openTemplate, type Template } from './template';

const { bytes, parts } = wordFile(p('{имя}'));
const { template } = openTemplate(parts, bytes) as { template: Template };

async function whole(
	papers: Iterable<Paper>,
	from: Pick<Template, 'render'> = template,
	onProgress?: (p: Progress) => void
) {
	const chunks: Uint8Array[] = [];
	for await (const chunk of papersInZip(from, papers, onProgress)) chunks.push(chunk);
	return Buffer.concat(chunks);
}

test('papers of one template in one archive, names once each', async () => {
	const zip = unzipSync(
		await whole([
			{ name: 'Согласие – Петрова.docx', fields: { имя: 'Анна' } },
			{ name: 'Согласие – Петрова.docx', fields: { имя: 'Вера' } },
			{ name: '../вне/Приказ: «О парах»?.docx', fields: { имя: 'Ольга' } }
		])
	);
	expect(Object.keys(zip)).toEqual([
		'Согласие – Петрова.docx',
		'Согласие – Петрова (2).docx',
		'вне/Приказ_ «О парах»_.docx'
	]);
	expect(Object.values(zip).map((paper) => seen(paper))).toEqual(['Анна', 'Вера', 'Ольга']);
});

test('the next paper is made only when the last was taken', async () => {
	let asked = 0;
	function* endless(): Generator<Paper> {
		for (;;) yield { name: `${++asked}.docx`, fields: { имя: 'а'.repeat(50) } };
	}
	const stream = papersInZip(template, endless());
	await stream.next();
	const first = asked;
	await new Promise((done) => setTimeout(done, 20));
	expect(asked).toBe(first);
	await stream.next();
	expect(asked).toBeGreaterThan(first);
	await stream.return(undefined);
});

test('what could not be made is told in the archive and stops nobody', async () => {
	const picky = {
		render: (fields: Paper['fields']) => {
			if (!fields.имя) throw new Error('не указано имя');
			return template.render(fields);
		}
	};
	let last: Progress | undefined;
	const zip = unzipSync(
		await whole(
			[
				{ name: 'а.docx', fields: {} },
				{ name: 'б.docx', fields: { имя: 'Анна' } }
			],
			picky,
			(progress) => {
				last = progress;
			}
		)
	);
	expect(Object.keys(zip)).toEqual(['б.docx', unmadeName]);
	expect(new TextDecoder().decode(zip[unmadeName])).toBe('а.docx: не указано имя\r\n');
	expect(last).toEqual({ made: 1, unmade: [{ name: 'а.docx', reason: 'не указано имя' }] });
});

test('an archive of more than 65,535 files is whole', async () => {
	function* many(): Generator<Paper> {
		for (let at = 0; at < 70_000; at++) yield { name: `${at}.txt`, fields: {} };
	}
	const zip = await whole(many(), { render: () => Buffer.from('да') });
	const end = zip.subarray(-22);
	expect(end.readUInt16LE(10)).toBe(0xffff);
	const long = zip.subarray(-98);
	expect(long.readUInt32LE(0)).toBe(0x06064b50);
	expect(long.readBigUInt64LE(32)).toBe(70_000n);
	const listAt = Number(long.readBigUInt64LE(48));
	expect(zip.readUInt32LE(listAt)).toBe(0x02014b50);
	expect(Object.keys(unzipSync(zip))).toHaveLength(70_000);
});

test('names a folder takes', () => {
	expect(fileName('01 Согласия/Петрова А. И..docx')).toBe('01 Согласия/Петрова А. И.docx');
	expect(fileName('/etc/../passwd')).toBe('etc/passwd');
});
