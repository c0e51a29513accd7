import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { aSchool, as, id, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import type { Actor } from '../../core/actor';
import { asActor } from '../../db/as-actor';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const card = {
	version: '1',
	kind: 'lyceum',
	name: 'Лицей № 1',
	fullName: 'МБОУ «Лицей № 1»',
	timeZone: 'Asia/Yekaterinburg',
	workingWeek: '6',
	onePersonMode: 'on',
	'word-head': 'leader'
};
const saved = ({ organisationId }: Actor) =>
	world.owner
		.selectFrom('organisations')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.executeTakeFirstOrThrow();

/** Управление → РЦ → a school, with one person in each. */
async function aDistrict(name: string) {
	const authority = await aSchool(world, { name: `Управление ${name}`, kind: 'authority', roles: ['authority'] });
	const parent = authority.organisationId;
	const centre = await aSchool(world, {
		name: `РЦ ${name}`,
		kind: 'resource-centre',
		parent,
		roles: ['methodologist']
	});
	const school = await aSchool(world, { name: `Ёлкинская школа ${name}`, parent: centre.organisationId });
	return { authority, centre, school };
}

const newSchool = (parentId: string) => ({
	parentId,
	kind: 'kindergarten',
	name: 'Детский сад «Ромашка»',
	fullName: 'МБДОУ «Детский сад „Ромашка“»',
	timeZone: 'Europe/Samara',
	onePersonMode: 'on',
	familyName: 'Яшина',
	givenName: 'Юлия',
	patronymic: 'Олеговна',
	email: ''
});

test('a school becomes a lyceum with its own words; the journal keeps what it was', async () => {
	const { curator, teacher } = await aSchool(world, { name: 'Школа № 1' });
	const vera = as(world, curator);
	expect(await (await vera.get('/organisation/edit')).text()).toContain('value="Школа № 1"');
	expect((await vera.post('/organisation', card)).headers.get('location')).toBe('/organisation?saved=organisation');

	const page = await (await as(world, teacher).get('/organisation')).text();
	for (const text of ['Лицей № 1', 'Екатеринбург', 'шестидневная', 'один куратор за всех', 'руководитель']) {
		expect(page).toContain(text);
	}
	expect(page).not.toContain('Изменить сведения');
	const line = await world.owner
		.selectFrom('journal')
		.select('details')
		.where('organisation_id', '=', curator.organisationId)
		.where('act', '=', 'organisation.changed')
		.executeTakeFirstOrThrow();
	expect(line.details).toMatchObject({ before: { name: 'Школа № 1' }, after: { name: 'Лицей № 1' } });
});

test('two people edit at once: the later one sees both versions and may still save hers', async () => {
	const { curator, director } = await aSchool(world, { name: 'Школа № 2' });
	await as(world, curator).post('/organisation', card);
	const gleb = as(world, director);
	const late = await gleb.post('/organisation', { ...card, name: 'Лицей «Интеграл»' });
	expect(late.status).toBe(409);
	const page = await late.text();
	for (const text of [
		'изменил кто-то другой',
		'Как называют: Лицей № 1',
		'Часовой пояс: МСК+2: Екатеринбург',
		'value="Лицей «Интеграл»"',
		'name="version" value="2"'
	]) {
		expect(page).toContain(text);
	}
	expect((await gleb.post('/organisation', { ...card, version: '2', name: 'Лицей «Интеграл»' })).status).toBe(303);
	expect(await saved(curator)).toMatchObject({ name: 'Лицей «Интеграл»', version: 3 });
});

test('a school does not become an authority, and a teacher changes nothing', async () => {
	const { curator, teacher } = await aSchool(world, { name: 'Школа № 3' });
	const refused = await as(world, curator).post('/organisation', { ...card, kind: 'authority' });
	expect(refused.status).toBe(422);
	expect(await refused.text()).toContain('только в пределах своего уровня');
	expect((await as(world, teacher).post('/organisation', card)).status).toBe(403);
	expect(await saved(curator)).toMatchObject({ name: 'Школа № 3', version: 1 });
});

test('a time zone or a word that is only a word of the language’s own is refused: nobody is locked out by it', async () => {
	const { curator } = await aSchool(world, { name: 'Школа № 4' });
	const { authority } = await aDistrict('Западного округа');
	for (const timeZone of ['constructor', 'toString', '__proto__', 'Mars/Olympus']) {
		const refused = await as(world, curator).post('/organisation', { ...card, timeZone });
		expect(refused.status, timeZone).toBe(422);
		const added = { ...newSchool(authority.organisationId), timeZone };
		expect((await as(world, authority.authority).post('/schools', added)).status, timeZone).toBe(422);
	}
	expect(await saved(curator)).toMatchObject({ version: 1 });
	await as(world, curator).post('/organisation', { ...card, 'word-head': 'constructor' });
	expect(await saved(curator)).toMatchObject({ version: 2, words: {} });
});

test('whatever the address asks of the list of schools, the list answers', async () => {
	const { authority } = await aDistrict('Дальнего округа');
	for (const query of ['q=%00', 'q=%5C%25', 'filter=constructor', 'sort=constructor&page=-1']) {
		const answer = await as(world, authority.authority).get(`/schools?${query}`);
		expect(answer.status, query).toBe(200);
		expect(await answer.text()).not.toContain('native code');
	}
});

test('the authority sees names and counts through the levels, never people; sideways and upwards it sees nothing', async () => {
	const { authority, centre, school } = await aDistrict('Северного округа');
	const other = await aDistrict('Южного округа');
	const page = await (await as(world, authority.authority).get('/schools')).text();
	for (const text of ['Ёлкинская школа Северного округа', 'РЦ Северного округа']) expect(page).toContain(text);
	for (const text of ['Южного', 'Дронова', 'Белова']) expect(page).not.toContain(text);

	const below = await (await as(world, centre.methodologist).get('/schools?q=елкинская&sort=staff&order=desc')).text();
	expect(below).toContain('Ёлкинская школа Северного округа');
	expect(below).not.toContain('Управление Северного округа</th>');
	expect(await (await as(world, other.centre.methodologist).get('/schools')).text()).not.toContain('Северного');

	expect((await as(world, school.curator).get('/schools')).status).toBe(403);
	const seen = await (await as(world, school.curator).get('/organisation')).text();
	expect(seen).toContain('РЦ Северного округа → Управление Северного округа');
});

test('a methodologist adds a kindergarten: its curator has a way in, once, and the counts grow', async () => {
	const { centre, authority } = await aDistrict('Западного округа');
	const tamara = as(world, centre.methodologist);
	expect((await tamara.get('/schools/new')).status).toBe(200);
	const token = crypto.randomUUID();
	const added = await tamara.post('/schools', { ...newSchool(centre.organisationId), token });
	const where = added.headers.get('location') ?? '';
	expect(where).toMatch(/^\/schools\/[^/]+\/invitation\?of=/);
	expect((await tamara.post('/schools', { ...newSchool(centre.organisationId), token })).headers.get('location')).toBe(
		where
	);

	const slip = await (await tamara.get(where)).text();
	const link = /href="http:\/\/localhost(\/invitation\/[^"]+)"/.exec(slip)?.[1] ?? '';
	const welcome = await as(world, undefined).get(link);
	expect(welcome.status).toBe(200);
	expect(await welcome.text()).toContain('Детский сад «Ромашка»');

	const list = await (await as(world, authority.authority).get('/schools?filter=silent&q=ромашка')).text();
	expect(list).toContain('приглашение выдано');
	const kindergarten = where.split('/')[2] ?? '';
	const roles = await world.owner
		.selectFrom('role_periods')
		.select('role')
		.where('organisation_id', '=', kindergarten)
		.execute();
	expect(roles.map(({ role }) => role).sort()).toEqual(['administrator', 'curator']);
});

