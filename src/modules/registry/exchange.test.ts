import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countingQueries } from '../../../test/queries';
import { bundledTool } from '../../../test/reader';
import { aSchool, as, type TestDatabase } from '../../../test/stories';
import { freshDatabase } from '../../../test/support';
import type { Actor } from '../../core/actor';
import { readTable } from '../people/readers/read-table';
import { startingMapping } from './rules/exchange/mapping';
import type { Register } from './rules/registers';

let world: TestDatabase & { cli: string };
let tool: Awaited<ReturnType<typeof bundledTool>>;
beforeAll(async () => {
	tool = await bundledTool();
	world = { ...(await freshDatabase()), cli: tool.cli };
});
afterAll(() => tool.forget());

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const leadsTo = (answer: Response) => answer.headers.get('location') ?? '';
const school = (name: string) =>
	aSchool(world, { name, roles: ['curator', 'director', 'mentor', 'mentee', 'teacher'] });
const count = async (
	table: 'people' | 'register_entries' | 'mentee_requests' | 'mentor_offers' | 'programme_periods',
	actor: Actor
) => {
	const { n } = await world.owner
		.selectFrom(table)
		.select(({ fn }) => fn.countAll<number>().as('n'))
		.where('organisation_id', '=', actor.organisationId)
		.executeTakeFirstOrThrow();
	return n;
};

/** The fields of a mapping's form, as its page would send them. */
const mappingFields = (register: Register, name: string, more: Record<string, string> = {}) => {
	const { columns, form } = startingMapping(register, 'apart');
	const { numbered: _, ...rest } = form;
	return {
		version: '0',
		name,
		...rest,
		numbered: 'on',
		...Object.fromEntries(
			columns.flatMap(({ field, heading }, at) => [
				[`place-${field}`, String(at + 1)],
				[`heading-${field}`, heading]
			])
		),
		...more
	};
};
const agrees = (actor: Actor, person: Actor) =>
	world.owner
		.insertInto('consents')
		.values({
			organisation_id: actor.organisationId,
			id: crypto.randomUUID(),
			person_id: person.personId,
			kind: 'transfer',
			given_on: '2026-09-01',
			how: 'paper',
			recorded_at: '2026-09-01T00:00:00Z',
			recorded_by: actor.personId
		})
		.execute();

async function send(actor: Actor, register: Register, file: File | string, more: Record<string, string> = {}) {
	const fields: Record<string, string | File> = typeof file === 'string' ? { pasted: file } : { file };
	const answer = await as(world, actor).post(`/registry/${register}/imports`, { ...fields, ...more });
	return leadsTo(answer) || `${answer.status} ${await answer.text()}`;
}
async function accept(actor: Actor, path: string, fields: Record<string, string> = {}) {
	const page = await text(as(world, actor).get(path));
	const expected = /name="expected" value="([^"]*)"/.exec(page)?.[1] ?? '';
	return as(world, actor).post(`${path}/acceptance`, {
		expected,
		since: '01.09.2026',
		employedOn: '01.09.2026',
		...fields
	});
}
const fileFrom = async (answer: Response, name: string) => new File([await answer.arrayBuffer()], name);

/** Борис asks and has finished, Анна offers; both are in their registers. */
async function aBank(vera: ReturnType<typeof as>, { mentor, mentee }: { mentor: Actor; mentee: Actor }) {
	await vera.post('/registry/mentees/entries', { person: mentee.personId, from: '01.09.2026' });
	await vera.post('/registry/mentors/entries', { person: mentor.personId, from: '01.09.2026' });
	await vera.post(`/registry/people/${mentee.personId}/request`, {
		version: '0',
		words: '=Не слушает 8 "Б"; помогите',
		priority: '1',
		source: 'words',
		saidOn: '02.09.2026',
		'level-self-discipline': '3'
	});
	await vera.post(`/registry/people/${mentor.personId}/offer`, {
		version: '0',
		competences: ['discipline', 'motivation'],
		otherCompetences: 'хор',
		formats: ['one-to-one'],
		capacity: '2',
		freeTime: 'вторник',
		category: 'highest',
		source: 'words',
		saidOn: '02.09.2026'
	});
	const entry = await world.owner
		.selectFrom('register_entries')
		.select('id')
		.where('person_id', '=', mentee.personId)
		.executeTakeFirstOrThrow();
	await vera.post(`/register-entries/${entry.id}/programme`, {
		from: '02.09.2026',
		partner: mentor.personId,
		form: 'one-to-one'
	});
}

