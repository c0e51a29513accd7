import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { beforeAll, expect, test } from 'vitest';
import { aProgram, confirm, giveAccount } from '../../../test/letter-story';
import { aMailServer } from '../../../test/mail-server';
import { inFile, location, text } from '../../../test/plan-story';
import { aSchool, as, id, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { asActor } from '../../db/as-actor';
import { proposeMentorships } from './commands/propose';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const cast = ['curator', 'director', 'mentor', 'mentee', 'teacher', 'personnel'] as const;
const inSchool = (name: string) => aSchool(world, { name, roles: cast });
const term = { from: '01.09.2026', to: '31.05.2027', kind: 'one-to-one' };
const actIn = (page: string) => /name="act" value="([^"]+)"/.exec(page)?.[1] ?? '';

test('Вера gives the newcomer a mentor in one sitting: words, consents, agreement, order; the register and both of them know of it', async () => {
	const { curator, director, mentor, mentee, personnel } = await inSchool('Короткий путь');
	const vera = as(world, curator);
	await vera.post('/registry/mentees/entries', { person: mentee.personId, from: '01.09.2026' });
	await vera.post('/registry/mentors/entries', { person: mentor.personId, from: '01.09.2026' });

	expect(await text(vera.get('/mentorships'))).toContain('Пар пока нет');
	expect(await text(vera.get('/mentorships/new'))).toContain('Гусев Борис Олегович');
	const choice = await text(vera.get(`/mentorships/new?mentee=${mentee.personId}`));
	expect(choice).toContain('Белова Анна Сергеевна');
	expect(choice).toContain('Сейчас никого не ведёт');
	const people = { mentee: mentee.personId, mentor: mentor.personId };
	const done = { ...people, ...term, words: 'on', consents: 'on', agreement: 'on', papersOn: '04.09.2026' };
	const order = { actKind: 'order', series: 'main', orderNumber: '16/1-О', signedOn: '04.09.2026' };
	const token = crypto.randomUUID();
	const card = location(await vera.post('/mentorships', { ...done, ...order, agreementNumber: '3', token }));
	const again = location(await vera.post('/mentorships', { ...done, ...order, agreementNumber: '3', token }));
	expect(again, 'sent twice, done once').toBe(card);
	const page = await text(vera.get(card));
	for (const words of [
		'Белова А. С. → Гусев Б. О.',
		'действует',
		'Приказ № 16/1-О от 04.09.2026',
		'Наставник назначен'
	])
		expect(page).toContain(words);
	expect(page).not.toContain('Нет: ');

	expect(await text(vera.get('/registry/mentees'))).toContain('Белова');
	expect(await text(vera.get(`/consents/people/${mentor.personId}`))).toContain('4 сентября');
	expect(await text(as(world, personnel).get('/mentorships'))).toContain('все бумаги на месте');
	expect(await text(as(world, mentee).get('/my-pair'))).toContain('Ваш наставник: Белова Анна Сергеевна');
	const own = await text(as(world, mentor).get('/my-pair'));
	expect(own).toContain('Вы наставник: Гусев Борис Олегович');

	expect(await text(vera.get(`/people/${mentee.personId}`))).toContain('Белова А. С. → Гусев Б. О.');
	expect(await text(as(world, director).get(`/people/${mentor.personId}`))).toContain('Белова А. С. → Гусев Б. О.');
	await vera.post(`${card.split('?')[0]}/undoing`, { act: actIn(page) });
	expect(await text(vera.get('/mentorships'))).toContain('Пар пока нет');
	expect(await text(as(world, mentee).get('/my-pair'))).toContain('Пары пока нет');
});

