import { sql } from 'kysely';
import { beforeAll, expect, test, vi } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { bundledTool } from '../../../test/reader';
import { aSchool, as, type TestDatabase } from '../../../test/stories';
import { freshDatabase } from '../../../test/support';
import type { Actor } from '../../core/actor';
import { readTable } from './readers/read-table';

let world: TestDatabase & { cli: string };
beforeAll(async () => {
	world = { ...(await freshDatabase()), ...(await bundledTool()) };
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const csv = (...lines: string[]) => new File([lines.join('\r\n')], 'Сотрудники.csv');

/** Sends a list; answers with its address, or with the page that says why not. */
async function send(actor: Actor, file: File | string) {
	const fields: Record<string, string | File> = typeof file === 'string' ? { pasted: file } : { file };
	const answer = await as(world, actor).post('/people/imports', fields);
	return answer.headers.get('location') ?? `${answer.status} ${await answer.text()}`;
}
const expectedIn = (page: string) => /name="expected" value="([^"]*)"/.exec(page)?.[1] ?? '';

/** Looks at the list and accepts it as it stands. */
async function accept(actor: Actor, path: string, fields: Record<string, string> = {}) {
	const expected = expectedIn(await text(as(world, actor).get(path)));
	return as(world, actor).post(`${path}/acceptance`, { expected, employedOn: '01.09.2026', ...fields });
}
const people = ({ organisationId }: Actor) =>
	world.owner
		.selectFrom('people as p')
		.leftJoin('posts as t', (on) =>
			on.onRef('t.organisation_id', '=', 'p.organisation_id').onRef('t.person_id', '=', 'p.id')
		)
		.where('p.organisation_id', '=', organisationId)
		.select([
			'p.family_name',
			'p.given_name',
			'p.patronymic',
			'p.born_on',
			'p.teaching_since',
			'p.sex',
			'p.phone',
			't.title'
		])
		.orderBy(sql`p.family_name collate "ru-x-icu"`)
		.orderBy('t.title')
		.execute();
const school = (name: string) => aSchool(world, { name, roles: ['curator', 'mentor', 'teacher'] });

test('Вера loads her list: looks at every line, accepts, and finds everybody; a second time nothing changes', async () => {
	const { curator } = await school('Школа № 1');
	const list = csv(
		'Список работников;;;;',
		'№;ФИО;Должность;Пед. стаж;Дата рождения;Телефон',
		'1;ЁЛКИНА Алёна Игоревна;учитель биологии;7 лет;14.03.1985;8-900-000-00-00',
		'2;Сосновский Пётр Ильич;учитель физкультуры;без стажа;01.02.2001;',
		'3;Белова Анна Сергеевна;методист;;;',
		'4;Гусев;повар;;;'
	);
	const path = await send(curator, list);
	const page = await text(as(world, curator).get(path));
	for (const words of [
		'2 новых человека',
		'у 1 изменятся сведения',
		'1 строка с ошибкой',
		'учитель математики',
		'Имя не разобрано'
	]) {
		expect(page).toContain(words);
	}
	expect(await people(curator), 'nothing is loaded before it is accepted').toHaveLength(3);

	const refused = await accept(curator, path);
	expect(refused.status).toBe(422);
	expect(await refused.text()).toContain('отметьте, что загружаете без них');
	expect((await accept(curator, path, { withoutErrors: 'on' })).status).toBe(303);
	expect(await text(as(world, curator).get(path))).toContain(
		'Добавлено: 2, изменено: 1, без изменений: 0, пропущено с ошибками: 1'
	);
	expect(await people(curator)).toMatchObject([
		{ family_name: 'Белова', title: 'методист' },
		{ family_name: 'Белова', title: 'учитель математики' },
		{ family_name: 'Дронова' },
		{
			family_name: 'Ёлкина',
			born_on: '1985-03-14',
			teaching_since: '2019-09-05',
			sex: 'female',
			title: 'учитель биологии'
		},
		{ family_name: 'Жукова' },
		{ family_name: 'Сосновский', teaching_since: '2026-09-05', sex: 'male' }
	]);

	const again = await send(curator, list);
	expect(await text(as(world, curator).get(again))).toContain('Изменений нет, остались строки с ошибками');
	const kept = await world.owner
		.selectFrom('staff_imports')
		.select('draft')
		.where('organisation_id', '=', curator.organisationId)
		.where('accepted_at', 'is not', null)
		.execute();
	expect(kept, 'what was read is forgotten').toEqual([{ draft: null }]);
});

