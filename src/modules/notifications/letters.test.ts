import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, test } from 'vitest';
import { confirm, giveAccount as giveAccountTo, type Mail, aProgram as programOf } from '../../../test/letter-story';
import { aMailServer } from '../../../test/mail-server';
import { aSchoolAtWork, at, location, text } from '../../../test/plan-story';
import { aPlan } from '../../../test/plans';
import { aSchool, as, timeZone } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { createApp } from '../../app';
import type { Actor } from '../../core/actor';
import { addDays, instantOf, mondayOf } from '../../core/dates';
import { makePool } from '../../db/connection';
import { armRounds } from '../../jobs';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const aProgram = (organisationId: string, mail?: Mail) => programOf(world, organisationId, mail);
const giveAccount = (actor: Actor) => giveAccountTo(world, actor);

const lettersOf = (actor: Actor) =>
	world.owner.selectFrom('letters').selectAll().where('person_id', '=', actor.personId).orderBy('made_at').execute();

describe('An address for letters', () => {
	test('is asked by a letter; a wrong code is counted, the fifth ends it; nothing is mailed before', async () => {
		const { school } = await aSchoolAtWork(world);
		await giveAccount(school.mentor);
		const mail = await aMailServer();
		const program = await aProgram(school.organisationId, mail);
		const anna = program.as(school.mentor);
		await anna.post('/my-letters/address', { address: 'belova@school.example', version: '0' });
		await program.carryWaiting();
		expect(mail.taken.map(({ to }) => to)).toEqual([['belova@school.example']]);
		await program.morning('2026-09-07');
		expect(mail.taken).toHaveLength(1);
		program.set('2026-09-01', '09:00');

		const { text: words = '' } = await PostalMime.parse(mail.taken[0]?.raw ?? '');
		const code = /my-letters\?code=(\d{6})/.exec(words)?.[1] ?? '';
		expect(await text(anna.get(`/my-letters?code=${code}`))).toContain(`value="${code}"`);
		const wrong = code === '000000' ? '111111' : '000000';
		for (let turn = 0; turn < 4; turn += 1) {
			expect(location(await anna.post('/my-letters/confirmation', { code: wrong }))).toContain('wrong-code');
		}
		expect(location(await anna.post('/my-letters/confirmation', { code: wrong }))).toContain('old-code');
		expect(location(await anna.post('/my-letters/confirmation', { code }))).toContain('old-code');
		expect(await text(anna.get('/my-letters?saved=old-code'))).toContain('Этот код больше не действует');
		const rows = JSON.stringify(await lettersOf(school.mentor));
		expect(rows).not.toContain(code); // it has gone where it had to
	});

	test('a mistyped one comes back with what was typed; an empty one takes it away', async () => {
		const { school } = await aSchoolAtWork(world);
		const mail = await aMailServer();
		const anna = (await aProgram(school.organisationId, mail)).as(school.mentor);
		const answer = await anna.post('/my-letters/address', { address: 'belova@', version: '0' });
		expect(answer.status).toBe(422);
		expect(await answer.text()).toMatch(/Проверьте адрес[\s\S]*value="belova@"/);
		await anna.post('/my-letters/address', { address: '', version: '0' });
		expect(await text(anna.get('/my-letters'))).toContain('Сейчас программа вам не пишет');
		const late = await anna.post('/my-letters/wish', { wish: 'none', version: '7' });
		expect(late.status).toBe(409);
	});
});

