import { beforeAll, expect, test } from 'vitest';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import type { Actor } from '../../core/actor';
import { readAs } from '../../db/as-actor';
import { findCalendar } from './queries';
import { isSchoolDay, isWorkingDay, schoolYearFrom, termOf } from './rules/calendar';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const calendarOf = (actor: Actor) => readAs(world.db, actor, (tx) => findCalendar(tx, actor, schoolYearFrom(2026)));
const undoingIn = (page: string) => /action="(\/calendar-changes\/[^"]+)"/.exec(page)?.[1] ?? '';

test('Вера chooses quarters with one press, looks, and takes it back', async () => {
	const { curator } = await aSchool(world, { name: 'Школа № 1' });
	const vera = as(world, curator);
	expect(await (await vera.get('/calendar')).text()).toContain('Как устроен ваш год?');

	const answer = await vera.post('/calendar/2026/preset', { preset: 'quarters' });
	expect(answer.headers.get('location')).toBe('/calendar/2026?saved=change');
	const page = await (await vera.get('/calendar/2026?saved=change')).text();
	expect(page).toContain('Сейчас 1 четверть');
	expect(page).toContain('Порядок года 2026/27 заполнен.');

	const calendar = await calendarOf(curator);
	expect(termOf('2026-09-05', calendar)?.name).toBe('1 четверть');
	expect(isSchoolDay('2026-10-26', calendar)).toBe(false);
	expect(isWorkingDay('2026-10-26', calendar)).toBe(true);

	expect((await vera.post(undoingIn(page), { year: '2026' })).status).toBe(303);
	expect(await calendarOf(curator)).toMatchObject({ terms: [], daysOff: [] });
});

test('quarantine is added, seen by a teacher, removed, and brought back by undo', async () => {
	const { curator, teacher } = await aSchool(world, { name: 'Школа № 2' });
	const vera = as(world, curator);
	const days = { kind: 'quarantine', name: 'Карантин по гриппу', from: '14.09.2026', to: '20.09.2026' };
	expect((await vera.post('/calendar/2026/days-off', days)).status).toBe(303);

	const seen = await (await as(world, teacher).get('/calendar')).text();
	expect(seen).toContain('Карантин по гриппу');
	expect(seen).not.toContain('Добавить в календарь');
	expect(isSchoolDay('2026-09-15', await calendarOf(curator))).toBe(false);

	const [row] = (await calendarOf(curator)).daysOff;
	expect((await vera.post(`/days-off/${row?.id}/removal`)).status).toBe(303);
	expect((await calendarOf(curator)).daysOff).toEqual([]);
	const page = await (await vera.get('/calendar/2026?saved=change')).text();
	expect(page).toContain('Убрано: Карантин по гриппу');
	await vera.post(undoingIn(page), { year: '2026' });
	expect((await calendarOf(curator)).daysOff).toEqual([row]);
});

test('the arrows lead from year to year and stop where calendars end', async () => {
	const { curator } = await aSchool(world, { name: 'Школа № 30' });
	const vera = as(world, curator);
	for (const year of [2000, 2026, 2099]) {
		const page = await (await vera.get(`/calendar/${year}`)).text();
		const others = [...page.matchAll(/href="(\/calendar\/\d{4})"/g)].map(([, address = '']) => address);
		expect(others.length).toBeGreaterThan(0);
		for (const address of others) expect(`${address} ${(await vera.get(address)).status}`).toBe(`${address} 200`);
	}
	expect((await vera.get('/calendar/1999')).status).toBe(404);
});

test('only the last change can be taken back', async () => {
	const { curator } = await aSchool(world, { name: 'Школа № 3' });
	const vera = as(world, curator);
	await vera.post('/calendar/2026/days-off', { kind: 'day-off', name: 'День республики', from: '12.10.2026', to: '' });
	const first = undoingIn(await (await vera.get('/calendar/2026?saved=change')).text());
	await vera.post('/calendar/2026/days-off', { kind: 'quarantine', name: '', from: '01.02.2027', to: '07.02.2027' });

	const refused = await vera.post(first, { year: '2026' });
	expect(refused.status).toBe(422);
	expect(await refused.text()).toContain('Сначала отмените последнее изменение');
	expect((await calendarOf(curator)).daysOff).toHaveLength(2);
});

