import readXlsxFile from 'read-excel-file/node';
import { beforeAll, expect, test } from 'vitest';
import { aSchoolAtWork, aTime, at, done, location, text } from '../../../test/plan-story';
import { aPlan } from '../../../test/plans';
import { costsTheSame, countingQueries } from '../../../test/queries';
import { as, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { readDocx } from './readers/docx/read-docx';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const completions = (organisationId: string) =>
	world.owner.selectFrom('completions').selectAll().where('organisation_id', '=', organisationId).execute();
const journalled = (organisationId: string) =>
	world.owner
		.selectFrom('journal')
		.select(['act', 'subject_kind'])
		.where('organisation_id', '=', organisationId)
		.execute();

test.each([
	[{ doneOn: '06.09.2026' }, 'Этот день ещё не наступил'],
	[{ doneOn: '31.09.2026' }, 'Укажите день'],
	[{ url: 'не адрес' }, 'не похоже на адрес'],
	[{ outcome: 'not-done' }, 'почему не выполнено'],
	[{ files: new File([], 'пусто.docx') }, 'Файл пустой']
])('what is mistyped, %j, comes back with all that was typed and leaves no trace', async (typed, why) => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const fields = { ...done, note: '', back: 'plan', ...typed };
	const wrong = await vera.post(`/occurrences/${aTime(plan, 'Издать приказ о парах')}/completion`, fields);
	expect(wrong.status).toBe(422);
	const page = await wrong.text();
	expect(page).toContain(why);
	expect(page).toContain(`value="${fields.doneOn}"`);
	expect(await completions(school.organisationId)).toEqual([]);
	expect(await journalled(school.organisationId)).toEqual([]);
});

test('the clock turns: ahead, this week, overdue; what was due before the plan was accepted is asked, never red', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const seen = async (instant: string) => text(as(world, school.curator, at(instant)).get(`/roadmap/${plan.id}`));

	const september = await seen('2026-09-05T05:00:00Z');
	expect(september).toContain('5 мероприятий: выполнено 0, просроченного нет');
	expect(september).toContain('разобрать: срок был раньше');
	expect(september).toContain('ждём от РЦ');
	expect(await seen('2026-09-07T05:00:00Z')).toContain('на этой неделе 1');
	expect(await seen('2026-09-11T05:00:00Z')).toContain('просрочено на 1 день');
	const june = await seen('2027-06-01T05:00:00Z');
	expect(june).toContain('просрочено 2');
	expect(june).toContain('пора сказать, как идёт');
	expect(await text(as(world, school.curator, at('2026-09-11T05:00:00Z')).get('/roadmap'))).toContain('просрочено 1.');
});

test('once a term, one screen: what goes on is said of many rows at once, with the reason where it does not', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator, at('2026-10-22T05:00:00Z'));
	expect(await text(vera.get('/today'))).toContain(`/roadmap/${plan.id}/review`);
	const time = aTime(plan, 'Встречи пар');
	expect(await text(vera.get(`/roadmap/${plan.id}/review`))).toContain(`outcome-${time}`);

	const empty = await vera.post(`/roadmap/${plan.id}/review`);
	expect(empty.status).toBe(422);
	expect(await empty.text()).toContain('Ничего не выбрано');
	const long = await vera.post(`/roadmap/${plan.id}/review`, { [`note-${time}`]: 'о'.repeat(1001) });
	expect(await long.text()).toContain('Заметка длиннее 1000 знаков');
	const answer = await vera.post(`/roadmap/${plan.id}/review`, {
		[`outcome-${time}`]: 'done',
		[`note-${time}`]: 'Девять пар встречаются каждые две недели'
	});
	expect(location(answer)).toContain('saved=completions');
	expect(await text(vera.get(`/activities/${plan.activities['Встречи пар']?.id}`))).toContain('Девять пар встречаются');
	expect(await text(vera.get(`/roadmap/${plan.id}/review`))).toContain('Спрашивать'.toLowerCase());

	const past = await vera.post(`/roadmap/${plan.id}/review?about=past`, {
		[`outcome-${aTime(plan, 'Разместить положение на сайте')}`]: 'done'
	});
	expect(past.status).toBe(303);
	expect(await text(vera.get(`/roadmap/${plan.id}`))).not.toContain('разобрать: срок был раньше');
});

test('an archived plan calls nobody and takes no marks; brought back, it goes on', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator, at('2026-09-08T05:00:00Z'));
	const path = `/occurrences/${aTime(plan, 'Провести анкетирование педагогов')}/completion`;
	expect(await text(vera.get('/today'))).toContain('На этой неделе 1 дело');
	const archived = await vera.post(`/roadmap/${plan.id}/archiving`);
	expect(await text(vera.get(location(archived)))).toContain('План убран в архив');
	const quiet = await text(vera.get('/today'));
	expect(quiet).toContain('Начните с дорожной карты');
	expect(quiet).not.toContain('Провести анкетирование');
	const refused = await vera.post(path, done);
	expect(refused.status).toBe(422);
	expect(await refused.text()).toContain('План в архиве');
	await vera.post(`/roadmap/${plan.id}/restoration`);
	expect((await vera.post(path, done)).status).toBe(303);
});

