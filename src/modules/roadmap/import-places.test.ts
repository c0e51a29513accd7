import { beforeAll, expect, test } from 'vitest';
import { aReadingWorld, plain, type ReadingWorld, sendAndRead } from '../../../test/import-story';
import { aSchool, as } from '../../../test/stories';
import { invent } from '../../../test/understanding/invent';
import { layouts } from '../../../test/understanding/write/layouts';
import { pdfLayouts } from '../../../test/understanding/write/pdf/layouts';

let world: ReadingWorld;
beforeAll(async () => {
	world = await aReadingWorld();
});

const plan = invent(3);
const kinds = [
	'cells on lines',
	'rows by tabs, koi8-r',
	'rows by bars',
	'csv ;',
	'html, merged',
	'odt',
	'rtf'
] as const;
const files = [
	...kinds.map((kind) => [kind, layouts[kind](plan)] as const),
	...(['docx, split', 'xlsx, merged'] as const).map((kind) => [kind, layouts[kind](plan)] as const),
	...Object.entries(pdfLayouts).map(([kind, draw]) => [kind, draw(plan)] as const)
];

/** Letters and digits of what stands between the tags, without our own words beside it. */
const letters = (html: string) =>
	plain(html.replace(/<(a|span) class="(became|in-file|unseen|quiet|doubt)".*?<\/\1>/gs, '').replace(/<[^>]+>/g, ' '))
		.toLocaleLowerCase('ru')
		.replaceAll('ё', 'е')
		.replace(/^\s*[\d.]+\s+/, '')
		.replace(/[^а-яa-z\d]/g, '');

/** Every cell of «Что понято» that has words of the file: its words, and the address of their place. */
function* linkedCells(page: string) {
	for (const [, row = ''] of page.matchAll(/<tr id="a\d+">(.*?)<\/tr>/gs))
		for (const [, cell = ''] of row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)) {
			const [, more = '', place] = /class="in-file" href="[^"]*#(p(\d+))"/.exec(cell) ?? [];
			const also = (/data-more="([^"]*)"/.exec(cell)?.[1] ?? '').split(' ').filter(Boolean);
			const written = /<span class="written">(.*?)<\/span>/s.exec(cell)?.[1] ?? cell;
			if (place)
				yield { words: letters(written.split('<li>')[1] ?? written), places: [more, ...also.map((at) => `p${at}`)] };
		}
}

test.each(files)('%s: each cell leads to the very words it was read from', async (_, { name, bytes }) => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const path = await sendAndRead(world, school.curator, { name, content: bytes });
	const page = await (await vera.get(path)).text();
	const source = await (await vera.get(`${path}/source`)).text();
	const stands = new Map(
		[...source.matchAll(/<(td|p) id="(p\d+)"[^>]*>(.*?)<\/\1>/gs)].map(([, , id = '', html = '']) => [
			id,
			letters(html)
		])
	);
	const cells = [...linkedCells(page)];
	expect(cells.length).toBeGreaterThan(40);
	const astray = cells.filter(({ words, places }) => {
		const there = places.map((id) => stands.get(id) ?? '').join('');
		return there === '' || !(there.includes(words.slice(0, 25)) || words.includes(there));
	});
	expect(astray).toEqual([]);
});
