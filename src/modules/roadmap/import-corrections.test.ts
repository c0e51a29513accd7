import { beforeAll, expect, test } from 'vitest';
import { aReadingWorld, fieldsOf, idIn, plain, type ReadingWorld, sendAndRead } from '../../../test/import-story';
import { schoolPlan } from '../../../test/roadmaps';
import { aSchool, as } from '../../../test/stories';
import type { Draft } from './rules/draft';

let world: ReadingWorld;
beforeAll(async () => {
	world = await aReadingWorld();
});

const text = async (answer: Response | Promise<Response>) => plain(await (await answer).text());

/** Vera's school with the invented plan read: a1–a3 in the first stage, a4–a7 in the second. */
async function aReadPlan() {
	const school = await aSchool(world);
	const path = await sendAndRead(world, school.curator, { content: schoolPlan() });
	const [vera, gleb] = [as(world, school.curator), as(world, school.director)];
	const draft = async () => {
		const row = await world.owner
			.selectFrom('roadmap_imports')
			.select('draft')
			.where('id', '=', idIn(path))
			.executeTakeFirstOrThrow();
		return row.draft as Draft;
	};
	const row = async (key: string) => (await draft()).activities.find((one) => one.key === key);
	const form = async (at: string) => fieldsOf(await text(vera.get(`${path}${at}`)), `${path}${at}`);
	return { school, path, vera, gleb, draft, row, form };
}

test('new words of a deadline are understood at once; the doubt is over; the page says it and offers the way back', async () => {
	const { vera, path, row, form } = await aReadPlan();
	const answer = await vera.post(`${path}/activities/a1`, {
		...(await form('/activities/a1')),
		deadline: 'до 20 мая ежегодно'
	});
	expect(answer.headers.get('location')).toBe(`${path}?saved=correction&at=a1#a1`);
	expect((await row('a1'))?.deadline).toMatchObject({ kind: 'windows', windows: [{ to: '2027-05-20' }] });
	expect((await row('a1'))?.doubts).toEqual([]);
	const page = await text(vera.get(`${path}?saved=correction`));
	expect(page).toContain('Исправлено: «Издать приказ о наставничестве».');
	expect(page).toContain('до 20 мая 2027');
	expect(page).toContain('Неясных мест и замечаний нет.');

	await vera.post(`${path}/undoing`);
	expect((await row('a1'))?.deadline.text).toBe('август');
	expect(await text(vera.get(`${path}?saved=undone`))).toContain('Взят август перед началом учебного года');
});

test('new responsible people are told apart: a person, a post, a group, another organisation', async () => {
	const { vera, path, row, form } = await aReadPlan();
	await vera.post(`${path}/activities/a1`, {
		...(await form('/activities/a1')),
		responsible: 'Белова А.С.\nзаместитель директора\nпедагоги-наставники\nметодический центр'
	});
	expect((await row('a1'))?.responsible.map(({ kind }) => kind)).toEqual(['person', 'role', 'group', 'organisation']);
});

test.each([
	['/activities/a1', { title: '' }, 'Напишите, что нужно сделать'],
	['/activities/a1', { deadline: 'я'.repeat(501) }, 'Не длиннее 500 знаков'],
	['/heading', { title: '' }, 'Напишите название плана'],
	['/heading', { from: '01.09.2026', to: '' }, 'Укажите оба дня'],
	['/heading', { from: '01.09.2027', to: '31.08.2026' }, 'Конец раньше начала'],
	['/heading', { from: '31.02.2026', to: '31.08.2026' }, 'Напишите день так'],
	['/stages/s1', { title: ' ' }, 'Напишите название этапа']
])('%s with %j comes back with a sentence and all that was typed', async (at, wrong, why) => {
	const { vera, path, form, draft } = await aReadPlan();
	const before = await draft();
	const fields: Record<string, string> = { ...(await form(at)), ...wrong };
	const answer = await vera.post(`${path}${at}`, fields);
	expect(answer.status).toBe(422);
	const page = await text(answer);
	expect(page).toContain(why);
	for (const value of Object.values(wrong)) expect(page).toContain(value.trim());
	expect(page).toContain(fields.token);
	expect(await draft()).toEqual(before);
});