describe('A year of letters', () => {
	test('Вера and Анна: never two digests a week nor two letters a day, none on a free day; read inside by all', async () => {
		const school = await aSchool(world);
		const times = Array.from({ length: 40 }, (_, index) => {
			const to = addDays('2026-09-10', index * 8);
			return { from: addDays(to, -5), to };
		});
		await aPlan(world, school.curator, {
			stages: [
				{
					title: 'Год',
					activities: [
						{
							title: 'Встреча с наставниками',
							times,
							responsible: [{ text: 'Белова А. С.', kind: 'person', person: school.mentor }]
						}
					]
				}
			]
		});
		for (const one of [school.mentor, school.curator, school.director]) await giveAccount(one);
		const mail = await aMailServer();
		const program = await aProgram(school.organisationId, mail);
		await confirm(program, mail, school.mentor, 'belova@school.example');
		await confirm(program, mail, school.curator, 'dronova@school.example');
		await program.as(school.mentor).post('/my-letters/wish', { wish: 'with-deadlines', daysAhead: '0', version: '2' });
		mail.taken.length = 0;

		const carried: { on: string; to: string; subject: string }[] = [];
		for (let on = '2026-09-01'; on <= '2027-07-31'; on = addDays(on, 1)) {
			await program.morning(on);
			if (on === '2026-10-05') await program.morning(on); // killed in the middle and begun again
			for (const { to, raw } of mail.taken.splice(0)) {
				carried.push({ on, to: to[0] ?? '', subject: (await PostalMime.parse(raw)).subject ?? '' });
			}
		}
		for (const to of ['belova@school.example', 'dronova@school.example']) {
			const theirs = carried.filter((one) => one.to === to);
			const digests = theirs.filter(({ subject }) => subject.startsWith('На этой неделе'));
			expect(digests.length).toBeGreaterThan(30);
			expect(new Set(digests.map(({ on }) => mondayOf(on))).size).toBe(digests.length);
			expect(new Set(theirs.map(({ on }) => on)).size).toBe(theirs.length);
			expect(theirs.filter(({ on }) => on.startsWith('2027-01-0') && on < '2027-01-09')).toEqual([]);
		}
		const deadlines = carried.filter(({ subject }) => subject === 'Подходит 1 срок');
		expect(deadlines.length).toBeGreaterThan(10);
		expect(deadlines.every(({ to }) => to === 'belova@school.example')).toBe(true);

		// Глеб gave no address: the same lies inside the program.
		const gleb = program.as(school.director);
		expect(await text(gleb.get('/today'))).toContain('href="/notices"');
		expect(await text(gleb.get('/notices'))).toMatch(/новых уведомлени|новое уведомление/);
		await gleb.post('/notices/reading');
		expect(await text(gleb.get('/notices'))).toContain('Всё прочитано');
		expect(await text(gleb.get('/today'))).not.toContain('href="/notices">\n\t');
	}, 600_000);

	test('the next morning waits in the queue, once, however often it is asked for', async () => {
		const { school } = await aSchoolAtWork(world);
		const program = await aProgram(school.organisationId);
		await program.morning('2026-09-07');
		await program.morning('2026-09-07');
		const { rows } = await sql<{ at: string }>`select run_at as at from graphile_worker.jobs
			where task_identifier = 'letters.round' and key = ${`${school.organisationId}:letters.round`}`.execute(
			world.owner
		);
		expect(rows.map(({ at }) => new Date(at).toISOString())).toEqual([instantOf('2026-09-08', '07:30', timeZone)]);
	});
});

test('at the start every organisation is given its next morning; one that waits, or was slept through, stays as it is', async () => {
	const school = await aSchool(world, { name: 'Школа соней' });
	const pool = makePool(world.ownerUrl, 1);
	const waiting = async () => {
		const { rows } = await sql<{ at: string }>`select run_at as at from graphile_worker.jobs
			where key = ${`${school.organisationId}:letters.round`}`.execute(world.owner);
		return rows.map(({ at }) => new Date(at).toISOString());
	};
	const monday = instantOf('2026-09-07', '07:30', timeZone);
	await armRounds(pool, new Date(instantOf('2026-09-06', '20:00', timeZone)));
	expect(await waiting()).toEqual([monday]);
	await armRounds(pool, new Date(instantOf('2026-09-07', '09:00', timeZone))); // switched on after half past seven
	expect(await waiting()).toEqual([monday]);
	await pool.end();
});

