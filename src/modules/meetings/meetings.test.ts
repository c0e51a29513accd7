import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { aPairOf, latestAct, logged } from '../../../test/meeting-story';
import { location, text } from '../../../test/plan-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { asActor } from '../../db/as-actor';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});
const cast = ['curator', 'director', 'mentor', 'mentee', 'teacher', 'personnel', 'psychologist'] as const;
const on = (day: string) => () => new Date(`${day}T05:00:00Z`); // noon in Novosibirsk

test('Анна and Борис get to know each other: she writes it down on her phone, he answers with one tap, and both are ready', async () => {
	const school = await aSchool(world, { name: 'Знакомство', roles: cast });
	const pair = await aPairOf(world, school);
	const [anna, boris, vera] = [as(world, school.mentor), as(world, school.mentee), as(world, school.curator)];
	const journal = `/mentorships/${pair}/meetings`;
	expect(await text(anna.get('/my-pair'))).toContain('Записать встречу');
	const form = await text(anna.get(`${journal}/new`));
	for (const words of ['value="05.09.2026"', 'Готовы работать вместе', 'Как прошло для вас', 'Только для нас'])
		expect(form).toContain(words);
	const saved = await anna.post(journal, logged({ kind: 'first', ready: 'yes', confidence: 'Борис боится 7 «Б»' }));
	expect(saved.status).toBe(303);
	expect(await text(anna.get(location(saved)))).toContain('Встреча-знакомство записана');

	const card = /href="(\/meetings\/[0-9a-f-]{36})"/.exec(await text(boris.get(journal)))?.[1] ?? '';
	expect(await text(boris.get(journal))).toContain('Как прошла встреча?');
	expect(await text(anna.get(card))).toContain('сказали ещё не все');
	const refused = await boris.post(`${card}/feedback`, { answer: 'helped', words: 'Спасибо' });
	expect(refused.status, 'of the first meeting it is asked whether one is ready').toBe(422);
	expect(await text(refused)).toContain('Спасибо</textarea>');
	await boris.post(`${card}/feedback`, { answer: 'partly', words: 'Многое неясно с журналом', ready: 'yes' });
	const hers = await text(anna.get(card));
	expect(hers).toContain('оба готовы работать вместе');
	expect(hers).toContain('Гусев Б. О. – есть');
	expect(hers, 'what he said is not for her').not.toContain('Многое неясно');
	expect(await text(vera.get(card))).toContain('Многое неясно с журналом');
	expect(await text(vera.get(card)), 'only for the two').not.toContain('боится');
	expect(await text(boris.get(card))).toContain('боится 7 «Б»');
	await boris.post(`${card}/feedback`, { answer: 'partly', words: 'Многое неясно', ready: 'yes', shared: 'on' });
	expect(await text(anna.get(card)), 'he has shown it himself').toContain('Многое неясно');
});

test('a «no» to readiness is read by the curator alone', async () => {
	const school = await aSchool(world, { name: 'Не готов', roles: cast });
	const pair = await aPairOf(world, school);
	const [anna, boris, vera] = [as(world, school.mentor), as(world, school.mentee), as(world, school.curator)];
	const journal = `/mentorships/${pair}/meetings`;
	await boris.post(journal, logged({ kind: 'first', ready: 'no', answer: 'not-helped' }));
	const card = /href="(\/meetings\/[0-9a-f-]{36})"/.exec(await text(anna.get(journal)))?.[1] ?? '';
	await anna.post(`${card}/feedback`, { answer: 'helped', ready: 'yes' });
	for (const eyes of [anna, boris]) expect(await text(eyes.get(card))).toContain('сказали ещё не все');
	expect(await text(anna.get(card))).not.toContain('пока не готовы');
	expect(await text(vera.get(card))).toContain('к работе пока не готовы');
	const seen = await asActor(world.db, school.mentor, 'read only', async (tx) => {
		const { rows } = await sql<{ ready: boolean }>`select ready from meeting_feedback`.execute(tx);
		return { ok: true, rows };
	});
	expect(seen.rows, 'nor by SQL').toEqual([{ ready: true }]);
	const words = await asActor(world.db, school.personnel, 'read only', async (tx) => {
		const { rows } = await sql<{ n: number }>`select (select count(*)::int from meeting_records)
			+ (select count(*)::int from meeting_feedback) + (select count(*)::int from meeting_confidences) as n`.execute(
			tx
		);
		return { ok: true, rows };
	});
	expect(words.rows, 'кадры read no words of meetings').toEqual([{ n: 0 }]);
	for (const path of [journal, card]) expect((await as(world, school.personnel).get(path)).status).toBe(404);
	expect((await as(world, school.teacher).get(card)).status).toBe(404);
});