test('Вера names the columns of АСУ РСО once: the file holds them, leaves out who did not agree and says who', async () => {
	const { curator, mentor, mentee } = await school('Школа обмена');
	const vera = as(world, curator);
	await aBank(vera, { mentor, mentee });
	await vera.post('/registry/mentees/entries', { person: curator.personId, from: '01.09.2026' });
	await agrees(curator, mentee);
	expect(await text(vera.get('/registry/mentees'))).toContain('/registry/mentees/exchange');
	const form = await text(vera.get('/registry/mentees/mappings/new?set=apart'));
	for (const words of ['name="place-family"', 'Заголовок в файле: Основной запрос']) expect(form).toContain(words);

	const twice = { 'heading-given': 'Фамилия' };
	const refused = await vera.post('/registry/mentees/mappings', mappingFields('mentees', 'АСУ РСО', twice));
	expect(refused.status).toBe(422);
	const kept = await refused.text();
	for (const words of ['стоит у двух столбцов', 'value="АСУ РСО"']) expect(kept).toContain(words);
	const more = {
		'heading-family': 'Surname',
		encoding: 'windows-1251',
		delimiter: ',',
		days: 'yyyy-mm-dd',
		'place-caseUrl': ''
	};
	const saved = await vera.post('/registry/mentees/mappings', mappingFields('mentees', 'АСУ РСО', more));
	const path = leadsTo(saved).split('?')[0] ?? '';
	const page = await text(vera.get(path));
	for (const words of ['Останутся вне файла 1 человек', 'Дронова Вера Павловна', 'Surname', '2026-09-02'])
		expect(page).toContain(words);

	const csv = Buffer.from(await (await vera.get(`${path}/export/csv`)).arrayBuffer());
	const said = new TextDecoder('windows-1251').decode(csv);
	expect(said).toContain('"№","Surname","Имя","Отчество"');
	expect(said, 'nothing in a file is a formula').toContain(`"'=Не слушает 8 ""Б""; помогите"`);
	expect(said).not.toContain('Дронова');
	expect(said).not.toContain('Ссылка на кейс');
	const [sheet] = await readTable(new Uint8Array(await (await vera.get(`${path}/export/xlsx`)).arrayBuffer()));
	expect(sheet?.[1]?.slice(0, 4)).toEqual(['1', 'Гусев', 'Борис', 'Олегович']);
	const read = await world.owner
		.selectFrom('access_log')
		.select('field')
		.where('subject_id', '=', mentee.personId)
		.execute();
	expect(read.map(({ field }) => field)).toContain('export');

	const again = await vera.post('/registry/mentees/mappings', mappingFields('mentees', 'Асу РСО'));
	expect(await again.text()).toContain('таким названием уже есть');
	const warned = await vera.post(path, {
		...mappingFields('mentees', 'АСУ РСО', more),
		version: '1',
		consent: 'warned'
	});
	expect(leadsTo(warned)).toContain('saved=mapping');
	expect(await text(vera.get(path))).toContain('У 1 человека в файле нет согласия');
	await world.owner
		.insertInto('consent_settings')
		.values({ organisation_id: curator.organisationId, asked: ['transfer'], strict: true })
		.execute();
	expect(await text(vera.get(path)), 'a strict school leaves out whatever the mapping says').toContain(
		'строгий порядок согласий'
	);
	const late = await vera.post(path, { ...mappingFields('mentees', 'АСУ РСО'), version: '1' });
	expect(late.status).toBe(409);
	const gone = leadsTo(await vera.post(`${path}/removal`));
	expect(await text(vera.get(gone))).toContain('убран');
	expect((await vera.get(path)).status).toBe(404);
	await vera.post(`${path}/restoration`);
	expect((await vera.get(path)).status).toBe(200);
});

