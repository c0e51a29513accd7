import PostalMime from 'postal-mime';
import { beforeAll, expect, test } from 'vitest';
import { aProgram, confirm, giveAccount } from '../../../test/letter-story';
import { aMailServer } from '../../../test/mail-server';
import { aPairOf, logged } from '../../../test/meeting-story';
import { location, text } from '../../../test/plan-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});
const cast = ['curator', 'director', 'mentor', 'mentee', 'teacher', 'personnel'] as const;
const on = (day: string) => () => new Date(`${day}T05:00:00Z`);

/** A pair whose first meeting was on Saturday, the fifth of September; `more`: what else was written of it. */
async function aPairThatMet(name: string, more: Record<string, string> = {}) {
	const school = await aSchool(world, { name, roles: cast });
	const pair = await aPairOf(world, school);
	const journal = `/mentorships/${pair}/meetings`;
	const saved = await as(world, school.mentor).post(journal, logged({ kind: 'first', ready: 'yes', ...more }));
	expect(saved.status).toBe(303);
	const today = (who: 'curator' | 'director' | 'mentor' | 'mentee' | 'teacher' | 'personnel', day: string) =>
		text(as(world, school[who], on(day)).get('/today'));
	return { school, pair, journal, today };
}

test('«Сегодня» of the two: a word that is owed, the meeting of the week, one that nobody has written down', async () => {
	const { school, today } = await aPairThatMet('Утро', { nextOn: '14.09.2026', nextAt: '14:30', place: 'Кабинет 12' });
	const owed = 'Как прошла встреча 5 сентября 2026: Белова А. С. → Гусев Б. О.';
	expect(await today('mentee', '2026-09-07')).toContain(owed);
	expect(await today('mentor', '2026-09-07'), 'she has said hers').not.toContain('Как прошла встреча');
	expect(await today('mentee', '2026-09-11'), 'nobody waits longer than five days').not.toContain(owed);
	expect(await today('mentee', '2026-09-07'), 'eight days ahead it does not press').not.toContain('Встреча в паре');
	for (const who of ['mentor', 'mentee'] as const) {
		const page = await today(who, '2026-09-14');
		for (const words of ['Встреча в паре: Белова А. С. → Гусев Б. О.', '14:30, Кабинет 12'])
			expect(page).toContain(words);
		const after = await today(who, '2026-09-15');
		expect(after).toContain('Запишите встречу 14 сентября 2026');
		expect(after).toContain('просроченного нет');
	}
	for (const who of ['curator', 'director', 'teacher', 'personnel'] as const)
		expect(await today(who, '2026-09-15'), `nothing for ${who}`).not.toMatch(/Запишите встречу|Давно не было/);
	const href = /href="(\/meetings\/[0-9a-f-]{36}\/record)"/.exec(await today('mentor', '2026-09-15'))?.[1] ?? '';
	const anna = as(world, school.mentor, on('2026-09-15'));
	const version = /name="version" value="(\d+)"/.exec(await text(anna.get(href)))?.[1] ?? '';
	expect((await anna.post(href, logged({ heldOn: '14.09.2026', kind: 'planning', version }))).status).toBe(303);
	expect(await today('mentor', '2026-09-15')).not.toContain('Запишите встречу');
});

test('fourteen days of school without a meeting: first the two hear of it, a week later the curator; a meeting ends it', async () => {
	const { school, journal, today } = await aPairThatMet('Тишина');
	const quiet = 'Давно не было встречи: Белова А. С. → Гусев Б. О.';
	for (const who of ['mentor', 'mentee'] as const) {
		expect(await today(who, '2026-09-19'), 'the fourteenth day').not.toContain(quiet);
		expect(await today(who, '2026-09-20'), 'the fifteenth').toContain(quiet);
	}
	expect(await today('curator', '2026-09-26'), 'not yet for the curator').not.toContain('Пары давно без встреч');
	expect(await today('curator', '2026-09-27')).toContain('Пары давно без встреч: Белова А. С. → Гусев Б. О.');
	for (const who of ['director', 'teacher', 'personnel'] as const)
		expect(await today(who, '2026-09-27'), who).not.toContain('без встреч');
	const anna = as(world, school.mentor, on('2026-09-28'));
	expect((await anna.post(journal, logged({ kind: 'planning', heldOn: '28.09.2026' }))).status).toBe(303);
	expect(await today('mentor', '2026-09-28')).not.toContain(quiet);
	expect(await today('curator', '2026-09-28')).not.toContain('без встреч');
});

