import { beforeAll, expect, test } from 'vitest';
import {
	aReadingWorld,
	fieldsOf,
	idIn,
	onDay,
	plain,
	type ReadingWorld,
	readNow,
	send,
	sendAndRead
} from '../../../test/import-story';
import { schoolPlan } from '../../../test/roadmaps';
import { aSchool, as, now, timeZone } from '../../../test/stories';
import { anUnderstanding } from '../../../test/understood';
import { system } from '../../core/actor';
import { asActor } from '../../db/as-actor';
import { recordReading } from './commands/import-roadmap';
import { fixtures } from './engine/fixtures/all';
import { type Fixture, truthOf } from './engine/fixtures/fixture';
import { renderings } from './engine/fixtures/render';

let world: ReadingWorld;
beforeAll(async () => {
	world = await aReadingWorld();
});

const text = async (answer: Response | Promise<Response>) => plain(await (await answer).text());
const rowsOf = (organisationId: string) =>
	world.owner
		.selectFrom('activities')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.orderBy('position')
		.execute();
const journalled = async (organisationId: string) =>
	(await world.owner.selectFrom('journal').select('act').where('organisation_id', '=', organisationId).execute())
		.map(({ act }) => act)
		.sort();

test('from a file to a plan: sent, read, looked through, people confirmed, accepted', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const path = await send(world, school.curator, { content: schoolPlan() });
	expect(await text(vera.get(path))).toContain('Читаем «План.txt»');

	await readNow(world, school.curator, idIn(path));
	const understood = await text(vera.get(path));
	expect(understood).toContain('7 мероприятий, 2 этапа, в 1 ждём других: РЦ');
	expect(understood).toContain('Взят август перед началом учебного года');
	expect(understood).toContain('декабрь 2026, май 2027');

	const people = await text(vera.get(`${path}/people`));
	expect(people).toMatch(new RegExp(`value="${school.curator.personId}" selected`));
	const named = [...people.matchAll(/name="words" value="([^"]+)"/g)].map(([, words]) => words as string);
	const chosen = [...people.matchAll(/<select name="person".*?<\/select>/gs)].map(
		([select]) => /value="([^"]*)" selected/.exec(select)?.[1] ?? ''
	);
	expect(named).toContain('дронова в.п.');
	const confirmed = await vera.post(`${path}/people`, { words: named, person: chosen });
	expect(confirmed.headers.get('location')).toBe(`${path}/acceptance`);

	const last = await text(vera.get(`${path}/acceptance`));
	expect(last).toContain('Исполнители: 4 из 4');
	expect(last).not.toContain('Это план прошлых лет');
	const accepted = await vera.post(`${path}/acceptance`, fieldsOf(last, `${path}/acceptance`));
	const roadmap = accepted.headers.get('location') ?? '';
	expect(roadmap).toMatch(/^\/roadmap\/[0-9a-f-]{36}\?saved=roadmap$/);

	const rows = await rowsOf(school.organisationId);
	expect(rows.map(({ title, deadline_kind, awaited }) => [title, deadline_kind, awaited])).toEqual([
		['Издать приказ о наставничестве', 'windows', false],
		['Провести анкетирование молодых педагогов', 'windows', false],
		['Принять участие в окружном семинаре', 'windows', true],
		['Проводить встречи наставников и наставляемых', 'throughout', false],
		['Консультировать педагогов', 'on-demand', false],
		['Отчитаться на педсовете о работе пар', 'windows', false],
		['Обновить раздел сайта', 'cadence', false]
	]);
	const hers = await world.owner
		.selectFrom('activity_responsible')
		.select('activity_id')
		.where('person_id', '=', school.curator.personId)
		.execute();
	expect(hers.map(({ activity_id }) => activity_id).sort()).toEqual([rows[1]?.id, rows[5]?.id].sort());
	expect(await journalled(school.organisationId)).toEqual([
		'edition.approved', // the file says which order approved it
		'file.stored',
		'roadmap.accepted',
		'roadmap.corrected',
		'roadmap.read',
		'roadmap.uploaded'
	]);
	expect((await vera.get(path)).headers.get('location')).toBe(roadmap.split('?')[0]);
});

