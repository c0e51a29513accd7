import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { aSchoolAtWork, aTime, at, done, text } from '../../../test/plan-story';
import { aPlan } from '../../../test/plans';
import { countingQueries } from '../../../test/queries';
import { aSchool, as, id } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import type { Actor } from '../../core/actor';
import { calendarFile } from './engine/calendar-file';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

/** Everybody who has an address has an account. */
async function giveAccount(actor: Actor) {
	const row = { id: actor.accountId, login: `u${actor.accountId.slice(-12)}`, created_at: '2026-09-01T00:00:00Z' };
	await world.owner.insertInto('accounts').values(row).execute();
	await world.owner
		.updateTable('people')
		.set({ account_id: actor.accountId })
		.where('id', '=', actor.personId)
		.execute();
}

/** Makes an address on one's page and answers with its path. */
async function addressOf(actor: Actor) {
	const person = as(world, actor);
	expect((await person.post('/my-calendar/address')).status).toBe(303);
	const page = await text(person.get('/my-calendar'));
	return /http:\/\/localhost(\/calendar-feed\/[\w-]{32}\.ics)/.exec(page)?.[1] ?? '';
}

/** The days an independent parser finds: title → day, all-day or not. */
function read(file: string) {
	const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
	return events.map((event) => ({
		id: event.uid,
		title: event.summary,
		day: event.startDate.toString(),
		allDay: event.startDate.isDate,
		sequence: event.sequence,
		changed: event.component.getFirstPropertyValue('last-modified')?.toString() ?? ''
	}));
}

const visitor = () => as(world, undefined);