test('nobody mentors themselves, the same pair is not made twice, nor with somebody who has left; what was typed comes back', async () => {
	const { curator, mentor, mentee, teacher } = await inSchool('Ошибки');
	const vera = as(world, curator);
	const give = (fields: Record<string, string>) => vera.post('/mentorships', { ...term, ...fields });
	const pair = { mentee: mentee.personId, mentor: mentor.personId };
	expect((await give(pair)).status).toBe(303);
	const twice = await give({ ...pair, content: 'Ходит на уроки' });
	expect(twice.status).toBe(422);
	const back = await text(twice);
	expect(back).toContain('уже пара с 01.09.2026 по 31.05.2027');
	expect(back).toContain('Ходит на уроки');
	const self = await asActor(world.db, curator, 'read write', (tx) =>
		proposeMentorships(
			tx,
			curator,
			[
				{
					...{ kind: 'one-to-one', form: 'pair', from: '2026-09-01', to: '2027-05-31' },
					pairs: [{ mentor: mentor.personId, mentee: mentor.personId }]
				}
			],
			now
		)
	);
	expect(self).toMatchObject({ ok: false, problems: { mentor: 'Человек не может быть сам себе наставником.' } });
	await vera.post(`/people/${teacher.personId}/leaving`, { on: '01.09.2026' });
	const late = await give({ mentee: mentee.personId, mentor: teacher.personId });
	expect(late.status).toBe(422);
	const wrongWay = await give({ mentee: teacher.personId, mentor: mentee.personId, to: '01.08.2026' });
	expect(wrongWay.status, 'who has left is nobody to be chosen').toBe(422);
	expect(await text(wrongWay)).toContain('больше не работает');
	// the school decides whether heads may be mentors
	const head = { mentee: mentor.personId, mentor: curator.personId };
	await vera.post('/mentorships/settings', { version: '0', headsForbidden: 'on' });
	const forbidden = await give(head);
	expect(await text(forbidden)).toContain('решено, что руководители наставниками не назначаются');
	expect(await text(vera.get('/matching/terms')), 'the matching goes by the same rule').toMatch(
		/name="ownManager"[^>]*value="forbid"[^>]*checked|checked[^>]*value="forbid"/
	);
	await vera.post('/mentorships/settings', { version: '1' });
	// a mentor may be somebody's mentee
	expect((await give({ mentee: mentor.personId, mentor: curator.personId })).status).toBe(303);
});

test('what a pair keeps in the register is not written over by hand: the sentence leads to the pair; results are written there all the same', async () => {
	const { organisationId, curator, mentor, mentee } = await inSchool('Банк и пара');
	const vera = as(world, curator);
	await vera.post('/registry/mentees/entries', { person: mentee.personId, from: '01.09.2026' });
	const people = { mentee: mentee.personId, mentor: mentor.personId };
	const done = { ...people, ...term, words: 'on', consents: 'on', agreement: 'on', papersOn: '04.09.2026' };
	const order = { actKind: 'order', series: 'main', orderNumber: '16/1-О', signedOn: '04.09.2026' };
	const card = location(await vera.post('/mentorships', { ...done, ...order })).split('?')[0] as string;
	const kept = () =>
		world.owner
			.selectFrom('programme_periods')
			.selectAll()
			.where('organisation_id', '=', organisationId)
			.executeTakeFirstOrThrow();
	const before = await kept();
	const own = `/programme-periods/${before.id}`;
	const version = String(before.version);
	const ending = { version, on: '05.09.2026', outcome: 'completed', results: 'Урок без замечаний' };
	const tries = [
		[own, { version, partner: '', partnerNote: 'Кто-то другой' }, 'измените это на её странице'],
		[`${own}/ending`, ending, 'ведёт пара'],
		[`${own}/removal`, {}, 'Эту запись ведёт пара'],
		[`${own}/reopening`, {}, 'отмените его на её странице']
	] as const;
	for (const [address, fields, words] of tries) {
		const answer = await vera.post(address, fields);
		expect(answer.status, address).toBe(422);
		const page = await text(answer);
		expect(page, address).toContain(words);
		expect(page, address).toContain(`href="${card}"`);
	}
	expect(await kept()).toEqual(before);
	const person = await text(vera.get(`/registry/people/${mentee.personId}`));
	expect(person).toContain('Открыть пару');
	expect(person).not.toContain(own);

	await vera.post(`${card}/completion`, { on: '05.09.2026', words: '' });
	const now = String((await kept()).version);
	const results = { version: now, on: '05.09.2026', outcome: 'completed', results: 'Урок без замечаний' };
	expect((await vera.post(`${own}/ending`, { ...results, outcome: 'stopped' })).status).toBe(422);
	expect((await vera.post(`${own}/ending`, results)).status).toBe(303);
	expect(await kept()).toMatchObject({ outcome: 'completed', results: 'Урок без замечаний' });
});

test('both are asked in their own words; Белова agrees, Гусев says no, and only the curator reads why', async () => {
	const { curator, director, personnel, mentor, mentee } = await inSchool('Ответы');
	const [vera, anna, boris] = [as(world, curator), as(world, mentor), as(world, mentee)];
	const card = location(
		await vera.post('/mentorships', { ...term, mentee: mentee.personId, mentor: mentor.personId })
	).split('?')[0] as string;
	const id = card.split('/').at(-1);
	const asked = await text(anna.get('/my-pair'));
	expect(asked).toContain('От вас ждут ответа');
	expect((await anna.post(`/my-pair/${id}/answer`, { answer: 'accepted' })).status).toBe(303);
	expect(await text(vera.get(card))).toContain('предложена');
	const no = { answer: 'declined', reason: 'no-time', confidence: 'Мы уже ссорились' };
	expect((await boris.post(`/my-pair/${id}/answer`, no)).status).toBe(303);
	expect(await text(vera.get(card))).toContain('Мы уже ссорились');
	for (const eyes of [as(world, director).get(card), anna.get('/my-pair'), vera.get('/mentorships/export/csv')])
		expect(await text(eyes)).not.toContain('Мы уже ссорились');
	const data = `/people/${mentee.personId}/data`;
	const hisOwn = [boris.get('/my-data/export'), vera.get(data)];
	for (const file of hisOwn) expect(await inFile(file)).toContain('Мы уже ссорились');
	for (const who of [director, personnel]) expect(await inFile(as(world, who).get(data))).not.toContain('ссорились');
	const { curator: stranger } = await inSchool('Чужая');
	expect((await as(world, stranger).get(card)).status).toBe(404);
	// refused, the two may be proposed anew
	const anew = await vera.post('/mentorships', { ...term, mentee: mentee.personId, mentor: mentor.personId });
	expect(anew.status).toBe(303);
});

