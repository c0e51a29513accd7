import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { aPair, asFile, registration } from '../../../test/document-story';
import { addressIn, textOf } from '../../../test/event-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { seen } from './engine/template/fixtures/word-file';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

test('Вера takes what the list shows as one archive: files by number and day, and what is missing; its weight is said to the byte', async () => {
	const school = await aSchool(world, { name: 'Школа архивов' });
	const vera = as(world, school.curator);
	expect((await vera.get('/documents/made/archive.zip')).headers.get('location')).toBe('/documents/made');
	await aPair(vera, school, { orderNumber: '', signedOn: '' });
	const order = addressIn(await vera.post('/documents/pairing-order/making', {}));
	await vera.post('/documents/mentor-consent/making', {});
	await vera.post(`${order}/registration`, registration());
	const film = new Uint8Array(2_500_000).map((_, at) => at % 251); // three pieces of the store
	await vera.post(`${order}/files`, { kind: 'scan', signs: '', file: asFile(film, 'Приказ.pdf') });
	await vera.post(`${order}/files`, { kind: 'scan', signs: '', file: asFile(film.subarray(1), 'Лист 2.pdf') });

	const answer = await vera.get('/documents/made/archive.zip');
	const bytes = new Uint8Array(await answer.arrayBuffer());
	expect(answer.headers.get('content-length')).toBe(String(bytes.length));
	const files = unzipSync(bytes);
	const called = '2026-09-05 № 16-1-О Приказ о закреплении наставнических пар (групп)';
	expect(Object.keys(files)).toEqual([
		'Чего не хватает.txt',
		`${called}.docx`,
		`${called} – скан.pdf`,
		`${called} – скан (2).pdf`,
		'Без номера – Согласие наставника – Белова Анна Сергеевна.docx'
	]);
	expect(Buffer.from(files[`${called} – скан.pdf`] ?? []).equals(film)).toBe(true);
	expect(seen(files[`${called}.docx`] ?? new Uint8Array())).toMatch(/№\s16\/1.О/);
	expect(Buffer.from(files['Чего не хватает.txt'] ?? []).toString()).toBe(
		'Согласие наставника – Белова Анна Сергеевна: нет номера и даты и скана подписанного\r\n'
	);
	const list = await textOf(vera.get('/documents/made?filter=registered&q=приказ'));
	const link = /href="(\/documents\/made\/archive\.zip[^"]*)"/.exec(list)?.[1]?.replaceAll('&amp;', '&') ?? '';
	const chosen = unzipSync(new Uint8Array(await (await vera.get(link)).arrayBuffer()));
	expect(Object.keys(chosen)).toHaveLength(3);

	// the number is taken back: the text in the archive is again the one that bears none
	expect((await vera.post(`${order}/registration/undoing`, {})).status).toBe(303);
	const after = unzipSync(new Uint8Array(await (await vera.get('/documents/made/archive.zip')).arrayBuffer()));
	const text = after['Без номера – Приказ о закреплении наставнических пар (групп).docx'] ?? new Uint8Array();
	expect(seen(text)).toContain('О закреплении');
	expect(seen(text)).not.toMatch(/16\/1.О/);
});

test('an archive is read piece by piece as it is taken; left in the middle, nothing is read any more', async () => {
	const school = await aSchool(world, { name: 'Школа терпения' });
	const vera = as(world, school.curator);
	await aPair(vera, school, { orderNumber: '', signedOn: '' });
	const order = addressIn(await vera.post('/documents/pairing-order/making', {}));
	await vera.post(`${order}/files`, { kind: 'scan', signs: '', file: asFile(new Uint8Array(8_000_000), 'Скан.pdf') });
	const reader = ((await vera.get('/documents/made/archive.zip')).body as ReadableStream<Uint8Array>).getReader();
	let taken = 0;
	while (taken < 1_500_000) taken += (await reader.read()).value?.length ?? 0;
	expect(taken).toBeLessThan(3_500_000);
	await reader.cancel();
	expect((await reader.read()).done).toBe(true);
});

test('an archive holds one’s own school alone, and is for those who make papers', async () => {
	const [mine, other] = [await aSchool(world, { name: 'Своя' }), await aSchool(world, { name: 'Чужая' })];
	for (const school of [mine, other]) {
		await aPair(as(world, school.curator), school);
		await as(world, school.curator).post('/documents/mentor-consent/making', {});
	}
	const files = unzipSync(
		new Uint8Array(await (await as(world, mine.personnel).get('/documents/made/archive.zip')).arrayBuffer())
	);
	expect(Object.keys(files)).toHaveLength(2);
	expect((await as(world, mine.mentor).get('/documents/made/archive.zip')).status).toBe(403);
});