test.each(['xlsx', 'csv'])(
	'what a school gives away in %s it reads back unchanged; an empty school takes everybody in, and gives the same away',
	async (format) => {
		const first = await school(`Школа туда ${format}`);
		const vera = as(world, first.curator);
		await aBank(vera, first);
		await agrees(first.curator, first.mentee);
		const fields = mappingFields('mentees', 'РЦ', { 'place-since': '30', 'place-deficits': '31' });
		const mapping =
			(leadsTo(await vera.post('/registry/mentees/mappings', fields)).split('?')[0] ?? '').split('/').pop() ?? '';
		const given = await fileFrom(await vera.get(`/exchange-mappings/${mapping}/export/${format}`), `РЦ.${format}`);
		const back = await send(first.curator, 'mentees', given, { mapping });
		expect(await text(vera.get(back))).toContain('Всё уже в банке: изменений нет');

		const other = await aSchool(world, { name: `Школа обратно ${format}`, roles: ['curator'] });
		const olga = as(world, other.curator);
		const path = await send(other.curator, 'mentees', given);
		const page = await text(olga.get(path));
		for (const words of ['1 новый человек', 'такого имени в списке нет', 'Дисциплина и работа с классом, группой (3)'])
			expect(page).toContain(words);
		expect(await count('people', other.curator), 'nothing is loaded before it is accepted').toBe(1);
		expect((await accept(other.curator, path)).status).toBe(303);
		expect(await text(olga.get(path))).toContain('вошли в банк 1, из них новых людей 1');
		const list = await text(olga.get('/registry/mentees'));
		for (const words of ['Гусев Борис Олегович', 'Не слушает 8', 'в программе: Белова А. С.'])
			expect(list).toContain(words);
		const twice = await send(other.curator, 'mentees', given);
		expect(await text(olga.get(twice)), 'the same file taken twice changes nothing').toContain(
			'Всё уже в банке: изменений нет'
		);

		expect((await olga.post(`${path}/undoing`)).status).toBe(303);
		expect(await text(olga.get(path))).toContain('такие, какими были до файла');
		expect(await text(olga.get('/registry/mentees'))).toContain('пока никого');
		expect(await text(olga.get('/people'))).not.toContain('Гусев');
		expect(await text(olga.get('/registry/mentees/exchange'))).toContain('загрузка отменена');
	}
);