test('Гусев left and asked to be forgotten: what was told in confidence goes, and his name from what Белова was told of him', async () => {
	const { curator, director, mentor, mentee } = await inSchool('Забыли');
	const vera = as(world, curator);
	await giveAccount(world, mentor);
	const people = { mentee: mentee.personId, mentor: mentor.personId };
	const words = { words: 'on', papersOn: '04.09.2026', content: 'Ходит на уроки' };
	const card = location(await vera.post('/mentorships', { ...term, ...people, ...words })).split('?')[0] as string;
	const ending = { on: '04.09.2026', reason: 'mentee-wish', words: 'Гусев уехал', confidence: 'Переезд к матери' };
	expect((await vera.post(`${card}/ending`, ending)).status).toBe(303);
	await vera.post('/search-facts', { person: mentee.personId, what: 'searched', note: 'Гусев просил физика' });
	const anna = as(world, mentor);
	expect(await text(anna.get('/notices'))).toContain('Ваш наставляемый: Гусев Борис Олегович');
	expect(await text(vera.get(card))).toContain('Переезд к матери');

	const { organisationId: organisation_id, personId: person_id } = mentee;
	await sql`update employments set period = daterange(lower(period), '2026-09-05') where person_id = ${person_id}`.execute(
		world.owner
	);
	const asked = { organisation_id, id: id(), person_id, asked_at: now.at, asked_by: director.personId };
	await world.owner.insertInto('erasure_requests').values(asked).execute();
	const erased = await as(world, director).post(`/people/${person_id}/erasure`, { familyName: 'Гусев' });
	expect(erased.status).toBe(303);
	for (const table of ['mentorship_confidences', 'mentorship_steps', 'search_facts', 'letters']) {
		const { rows } = await sql<{ kept: string }>`select t::text as kept from ${sql.table(table)} t
			where organisation_id = ${organisation_id}`.execute(world.owner);
		expect(rows.length > 0, table).toBe(table !== 'mentorship_confidences');
		expect(rows.map(({ kept }) => kept).join(), table).not.toMatch(/Гусев|Переезд/);
	}
	const told = await text(anna.get('/notices'));
	expect(told).toContain('Последний день – 4 сентября 2026');
	expect(told).not.toContain('Гусев');
	expect(await text(vera.get(card)), 'who led whom stays').toContain('Белова А. С. →');
});

test('what Белова is offered comes by mail where she has confirmed an address: in her words, with the way to her answer', async () => {
	const { organisationId, curator, mentor, mentee } = await inSchool('Почта');
	for (const one of [mentor, mentee]) await giveAccount(world, one);
	const mail = await aMailServer();
	const program = await aProgram(world, organisationId, mail);
	await confirm(program, mail, mentor, 'belova@school.example');
	mail.taken.length = 0;
	const people = { mentee: mentee.personId, mentor: mentor.personId };
	const token = crypto.randomUUID();
	for (let turn = 0; turn < 2; turn += 1) {
		const answer = await program.as(curator).post('/mentorships', { ...term, ...people, token });
		expect(answer.status).toBe(303);
	}
	await program.carryWaiting();
	expect(
		mail.taken.map(({ to }) => to),
		'Гусев gave no address'
	).toEqual([['belova@school.example']]);
	const { subject, text: plain = '', html = '' } = await PostalMime.parse(mail.taken[0]?.raw ?? '');
	expect(subject).toBe('Вам предлагают стать наставником');
	for (const part of [plain, html]) {
		for (const words of ['Ваш наставляемый: Гусев Борис Олегович.', 'с 1 сентября 2026 по 31 мая 2027', 'Отписаться'])
			expect(part).toContain(words);
		expect(part).toContain('https://nastavnik.example/my-pair');
	}
	expect(await text(program.as(mentee).get('/notices'))).toContain('вам предлагают наставника');
});