test('two at once: the second sees what the first has written beside her own words, and decides', async () => {
	const { vera, gleb, path, row, form } = await aReadPlan();
	const opened = await form('/activities/a2');
	await gleb.post(`${path}/activities/a2`, { ...opened, token: crypto.randomUUID(), title: 'Анкеты для молодых' });

	const late = await vera.post(`${path}/activities/a2`, { ...opened, title: 'Опрос молодых педагогов' });
	expect(late.status).toBe(409);
	const page = await text(late);
	expect(page).toContain('Пока вы правили, эту запись изменили');
	expect(page).toContain('Анкеты для молодых');
	expect(page).toContain('Опрос молодых педагогов');
	expect((await row('a2'))?.title).toBe('Анкеты для молодых');

	expect((await vera.post(`${path}/activities/a2`, fieldsOf(page, `${path}/activities/a2`))).status).toBe(303);
	expect((await row('a2'))?.title).toBe('Опрос молодых педагогов');
});

test('two at once in different rows do not disturb each other; headings and stages notice each other too', async () => {
	const { vera, gleb, path, row, form } = await aReadPlan();
	const [second, third] = [await form('/activities/a2'), await form('/activities/a3')];
	await gleb.post(`${path}/activities/a2`, { ...second, title: 'Анкеты' });
	expect((await vera.post(`${path}/activities/a3`, { ...third, title: 'Семинар' })).status).toBe(303);
	expect([(await row('a2'))?.title, (await row('a3'))?.title]).toEqual(['Анкеты', 'Семинар']);

	for (const at of ['/heading', '/stages/s2']) {
		const opened = await form(at);
		const mine = { ...opened, token: crypto.randomUUID(), title: 'Другое название' };
		expect((await gleb.post(`${path}${at}`, mine)).status).toBe(303);
		const late = await vera.post(`${path}${at}`, { ...opened, title: 'Моё название' });
		expect(late.status).toBe(409);
		expect(await text(late)).toContain('Другое название');
	}
});

test('many rows in one act: removed, put back, moved to another stage, made one', async () => {
	const { vera, path, draft } = await aReadPlan();
	const titles = async () => (await draft()).activities.filter(({ removed }) => !removed).map(({ title }) => title);

	await vera.post(`${path}/selection`, { act: 'remove', row: ['a1', 'a2'] });
	expect(await titles()).toHaveLength(5);
	expect(await text(vera.get(path))).toContain('Убрано: 2 мероприятия');
	await vera.post(`${path}/selection`, { act: 'put-back', row: ['a1'] });
	expect(await titles()).toHaveLength(6);

	await vera.post(`${path}/selection`, { act: 'move', row: ['a4', 'a5'], stage: 's1' });
	expect((await draft()).activities.filter(({ stage }) => stage === 's1')).toHaveLength(5);
	await vera.post(`${path}/selection`, { act: 'merge', row: ['a6', 'a7'] });
	expect(await titles()).toContain('Отчитаться на педсовете о работе пар Обновить раздел сайта');
});

test.each([
	[{ act: 'remove' }, 'Отметьте строки'],
	[{ act: 'remove', row: 'a99' }, 'Отметьте строки'],
	[{ act: 'merge', row: 'a1' }, 'хотя бы две'],
	[{ act: 'merge', row: ['a1', 'a7'] }, 'одного этапа'],
	[{ act: 'move', row: 'a1', stage: 's9' }, 'Выберите этап'],
	[{ act: 'burn', row: 'a1' }, 'Выберите, что сделать']
])('an act on rows that makes no sense, %j, is explained and changes nothing', async (fields, why) => {
	const { vera, path, draft } = await aReadPlan();
	const before = await draft();
	const answer = await vera.post(`${path}/selection`, fields as Record<string, string>);
	expect(answer.status).toBe(422);
	expect(await text(answer)).toContain(why);
	expect(await draft()).toEqual(before);
});

