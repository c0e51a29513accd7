import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { location, text } from '../../../test/plan-story';
import { aSchool, as, id } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import type { Actor } from '../../core/actor';
import { readAs } from '../../db/as-actor';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const at = (day: string) => () => new Date(`${day}T05:00:00Z`);
const cast = ['curator', 'director', 'mentor', 'mentee', 'teacher', 'personnel', 'psychologist'] as const;
const secret = 'Мне страшно на его уроках';

/** Белова leads Гусев by an order since 4 September. */
async function workingPair(name: string) {
	const school = await aSchool(world, { name, roles: cast });
	const vera = as(world, school.curator);
	const papers = { words: 'on', consents: 'on', agreement: 'on', papersOn: '04.09.2026' };
	const order = { actKind: 'order', series: 'main', orderNumber: '16/1-О', signedOn: '04.09.2026' };
	const term = { from: '01.09.2026', to: '31.05.2027', kind: 'one-to-one' };
	const people = { mentee: school.mentee.personId, mentor: school.mentor.personId };
	const card = location(await vera.post('/mentorships', { ...people, ...term, ...papers, ...order })).split('?')[0];
	return { ...school, card: card as string, pair: card?.split('/').at(-1) as string };
}
const pleaIn = (page: string) => /action="\/pleas\/([0-9a-f-]+)\/steps"/.exec(page)?.[1] ?? '';
const read = (actor: Actor) =>
	readAs(world.db, actor, (tx) => sql<{ words: string }>`select words from pleas`.execute(tx));

test('Борис asks for another mentor: Вера reads why, answers, changes the pair in neutral words; nobody else learns that he has asked', async () => {
	const { curator, director, mentor, mentee, teacher, personnel, psychologist, card, pair } =
		await workingPair('Просьба');
	const boris = as(world, mentee, at('2026-10-05'));
	const form = await text(boris.get(`/my-pair/${pair}/plea?wish=change`));
	for (const words of ['Сменить наставника', 'куратор: Дронова Вера Павловна', 'Второй человек в паре не узнает'])
		expect(form).toContain(words);
	const nobodys = await boris.post(`/my-pair/${pair}/pleas`, { wish: 'change', reader: 'personnel', words: secret });
	expect(nobodys.status).toBe(422);
	expect(await text(nobodys)).toContain(secret);
	expect(
		(await boris.post(`/my-pair/${pair}/pleas`, { wish: 'change', reader: 'curator', words: secret })).status
	).toBe(303);
	const twice = await boris.post(`/my-pair/${pair}/pleas`, { wish: 'change', reader: 'curator', words: secret });
	expect(await text(twice)).toContain('Вы уже просили об этом');

	const vera = as(world, curator, at('2026-10-06'));
	expect(await text(vera.get('/today'))).toContain('К вам обратились из пары');
	const queue = await text(vera.get('/pleas'));
	for (const words of [
		'1 просьба ждёт',
		secret,
		'Гусев Борис Олегович: сменить наставника',
		'forms/replacement',
		'forms/suspension'
	])
		expect(queue).toContain(words);
	const plea = pleaIn(queue);
	const empty = await vera.post(`/pleas/${plea}/steps`, { what: 'answered', [`words-${plea}`]: '' });
	expect(empty.status).toBe(422);
	const answer = { what: 'answered', [`words-${plea}`]: 'Поговорим в среду после уроков' };
	expect((await vera.post(`/pleas/${plea}/steps`, answer)).status).toBe(303);
	expect(await text(boris.get('/my-pair'))).toContain('Поговорим в среду после уроков');

	const change = { was: mentor.personId, person: teacher.personId, on: '07.10.2026', reason: 'circumstances' };
	expect((await vera.post(`${card}/replacement`, change)).status).toBe(303);
	expect(await text(vera.get('/pleas'))).toContain('С парой с тех пор: сменился наставник, 7 октября');
	await vera.post(`/pleas/${plea}/steps`, { what: 'settled', [`words-${plea}`]: '' });
	expect(await text(vera.get('/pleas'))).toContain('На все просьбы есть ответ');
	await vera.post(`/pleas/${plea}/undoing`);
	expect(pleaIn(await text(vera.get('/pleas'))), 'settled by mistake').toBe(plea);

	const anna = as(world, mentor, at('2026-10-07'));
	const gleb = as(world, director, at('2026-10-07'));
	const inna = as(world, personnel, at('2026-10-07'));
	const pages: Record<string, Response> = {
		'her pair': await anna.get('/my-pair'),
		'her notices': await anna.get('/notices'),
		'her day': await anna.get('/today'),
		'the card for кадры': await inna.get(card),
		'the card for the director': await gleb.get(card),
		'his queue': await gleb.get('/pleas'),
		'his day': await gleb.get('/today'),
		'the queue of the psychologist': await as(world, psychologist).get('/pleas'),
		'data of the mentor': await anna.get('/my-data/export')
	};
	for (const [what, page] of Object.entries(pages)) {
		expect(page.status, what).toBe(200);
		const words = await page.text();
		for (const leaked of [secret, 'Олегович: сменить', 'обратились', 'Поговорим в среду'])
			expect(words.toLocaleLowerCase('ru'), what).not.toContain(leaked.toLocaleLowerCase('ru'));
	}
	const { rows } = await sql<{ act: string; who: string | null }>`select act, actor_id as who from journal
		where organisation_id = ${mentee.organisationId} and act = 'plea.asked'`.execute(world.owner);
	expect(rows).toEqual([{ act: 'plea.asked', who: null }]);
	expect(await text(gleb.get('/journal'))).not.toMatch(/Гусев[^<]*<\/td>[\s\S]{0,200}обратились из пары/);
});

