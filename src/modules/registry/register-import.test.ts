import { zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { aBank, accept, count, school, send, text } from '../../../test/exchange-story';
import { countingQueries } from '../../../test/queries';
import { bundledTool } from '../../../test/reader';
import { as, type TestDatabase } from '../../../test/stories';
import { freshDatabase } from '../../../test/support';
import { readTable } from '../people/readers/read-table';

let world: TestDatabase & { cli: string };
beforeAll(async () => {
	world = { ...(await freshDatabase()), ...(await bundledTool()) };
});

test('mentors come back from РЦ changed: a new offer is written beside the old, contacts are filled, and taken back', async () => {
	const { curator, mentor, mentee } = await school(world, 'Школа РЦ');
	const vera = as(world, curator);
	await aBank(world, vera, { mentor, mentee });
	const list = [
		'ФИО наставника\tТелефон\tОсновные компетенции\tКатегория\tКем\tДата вхождения в программу\tФИО наставляемого\tДата завершения',
		'Белова А.С.\t8 900 111-22-33\tМотивация учеников, бисер\tвысшая\txx\t02.09.2026\tГусев Б.О.\t04.09.2026',
		'Жукова Нина Львовна\t\tрезьба\tпервая\t\t\t\t',
		'Несуществующая А.\t\tхор\t\t\t\t\t',
		'Ёлкина Алёна Игоревна\t\tхор\tнулевая\t\t\t\t'
	].join('\n');
	const path = await send(world, curator, 'mentors', list);
	const page = await text(vera.get(path));
	for (const words of ['2 вопроса', 'инициалы вместо имени', '1 строка с ошибкой', 'войдут в банк 1'])
		expect(page, words).toContain(words);
	expect((await accept(world, curator, path)).status).toBe(422);

	const row = await text(vera.get(`${path}/rows/2`));
	expect(row).toContain('Белова Анна Сергеевна, учитель математики');
	const cells = {
		'cell-0': 'Белова А.С.',
		'cell-1': '8 900 111-22-33',
		'cell-2': 'Мотивация учеников, бисер',
		'cell-3': 'высшая'
	};
	const dates = { 'cell-5': '02.09.2026', 'cell-6': 'Гусев Б.О.', 'cell-7': '04.09.2026' };
	await vera.post(`${path}/rows/2`, { decision: mentor.personId, ...cells, ...dates });
	await vera.post(`${path}/rows/4`, { decision: 'skip' });
	await vera.post(`${path}/rows/5`, {
		decision: '',
		'cell-0': 'Ёлкина Алёна Игоревна',
		'cell-2': 'хор',
		'cell-3': 'первая'
	});
	const mended = await text(vera.get(path));
	for (const words of ['так решили вы', 'Программа завершена', 'другие компетенции', '1 новый человек'])
		expect(mended, words).toContain(words);
	expect((await accept(world, curator, path)).status).toBe(303);
	expect(await count(world, 'mentor_offers', curator)).toBe(4);
	expect(await count(world, 'programme_periods', curator), 'what is known already is ended, not written again').toBe(1);
	const card = await text(vera.get(`/registry/people/${mentor.personId}`));
	for (const words of ['бисер', 'вторник', 'программа пройдена']) expect(card, words).toContain(words);
	expect(await text(vera.get(`/people/${mentor.personId}`))).toContain('8 900 111-22-33');
	expect(await text(vera.get(await send(world, curator, 'mentors', list)))).toContain(
		'у 0'.replace('у 0', 'Пока ничего не загружено')
	);

	await vera.post(`${path}/undoing`);
	const before = await text(vera.get(`/registry/people/${mentor.personId}`));
	expect(before).not.toContain('бисер');
	expect(before).not.toContain('программа пройдена');
	expect(await text(vera.get(`/people/${mentor.personId}`))).not.toContain('8 900 111-22-33');
	expect(await text(vera.get('/people?q=Ёлкина'))).toContain('никого не нашлось');
});

test('what stands on a loaded row since then stays, and is named', async () => {
	const { curator } = await school(world, 'Школа надстроек');
	const vera = as(world, curator);
	const path = await send(world, curator, 'mentees', 'ФИО\tОсновной запрос\nЁлкина Алёна Игоревна\tЖурнал');
	expect((await accept(world, curator, path)).status).toBe(303);
	const entry = await world.owner
		.selectFrom('register_entries')
		.select('id')
		.where('organisation_id', '=', curator.organisationId)
		.executeTakeFirstOrThrow();
	await vera.post(`/register-entries/${entry.id}/programme`, { from: '02.09.2026', partner: '', form: '' });
	await vera.post(`${path}/undoing`);
	const page = await text(vera.get(path));
	for (const words of ['Ёлкина Алёна: остаётся в банке', 'Ёлкина Алёна Игоревна: остаётся в списке людей'])
		expect(page).toContain(words);
	expect(await text(vera.get('/registry/mentees'))).toContain('Ёлкина');
});

test('what was seen is what is loaded; a column understood wrongly is put right; rows that stay out go away as a file', async () => {
	const { curator, teacher } = await school(world, 'Школа правок');
	const vera = as(world, curator);
	const path = await send(
		world,
		curator,
		'mentees',
		'ФИО\tО чём просит\tПрочее\nЖукова Нина Львовна\tЖурнал\tа\nПетрова\tx\ty'
	);
	expect(await text(vera.get(path))).not.toContain('Журнал');
	const columns = { 'column-0': 'name', 'column-1': 'request', 'column-2': 'request' };
	expect(await text(vera.post(`${path}/columns`, columns))).toContain('выбран для двух столбцов');
	expect(await text(vera.post(`${path}/columns`, { 'column-1': 'request' }))).toContain('Укажите столбец с ФИО');
	await vera.post(`${path}/columns`, { ...columns, 'column-2': '' });
	const page = await text(vera.get(path));
	expect(page).toContain('Журнал');
	const [rest] = await readTable(new Uint8Array(await (await vera.get(`${path}/errors`)).arrayBuffer()));
	expect(rest?.[1]?.join(' ')).toContain('Строка 3');
	const expected = /name="expected" value="([^"]*)"/.exec(page)?.[1] ?? '';
	await vera.post('/registry/mentees/entries', { person: teacher.personId, from: '01.09.2026' });
	const late = await vera.post(`${path}/acceptance`, { expected, since: '01.09.2026', withoutRest: 'on' });
	expect(await late.text()).toContain('Пока вы смотрели');
	const token = crypto.randomUUID();
	const now = {
		expected: /name="expected" value="([^"]*)"/.exec(await text(vera.get(path)))?.[1] ?? '',
		since: '01.09.2026',
		withoutRest: 'on',
		token
	};
	const answers = await Promise.all([1, 2].map(() => vera.post(`${path}/acceptance`, now)));
	expect(answers.map(({ status }) => status)).toEqual([303, 303]);
	expect(await count(world, 'mentee_requests', curator)).toBe(1);
	const kept = await world.owner
		.selectFrom('register_imports')
		.select('draft')
		.where('organisation_id', '=', curator.organisationId)
		.execute();
	expect(kept, 'what was read is forgotten').toEqual([{ draft: null }]);
});