describe('A letter that does not go', () => {
	async function readyAnna() {
		const { school } = await aSchoolAtWork(world);
		await giveAccount(school.mentor);
		const mail = await aMailServer();
		const program = await aProgram(school.organisationId, mail);
		await confirm(program, mail, school.mentor, 'belova@school.example');
		mail.taken.length = 0;
		return {
			school,
			mail,
			program,
			digest: async () => (await lettersOf(school.mentor)).find(({ kind }) => kind === 'digest')
		};
	}

	test('is tried again after five minutes and half an hour, and arrives once', async () => {
		const { mail, program, digest } = await readyAnna();
		mail.moods.push({ atRecipient: 451 }, { atRecipient: 'drop' });
		await program.morning('2026-09-07');
		expect(await digest()).toMatchObject({
			attempts: 1,
			sent_at: null,
			reason: 'почтовый сервер просит подождать (451)'
		});
		await sql`update graphile_worker._private_jobs set run_at = now() - interval '1 second'
			where key like '%:letter %' and run_at > now()`.execute(world.owner);
		program.set('2026-09-07', '07:35');
		await program.carryWaiting();
		expect(await digest()).toMatchObject({ attempts: 2, sent_at: null });
		program.set('2026-09-07', '08:05');
		await program.carryWaiting();
		const sent = await digest();
		expect(sent).toMatchObject({ attempts: 3, given_up_at: null, reason: '' });
		expect(mail.taken).toHaveLength(1);
	});

	test('refused for good: given up with the reason, and that address gets nothing more', async () => {
		const { school, mail, program, digest } = await readyAnna();
		mail.moods.push({ atRecipient: 550 });
		await program.morning('2026-09-07');
		expect(await digest()).toMatchObject({ sent_at: null, reason: 'адрес не принимает писем (550)' });
		await program.morning('2026-09-14');
		expect(mail.taken).toEqual([]);
		expect(await text(program.as(school.mentor).get('/my-letters'))).toContain('письма не доходят');
		const list = await text(program.as(school.curator).get('/letters'));
		expect(list).toContain('не принимает писем');
		expect(list).not.toContain('belova@');
	});

	test('a click in the letter silences it without signing in, from a mail program too', async () => {
		const { school, mail, program } = await readyAnna();
		await program.morning('2026-09-07');
		const { headers } = await PostalMime.parse(mail.taken[0]?.raw ?? '');
		const link = headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
		const path = new URL(link.slice(1, -1)).pathname;
		const visitor = program.as(undefined);
		expect(await text(visitor.get(path))).toContain('Отписаться');
		const app = createApp(program.whole);
		const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
		expect((await app.request(path, { method: 'POST', body })).status).toBe(200);
		expect(await text(visitor.get(path))).toContain('Писем больше не будет');
		await program.morning('2026-09-14');
		expect(mail.taken).toHaveLength(1);
		expect((await visitor.get('/letters/nobody/silence')).status).toBe(404);
		expect((await app.request('/letters/nobody/silence', { method: 'POST', body })).status).toBe(404);
		for (const key of ['%00', '%F0%9F%99%82', 'a'.repeat(500)]) {
			expect((await visitor.get(`/letters/${key}/silence`)).status, key).toBe(404);
			expect((await app.request(`/letters/${key}/silence`, { method: 'POST', body })).status, key).toBe(404);
		}
		// What is not declared so is still refused from elsewhere.
		expect((await app.request('/letters/pause', { method: 'POST', body })).status).toBe(403);
		expect((await lettersOf(school.mentor)).filter(({ kind }) => kind === 'digest')).toHaveLength(2);
	});

	test('left, suspended, switched off by the organisation, muted after a restore: nothing goes, the reason stays', async () => {
		const { school, mail, program } = await readyAnna();
		const vera = program.as(school.curator);
		await vera.post('/letters/pause');
		await program.morning('2026-09-07');
		expect(await text(vera.get('/letters'))).toContain('отправка писем в организации выключена');
		await vera.post('/letters/pause/ending');
		expect(location(await vera.post('/letters/pause/ending'))).toBe('');

		await sql`update instance set mail_muted_at = now()`.execute(world.owner);
		await program.morning('2026-09-14');
		await sql`update instance set mail_muted_at = null`.execute(world.owner);
		const stay = { organisation_id: school.organisationId, id: crypto.randomUUID(), person_id: school.mentor.personId };
		await world.owner
			.insertInto('access_suspensions')
			.values({ ...stay, suspended_at: '2026-09-15T00:00:00Z' })
			.execute();
		await program.morning('2026-09-21');
		await sql`delete from access_suspensions where id = ${stay.id}`.execute(world.owner);
		await world.owner
			.updateTable('employments')
			.set({ period: '[2020-09-01,2026-09-25)' })
			.where('person_id', '=', school.mentor.personId)
			.execute();
		await program.morning('2026-09-28');
		expect(mail.taken).toEqual([]);
	});

	test('a letter on its way when mail was muted is given up, not kept for later', async () => {
		const { mail, program, digest } = await readyAnna();
		mail.moods.push({ atRecipient: 451 });
		await program.morning('2026-09-07');
		await sql`update instance set mail_muted_at = now()`.execute(world.owner);
		await sql`update graphile_worker._private_jobs set run_at = now() - interval '1 second' where run_at > now()`.execute(
			world.owner
		);
		program.set('2026-09-07', '08:00');
		await program.carryWaiting();
		await sql`update instance set mail_muted_at = null`.execute(world.owner);
		expect(await digest()).toMatchObject({ sent_at: null, reason: 'после восстановления из копии почта выключена' });
		expect(mail.taken).toEqual([]);
	});
});

test('a colleague of another school sees neither the list nor the notices of this one', async () => {
	const { school } = await aSchoolAtWork(world);
	const elsewhere = await aSchool(world, { name: 'Луговая' });
	await giveAccount(school.mentor);
	const program = await aProgram(school.organisationId);
	await program.morning('2026-09-07');
	expect(await text(as(world, elsewhere.curator).get('/letters'))).not.toContain('Белова');
	expect(await text(as(world, elsewhere.mentor, at('2026-09-07T05:00:00Z')).get('/notices'))).toContain(
		'Уведомлений пока нет'
	);
	expect(await text(as(world, school.mentor, at('2026-09-07T05:00:00Z')).get('/notices'))).toContain(
		'1. Провести анкетирование'
	);
});