test('an Excel file with real dates and numbers, headings anywhere, several sheets', async () => {
	const { curator } = await school('Школа № 2');
	const cell = (value: string | number | Date) =>
		value instanceof Date
			? { value, type: Date, format: 'dd.mm.yyyy' }
			: { value, type: typeof value === 'number' ? Number : String };
	const sheet = [
		[cell('МБОУ «Школа № 2»')],
		[],
		['Телефон', 'Отчество', 'Имя', 'Фамилия', 'Дата рождения', 'Стаж педагогический', 'Занимаемая должность'].map(cell),
		[
			cell(89000000000),
			cell('Игоревна'),
			cell('Алёна'),
			cell('Ёлкина'),
			cell(new Date('1985-03-14T00:00:00Z')),
			cell(7.5),
			cell('логопед')
		]
	];
	const bytes = await writeXlsxFile([
		{ data: [[cell('Просто заметки')]], sheet: 'Заметки' },
		{ data: sheet, sheet: 'Сотрудники' }
	] as never).toBuffer();
	const path = await send(curator, new File([new Uint8Array(bytes)], 'Штат.xlsx'));
	expect((await accept(curator, path)).status).toBe(303);
	expect((await people(curator))[2]).toMatchObject({
		family_name: 'Ёлкина',
		born_on: '1985-03-14',
		teaching_since: '2019-03-05',
		phone: '89000000000',
		title: 'логопед'
	});
});

test.each(['utf-8', 'windows-1251', 'utf-16le'])(
	'a CSV file in %s, with tabs, commas or semicolons, says the same',
	async (encoding) => {
		const { curator } = await school(`Школа ${encoding}`);
		for (const [index, delimiter] of [';', ',', '\t'].entries()) {
			const rows = [
				['Фамилия', 'Имя', 'Должность', 'Предметы'],
				[`Ёлкина-${'абв'[index]}`, 'Алёна', 'учитель', '"алгебра, ""матан"""']
			];
			const body = rows.map((row) => row.join(delimiter)).join('\n');
			const path = await send(curator, new File([bytesIn(body, encoding)], 'list.csv'));
			const page = await text(as(world, curator).get(path));
			expect(page, delimiter).toContain(`Ёлкина-${'АБВ'[index]} Алёна`);
			expect((await accept(curator, path)).status).toBe(303);
		}
		const subjects = await world.owner
			.selectFrom('person_subjects')
			.select('subject')
			.where('organisation_id', '=', curator.organisationId)
			.execute();
		expect(new Set(subjects.map(({ subject }) => subject))).toEqual(new Set(['алгебра', '"матан"']));
	}
);

/** Russian text in the encodings Excel writes. */
function bytesIn(body: string, encoding: string): Uint8Array<ArrayBuffer> {
	if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(`\uFEFF${body}`, 'utf16le'));
	if (encoding === 'utf-8') return new Uint8Array(Buffer.from(body));
	const table = new Map(
		[...new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, code) => code))].map(
			(sign, code) => [sign, code]
		)
	);
	return Uint8Array.from([...body].map((sign) => table.get(sign) ?? 63));
}

test('a table copied from Excel is pasted, and a column understood wrongly is put right', async () => {
	const { curator } = await school('Школа № 3');
	const path = await send(curator, 'ФИО\tКем трудится\nЁлкина Алёна Игоревна\tучитель биологии\tбиология');
	expect(path).toContain('Не найдены заголовки');
	const pasted = await send(curator, 'ФИО\tДолжность\tЧто ведёт\nЁлкина Алёна Игоревна\tучитель биологии\tбиология');
	const vera = as(world, curator);
	const columns = { 'column-0': 'fullName', 'column-1': 'post', 'column-2': 'subjects' };
	expect(await text(vera.post(`${pasted}/columns`, { ...columns, 'column-2': 'post' }))).toContain(
		'выбран для двух столбцов'
	);
	expect(await text(vera.post(`${pasted}/columns`, { 'column-1': 'post' }))).toContain('Укажите столбец с ФИО');
	expect((await vera.post(`${pasted}/columns`, columns)).status).toBe(303);
	expect((await accept(curator, pasted)).status).toBe(303);
	expect(await text(vera.get('/people?q=биология'))).toContain('Ёлкина Алёна Игоревна');
});

test('somebody of whom no first day was known, as the one who began the work here, gets it from the list', async () => {
	const { curator } = await school('Школа № 12');
	await world.owner.deleteFrom('employments').where('person_id', '=', curator.personId).execute();
	const vera = as(world, curator);
	const refused = await vera.post(`/people/${curator.personId}/leaving`, { on: '05.09.2026' });
	expect(await refused.text()).toContain('Сначала отметьте на карточке, с какого дня');
	const list = 'ФИО\tДата приёма\nДронова Вера Павловна\t01.09.2010';
	expect((await accept(curator, await send(curator, list))).status).toBe(303);
	expect(await text(vera.get(`/people/${curator.personId}`))).toContain('16 лет');
	expect(await text(vera.get(await send(curator, list)))).toContain('Всё уже загружено');
});

