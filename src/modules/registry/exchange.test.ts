import { beforeAll, expect, test } from 'vitest';
import {
	aBank,
	accept,
	agrees,
	count,
	fileFrom,
	leadsTo,
	mappingFields,
	school,
	send,
	text
} from '../../../test/exchange-story';
import { bundledTool } from '../../../test/reader';
import { aSchool, as, type TestDatabase } from '../../../test/stories';
import { freshDatabase } from '../../../test/support';
import { readTable } from '../people/readers/read-table';

let world: TestDatabase & { cli: string };
beforeAll(async () => {
	world = { ...(await freshDatabase()), ...(await bundledTool()) };
});

test('Вера names the columns of АСУ РСО once: the file holds them, leaves out who did not agree and says who', async () => {
	const { curator, mentor, mentee } = await school(world, 'Школа обмена');
	const vera = as(world, curator);
	await aBank(world, vera, { mentor, mentee });
	await vera.post('/registry/mentees/entries', { person: curator.personId, from: '01.09.2026' });
	await agrees(world, curator, mentee);
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
		const first = await school(world, `Школа туда ${format}`);
		const vera = as(world, first.curator);
		await aBank(world, vera, first);
		await agrees(world, first.curator, first.mentee);
		const fields = mappingFields('mentees', 'РЦ', { 'place-since': '30', 'place-deficits': '31' });
		const mapping =
			(leadsTo(await vera.post('/registry/mentees/mappings', fields)).split('?')[0] ?? '').split('/').pop() ?? '';
		const given = await fileFrom(await vera.get(`/exchange-mappings/${mapping}/export/${format}`), `РЦ.${format}`);
		const back = await send(world, first.curator, 'mentees', given, { mapping });
		expect(await text(vera.get(back))).toContain('Всё уже в банке: изменений нет');

		const other = await aSchool(world, { name: `Школа обратно ${format}`, roles: ['curator'] });
		const olga = as(world, other.curator);
		const path = await send(world, other.curator, 'mentees', given);
		const page = await text(olga.get(path));
		for (const words of ['1 новый человек', 'такого имени в списке нет', 'Дисциплина и работа с классом, группой (3)'])
			expect(page).toContain(words);
		expect(await count(world, 'people', other.curator), 'nothing is loaded before it is accepted').toBe(1);
		expect((await accept(world, other.curator, path)).status).toBe(303);
		expect(await text(olga.get(path))).toContain('вошли в банк 1, из них новых людей 1');
		const list = await text(olga.get('/registry/mentees'));
		for (const words of ['Гусев Борис Олегович', 'Не слушает 8', 'в программе: Белова А. С.'])
			expect(list).toContain(words);
		const twice = await send(world, other.curator, 'mentees', given);
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

test('files and orders of columns belong to their school; a teacher has none; what was read is left and forgotten', async () => {
	const { curator, teacher } = await school(world, 'Школа своя');
	const stranger = (await school(world, 'Школа чужая')).curator;
	const path = await send(world, curator, 'mentees', 'ФИО\tЗапрос\nЁлкина Алёна Игоревна\tx');
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
