import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { location, text } from '../../../test/plan-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { readAs } from '../../db/as-actor';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const cast = ['curator', 'director', 'mentor', 'mentee', 'teacher', 'personnel'] as const;
const name = { familyName: 'панова', givenName: 'ирина', patronymic: 'викторовна' };
const there = { post: 'учитель химии', worksAt: 'МБОУ «Школа № 5»', contact: '2-33-44' };

/** Two schools of one centre. */
async function neighbours() {
	const centre = await aSchool(world, { name: 'РЦ «Исток»', kind: 'resource-centre', roles: ['methodologist'] });
	const parent = centre.organisationId;
	const home = await aSchool(world, { name: 'Школа № 5', parent, roles: cast });
	return { centre, home, school: await aSchool(world, { name: 'Сельская школа', parent, roles: cast }) };
}
const consentAndWord = { words: 'on', consents: 'on', papersOn: '04.09.2026', kind: 'one-to-one' };

test('Вера enters a mentor of the neighbouring school; the two schools agree, an order is written, and the neighbour sees nothing of it', async () => {
	const { centre, home, school } = await neighbours();
	const [vera, mentee] = [as(world, school.curator), school.mentee.personId];
	expect(await text(vera.get(`/mentorships/new?mentee=${mentee}`))).toContain(
		`/mentorship-guests/new?mentee=${mentee}`
	);
	const wrong = await vera.post('/mentorship-guests', { ...name, ...there, familyName: 'П4нова', contact: '' });
	expect(wrong.status).toBe(422);
	const back = await text(wrong);
	for (const words of ['Укажите телефон или почту', 'МБОУ «Школа № 5»']) expect(back).toContain(words);
	const token = crypto.randomUUID();
	const chosen = location(await vera.post('/mentorship-guests', { ...name, ...there, mentee, token }));
	expect(location(await vera.post('/mentorship-guests', { ...name, ...there, mentee, token }))).toBe(chosen);
	const twice = await vera.post('/mentorship-guests', { ...name, ...there });
	expect(await text(twice)).toContain('Человек с таким именем уже есть');
	expect(await text(vera.get(chosen))).toContain('Панова Ирина Викторовна');
	const guest = new URL(chosen, 'http://x').searchParams.get('other') as string;

	const pair = { mentee, mentor: guest, from: '01.09.2026', to: '31.05.2027', ...consentAndWord };
	const card = location(await vera.post('/mentorships', pair)).split('?')[0] as string;
	const lacks = await text(vera.get(card));
	expect(lacks).toContain('учитель химии, МБОУ «Школа № 5»');
	expect(lacks).toContain('Соглашение о сетевом взаимодействии: МБОУ «Школа № 5»');
	expect(lacks).not.toContain('Дополнительное соглашение:');
	const papers = { on: '04.09.2026', need: `agreement mentor ${guest}`, number: '3-СВ' };
	expect((await vera.post(`${card}/papers`, papers)).status).toBe(303);
	const order = { actKind: 'order', series: 'main', number: '17-О', signedOn: '05.09.2026' };
	const registered = location(
		await vera.post('/mentorship-orders', { ...order, mentorship: card.split('/').at(-1) ?? '' })
	);
	expect(registered, 'nothing is lacking, nothing is asked').toContain('saved=ordered');
	expect(await text(vera.get(card))).toContain('действует');

	expect(await text(vera.get('/people')), 'no colleague of those who work here').toContain('6 сотрудников');
	expect(await text(vera.get('/people?filter=guests'))).toContain('Панова Ирина Викторовна');
	expect(await text(vera.get('/mentorships/new')), 'and nobody’s mentee here').not.toContain('Панова');
	expect(await text(vera.get(`/people/${guest}`))).toContain('Связь: 2-33-44');
	const colleague = await text(as(world, school.teacher).get(`/people/${guest}`));
	expect(colleague).not.toContain('2-33-44');

	const { rows } = await sql<{ home: string }>`select home_organisation_id as home from guests
		where organisation_id = ${school.organisationId}`.execute(world.owner);
	expect(rows, 'the link home').toEqual([{ home: home.organisationId }]);
	for (const eyes of [home.curator, home.director, home.mentor, centre.methodologist]) {
		const other = as(world, eyes);
		expect((await readAs(world.db, eyes, (tx) => sql`select from guests`.execute(tx))).rows).toEqual([]);
		for (const path of ['/people?q=панова', '/search?q=панова', '/notices', '/today', '/my-pair']) {
			const page = await text(other.get(path));
			expect(page, path).not.toMatch(/Панова|Гусев Б|17-О/);
		}
		expect((await other.get(`/people/${guest}`)).status).toBe(404);
		expect([403, 404]).toContain((await other.get(card)).status);
	}
});