test('the plan under its filters, in another order, on the timeline, on paper', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const rows = async (query: string) =>
		[
			...(await text(vera.get(`/roadmap/${plan.id}?${query}`))).matchAll(/<th scope="row"[^>]*>\s*<a[^>]*>([^<]+)</g)
		].map(([, title]) => title);
	expect(await rows('')).toHaveLength(5);
	expect(await rows('show=waiting')).toEqual(['Региональный семинар кураторов']);
	expect(await rows('show=unsorted')).toEqual(['Разместить положение на сайте']);
	expect(await rows(`by=${school.mentor.personId}`)).toEqual(['1. Провести анкетирование педагогов']);
	expect(await rows('q=АНКЕТИРОВАНИЕ')).toEqual(['1. Провести анкетирование педагогов']);
	expect((await rows('sort=deadline'))[0]).toBe('Разместить положение на сайте');
	expect(await rows('q=такого нет')).toEqual([]);
	expect(await text(vera.get(`/roadmap/${plan.id}?view=timeline`))).toContain('<svg');
	expect(await text(vera.get(`/roadmap/${plan.id}/print`))).toContain('Что сделано');
});

test('«Информация о ходе выполнения» is one click away: what was done, when, by what it is proved, why not', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const order = { ...done, note: 'Приказ № 7', url: 'https://school.example.ru/7' };
	await vera.post(`/occurrences/${aTime(plan, 'Издать приказ о парах')}/completion`, order);
	const refusal = { ...done, outcome: 'not-done', note: '=карантин' };
	await vera.post(`/occurrences/${aTime(plan, 'Разместить положение на сайте')}/completion`, refusal);
	const file = await vera.get(`/roadmap/${plan.id}/progress.xlsx`);
	expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain(
		'Ход выполнения на 05.09.2026.xlsx'
	);
	const [sheet] = await readXlsxFile(Buffer.from(await file.arrayBuffer()));
	const rows = (sheet?.data ?? []).map((row) => row.map((cell) => cell ?? ''));
	expect(rows).toHaveLength(6);
	expect(rows[2]?.slice(2)).toEqual([
		'Издать приказ о парах',
		'до 1 октября',
		'Директор',
		'',
		'Приказ № 7',
		'05.09.2026',
		'https://school.example.ru/7',
		''
	]);
	expect(rows[5]?.at(-1)).toBe('=карантин');

	const word = await vera.get(`/roadmap/${plan.id}/progress.docx`);
	const { blocks } = readDocx(new Uint8Array(await word.arrayBuffer()));
	const table = blocks.find((block) => block.kind === 'table');
	const written = table?.rows.map(({ cells }) => cells.map((cell) => cell.lines.map(({ text }) => text).join('\n')));
	expect(written).toEqual(rows);
});

test('the same report of a day that has passed knows nothing of what came later; a day that is none or ahead is asked for again', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator, at('2026-09-12T05:00:00Z'));
	const marked = (doneOn: string, note: string) => ({
		outcome: 'done',
		doneOn,
		note,
		url: `https://school.example/${note}`
	});
	await vera.post(
		`/occurrences/${aTime(plan, 'Провести анкетирование педагогов')}/completion`,
		marked('08.09.2026', 'Опрос')
	);
	await vera.post(`/occurrences/${aTime(plan, 'Издать приказ о парах')}/completion`, marked('11.09.2026', 'Приказ'));
	const on = (day: string) => vera.get(`/roadmap/${plan.id}/progress.xlsx?on=${day}`);
	const said = async (day: string) => {
		const [sheet] = await readXlsxFile(Buffer.from(await (await on(day)).arrayBuffer()));
		return (sheet?.data ?? []).flatMap((row) => row.slice(6, 9)).filter((cell) => cell !== null && cell !== '');
	};
	const heads = ['Что сделано', 'Дата', 'Подтверждения'];
	expect(await said('07.09.2026')).toEqual(heads);
	expect(await said('08.09.2026')).toEqual([
		...heads,
		'Опрос',
		'08.09.2026',
		expect.stringContaining('school.example')
	]);
	expect(await said('')).toContain('Приказ');
	expect(decodeURIComponent((await on('08.09.2026')).headers.get('content-disposition') ?? '')).toContain(
		'на 08.09.2026'
	);

	for (const [day, why] of [
		['31.09.2026', 'Укажите день'],
		['13.09.2026', 'Этот день ещё не наступил']
	] as const) {
		for (const file of ['progress.xlsx', 'progress.docx']) {
			const answer = await vera.get(`/roadmap/${plan.id}/${file}?on=${day}`);
			expect(answer.status).toBe(422);
			const page = await answer.text();
			expect(page).toContain(why);
			expect(page).toContain(`value="${day}"`);
		}
	}
});

test('a plan of five hundred rows costs as many queries as one of five', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const activities = Array.from({ length: 500 }, (_, index) => ({
		title: `Мероприятие ${index}`,
		times: [{ from: '2026-09-01', to: '2026-09-30' }]
	}));
	const big = await aPlan(world, school.curator, { title: 'Большой план', stages: [{ title: 'Этап', activities }] });
	const pages = countingQueries(world, school.curator);
	for (const page of ['', '?view=timeline', '/print', '/review', '/progress.xlsx']) {
		await costsTheSame(pages, `/roadmap/${plan.id}${page}`, `/roadmap/${big.id}${page}`);
	}
	const day = await pages.cost('/today');
	await world.owner
		.updateTable('roadmaps')
		.set({ archived_at: now.at, archived_by: school.curator.personId })
		.where('id', '=', big.id)
		.execute();
	expect(await pages.cost('/today')).toBe(day);
});