describe('A secret address of one’s calendar', () => {
	test('shows the mentor what names her and the curator the whole plan, to a parser that is not ours', async () => {
		const { school, plan } = await aSchoolAtWork(world);
		await giveAccount(school.mentor);
		await giveAccount(school.curator);
		const [annas, veras] = [await addressOf(school.mentor), await addressOf(school.curator)];
		const answer = await visitor().get(annas);
		expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
		expect(read(await answer.text())).toEqual([
			{
				id: `${aTime(plan, 'Провести анкетирование педагогов')}@nastavnik`,
				title: '1. Провести анкетирование педагогов',
				day: '2026-09-10',
				allDay: true,
				sequence: 0,
				changed: '2026-09-05T14:00:00Z'
			}
		]);
		expect(read(await text(visitor().get(veras))).map(({ title }) => title)).toEqual([
			'Разместить положение на сайте',
			'1. Провести анкетирование педагогов',
			'Издать приказ о парах'
		]);
	});

	test('what is done is ticked, what is moved stays the same event with a higher sequence; unchanged is 304', async () => {
		const { school, plan } = await aSchoolAtWork(world);
		await giveAccount(school.mentor);
		const address = await addressOf(school.mentor);
		const first = await visitor().get(address);
		const tag = first.headers.get('etag') ?? '';
		const same = await visitor().app.request(address, { headers: { 'if-none-match': `W/${tag}` } });
		expect([same.status, await same.text()]).toEqual([304, '']);

		const time = aTime(plan, 'Провести анкетирование педагогов');
		const vera = as(world, school.curator, at('2026-09-06T05:00:00Z'));
		await vera.post(`/occurrences/${time}/deadline`, { toDay: '14.09.2026', reason: 'Каникулы' });
		const [moved] = read(await text(visitor().get(address)));
		expect(moved).toMatchObject({ id: `${time}@nastavnik`, day: '2026-09-14' });
		expect(moved?.sequence).toBeGreaterThan(0);
		await vera.post(`/occurrences/${time}/completion`, { ...done, doneOn: '06.09.2026' });
		const [marked] = read(await text(visitor().get(address)));
		expect(marked?.title).toBe('✓ 1. Провести анкетирование педагогов');
		expect(marked?.sequence).toBeGreaterThan(moved?.sequence ?? 9);
		expect((await visitor().app.request(address, { headers: { 'if-none-match': tag } })).status).toBe(200);
	});

	test('other words, terms moved for many rows and taken back: each is later and of a higher sequence, whatever the clock', async () => {
		const { school, plan } = await aSchoolAtWork(world);
		await giveAccount(school.mentor);
		const address = await addressOf(school.mentor);
		const { id: survey = '' } = plan.activities['Провести анкетирование педагогов'] ?? {};
		const look = async () => read(await text(visitor().get(address)))[0];
		const at_ = (hour: number) => as(world, school.curator, at(`2026-09-06T${String(hour).padStart(2, '0')}:00:00Z`));
		const seen = [await look()];
		const version = async () =>
			/name="version" value="(\d+)"/.exec(await text(at_(5).get(`/activities/${survey}/words`)))?.[1] ?? '';
		const say = async (hour: number, title: string) => {
			await at_(hour).post(`/activities/${survey}/words`, { version: await version(), title, results: '' });
			seen.push(await look());
		};
		await say(9, 'Провести анкетирование молодых педагогов');
		await say(7, 'Провести опрос молодых педагогов'); // the clock was put back
		const moved = await at_(10).post(`/roadmap/${plan.id}/edits`, {
			occurrence: aTime(plan, 'Провести анкетирование педагогов'),
			edit: 'term',
			toDay: '20.10.2026'
		});
		seen.push(await look());
		const of = new URL(moved.headers.get('location') ?? '', 'http://x').searchParams.get('of');
		await at_(11).post(`/plan-changes/${of}/undoing`);
		seen.push(await look());
		expect(seen.map((event) => [event?.title, event?.day])).toEqual([
			['1. Провести анкетирование педагогов', '2026-09-10'],
			['1. Провести анкетирование молодых педагогов', '2026-09-10'],
			['1. Провести опрос молодых педагогов', '2026-09-10'],
			['1. Провести опрос молодых педагогов', '2026-10-20'],
			['1. Провести опрос молодых педагогов', '2026-09-10']
		]);
		for (const [index, event] of seen.slice(1).entries()) {
			expect(event?.sequence, `change ${index + 1}`).toBeGreaterThan(seen[index]?.sequence ?? 99);
			expect((event?.changed ?? '') >= (seen[index]?.changed ?? 'z'), `change ${index + 1}`).toBe(true);
		}
		expect(seen.map((event) => event?.changed)).toEqual([
			'2026-09-05T14:00:00Z',
			'2026-09-06T09:00:00Z',
			'2026-09-06T09:00:00Z',
			'2026-09-06T10:00:00Z',
			'2026-09-06T11:00:00Z'
		]);
	});

	test('replaced and revoked addresses, a stranger’s guess and a person who has left open nothing', async () => {
		const { school } = await aSchoolAtWork(world);
		await giveAccount(school.mentor);
		const old = await addressOf(school.mentor);
		const present = await addressOf(school.mentor);
		expect((await visitor().get(old)).status).toBe(404);
		expect((await visitor().get(present)).status).toBe(200);
		const page = await text(as(world, school.mentor).get('/my-calendar'));
		expect(page).toContain('Календарь спрашивал');
		expect(page).not.toContain('пока ни разу');
		for (const wrong of [`/calendar-feed/${'A'.repeat(32)}.ics`, '/calendar-feed/x.ics', present.replace('.ics', '')]) {
			expect((await visitor().get(wrong)).status, wrong).toBe(404);
		}
		await as(world, school.mentor).post('/my-calendar/address/revocation');
		expect((await visitor().get(present)).status).toBe(404);

		const last = await addressOf(school.mentor);
		await world.owner
			.updateTable('employments')
			.set({ period: '[2020-09-01,2026-09-01)' })
			.where('person_id', '=', school.mentor.personId)
			.execute();
		expect((await visitor().get(last)).status).toBe(404);
	});

	test('is hashed where it lies, asked too often it waits', async () => {
		const { school } = await aSchoolAtWork(world);
		await giveAccount(school.mentor);
		const address = await addressOf(school.mentor);
		const token = address.slice('/calendar-feed/'.length, -'.ics'.length);
		const rows = await world.owner.selectFrom('calendar_feeds').selectAll().where('revoked_at', 'is', null).execute();
		expect(JSON.stringify(rows)).not.toContain(token);
		const statuses: number[] = [];
		for (let asked = 0; asked < 62; asked += 1) statuses.push((await visitor().get(address)).status);
		expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true);
		expect(statuses.slice(60)).toEqual([429, 429]);
	});

	test('a plan of 500 activities costs as many queries as one of five', async () => {
		const big = await aSchool(world);
		await giveAccount(big.curator);
		const plan = await aPlan(world, big.curator, { stages: [] });
		const of = { organisation_id: big.organisationId };
		const many = Array.from({ length: 500 }, (_, index) => ({ index, activity: id(), occurrence: id() }));
		await world.owner
			.insertInto('activities')
			.values(
				many.map(({ activity, index }) => ({
					...of,
					id: activity,
					roadmap_id: plan.id,
					position: index,
					title: `Дело ${index + 1}`,
					deadline_kind: 'windows' as const
				}))
			)
			.execute();
		await world.owner
			.insertInto('occurrences')
			.values(
				many.map(({ activity, occurrence }) => ({
					...of,
					id: occurrence,
					activity_id: activity,
					kind: 'deadline' as const,
					due_on: '2026-12-01',
					added_on: '2026-09-01'
				}))
			)
			.execute();
		const { school: small } = await aSchoolAtWork(world);
		await giveAccount(small.curator);
		const counting = countingQueries(world, big.curator);
		const [one, other] = [await addressOf(small.curator), await addressOf(big.curator)];
		expect(read(await text(visitor().get(other)))).toHaveLength(500);
		expect(await counting.cost(one)).toBe(await counting.cost(other));
	});
});