test('what is known of a guest is put right; who was slower is shown what stands', async () => {
	const { school } = await neighbours();
	const vera = as(world, school.curator);
	const at = location(await vera.post('/mentorship-guests', { ...name, ...there }));
	const own = `/mentorship-guests/${at.split('/').at(-1)}`;
	const change = { version: '1', ...there, contact: 'panova@school.example' };
	expect((await vera.post(own, change)).status).toBe(303);
	const slower = await vera.post(own, { ...change, contact: '2-33-55' });
	expect(slower.status).toBe(409);
	const page = await text(slower);
	for (const words of ['panova@school.example', '2-33-55', 'name="version" value="2"']) expect(page).toContain(words);
	expect((await vera.get(`/mentorship-guests/${school.mentor.personId}`)).status, 'who works here is no guest').toBe(
		404
	);
	expect((await as(world, school.personnel).post(own, change)).status).toBe(403);
});

test('what was written of a guest is taken back: the change, then the guest, who comes back by one button; whoever leads somebody stays', async () => {
	const { school } = await neighbours();
	const vera = as(world, school.curator);
	const card = location(await vera.post('/mentorship-guests', { ...name, ...there })).split('?')[0] as string;
	const own = `/mentorship-guests/${card.split('/').at(-1)}`;
	await vera.post(own, { version: '1', ...there, contact: '2-33-55' });
	expect(await text(vera.get(card))).toContain('Отменить последнее изменение');
	expect((await vera.post(`${own}/undoing`, { version: '1' })).status, 'seen before the change').toBe(422);
	expect((await vera.post(`${own}/undoing`, { version: '2' })).status).toBe(303);
	expect(await text(vera.get(card))).toContain('Связь: 2-33-44');

	const other = location(await vera.post('/mentorship-guests', { ...name, ...there, givenName: 'Мария' })).split(
		'?'
	)[0] as string;
	const hers = `/mentorship-guests/${other.split('/').at(-1)}`;
	expect(await text(vera.get(other))).toContain('Отменить запись');
	const token = crypto.randomUUID();
	const gone = location(await vera.post(`${hers}/undoing`, { version: '1', token }));
	expect((await vera.get(hers)).status).toBe(404);
	for (const again of [token, crypto.randomUUID()])
		expect(location(await vera.post(`${hers}/undoing`, { version: '1', token: again })), 'sent twice').toBe(gone);
	const { rows } = await sql`select from journal where organisation_id = ${school.organisationId}
		and act = 'guest.undone' and subject_id = ${hers.split('/').at(-1)}`.execute(world.owner);
	expect(rows, 'done once').toHaveLength(1);
	expect(await text(vera.get(gone))).toContain(`${other}/restoration`);
	expect((await vera.post(`${other}/restoration`)).status).toBe(303);
	const chosen = `/mentorships/new?mentee=${school.mentee.personId}&other=${hers.split('/').at(-1)}`;
	expect(await text(vera.get(chosen)), 'where one lands after entering a guest').toContain(`${hers}/undoing`);
	const pair = { mentee: school.mentee.personId, mentor: other.split('/').at(-1) ?? '', from: '01.09.2026' };
	await vera.post('/mentorships', { ...pair, to: '31.05.2027', ...consentAndWord });
	expect(await text(vera.get(chosen)), 'now with a pair').not.toContain(`${hers}/undoing`);
	const leads = await vera.post(`${hers}/undoing`, { version: '1' });
	expect(leads.status).toBe(422);
	expect(await text(leads)).toContain('Он уже наставник в паре');
});