test('a strict school lets nobody in by a file either; who has left is not brought in', async () => {
	const { curator, teacher, mentee } = await school(world, 'Школа строгая');
	const vera = as(world, curator);
	await world.owner
		.insertInto('consent_settings')
		.values({ organisation_id: curator.organisationId, asked: ['mentee'], strict: true })
		.execute();
	await vera.post(`/people/${teacher.personId}/leaving`, { on: '04.09.2026' });
	const path = await send(
		world,
		curator,
		'mentees',
		`ФИО\tДолжность\nГусев Борис Олегович\tучитель\nЖукова Нина Львовна\tучитель`
	);
	const page = await text(vera.get(path));
	for (const words of ['без согласий в банк не вносят', 'больше не работает']) expect(page).toContain(words);
	expect(mentee.personId).toBeTruthy();
});

const zip = (parts: Record<string, Uint8Array>) =>
	new File([new Uint8Array(zipSync(parts, { level: 9 }))], 'Банк.xlsx');
const xml = (body: string) => new TextEncoder().encode(body);

test.each([
	['an empty file', new File([], 'a.xlsx'), 'Выберите файл или вставьте таблицу'],
	['a table of long ago', new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2])], 'a.xls'), 'старого формата'],
	['a PDF', new File(['%PDF-1.7'], 'a.pdf'), 'Это PDF'],
	['half an archive', new File([new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2])], 'a.xlsx'), 'повреждён'],
	[
		'a bomb',
		zip({ 'xl/workbook.xml': xml('<workbook/>'), 'xl/media/1.png': new Uint8Array(80_000_000) }),
		'слишком велика'
	],
	['a table that is not of people', new File(['Товар;Цена\nМел;10'], 'a.csv'), 'Не найдены заголовки'],
	[
		'an endless list',
		new File([`ФИО;Запрос\n${'Ёлкина Алёна Игоревна;x\n'.repeat(3100)}`], 'a.csv'),
		'больше 3000 строк'
	]
])('%s gets a sentence and takes nothing down', async (_, file, why) => {
	const { curator } = await school(world, 'Школа плохих файлов');
	const answer = await send(world, curator, 'mentees', file);
	expect(answer.slice(0, 3)).toBe('422');
	expect(answer).toContain(why);
});

test('a file of a thousand costs as many queries to look at as one of two', async () => {
	const { curator } = await school(world, 'Школа большая');
	const rows = (many: number) =>
		`ФИО\tЗапрос\n${Array.from({ length: many }, (_, at) => `Лесная${'абвгдежзик'[at % 10]}${'абвгдежзик'[Math.floor(at / 10) % 10]}${'абвгдежзик'[Math.floor(at / 100)]} Ия Олеговна\tx`).join('\n')}`;
	const pages = countingQueries(world, curator);
	const few = await pages.cost(await send(world, curator, 'mentees', rows(2)));
	const many = await send(world, curator, 'mentees', rows(1000));
	expect(await pages.cost(many)).toBe(few);
	expect(await text(as(world, curator).get(`${many}?page=10`))).toContain('Страница 10 из 10');
});
