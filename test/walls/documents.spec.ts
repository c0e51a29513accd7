import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const pagesIn = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return pagesIn(path);
		return entry.name.endsWith('.md') ? [path] : [];
	});

/** Where the links and pictures of a page lead that are not on the net. */
const leadsOf = (page: string) =>
	[...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, to]) => to ?? '');

const pages = ['README.md', 'README.ru.md', ...pagesIn('docs')];

test('every link and picture of the documents leads to something', () => {
	const broken = pages.flatMap((page) =>
		leadsOf(page)
			.filter((to) => !existsSync(join(dirname(page), to)))
			.map((to) => `${page} → ${to}`)
	);
	expect(broken).toEqual([]);
});

test('the index of decisions names each record', () => {
	const records = readdirSync('docs/decisions').filter((name) => /^\d{4}-.*\.md$/.test(name));
	expect(leadsOf('docs/decisions/README.md').sort()).toEqual(records.sort());
});

test('the glossary has one English word per Russian term, each said once', () => {
	const rows = [...readFileSync('docs/glossary.md', 'utf8').matchAll(/^\| ([^|]+) \| ([^|]+) \| [^|]*\|$/gm)]
		.map(([, russian = '', english = '']) => ({ russian, english }))
		.filter(({ english }) => english !== 'in code');
	const repeated = (words: string[]) => words.filter((word, index) => words.indexOf(word) !== index);
	expect(rows.length).toBeGreaterThan(80);
	expect(repeated(rows.map(({ russian }) => russian))).toEqual([]);
	expect(repeated(rows.map(({ english }) => english))).toEqual([]);
});
