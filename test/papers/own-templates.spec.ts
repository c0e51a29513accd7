import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleFields } from '../../src/modules/documents/engine/library/example';
import { openOwnTemplate } from '../../src/modules/documents/engine/library/own';
import { usualLayout } from '../../src/modules/documents/engine/library/source';
import { ownTemplateCodes, ownTemplates } from '../../src/modules/documents/rules/library/templates';

const run = promisify(execFile);
let folder = '';
const pages = new Map<string, string[]>();

/** As LibreOffice lays them out: many pairs, so that tables go over the page. */
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'own-templates-'));
	const made: string[] = [];
	for (const code of ownTemplateCodes)
		for (const [name, lines, size] of [
			['few', 2, 13],
			['many', 24, 13],
			['large', 5, 14]
		] as const) {
			const path = join(folder, `${code}-${name}.docx`);
			const paper = openOwnTemplate(code, { ...usualLayout, size }).render(
				exampleFields(ownTemplates[code].fields, lines)
			);
			await writeFile(path, paper);
			made.push(path);
		}
	const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
	await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...made]);
	for (const path of made) {
		const { stdout } = await run('pdftotext', ['-layout', path.replace('.docx', '.pdf'), '-']);
		pages.set(path.slice(folder.length + 1, -'.docx'.length), stdout.split('\f').slice(0, -1));
	}
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const all = ownTemplateCodes.flatMap((code) => ['few', 'many', 'large'].map((name) => `${code}-${name}`));

test.each(all)('%s: pages are numbered from the second; the signature never stands alone', (name) => {
	const sheets = pages.get(name) ?? [];
	expect(sheets.length).toBeGreaterThan(0);
	for (const [at, sheet] of sheets.entries()) {
		const lines = sheet
			.split('\n')
			.map((line) => line.trim())
			.filter(Boolean);
		if (at === 0) expect(lines[0]).not.toBe('1');
		else expect(lines[0]).toBe(String(at + 1));
		const signed = lines.findIndex((line) => /_{8}\s+\S\.\s?\S\. \S+$/.test(line));
		// the number of the page and a line of the text stand above
		if (signed >= 0) expect(signed, `${name}, лист ${at + 1}`).toBeGreaterThan(at === 0 ? 0 : 1);
	}
});

test('a table that goes over the page repeats its heading there', () => {
	const sheets = pages.get('pairing-order-many') ?? [];
	const withRows = sheets.filter((sheet) => sheet.includes('Кравец Любовь'));
	expect(withRows.length).toBeGreaterThan(1);
	for (const sheet of withRows) expect(sheet).toContain('Основание');
});

test.each(['commission-minutes', 'council-minutes', 'programme'])(
	'%s: those who sign one under another stand on one page, with words above them',
	(code) => {
		for (const name of ['few', 'large']) {
			const sheets = pages.get(`${code}-${name}`) ?? [];
			const signed = sheets.filter((sheet) => /^\s*Кто\s+Подпись/m.test(sheet));
			expect(signed, `${code}-${name}`).toHaveLength(1);
			const above = signed[0]?.slice(0, signed[0].search(/^\s*Кто\s+Подпись/m)).split('\n') ?? [];
			expect(above.filter((line) => /\p{L}/u.test(line)).length, `${code}-${name}`).toBeGreaterThan(0);
		}
	}
);
