import { beforeAll, expect, test } from 'vitest';
import { aReadingWorld, fieldsOf, plain, type ReadingWorld, sendAndRead } from '../../../test/import-story';
import { schoolPlan } from '../../../test/roadmaps';
import { aSchool, as } from '../../../test/stories';
import { fixtures } from './engine/fixtures/all';
import { renderings } from './engine/fixtures/render';

let world: ReadingWorld;
beforeAll(async () => {
	world = await aReadingWorld();
});

const text = async (answer: Response | Promise<Response>) => plain(await (await answer).text());
const idsIn = (page: string) => new Set([...page.matchAll(/ id="([ps]?a?\d+)"/g)].map(([, id]) => id));

/** The invented plan as a page saved from a site. */
const saved = `<html><body><h1>Дорожная карта наставничества на 2026-2027 учебный год</h1><table>${schoolPlan()
	.split('\n')
	.slice(3)
	.filter(Boolean)
	.map(
		(row) =>
			`<tr>${row
				.split('\t')
				.map((cell) => `<td>${cell}</td>`)
				.join('')}</tr>`
	)
	.join('')}</table></body></html>`;

const village = Object.values(fixtures).slice(0, 2);
const files = [
	...village.flatMap((fixture, at) =>
		Object.entries(renderings).map(([kind, render]) => {
			const { name, bytes } = render(fixture);
			return [`plan ${at + 1}: ${kind}`, { name, content: bytes as string | Uint8Array }] as const;
		})
	),
	['a page of a site', { name: 'plan.html', content: saved as string | Uint8Array }] as const
];

test.each(files)(
	'%s: every understood field leads to its place in the file, every place back to its row',
	async (_, file) => {
		const school = await aSchool(world);
		const vera = as(world, school.curator);
		const path = await sendAndRead(world, school.curator, file);
		const page = await text(vera.get(path));
		const source = await text(vera.get(`${path}/source`));

		const places = [...page.matchAll(/\/source#(p\d+)"/g)].map(([, id]) => id as string);
		const rows = [...page.matchAll(/<tr id="a\d+"/g)].length;
		expect(rows).toBeGreaterThan(2);
		expect(places.length).toBeGreaterThanOrEqual(rows);
		expect(places.filter((id) => !idsIn(source).has(id))).toEqual([]);
		const back = [...source.matchAll(new RegExp(`href="${path}\\?at=([as]\\d+)#\\1"`, 'g'))].map(
			([, id]) => id as string
		);
		expect(back.length).toBeGreaterThanOrEqual(new Set(places).size);
		expect(back.filter((id) => !idsIn(page).has(id))).toEqual([]);
	}
);

test('what Вера split stands in the file under both its rows; what she removed is said to be', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const path = await sendAndRead(world, school.curator, { content: schoolPlan() });
	await vera.post(`${path}/activities/a2/splitting`, {
		...fieldsOf(await text(vera.get(`${path}/activities/a2`)), `${path}/activities/a2/splitting`),
		titles: 'Составить анкету\nПровести анкетирование'
	});
	await vera.post(`${path}/selection`, { act: 'remove', row: ['a7'] });
	const source = await text(vera.get(`${path}/source`));
	expect(source).toContain('2 и ещё 1 · мероприятие');
	expect(source).toContain('убрано из плана');
	expect(source).toContain('заголовок таблицы');
});

test('doubtful rows stand first and are counted as they are settled; the order of the file is one click away', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const path = await sendAndRead(world, school.curator, {
		content: schoolPlan().replace('декабрь, май', 'ближе к весне')
	});
	const order = (page: string) => [...page.matchAll(/<tr id="(a\d+)"/g)].map(([, key]) => key);
	const first = await text(vera.get(path));
	expect(first).toContain('Неясных 2, разобрано 0.');
	expect(order(first).slice(0, 3)).toEqual(['a1', 'a6', 'a2']);
	expect(order(await text(vera.get(`${path}?order=document`)))).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7']);

	const form = fieldsOf(await text(vera.get(`${path}/activities/a6`)), `${path}/activities/a6`);
	await vera.post(`${path}/activities/a6`, { ...form, deadline: 'март 2027' });
	expect(await text(vera.get(path))).toContain('Неясных 1, разобрано 1.');
});