test('whatever a query forgets, the database gives a plea to whoever asked and to the one who was asked', async () => {
	const { curator, director, mentor, mentee, psychologist, pair } = await workingPair('Стена');
	const boris = as(world, mentee);
	await boris.post(`/my-pair/${pair}/pleas`, { wish: 'help', reader: 'psychologist', words: secret });
	for (const [who, actor] of Object.entries({ curator, director, mentor }))
		expect((await read(actor)).rows, who).toEqual([]);
	for (const actor of [mentee, psychologist]) expect((await read(actor)).rows).toEqual([{ words: secret }]);
	const olga = as(world, psychologist);
	const plea = pleaIn(await text(olga.get('/pleas')));
	expect((await as(world, curator).post(`/pleas/${plea}/steps`, { what: 'settled' })).status).toBe(404);
	expect((await as(world, mentor).post(`/my-pleas/${plea}/taking-back`)).status).toBe(404);
	expect((await boris.post(`/my-pleas/${plea}/taking-back`)).status).toBe(303);
	expect(await text(olga.get('/pleas'))).toContain('Просьбу забрали');
});

test('a curator who is herself the mentor neither is offered to read what her mentee asks, nor could', async () => {
	const school = await workingPair('Куратор – наставник');
	const { curator, teacher } = school;
	const vera = as(world, curator);
	const people = { mentee: teacher.personId, mentor: curator.personId };
	const own = {
		...people,
		from: '01.09.2026',
		to: '31.05.2027',
		kind: 'one-to-one',
		words: 'on',
		papersOn: '04.09.2026'
	};
	const pair = location(await vera.post('/mentorships', own))
		.split('?')[0]
		?.split('/')
		.at(-1);
	const nina = as(world, teacher);
	const form = await text(nina.get(`/my-pair/${pair}/plea`));
	expect(form).not.toContain('куратор:');
	expect((await nina.post(`/my-pair/${pair}/pleas`, { wish: 'help', reader: 'curator', words: secret })).status).toBe(
		422
	);
	expect((await nina.post(`/my-pair/${pair}/pleas`, { wish: 'help', reader: 'director', words: secret })).status).toBe(
		303
	);
	await world.owner
		.insertInto('pleas')
		.values({
			...{
				organisation_id: curator.organisationId,
				id: id(),
				mentorship_id: pair as string,
				person_id: teacher.personId
			},
			...{ wish: 'change', reader: 'curator', words: secret, asked_on: '2026-09-05', asked_at: '2026-09-05T14:00:00Z' }
		})
		.execute();
	expect((await read(curator)).rows, 'by the wall alone').toEqual([]);
	expect(await text(as(world, school.director).get('/pleas'))).toContain(secret);
});

test('a mentor gives the charge up from «Моя пара»; whoever has left a pair has nothing to ask of it', async () => {
	const { curator, mentor, mentee, teacher, card, pair } = await workingPair('Отказ наставника');
	const anna = as(world, mentor, at('2026-10-05'));
	expect(await text(anna.get(`/my-pair/${pair}/plea?wish=change`))).toContain(
		'От поручения вы вправе отказаться в любой день'
	);
	await anna.post(`/my-pair/${pair}/pleas`, { wish: 'change', reader: 'curator', words: '' });
	const vera = as(world, curator, at('2026-10-05'));
	expect(await text(vera.get('/pleas'))).toContain('Белова Анна Сергеевна: отказаться от поручения');
	expect(await text(as(world, mentee, at('2026-10-05')).get('/my-pair'))).not.toContain('отказаться');
	const change = { was: mentor.personId, person: teacher.personId, on: '06.10.2026', reason: 'mentor-refused' };
	await vera.post(`${card}/replacement`, change);
	const later = as(world, mentor, at('2026-10-08'));
	expect((await later.get(`/my-pair/${pair}/plea`)).status).toBe(404);
	expect((await later.post(`/my-pair/${pair}/pleas`, { wish: 'help', reader: 'curator' })).status).toBe(404);
});

test('two curators hold the role: each reads whose answer it was, and only her own is called hers', async () => {
	const { curator, mentee, teacher, pair } = await workingPair('Два куратора');
	const role = {
		organisation_id: curator.organisationId,
		id: id(),
		person_id: teacher.personId,
		role: 'curator' as const
	};
	await world.owner
		.insertInto('role_periods')
		.values({ ...role, period: '[2026-09-01,)' })
		.execute();
	const boris = as(world, mentee, at('2026-10-05'));
	await boris.post(`/my-pair/${pair}/pleas`, { wish: 'help', reader: 'curator', words: secret });
	const vera = as(world, curator, at('2026-10-06'));
	const nina = as(world, { ...teacher, roles: ['teacher', 'curator'] }, at('2026-10-06'));
	const plea = pleaIn(await text(nina.get('/pleas')));
	await vera.post(`/pleas/${plea}/steps`, { what: 'answered', [`words-${plea}`]: 'Поговорим в среду' });
	expect(await text(vera.get('/pleas'))).toContain('Вы ответили, 6 октября: Поговорим в среду');
	const theirs = await text(nina.get('/pleas'));
	expect(theirs).toContain('Ответ (Дронова В. П.), 6 октября: Поговорим в среду');
	expect(theirs.toLocaleLowerCase('ru')).not.toContain('вы ответили');
	await nina.post(`/pleas/${plea}/steps`, { what: 'settled' });
	expect(await text(vera.get('/pleas'))).toContain('Закрыто (Жукова Н. Л.), 6 октября');
	expect(await text(nina.get('/pleas'))).toContain('Вы закрыли, 6 октября');
});