test('one activity goes into a calendar once, without an address; a stranger gets nothing', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const activity = plan.activities['Провести анкетирование педагогов']?.id;
	const card = await text(as(world, school.mentor).get(`/activities/${activity}`));
	expect(card).toContain(`href="/activities/${activity}/calendar"`);
	const answer = await as(world, school.mentor).get(`/activities/${activity}/calendar`);
	expect(answer.headers.get('content-disposition')).toContain('.ics');
	expect(read(await answer.text()).map(({ day }) => day)).toEqual(['2026-09-10']);
	const elsewhere = await aSchool(world, { name: 'Луговая' });
	expect((await as(world, elsewhere.curator).get(`/activities/${activity}/calendar`)).status).toBe(404);
	expect((await as(world, school.teacher).get(`/activities/${activity}/calendar`)).status).toBe(404);
});

test('lines of 75 octets at most, whatever the title: Cyrillic, emoji, commas, semicolons, several lines', () => {
	const title = `Круглый стол «Наставник, ученик; вместе»\nи выставка 👩‍🏫👨‍🏫 ${'очень длинное название '.repeat(9)}\\ конец`;
	const event = {
		id: '0199',
		activityId: '0199',
		title,
		dueOn: '2026-12-31',
		outcome: null,
		sequence: 3,
		changedAt: '2026-09-01T00:00:00Z',
		plan: 'План, на год; 2026'
	};
	const file = calendarFile([event], 'https://nastavnik.example');
	for (const line of file.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
	expect(file).toContain('DTSTART;VALUE=DATE:20261231');
	expect(file).toContain('DTEND;VALUE=DATE:20270101');
	expect(read(file)).toMatchObject([{ title, day: '2026-12-31', sequence: 3 }]);
	expect(file).toBe(calendarFile([event], 'https://nastavnik.example'));
});