test('vacations are not silence, and nobody is reminded of a pair that has ended', async () => {
	const { school, pair, today } = await aPairThatMet('Каникулы');
	const vera = as(world, school.curator);
	const off = { kind: 'vacation', name: 'Карантинные', from: '14.09.2026', to: '20.09.2026' };
	expect((await vera.post('/calendar/2026/days-off', off)).status).toBe(303);
	expect(await today('mentor', '2026-09-25')).not.toContain('Давно не было');
	expect(await today('mentor', '2026-09-27')).toContain('Давно не было');
	const ended = await as(world, school.curator, on('2026-09-27')).post(`/mentorships/${pair}/ending`, {
		on: '27.09.2026',
		reason: 'circumstances'
	});
	expect(ended.status).toBe(303);
	for (const who of ['mentor', 'curator'] as const)
		expect(await today(who, '2026-10-10'), who).not.toMatch(/Давно не было|без встреч/);
});

test('by mail it is a line of the week’s letter: one reminder a person a week, the curator’s tap and the letter counted together', async () => {
	const { school, pair } = await aPairThatMet('Письмо');
	for (const one of [school.mentor, school.mentee, school.curator]) await giveAccount(world, one);
	const mail = await aMailServer();
	const program = await aProgram(world, school.organisationId, mail);
	await confirm(program, mail, school.mentor, 'belova@school.example');
	await confirm(program, mail, school.curator, 'dronova@school.example');
	const letters = async (day: string) => {
		mail.taken.length = 0;
		await program.morning(day);
		const read = mail.taken.map(
			async ({ to, raw }) => [to[0]?.split('@')[0], (await PostalMime.parse(raw)).text ?? ''] as const
		);
		return Object.fromEntries(await Promise.all(read)) as Record<string, string>;
	};
	const quiet = 'Давно не было встречи: Белова А. С. → Гусев Б. О.';
	const told = 'Пары давно без встреч: Белова А. С. → Гусев Б. О.';
	expect(await letters('2026-09-14'), 'nothing to say yet').toEqual({});
	const first = await letters('2026-09-21');
	expect(first.belova).toContain(quiet);
	expect(first.dronova, 'the curator hears a week later').toBeUndefined();
	expect(await text(program.as(school.mentee).get('/notices')), 'without an address it lies inside').toContain(quiet);

	program.set('2026-09-23', '12:00');
	const nudge = () => program.as(school.curator).post(`/mentorships/${pair}/nudges`, { about: 'quiet' });
	const refused = await nudge();
	expect(refused.status, 'the letter of Monday was the reminder of this week').toBe(422);
	expect(await text(refused)).toContain('меньше недели назад');

	const second = await letters('2026-09-28');
	expect(second.belova, 'a week has gone').toContain(quiet);
	expect(second.dronova).toContain(told);

	program.set('2026-10-09', '12:00'); // Friday; the letter of the fifth did not go: the computer was off
	expect(location(await nudge())).toContain('saved=nudged');
	mail.taken.length = 0;
	await program.carryWaiting();
	expect(
		mail.taken.map(({ to }) => to),
		'the tap goes by mail at once'
	).toEqual([['belova@school.example']]);
	const third = await letters('2026-10-12');
	expect(third.belova, 'the curator has reminded on Friday').toBeUndefined();
	expect(third.dronova, 'who leads pairs still sees them').toContain(told);
	expect((await letters('2026-10-19')).belova).toContain(quiet);
});