test('what cannot be so is said beside its field, and nothing typed is lost', async () => {
	const school = await aSchool(world, { name: 'Ошибки', roles: cast });
	const pair = await aPairOf(world, school);
	const anna = as(world, school.mentor);
	const journal = `/mentorships/${pair}/meetings`;
	const refused = async (fields: Record<string, string>, words: string) => {
		const answer = await anna.post(journal, logged({ works: 'Разобрали конспект', ...fields }));
		expect(answer.status, words).toBe(422);
		const page = await text(answer);
		expect(page).toContain(words);
		expect(page).toContain('Разобрали конспект');
	};
	await refused({ heldOn: '06.09.2026' }, 'Эта дата ещё не наступила');
	await refused({ heldOn: '31.08.2026' }, 'Пара работает с 01.09.2026');
	await refused({ heldOn: 'вчера' }, 'Укажите день');
	await refused({ nextOn: '20.09.2026' }, 'Ближайший подходящий день – 21.09.2026');
	await refused({ nextOn: '01.06.2027' }, 'Пара работает по 31.05.2027');
	await refused({ nextAt: '25:00' }, 'Укажите время');
	await refused({ answer: '' }, 'Отметьте, как прошло');
	await refused({ held: 'no' }, 'Отметьте, почему не встретились');
	expect((await anna.post(journal, logged({ works: 'a'.repeat(4001) }))).status).toBe(422);
	// today by the school's clock: it is the 6th in Novosibirsk while UTC still has the 5th
	const late = as(world, school.mentor, () => new Date('2026-09-05T18:00:00Z'));
	expect((await late.post(journal, logged({ heldOn: '06.09.2026' }))).status).toBe(303);
});

test('sent twice from a bad network it is one meeting; written by both at once, the second sees the first one’s words', async () => {
	const school = await aSchool(world, { name: 'Вдвоём', roles: cast });
	const pair = await aPairOf(world, school);
	const [anna, boris] = [as(world, school.mentor), as(world, school.mentee)];
	const journal = `/mentorships/${pair}/meetings`;
	const once = logged({ kind: 'first', ready: 'yes', token: crypto.randomUUID() });
	const [one, other] = await Promise.all([anna.post(journal, once), anna.post(journal, once)]);
	expect([one.status, other.status]).toEqual([303, 303]);
	expect(location(one)).toBe(location(other));
	const twin = await boris.post(journal, logged({ kind: 'first', ready: 'yes' }));
	expect(twin.status, 'the other one writes the same meeting').toBe(422);
	expect(await text(twin)).toContain('уже записана');

	await anna.post(`/mentorships/${pair}/meeting-plan`, { day: ['07.09.2026', '21.09.2026'], lasts: '45', seen: '' });
	const plan = await text(anna.get(journal));
	const card = [...plan.matchAll(/href="(\/meetings\/[0-9a-f-]{36})"/g)].map(([, href]) => href ?? '')[0] ?? '';
	const [hers, his] = [as(world, school.mentor, on('2026-09-07')), as(world, school.mentee, on('2026-09-07'))];
	const version = /name="version" value="(\d+)"/.exec(await text(his.get(`${card}/record`)))?.[1] ?? '';
	const when = { heldOn: '07.09.2026', version };
	expect((await hers.post(`${card}/record`, logged({ ...when, works: 'Слова Анны' }))).status).toBe(303);
	const second = await his.post(`${card}/record`, logged({ ...when, works: 'Слова Бориса' }));
	expect(second.status).toBe(409);
	const both = await text(second);
	for (const words of ['Слова Анны', 'Слова Бориса']) expect(both).toContain(words);
	const newer = /name="version" value="(\d+)"/.exec(both)?.[1] ?? '';
	expect((await his.post(`${card}/record`, logged({ ...when, version: newer, works: 'Слова обоих' }))).status).toBe(
		303
	);
	expect(await text(hers.get(card))).toContain('Слова обоих');
});

test('the last thing done is taken back whole, with its words and the next day it set', async () => {
	const school = await aSchool(world, { name: 'Отмена', roles: cast });
	const pair = await aPairOf(world, school);
	const [anna, boris] = [as(world, school.mentor), as(world, school.mentee)];
	const journal = `/mentorships/${pair}/meetings`;
	const first = await anna.post(
		journal,
		logged({ kind: 'first', ready: 'yes', nextOn: '14.09.2026', nextAt: '14.30' })
	);
	expect(await text(boris.get(journal))).toContain('14 сентября, 14:30');
	const act = latestAct(first);
	const undone = await anna.post(`${journal}/undoing`, { act });
	expect(await text(anna.get(location(undone)))).toContain('Встреч ещё не было');
	expect(await text(boris.get(journal))).not.toContain('14 сентября');
	expect((await anna.post(`${journal}/undoing`, { act })).status, 'once').toBe(404);
	expect((await as(world, school.teacher).post(`${journal}/undoing`, { act })).status).toBe(404);
});

test('an ended pair: a late word about its meetings is taken, a new plan is not; who has left sees nothing of later', async () => {
	const school = await aSchool(world, { name: 'Завершена', roles: cast });
	const pair = await aPairOf(world, school);
	const vera = as(world, school.curator);
	const journal = `/mentorships/${pair}/meetings`;
	await vera.post(`/mentorships/${pair}/ending`, { on: '05.09.2026', reason: 'circumstances' });
	const anna = as(world, school.mentor, on('2026-09-20'));
	expect((await anna.post(journal, logged({ heldOn: '10.09.2026' }))).status).toBe(422);
	expect((await anna.post(journal, logged({ heldOn: '04.09.2026', kind: 'first', ready: 'yes' }))).status).toBe(303);
	const plan = await anna.post(`/mentorships/${pair}/meeting-plan`, { day: '21.09.2026', lasts: '45', seen: '' });
	expect(plan.status).toBe(422);
	expect(await text(plan)).toContain('Пара завершена');
});