test('an invitation that was lost is issued again, and the first one stops working', async () => {
	const { centre } = await aDistrict('Восточного округа');
	const tamara = as(world, centre.methodologist);
	const where = (await tamara.post('/schools', newSchool(centre.organisationId))).headers.get('location') ?? '';
	const again = await tamara.post(`/schools/${where.split('/')[2]}/invitation`);
	expect(again.status).toBe(303);
	expect(await (await tamara.get(where)).text()).toContain('Код больше не показать');
	expect(await (await tamara.get(again.headers.get('location') ?? '')).text()).toContain('/invitation/');
});

test('nobody adds under an organisation that is not theirs, nor a level under a lower one', async () => {
	const { centre, school } = await aDistrict('Горного округа');
	const { centre: foreign } = await aDistrict('Речного округа');
	const tamara = as(world, centre.methodologist);
	expect((await tamara.post('/schools', newSchool(foreign.organisationId))).status).toBe(404);
	expect((await tamara.post('/schools', newSchool(school.organisationId))).status).toBe(404);
	const refused = await tamara.post('/schools', { ...newSchool(centre.organisationId), kind: 'region' });
	expect(refused.status).toBe(422);
	expect(await refused.text()).toContain('не может стоять под выбранной');
	const abroad = await as(world, foreign.methodologist).post(`/schools/${school.organisationId}/invitation`);
	expect(abroad.status).toBe(404);
	const below = await world.owner
		.selectFrom('organisations')
		.select('name')
		.where('parent_id', 'in', [foreign.organisationId, school.organisationId])
		.where('created_at', '=', now.at)
		.execute();
	expect(below.map(({ name }) => name)).toEqual(['Ёлкинская школа Речного округа']);
});

test('the database itself refuses to invite into an organisation that does not stand below', async () => {
	const { centre, school } = await aDistrict('Лесного округа');
	const { centre: foreign } = await aDistrict('Степного округа');
	const invite = (actor: Actor) =>
		asActor(world.db, actor, 'read write', async (tx) => {
			const { rows } = await sql<{
				invited: boolean;
			}>`select invite_below(${now.at}, ${school.organisationId}, ${id()}, ${id()},
				'\\x01', '\\x02', ${now.at}, ${id()}) as invited`.execute(tx);
			return { ok: true, invited: rows[0]?.invited };
		});
	expect((await invite(foreign.methodologist)).invited).toBe(false);
	expect((await invite(centre.methodologist)).invited).toBe(true);
});