test('mentors come back from РЦ changed: a new offer is written beside the old, contacts are filled, and taken back', async () => {
	const { curator, mentor, mentee } = await school('Школа РЦ');
	const vera = as(world, curator);
	await aBank(vera, { mentor, mentee });
	const list = [
		'ФИО наставника\tТелефон\tОсновные компетенции\tКатегория\tКем\tДата вхождения в программу\tФИО наставляемого\tДата завершения',
		'Белова А.С.\t8 900 111-22-33\tМотивация учеников, бисер\tвысшая\txx\t02.09.2026\tГусев Б.О.\t04.09.2026',
		'Жукова Нина Львовна\t\tрезьба\tпервая\t\t\t\t',
		'Несуществующая А.\t\tхор\t\t\t\t\t',
		'Ёлкина Алёна Игоревна\t\tхор\tнулевая\t\t\t\t'
	].join('\n');
	const path = await send(curator, 'mentors', list);
	const page = await text(vera.get(path));
	for (const words of ['2 вопроса', 'инициалы вместо имени', '1 строка с ошибкой', 'войдут в банк 1'])
		expect(page, words).toContain(words);
	expect((await accept(curator, path)).status).toBe(422);

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
	expect((await accept(curator, path)).status).toBe(303);
	expect(await count('mentor_offers', curator)).toBe(4);
	expect(await count('programme_periods', curator), 'what is known already is ended, not written again').toBe(1);
	const card = await text(vera.get(`/registry/people/${mentor.personId}`));
	for (const words of ['бисер', 'вторник', 'программа пройдена']) expect(card, words).toContain(words);
	expect(await text(vera.get(`/people/${mentor.personId}`))).toContain('8 900 111-22-33');
	expect(await text(vera.get(await send(curator, 'mentors', list)))).toContain(
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
	const { curator } = await school('Школа надстроек');
	const vera = as(world, curator);
	const path = await send(curator, 'mentees', 'ФИО\tОсновной запрос\nЁлкина Алёна Игоревна\tЖурнал');
	expect((await accept(curator, path)).status).toBe(303);
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
	const { curator, teacher } = await school('Школа правок');
	const vera = as(world, curator);
	const path = await send(
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
	expect(await count('mentee_requests', curator)).toBe(1);
	const kept = await world.owner
		.selectFrom('register_imports')
		.select('draft')
		.where('organisation_id', '=', curator.organisationId)
		.execute();
	expect(kept, 'what was read is forgotten').toEqual([{ draft: null }]);
});

test('a strict school lets nobody in by a file either; who has left is not brought in', async () => {
	const { curator, teacher, mentee } = await school('Школа строгая');
	const vera = as(world, curator);
	await world.owner
		.insertInto('consent_settings')
		.values({ organisation_id: curator.organisationId, asked: ['mentee'], strict: true })
		.execute();
	await vera.post(`/people/${teacher.personId}/leaving`, { on: '04.09.2026' });
	const path = await send(
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
	const { curator } = await school('Школа плохих файлов');
	const answer = await send(curator, 'mentees', file);
	expect(answer.slice(0, 3)).toBe('422');
	expect(answer).toContain(why);
});

test('files and orders of columns belong to their school; a teacher has none; what was read is left and forgotten', async () => {
	const { curator, teacher } = await school('Школа своя');
	const stranger = (await school('Школа чужая')).curator;
	const path = await send(curator, 'mentees', 'ФИО\tЗапрос\nЁлкина Алёна Игоревна\tx');
	const mapping =
		leadsTo(await as(world, curator).post('/registry/mentees/mappings', mappingFields('mentees', 'РЦ'))).split(
			'?'
		)[0] ?? '';
	for (const at of [path, `${path}/errors`, `${path}/rows/2`, mapping, `${mapping}/edit`, `${mapping}/export/csv`]) {
		expect((await as(world, stranger).get(at)).status, at).toBe(404);
		expect((await as(world, teacher).get(at)).status, at).toBe(403);
	}
	expect((await as(world, curator).post(`${path}/discarding`)).status).toBe(303);
	expect(await text(as(world, curator).get(path))).toContain('прочитанное забыто');
	expect((await as(world, curator).get(`${path}/errors`)).status).toBe(404);
});

test('a file of a thousand costs as many queries to look at as one of two', async () => {
	const { curator } = await school('Школа большая');
	const rows = (many: number) =>
		`ФИО\tЗапрос\n${Array.from({ length: many }, (_, at) => `Лесная${'абвгдежзик'[at % 10]}${'абвгдежзик'[Math.floor(at / 10) % 10]}${'абвгдежзик'[Math.floor(at / 100)]} Ия Олеговна\tx`).join('\n')}`;
	const pages = countingQueries(world, curator);
	const few = await pages.cost(await send(curator, 'mentees', rows(2)));
	const many = await send(curator, 'mentees', rows(1000));
	expect(await pages.cost(many)).toBe(few);
	expect(await text(as(world, curator).get(`${many}?page=10`))).toContain('Страница 10 из 10');
});