test('what was seen is what is loaded: a list changed meanwhile is shown anew, and two presses load once', async () => {
	const { curator } = await school('Школа № 4');
	const path = await send(curator, 'ФИО\tДолжность\nЁлкина Алёна Игоревна\tлогопед');
	const vera = as(world, curator);
	const expected = expectedIn(await text(vera.get(path)));
	await vera.post('/people', {
		familyName: 'Ёлкина',
		givenName: 'Алёна',
		patronymic: 'Игоревна',
		post: 'повар',
		employedOn: '01.09.2024',
		employment: 'main'
	});
	const late = await vera.post(`${path}/acceptance`, { expected, employedOn: '01.09.2026' });
	expect(late.status).toBe(422);
	expect(await late.text()).toContain('список людей изменился');

	const now = { expected: expectedIn(await text(vera.get(path))), employedOn: '', token: crypto.randomUUID() };
	const answers = await Promise.all([1, 2].map(() => vera.post(`${path}/acceptance`, now)));
	expect(answers.map(({ status }) => status)).toEqual([303, 303]);
	expect(await text(vera.post(`${path}/acceptance`, { ...now, token: crypto.randomUUID() }))).toContain(
		'Добавлено: 0, изменено: 1'
	);
	expect(
		(await people(curator)).filter(({ family_name }) => family_name === 'Ёлкина').map(({ title }) => title)
	).toEqual(['логопед', 'повар']);
});

test('nothing is half-loaded: a line that the database refuses takes all the others with it', async () => {
	const { curator } = await school('Школа № 5');
	await sql`alter table people add constraint nobody_so_named check (family_name <> 'Несогласных')`.execute(
		world.owner
	);
	const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	const path = await send(curator, 'ФИО\tДолжность\nЁлкина Алёна Игоревна\tлогопед\nНесогласных Иван Ильич\tповар');
	expect((await accept(curator, path)).status).toBe(500);
	expect(told).toHaveBeenCalled();
	told.mockRestore();
	expect((await people(curator)).map(({ family_name }) => family_name)).toEqual(['Белова', 'Дронова', 'Жукова']);
	await sql`alter table people drop constraint nobody_so_named`.execute(world.owner);
	expect((await accept(curator, path)).status).toBe(303);
});

test('lines with errors go out as an Excel file that can be mended and sent again', async () => {
	const { curator } = await school('Школа № 6');
	const path = await send(
		curator,
		'ФИО\tДолжность\tДата рождения\nГусев\tповар\t\nЁлкина Алёна Игоревна\tлогопед\t31.02.1985'
	);
	const file = await as(world, curator).get(`${path}/errors`);
	expect(file.headers.get('content-disposition')).toContain('attachment');
	const bytes = await file.arrayBuffer();
	const [grid] = await readTable(new Uint8Array(bytes));
	expect(grid?.[2]?.[0]).toContain('Строка 3. Дата рождения «31.02.1985» не разобрана');
	const again = await send(curator, new File([bytes], 'Строки с ошибками.xlsx'));
	const page = await text(as(world, curator).get(again));
	expect(page).toContain('2 строки с ошибками');
});

test('the blank template and the exported list are read back: nobody is new, nothing changes', async () => {
	const { curator } = await school('Школа № 7');
	const vera = as(world, curator);
	const template = await vera.get('/people/import/template');
	const blank = await send(curator, new File([await template.arrayBuffer()], 'Бланк.xlsx'));
	expect(await text(vera.get(`${blank}?show=ignored`))).toContain('пример из бланка');
	for (const format of ['xlsx', 'csv']) {
		const list = await vera.get(`/people/export/${format}`);
		const path = await send(curator, new File([await list.arrayBuffer()], `list.${format}`));
		expect(await text(vera.get(path)), format).toContain('3 без изменений');
	}
});

test('a list is left: what was read is forgotten', async () => {
	const { curator } = await school('Школа № 8');
	const path = await send(curator, 'ФИО\tДолжность\nЁлкина Алёна Игоревна\tлогопед');
	expect(await text(as(world, curator).get('/people/import'))).toContain(path);
	expect((await as(world, curator).post(`${path}/discarding`)).status).toBe(303);
	expect(await text(as(world, curator).get(path))).toContain('ничего не загружено');
	expect(await text(as(world, curator).get('/people/import'))).not.toContain(path);
	expect((await as(world, curator).get(`${path}/errors`)).status).toBe(404);
});