test('a row becomes two and, with the one above, one again', async () => {
	const { vera, path, draft, form } = await aReadPlan();
	const split = {
		version: (await form('/activities/a6')).version ?? '',
		titles: 'Отчитаться на педсовете\nСобрать пары'
	};
	await vera.post(`${path}/activities/a6/splitting`, split);
	const rows = (await draft()).activities;
	const parts = rows.filter(({ title }) => ['Отчитаться на педсовете', 'Собрать пары'].includes(title));
	expect(parts.map(({ deadline }) => deadline.text)).toEqual(['декабрь, май', 'декабрь, май']);

	await vera.post(`${path}/activities/${parts[1]?.key}/merging`);
	expect((await draft()).activities.map(({ title }) => title)).toContain('Отчитаться на педсовете Собрать пары');
	const first = await vera.post(`${path}/activities/a1/merging`);
	expect(first.status).toBe(422);
	expect(await text(first)).toContain('объединять не с чем');
	const one = await vera.post(`${path}/activities/a1/splitting`, { version: split.version, titles: 'Только одно' });
	expect(one.status).toBe(422);
	expect(await text(one)).toContain('Только одно');
});

test('a row is added where it belongs', async () => {
	const { vera, path, draft } = await aReadPlan();
	const page = await text(vera.get(`${path}/activities/new?after=a3`));
	const fields = fieldsOf(page, `${path}/activities`);
	expect(fields.stage).toBe('s1');
	await vera.post(`${path}/activities`, { ...fields, title: 'Собрать согласия', deadline: 'сентябрь' });
	const titles = (await draft()).activities.map(({ title }) => title);
	expect(titles[3]).toBe('Собрать согласия');
	expect((await draft()).activities[3]?.deadline.windows).toEqual([{ from: '2026-09-01', to: '2026-09-30' }]);
});

test('the border of a stage is moved, a stage is begun and removed; the rows stay', async () => {
	const { vera, path, draft } = await aReadPlan();
	const inStage = async (key: string) => (await draft()).activities.filter(({ stage }) => stage === key).length;
	const opened = await text(vera.get(`${path}/stages/s2?first=a3`));
	await vera.post(`${path}/stages/s2`, fieldsOf(opened, `${path}/stages/s2`));
	expect([await inStage('s1'), await inStage('s2')]).toEqual([2, 5]);

	await vera.post(`${path}/stages`, { row: 'a6', stageTitle: 'Подведение итогов' });
	const begun = (await draft()).stages.find(({ title }) => title === 'Подведение итогов')?.key ?? '';
	expect(await inStage(begun)).toBe(2);
	await vera.post(`${path}/stages/${begun}/removal`);
	expect(await inStage('s2')).toBe(5);
	expect((await draft()).activities).toHaveLength(7);
});

test('another period: months without a year and «в течение года» mean other days', async () => {
	const { vera, path, row, form } = await aReadPlan();
	await vera.post(`${path}/heading`, { ...(await form('/heading')), from: '01.09.2027', to: '31.08.2028' });
	expect((await row('a2'))?.deadline.windows).toEqual([{ from: '2027-09-01', to: '2027-09-30' }]);
	expect((await row('a4'))?.deadline.windows).toEqual([{ from: '2027-09-01', to: '2028-08-31' }]);
});

test('what is said of the whole plan follows from how it stands now', async () => {
	const { vera, path, form } = await aReadPlan();
	await vera.post(`${path}/selection`, { act: 'move', row: ['a1', 'a2', 'a3'], stage: 's2' });
	expect(await text(vera.get(path))).toContain('В этапе «Подготовка» нет мероприятий');
	await vera.post(`${path}/undoing`);
	await vera.post(`${path}/heading`, { ...(await form('/heading')), from: '', to: '' });
	const page = await text(vera.get(path));
	expect(page).not.toContain('В этапе «Подготовка» нет мероприятий');
	expect(page).toContain('не сказано, на какие годы план');
	expect(page).toContain('Перенесено мероприятий: 3. (отменено)');
});