test('pasted text goes the same way', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const sent = await vera.post('/roadmap/imports', { text: schoolPlan() });
	const path = sent.headers.get('location') ?? '';
	await readNow(world, school.curator, idIn(path));
	expect(await text(vera.get(path))).toContain('7 мероприятий, 2 этапа');
});

test('a table pasted out of Word goes along whole: the row of a stage is one merged cell', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`;
	const table = `<html><head><style>p{margin:0}</style></head><body><!--StartFragment--><table>
		${row('№', 'Мероприятие', 'Сроки', 'Ответственные')}
		<tr><td colspan="4"><p>Этап 1. Подготовка</p></td></tr>
		${row('1', 'Издать приказ о наставничестве', 'сентябрь 2026', 'Ершов Г.И.')}
		<tr><td colspan="4"><p>Этап 2. Работа пар</p></td></tr>
		${row('2', 'Провести встречи пар', 'октябрь 2026', 'наставники')}
		${row('3', 'Собрать отчёты', 'май 2027', 'Дронова В.П.')}
	</table><!--EndFragment--></body></html>`;
	const sent = await vera.post('/roadmap/imports', { text: 'то же без клеток', table });
	const path = sent.headers.get('location') ?? '';
	await readNow(world, school.curator, idIn(path));
	expect(await text(vera.get(path))).toContain('3 мероприятия, 2 этапа');
});

test('«ОО» in a school’s plan is the school: it does not wait for itself', async () => {
	const school = await aSchool(world);
	const content = schoolPlan().replace('\tРЦ\t', '\tОО\t');
	const path = await sendAndRead(world, school.curator, { content });
	const page = await text(as(world, school.curator).get(path));
	expect(page).toContain('7 мероприятий, 2 этапа.');
	expect(page).not.toContain('ждём других');
});

test.each(['Word', 'Excel'] as const)('a file of %s is read in the same confined process', async (format) => {
	const school = await aSchool(world);
	const { name, bytes } = renderings[format](fixtures.gymnasium as Fixture);
	const path = await sendAndRead(world, school.curator, { name, content: bytes });
	expect(await text(as(world, school.curator).get(path))).toContain(
		`${truthOf(fixtures.gymnasium as Fixture).activities.length} мероприятий`
	);
});

test('neither a file nor a text, both, an empty file: a sentence, and the text is still there', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const file = new File(['план'], 'План.txt');
	for (const [fields, why] of [
		[{ text: '' }, 'Выберите файл или вставьте таблицу'],
		[{ file, text: 'мой текст' }, 'Оставьте что-то одно'],
		[{ file: new File([], 'План.docx'), text: '' }, 'Файл пустой']
	] as const) {
		const answer = await vera.post('/roadmap/imports', { ...fields });
		expect(answer.status).toBe(422);
		const page = await text(answer);
		expect(page).toContain(why);
		expect(page).toContain(fields.text);
	}
	expect(await journalled(school.organisationId)).toEqual([]);
});

test('a file of 21 MB is refused in words before anything is kept', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const slightly = await vera.post('/roadmap/imports', {
		file: new File([new Uint8Array(20.5 * 1024 * 1024)], 'План.docx'),
		text: ''
	});
	expect(slightly.status).toBe(422);
	expect(await text(slightly)).toContain('Файл больше 20 МБ');
	const far = await vera.post('/roadmap/imports', {
		file: new File([new Uint8Array(30 * 1024 * 1024)], 'План.docx'),
		text: ''
	});
	expect(far.status).toBe(413);
	expect(await text(far)).toContain('Файл слишком большой');
});

test('thrown away and brought back; what is thrown away is neither corrected nor accepted', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const path = await sendAndRead(world, school.curator, { content: schoolPlan() });
	await vera.post(`${path}/discarding`);
	expect(await text(vera.get(path))).toContain('Загрузка отменена');
	for (const page of ['/acceptance', '/people', '/heading', '/activities/a1', '/stages/s1']) {
		expect((await vera.get(path + page)).headers.get('location'), page).toBe(path); // «back» leads to what became of it
	}
	expect((await vera.post(`${path}/selection`, { act: 'remove', row: 'a1' })).status).toBe(404);
	expect(await text(vera.get('/roadmap/imports'))).toContain('отменён');

	const back = await vera.post(`${path}/return`);
	expect(back.headers.get('location')).toBe(`${path}?saved=return`);
	expect(await text(vera.get(path))).toContain('7 мероприятий');
});

test('a file that was thrown away while it was being read stays thrown away', async () => {
	const school = await aSchool(world);
	const path = await send(world, school.curator, { content: schoolPlan() });
	await as(world, school.curator).post(`${path}/discarding`);
	await readNow(world, school.curator, idIn(path));
	expect(await text(as(world, school.curator).get(path))).toContain('Загрузка отменена');
	expect(await journalled(school.organisationId)).not.toContain('roadmap.read');
});

test('a reading that comes late overwrites neither corrections nor a decision', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const late = (path: string) =>
		asActor(world.db, system(school.organisationId, timeZone), 'read write', async (tx) => ({
			ok: await recordReading(
				tx,
				system(school.organisationId, timeZone),
				idIn(path),
				{ understood: anUnderstanding() },
				now
			)
		}));
	const [corrected, thrown] = [
		await sendAndRead(world, school.curator, { content: schoolPlan() }),
		await send(world, school.curator, { content: schoolPlan() })
	];
	await vera.post(`${corrected}/selection`, { act: 'remove', row: 'a1' });
	await vera.post(`${thrown}/discarding`);
	expect([await late(corrected), await late(thrown)]).toEqual([{ ok: false }, { ok: false }]);
	expect(await text(vera.get(corrected))).toContain('6 мероприятий');
	await vera.post(`${thrown}/return`);
	expect(await text(vera.get(thrown))).toContain('Читаем «План.txt»');
});

test('a reading that something stopped can be asked for again, not sooner', async () => {
	const school = await aSchool(world);
	const path = await send(world, school.curator, { content: schoolPlan() });
	expect((await as(world, school.curator).post(`${path}/reading`)).status).toBe(422);

	const later = as(world, school.curator, onDay('2026-09-05T14:05:00Z'));
	expect(await text(later.get(path))).toContain('прервалось');
	expect((await later.post(`${path}/reading`)).status).toBe(303);
	expect(await text(later.get(path))).toContain('Читаем «План.txt»');
});

test('strangers find nothing, other roles may not, visitors are asked to sign in', async () => {
	const school = await aSchool(world);
	const stranger = (await aSchool(world, { name: 'Гимназия № 6' })).curator;
	const path = await sendAndRead(world, school.curator, { content: schoolPlan() });
	const pages = [
		'',
		'/source',
		'/heading',
		'/activities/a1',
		'/activities/new',
		'/stages/s1',
		'/people',
		'/acceptance'
	];
	const acts = [
		'/selection',
		'/heading',
		'/activities',
		'/activities/a1',
		'/undoing',
		'/people',
		'/acceptance',
		'/discarding'
	];
	for (const page of pages) {
		expect((await as(world, school.curator).get(path + page)).status, page).toBe(200);
		expect((await as(world, stranger).get(path + page)).status, page).toBe(404);
		expect((await as(world, school.mentor).get(path + page)).status, page).toBe(403);
		expect((await as(world, undefined).get(path + page)).headers.get('location'), page).toMatch(/^\/sign-in/);
	}
	for (const act of acts) {
		expect((await as(world, stranger).post(path + act)).status, act).toBe(404);
		expect((await as(world, school.mentor).post(path + act)).status, act).toBe(403);
	}
	expect(await text(as(world, stranger).get('/roadmap/imports'))).not.toContain('План.txt');
});
