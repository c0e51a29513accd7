import { zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { bundledTool } from '../../../test/reader';
import { aSchool, as, type TestDatabase } from '../../../test/stories';
import { freshDatabase } from '../../../test/support';
import type { Actor } from '../../core/actor';

let world: TestDatabase & { cli: string };
beforeAll(async () => {
	world = { ...(await freshDatabase()), ...(await bundledTool()) };
});

const school = (name: string) => aSchool(world, { name, roles: ['curator', 'mentor', 'teacher'] });
const csv = (...lines: string[]) => new File([lines.join('\r\n')], 'Сотрудники.csv');

/** Sends a list; answers with its address, or with the page that says why not. */
async function send(actor: Actor, file: File | string) {
	const fields: Record<string, string | File> = typeof file === 'string' ? { pasted: file } : { file };
	const answer = await as(world, actor).post('/people/imports', fields);
	return answer.headers.get('location') ?? `${answer.status} ${await answer.text()}`;
}

const zip = (parts: Record<string, Uint8Array>) =>
	new File([new Uint8Array(zipSync(parts, { level: 9 }))], 'Список.xlsx');
const xml = (body: string) => new TextEncoder().encode(body);
const far = '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';

test.each([
	['an empty file', new File([], 'a.xlsx'), 'Выберите файл или вставьте таблицу'],
	[
		'a Word file of long ago',
		new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2])], 'a.xls'),
		'старого формата (.xls) или защищён паролем'
	],
	['a PDF', new File(['%PDF-1.7'], 'a.pdf'), 'Это PDF'],
	[
		'a picture',
		new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])], 'a.png'),
		'Не удалось понять'
	],
	[
		'half an archive',
		new File([new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3])], 'a.xlsx'),
		'повреждён'
	],
	['an archive of something else', zip({ 'readme.txt': xml('Здравствуйте') }), 'не таблица Excel'],
	[
		'a bomb of pictures',
		zip({ 'xl/workbook.xml': xml('<workbook/>'), 'xl/media/1.png': new Uint8Array(80_000_000) }),
		'слишком велика'
	],
	[
		'a bomb of words',
		zip({ 'xl/workbook.xml': xml('<workbook/>'), 'xl/sharedStrings.xml': new Uint8Array(10_000_000) }),
		'слишком велика'
	],
	[
		'one cell at the end of the world',
		zip({ 'xl/workbook.xml': xml('<workbook/>'), 'xl/worksheets/sheet1.xml': xml(far) }),
		'больше 3000 строк'
	],
	['a table that is not of people', csv('Товар;Цена', 'Мел;10'), 'Не найдены заголовки'],
	[
		'an endless list',
		csv('ФИО;Должность', ...Array.from({ length: 3100 }, () => 'Ёлкина Алёна Игоревна;логопед')),
		'больше 3000 строк'
	]
])('%s gets a sentence and takes nothing down', async (_, file, why) => {
	const { curator } = await school('Школа № 9');
	const answer = await send(curator, file);
	expect(answer.slice(0, 3)).toBe('422');
	expect(answer).toContain(why);
});

test('a list belongs to its school; a teacher loads none', async () => {
	const { curator, teacher } = await school('Школа № 10');
	const stranger = (await school('Школа № 11')).curator;
	const path = await send(curator, 'ФИО\tДолжность\nЁлкина Алёна Игоревна\tлогопед');
	for (const tail of ['', '/errors']) {
		expect((await as(world, stranger).get(path + tail)).status).toBe(404);
		expect((await as(world, teacher).get(path + tail)).status).toBe(403);
	}
	for (const tail of ['/acceptance', '/columns', '/discarding']) {
		expect((await as(world, stranger).post(path + tail, { expected: 'x' })).status).toBe(404);
		expect((await as(world, teacher).post(path + tail)).status).toBe(403);
	}
});