test.each([
	[{ from: '31.09.2026', to: '' }, 'Укажите первый день'],
	[{ from: '20.09.2026', to: '14.09.2026' }, 'Последний день раньше первого'],
	[{ from: '14.09.2027', to: '' }, 'вне учебного года'],
	[{ from: '01.10.2026', to: '30.12.2026' }, 'Больше 60 дней подряд']
])('days mistyped as %o come back with what is wrong and what was typed', async (typed, why) => {
	const { curator } = await aSchool(world, { name: 'Школа № 4' });
	const answer = await as(world, curator).post('/calendar/2026/days-off', {
		kind: 'quarantine',
		name: 'ОРВИ',
		...typed
	});
	expect(answer.status).toBe(422);
	const page = await answer.text();
	for (const text of [why, 'value="ОРВИ"', `value="${typed.from}"`]) expect(page).toContain(text);
	expect((await calendarOf(curator)).daysOff).toEqual([]);
});

test('terms are set on one screen; somebody who opened it earlier sees both versions and loses nothing', async () => {
	const { curator, director } = await aSchool(world, { name: 'Школа № 5' });
	const [vera, gleb] = [as(world, curator), as(world, director)];
	const terms = { version: '0', 'name-0': '1 полугодие', 'from-0': '01.09.2026', 'to-0': '30.12.2026' };
	expect((await vera.post('/calendar/2026/terms', terms)).status).toBe(303);

	const late = await gleb.post('/calendar/2026/terms', { ...terms, 'name-0': '1 семестр', 'to-0': '29.12.2026' });
	expect(late.status).toBe(409);
	const page = await late.text();
	for (const text of [
		'1 полугодие: 01.09.2026 – 30.12.2026',
		'value="1 семестр"',
		'value="29.12.2026"',
		'name="version" value="1"'
	]) {
		expect(page).toContain(text);
	}
	expect((await gleb.post('/calendar/2026/terms', { ...terms, version: '1', 'name-0': '1 семестр' })).status).toBe(303);
	expect((await calendarOf(curator)).terms.map(({ name }) => name)).toEqual(['1 семестр']);

	const overlapping = { ...terms, version: '2', 'name-1': '2 семестр', 'from-1': '30.12.2026', 'to-1': '31.05.2027' };
	const refused = await vera.post('/calendar/2026/terms', overlapping);
	expect(refused.status).toBe(422);
	expect(await refused.text()).toContain('начинается раньше, чем закончилась');
});

test("another school's days do not exist here, and a teacher may not change ours", async () => {
	const ours = await aSchool(world, { name: 'Школа № 6' });
	const theirs = await aSchool(world, { name: 'Школа № 7' });
	await as(world, ours.curator).post('/calendar/2026/days-off', { kind: 'quarantine', from: '14.09.2026', to: '' });
	const [row] = (await calendarOf(ours.curator)).daysOff;
	expect((await as(world, theirs.curator).post(`/days-off/${row?.id}/removal`)).status).toBe(404);
	expect((await as(world, ours.teacher).post(`/days-off/${row?.id}/removal`)).status).toBe(403);
	expect((await as(world, ours.teacher).get('/calendar/2026/terms')).status).toBe(403);
	expect((await as(world, ours.curator).get('/calendar/сентябрь')).status).toBe(404);
});

test('holidays of 2024–2027 by law: transfers differ for five and six days, and what is not known yet is said', async () => {
	const { curator } = await aSchool(world, { name: 'Школа № 8' });
	const five = await readAs(world.db, curator, (tx) =>
		findCalendar(tx, curator, { from: '2024-01-01', to: '2027-12-31' })
	);
	const six = { ...five, workingWeek: 6 as const };
	const free = ['2024-12-31', '2025-05-08', '2026-03-09', '2026-11-04', '2027-05-10'];
	for (const day of free) expect([isWorkingDay(day, five), isWorkingDay(day, six)], day).toEqual([false, false]);
	for (const day of ['2024-05-10', '2025-06-13', '2026-01-09', '2026-05-11']) {
		expect([isWorkingDay(day, five), isWorkingDay(day, six)], day).toEqual([false, true]);
	}
	for (const saturday of ['2024-04-27', '2024-12-28', '2025-11-01'])
		expect(isWorkingDay(saturday, five), saturday).toBe(true);

	const page = await (await as(world, curator).get('/calendar/2026')).text();
	expect(page).toContain('решение Правительства о переносах – нет');
	expect(page).toContain('постановление Правительства РФ от 24.09.2025 № 1466');
	expect(await (await as(world, curator).get('/calendar/2025')).text()).not.toContain('известны не полностью');
});
