import { beforeAll, expect, test } from 'vitest';
import { aReadingWorld, fieldsOf, idIn, plain, type ReadingWorld, sendAndRead } from '../../../test/import-story';
import { costsTheSame, countingQueries } from '../../../test/queries';
import { aSchool, as } from '../../../test/stories';
import { rowsInPart } from './rules/row-order';
import { piecesInPart } from './rules/source-view';

/** A plan of so many rows in stages of a hundred; every two hundredth has a term that is not clear, the last row a term of other years. */
const planOf = (rows: number) =>
	[
		'Дорожная карта наставничества на 2026–2027 учебный год',
		'№\tМероприятие\tСрок\tОтветственный\tРезультат',
		...Array.from({ length: rows }, (_, at) => [
			...(at % 100 === 0 ? [`Этап ${at / 100 + 1}. Работа ${at / 100 + 1}-й сотни`] : []),
			`${at + 1}\tПровести занятие № ${at + 1}\t${at + 1 === rows ? 'октябрь 2019' : at % 200 === 150 ? 'ближе к весне' : 'октябрь'}\tКуратор\tПротокол ${at + 1}`
		]).flat()
	].join('\n');

let world: ReadingWorld;
let vera: ReturnType<typeof as>;
let school: Awaited<ReturnType<typeof aSchool>>;
let long: string;
beforeAll(async () => {
	world = await aReadingWorld();
	school = await aSchool(world);
	vera = as(world, school.curator);
	long = await sendAndRead(world, school.curator, { content: planOf(1200) });
});

const text = async (path: string) => plain(await (await vera.get(path)).text());
const keysOn = (page: string) => [...page.matchAll(/<tr id="(a\d+)"/g)].map(([, key]) => key ?? '');
/** The page an address opens, and what stands at its «#…» there. */
async function arrive(address: string) {
	const [path = '', id = ''] = address.split('#');
	const page = await text(path.startsWith('/') ? path : `${long}${path}`);
	return { page, there: page.includes(`id="${id}"`) };
}
/** How the file stands on «Что понято»: in its order, part by part. */
const part = (number: number) => text(`${long}?order=document&page=${number}`);

test('a plan of 1200 rows stands in three parts, each row once, whichever order is asked for', async () => {
	for (const order of ['', '&order=document']) {
		const parts = await Promise.all([1, 2, 3].map((page) => text(`${long}?page=${page}${order}`)));
		const keys = parts.map(keysOn);
		expect(keys.map(({ length }) => length)).toEqual([rowsInPart, rowsInPart, 200]);
		expect(new Set(keys.flat()).size).toBe(1200);
	}
	expect(keysOn(await text(long)).slice(0, 6)).toEqual(['a151', 'a351', 'a551', 'a751', 'a951', 'a1151']);
});

test('a remark, a doubt and a stage of the contents lead to the part where they stand', async () => {
	const page = await part(1);
	const remark = page.slice(page.indexOf('Замечания к самому плану'));
	const links = [
		/<a href="([^"]*#a1200)"/.exec(remark)?.[1],
		/<a href="([^"]*#a1151)"/.exec(page)?.[1],
		/<a href="([^"]*#s12)"/.exec(page)?.[1]
	];
	for (const link of links) {
		expect(link).toContain('?at=');
		expect(await arrive(link ?? '')).toMatchObject({ there: true });
	}
	expect(/<a href="([^"]*#a151)"/.exec(page)?.[1]).toBe('#a151'); // it stands here
});

test('the file stands in parts too: each place leads to its row, each row to its place', async () => {
	const page = await part(3);
	const [, address = ''] = /href="([^"]*\/source[^"]*#p\d+)"[^>]*>(?:(?!<\/tr>).)*занятие № 1200 /s.exec(page) ?? [];
	const [, way = ''] = [...page.matchAll(/class="in-file" href="([^"]*)"/g)].at(-1) ?? [];
	for (const link of [address || way, way]) {
		expect(link).toContain(`?part=${Math.floor(Number(link.split('#p')[1]) / piecesInPart) + 1}#`);
		expect(await arrive(link)).toMatchObject({ there: true });
	}
	const source = await text(way.split('#')[0] ?? '');
	const back = [...source.matchAll(/class="became" href="([^"]*)"/g)].at(-1)?.[1] ?? '';
	expect(back).toContain('#a1200');
	expect(await arrive(back)).toMatchObject({ there: true });
});

test('after each kind of correction, and after each undo, one stands before the row', async () => {
	const row = `${long}/activities/a1100`;
	const form = async (of: string) => fieldsOf(await text(of), of);
	const acts: [string, Record<string, string | readonly string[]>][] = [
		[row, { ...(await form(row)), title: 'Провести открытый урок' }],
		[row, { ...(await form(`${row}`)), order: 'document', title: 'Провести открытый урок ещё раз', version: '999' }],
		[`${row}/splitting`, { version: '999', titles: 'Провести занятие\nОбсудить занятие' }],
		[`${row}/merging`, {}],
		[`${long}/selection`, { act: 'merge', row: ['a1180', 'a1181'] }],
		[`${long}/selection`, { act: 'move', row: ['a1150', 'a1151'], stage: 's2' }],
		[`${long}/stages`, { row: 'a1190', stageTitle: 'Итоги' }],
		[`${long}/stages/s12`, { ...(await form(`${long}/stages/s12`)), title: 'Последняя сотня' }]
	];
	for (const [path, fields] of acts) {
		const answer = await vera.post(path, fields);
		expect(answer.status, path).toBe(303);
		const { page, there } = await arrive(answer.headers.get('location') ?? '');
		expect({ path, there, undo: page.includes('/undoing"') }).toEqual({ path, there: true, undo: true });
		const undone = await vera.post(`${long}/undoing`);
		const back = await arrive(undone.headers.get('location') ?? '');
		expect({ path, there: back.there, said: back.page.includes('Исправление отменено') }).toEqual({
			path,
			there: true,
			said: true
		});
	}
	await vera.post(`${long}/selection`, { act: 'remove', row: 'a1100' });
	const undone = await vera.post(`${long}/undoing`);
	expect(undone.headers.get('location')).toContain('#a1100');
	expect(await arrive(undone.headers.get('location') ?? '')).toMatchObject({ there: true });
});

test('a part that is not there is the nearest one; a made-up row leads to the first', async () => {
	expect(keysOn(await text(`${long}?page=99`))).toHaveLength(200);
	expect(keysOn(await text(`${long}?page=x`))).toHaveLength(rowsInPart);
	expect(keysOn(await text(`${long}?at=a99999`))[0]).toBe('a151');
	expect((await vera.get(`${long}/source?part=9999`)).status).toBe(404);
});

test('a page of a part costs as many queries as a plan of fifty rows, and not more than its rows are worth', async () => {
	const short = await sendAndRead(world, school.curator, { content: planOf(50) });
	const pages = countingQueries(world, school.curator);
	await costsTheSame(pages, short, long);
	await costsTheSame(pages, `${short}/source`, `${long}/source?part=2`);

	const size = async (path: string) => (await (await vera.get(path)).arrayBuffer()).byteLength;
	const [one, many] = [await size(short), await size(`${long}?page=1`)];
	expect(many).toBeLessThan((one * rowsInPart) / 50);
	expect(await size(`${long}?page=1`)).toBeLessThan(2_000_000);
	expect(idIn(long)).not.toBe('');
});
