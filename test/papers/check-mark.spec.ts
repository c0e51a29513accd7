import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleFields } from '../../src/modules/documents/engine/library/example';
import { openOwnTemplate } from '../../src/modules/documents/engine/library/own';
import { usualLayout } from '../../src/modules/documents/engine/library/source';
import { joinedPapers } from '../../src/modules/documents/engine/template/joined';
import { checkLink, newCheckCode, withCheckLink } from '../../src/modules/documents/rules/check-page';
import { ownTemplates } from '../../src/modules/documents/rules/library/templates';
import { greyOf, readQr } from '../qr-reader';

const run = promisify(execFile);
const dots = 300; // an inch, as a telephone sees a printed sheet
const inch = 25.4;
let folder = '';
const links = Array.from({ length: 6 }, () => checkLink('https://nastavnik.school-5.ru', newCheckCode()));
const template = openOwnTemplate('pairing-order', { ...usualLayout, check: true });
const paper = (link: string | null, lines = 8) => {
	const fields = exampleFields(ownTemplates['pairing-order'].fields, lines);
	return template.render(withCheckLink(fields, link ?? ''));
};

/** What stands at the foot of a page, beside the margin: the code and nothing else. */
async function codeOn(name: string, page: number) {
	const at = (millimetres: number) => String(Math.round((millimetres * dots) / inch));
	const area = ['-x', at(25), '-y', at(255), '-W', at(28), '-H', at(40)];
	const out = join(folder, `${name}-${page}`);
	const pages = ['-f', String(page), '-l', String(page), '-singlefile'];
	await run('pdftoppm', ['-gray', '-r', String(dots), ...area, ...pages, join(folder, `${name}.pdf`), out]);
	return greyOf(await readFile(`${out}.pgm`));
}
const wordsOn = async (name: string, page: number) =>
	(await run('pdftotext', ['-layout', '-f', String(page), '-l', String(page), join(folder, `${name}.pdf`), '-']))
		.stdout;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'check-mark-'));
	const files = {
		...Object.fromEntries(links.map((link, at) => [`paper-${at}`, paper(link)])),
		without: paper(null),
		joined: joinedPapers([paper(links[0] ?? ''), paper(links[1] ?? ''), paper(null)])
	};
	for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, `${name}.docx`), bytes);
	const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
	const all = Object.keys(files).map((name) => join(folder, `${name}.docx`));
	await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...all]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(links.map((_, at) => at))('a printed order says its own address when it is looked at (%i)', async (at) => {
	expect(readQr(await codeOn(`paper-${at}`, 1))).toBe(links[at]);
	expect((await wordsOn(`paper-${at}`, 1)).replace(/\s+/g, '')).toContain(links[at]);
	expect(await wordsOn(`paper-${at}`, 2)).not.toContain('/check/');
});

test('an order without a page of its own has nothing at its foot', async () => {
	const picturesIn = async (name: string) => (await run('pdfimages', ['-list', join(folder, `${name}.pdf`)])).stdout;
	expect((await picturesIn('without')).trim().split('\n')).toHaveLength(2); // the heading of the list
	expect((await picturesIn('paper-0')).trim().split('\n').length).toBeGreaterThan(2);
	expect(await wordsOn('without', 1)).not.toContain('проверить');
});

test('papers joined to be printed keep each its own code, on its first page alone; the next are numbered from 2', async () => {
	const sections = new TextDecoder()
		.decode(unzipSync(await readFile(join(folder, 'joined.docx')))['word/document.xml'])
		.match(/<w:type w:val="\w+"/g);
	expect(sections).toEqual(Array.from({ length: 3 }, () => '<w:type w:val="nextPage"'));
	const { stdout } = await run('pdfinfo', [join(folder, 'joined.pdf')]);
	const count = Number(/Pages:\s+(\d+)/.exec(stdout)?.[1]);
	const found: string[] = [];
	let [orders, place] = [0, 0];
	for (let page = 1; page <= count; page++) {
		const words = await wordsOn('joined', page);
		const first = /^\s*ПРИКАЗ\s*$/m.test(words);
		place = first ? 1 : place + 1;
		if (first) orders++;
		else expect(words.trim().split('\n')[0]?.trim(), `page ${page} of the file`).toBe(String(place));
		expect(words.includes('/check/'), `the address on page ${page} of the file`).toBe(first && orders < 3);
		if (first && orders < 3) found.push(readQr(await codeOn('joined', page)));
	}
	expect(orders).toBe(3);
	expect(count).toBeGreaterThanOrEqual(6);
	expect(found).toEqual(links.slice(0, 2));
});