test('undo goes back step by step to what was read, and no further', async () => {
	const { vera, path, draft } = await aReadPlan();
	const read = (await draft()).activities.map(({ title, removed }) => ({ title, removed }));
	await vera.post(`${path}/selection`, { act: 'remove', row: 'a1' });
	await vera.post(`${path}/selection`, { act: 'merge', row: ['a6', 'a7'] });
	for (const _ of [1, 2]) expect((await vera.post(`${path}/undoing`)).status).toBe(303);
	expect((await draft()).activities.map(({ title, removed }) => ({ title, removed }))).toEqual(read);
	const more = await vera.post(`${path}/undoing`);
	expect(more.status).toBe(422);
	expect(await text(more)).toContain('Исправлений больше нет');
});

test('a form opened before an undo does not quietly bring the undone back', async () => {
	const { vera, gleb, path, form } = await aReadPlan();
	await gleb.post(`${path}/activities/a2`, { ...(await form('/activities/a2')), title: 'Анкеты' });
	const opened = await form('/activities/a2');
	await gleb.post(`${path}/undoing`);
	expect((await vera.post(`${path}/activities/a2`, { ...opened, results: 'Справка' })).status).toBe(409);
});

test('each correction leaves a line in the journal, with the words apart from it', async () => {
	const { vera, path, school } = await aReadPlan();
	await vera.post(`${path}/selection`, { act: 'remove', row: 'a1' });
	await vera.post(`${path}/undoing`);
	const lines = await world.owner
		.selectFrom('journal')
		.select(['act', 'actor_id', 'subject_id', 'details'])
		.where('organisation_id', '=', school.organisationId)
		.where('act', 'in', ['roadmap.corrected', 'roadmap.uncorrected'])
		.orderBy('act')
		.execute();
	const same = { actor_id: school.curator.personId, subject_id: idIn(path), details: {} };
	expect(lines).toEqual([
		{ act: 'roadmap.corrected', ...same },
		{ act: 'roadmap.uncorrected', ...same }
	]);
});

test('«и к следующему неясному» leads to the next doubtful row, and home after the last', async () => {
	const { vera, path, form } = await aReadPlan();
	const answer = await vera.post(`${path}/activities/a2`, { ...(await form('/activities/a2')), onward: 'next' });
	expect(answer.headers.get('location')).toBe(`${path}/activities/a1`);
	const last = await vera.post(`${path}/activities/a1`, { ...(await form('/activities/a1')), onward: 'next' });
	expect(last.headers.get('location')).toBe(`${path}?saved=correction&at=a1#a1`);
});

test('a row saved as it stands is no correction, however the file spelled it and whatever a browser does to lines', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const path = await sendAndRead(world, school.curator, {
		content: [
			'Дорожная карта на 2026–2027 учебный год',
			'Мероприятие\tСрок\tОтветственный\tРезультат',
			'Издать приказ\tоктябрь\tДиректор, кураторы\tПриказ; положение',
			'Провести  опрос\tноябрь\tдиректор; Кураторы\tСводка'
		].join('\n')
	});
	for (const key of ['a1', 'a2']) {
		const at = `${path}/activities/${key}`;
		const fields = Object.entries(fieldsOf(await text(vera.get(at)), at));
		const sent = Object.fromEntries(fields.map(([name, value]) => [name, value.replaceAll('\n', '\r\n')]));
		expect((await vera.post(at, sent)).headers.get('location')).toBe(`${path}?at=${key}#${key}`);
	}
	expect(await text(vera.get(`${path}?saved=correction`))).not.toContain('Исправления:');
});

test('odd signs in what is typed neither break the page nor the database', async () => {
	const { vera, path, row, form } = await aReadPlan();
	const odd = '</textarea><script>alert(1)</script>\0 \ud800 Приказ & «ёлка»';
	expect((await vera.post(`${path}/activities/a1`, { ...(await form('/activities/a1')), title: odd })).status).toBe(
		303
	);
	expect((await row('a1'))?.title).toContain('Приказ & «ёлка»');
	expect(await (await vera.get(path)).text()).not.toContain('<script>alert');
	expect((await vera.get(`${path}/activities/a1`)).status).toBe(200);
});
