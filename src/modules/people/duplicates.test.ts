import { beforeAll, expect, test } from 'vitest';
import { aPlan } from '../../../test/plans';
import { countingQueries } from '../../../test/queries';
import { aSchool, as, id, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { anEdition, aWave, howAreYou } from '../../../test/survey-story';
import type { Actor } from '../../core/actor';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const leadsTo = (answer: Response) => answer.headers.get('location') ?? '';
const expectedIn = (page: string) =>
	(/name="expected" value="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"');
const cast = ['curator', 'director', 'mentor', 'mentee', 'teacher'] as const;

/** Somebody added by hand as another of the same name; answers with the id. */
async function add(vera: ReturnType<typeof as>, name: string, more: Record<string, string> = {}) {
	const [familyName = '', givenName = '', patronymic = ''] = name.split(' ');
	const answer = await vera.post('/people', {
		familyName,
		givenName,
		patronymic,
		post: 'учитель химии',
		employedOn: '01.09.2024',
		employment: 'main',
		namesake: 'on',
		...more
	});
	return leadsTo(answer).split('/')[2]?.split('?')[0] ?? '';
}
const merge = async (vera: ReturnType<typeof as>, path: string, fields: Record<string, string> = {}) =>
	vera.post(path, { expected: expectedIn(await text(vera.get(path))), ...fields });
const one = async (table: 'consents' | 'mentee_requests' | 'role_periods', personId: string) =>
	(await world.owner.selectFrom(table).select('id').where('person_id', '=', personId).execute()).length;

test('Вера adds Жукова by her initials: she is told who is there, compares, and two entries become one with all they had', async () => {
	const { curator, teacher, organisationId } = await aSchool(world, { name: 'Школа повторов', roles: cast });
	const vera = as(world, curator);
	const refused = await vera.post('/people', {
		familyName: 'Жукова',
		givenName: 'Н.',
		patronymic: 'Л.',
		post: 'учитель химии',
		employedOn: '01.09.2024',
		employment: 'main'
	});
	expect(refused.status).toBe(422);
	expect(await refused.text()).toContain('Похоже, этот человек уже есть в списке: Жукова Нина Львовна');

	const twin = await add(vera, 'Жукова Н. Л.', { phone: '8 900 000-00-00', subjects: 'химия', note: 'вторая смена' });
	expect(await text(vera.get(`/people/${twin}?saved=added`))).toContain('Сравнить записи');
	expect(await text(vera.get('/people'))).toContain('1 пара похожих записей');
	const list = await text(vera.get('/people/duplicates'));
	for (const words of ['инициалы вместо имени', 'та же должность', 'Сравнить']) expect(list).toContain(words);

	await vera.post('/registry/mentees/entries', { person: [twin], from: '01.09.2026' });
	const request = { version: '0', words: 'Помочь с журналом', priority: '1', source: 'words', saidOn: '04.09.2026' };
	await vera.post(`/registry/people/${twin}/request`, request);
	await vera.post('/consents/entry/transfer', { kind: 'transfer', person: twin, givenOn: '01.09.2026' });
	await vera.post(`/people/${teacher.personId}/posts`, {
		title: 'классный руководитель',
		from: '01.09.2026',
		main: ''
	});
	const { activities } = await aPlan(world, curator, {
		stages: [
			{ title: 'Работа', activities: [{ title: 'Встречи', responsible: [{ text: 'Жукова Н. Л.', kind: 'person' }] }] }
		]
	});
	await vera.post(`/activities/${activities.Встречи?.id}/responsible`, { person: twin });

	const path = `/people/${twin}/merging/${teacher.personId}`;
	const page = await text(vera.get(path));
	for (const words of [
		'Это один человек?',
		'Период работы станет одним: с 01.09.2020',
		'Должность «учитель химии» есть у обеих',
		'1 согласие',
		'1 запрос',
		'1 период в банке'
	])
		expect(page, words).toContain(words);
	const undecided = await merge(vera, path);
	expect(undecided.status).toBe(422);
	expect(await undecided.text()).toContain('Имя: выберите, что остаётся');
	const done = leadsTo(await merge(vera, path, { name: 'kept' }));
	expect(done).toContain('saved=merged');
	const record = await text(vera.get(done));
	for (const words of ['Записи объединены', 'Жукова Н. Л.', '1 согласие', '1 запрос'])
		expect(record, words).toContain(words);

	const card = await text(vera.get(`/people/${teacher.personId}`));
	for (const words of [
		'Жукова Нина Львовна',
		'8 900 000-00-00',
		'химия',
		'вторая смена',
		'Две записи об одном человеке объединены'
	])
		expect(card, words).toContain(words);
	expect(await text(vera.get(`/registry/people/${teacher.personId}`))).toContain('Помочь с журналом');
	expect(leadsTo(await vera.get(`/people/${twin}`)), 'an old link still leads to the person').toBe(
		`/people/${teacher.personId}`
	);
	expect(await text(vera.get('/people'))).not.toContain('похожих записей');
	expect(await one('consents', teacher.personId)).toBe(1);
	const back = await vera.post(`/people/${twin}/restoration`);
	expect(await back.text()).toContain('объединена с другой');

	expect((await vera.post(`${done.split('?')[0]}/undoing`)).status).toBe(303);
	expect(await text(vera.get(`/people/${twin}`))).toContain('Жукова Н. Л.');
	expect(await text(vera.get(`/people/${teacher.personId}`))).not.toContain('вторая смена');
	expect(await one('consents', twin)).toBe(1);
	expect(await one('mentee_requests', twin)).toBe(1);
	const again = await vera.post(`${done.split('?')[0]}/undoing`);
	expect(await again.text()).toContain('Разъединить уже нельзя');
	const journal = await world.owner
		.selectFrom('journal')
		.select('act')
		.where('organisation_id', '=', organisationId)
		.execute();
	expect(journal.map(({ act }) => act)).toEqual(expect.arrayContaining(['person.merged', 'person.merge-undone']));
});

test('«Это разные люди» is remembered, and can be asked about again', async () => {
	const { curator, teacher } = await aSchool(world, { name: 'Школа тёзок', roles: cast });
	const vera = as(world, curator);
	const twin = await add(vera, 'Жукова Нина Львовна');
	const told = leadsTo(await vera.post(`/people/${teacher.personId}/distinction/${twin}`));
	const page = await text(vera.get(told));
	for (const words of ['разные люди', 'Записей, похожих на повтор, нет', 'Разные люди (1)'])
		expect(page).toContain(words);
	const undo = /action="(\/person-distinctions\/[^"]+)"/.exec(page)?.[1] ?? '';
	await vera.post(undo);
	expect(await text(vera.get('/people/duplicates'))).toContain('1 пара записей может');
});

test('two logins are chosen between; one’s own entry stays; what is not one person is refused; what changed meanwhile is shown', async () => {
	const school = await aSchool(world, { name: 'Школа логинов', roles: cast });
	const { curator, teacher, mentor, mentee } = school;
	const vera = as(world, curator);
	const twin = await add(vera, 'Жукова Нина Львовна');
	const account = async (personId: string, login: string) => {
		const account_id = id();
		await world.owner.insertInto('accounts').values({ id: account_id, login, created_at: now.at }).execute();
		await world.owner.updateTable('people').set({ account_id }).where('id', '=', personId).execute();
		return account_id;
	};
	const mine = await account(teacher.personId, 'zhukova');
	const other = await account(twin, 'zhukova2');
	const closed = { organisation_id: school.organisationId, person_id: twin, suspended_at: now.at };
	await world.owner
		.insertInto('access_suspensions')
		.values({ ...closed, id: id() })
		.execute();
	const path = `/people/${teacher.personId}/merging/${twin}`;
	const refused = await merge(vera, path);
	expect(await refused.text()).toContain('У обеих записей есть вход в программу: выберите');
	const first = leadsTo(await merge(vera, path, { account: 'gone' })).split('?')[0];
	const standing = async () => {
		const [person] = await world.owner
			.selectFrom('people')
			.select('account_id')
			.where('id', '=', teacher.personId)
			.execute();
		const [door] = await world.owner
			.selectFrom('access_suspensions')
			.select('lifted_at')
			.where('person_id', '=', teacher.personId)
			.execute();
		return { account: person?.account_id, closed: door?.lifted_at === null };
	};
	expect(await standing(), 'the door that was closed stays closed with its login').toEqual({
		account: other,
		closed: true
	});
	await vera.post(`${first}/undoing`);
	expect(leadsTo(await merge(vera, path, { account: 'kept' }))).toContain('saved=merged');
	expect(await standing(), 'and closes no other').toEqual({ account: mine, closed: false });

	const myself = await add(vera, 'Дронова Вера Павловна', { email: 'vera@example.org' });
	const own = leadsTo(await merge(vera, `/people/${myself}/merging/${curator.personId}`));
	expect(await text(vera.get(own)), 'one’s own entry is the one that stays').toContain(`/people/${curator.personId}"`);

	await vera.post('/registry/mentees/entries', { person: mentee.personId, from: '01.09.2026' });
	const entry = await world.owner
		.selectFrom('register_entries')
		.select('id')
		.where('person_id', '=', mentee.personId)
		.executeTakeFirstOrThrow();
	await vera.post(`/register-entries/${entry.id}/programme`, {
		from: '02.09.2026',
		partner: mentor.personId,
		form: ''
	});
	const together = `/people/${mentor.personId}/merging/${mentee.personId}`;
	expect(await text(vera.get(together))).toContain('работают в паре друг с другом');
	expect((await vera.post(together, { expected: '' })).status).toBe(422);

	const third = await add(vera, 'Гусев Борис Олегович');
	const late = `/people/${mentee.personId}/merging/${third}`;
	const expected = expectedIn(await text(vera.get(late)));
	await vera.post(`/registry/people/${third}/request`, {
		version: '0',
		words: 'x',
		priority: '1',
		source: 'words',
		saidOn: '04.09.2026'
	});
	const stale = await vera.post(late, { expected });
	expect(stale.status).toBe(422);
	expect(await stale.text()).toContain('что-то прибавилось');
});

test('answers without a name stay nobody’s; an erasure forgets the merged entry and the record of it', async () => {
	const { curator, teacher, organisationId } = await aSchool(world, { name: 'Школа без имён', roles: cast });
	const vera = as(world, curator);
	const twin = await add(vera, 'Жукова Нина Львовна', { phone: '8 900 000-00-00' });
	const { edition } = await anEdition(world, curator, howAreYou);
	const { participants } = await aWave(world, curator, edition, {
		title: 'Как вы?',
		readers: ['curator'],
		people: [teacher.personId, twin],
		identity: 'anonymous'
	} as never);
	await world.owner
		.updateTable('survey_participants')
		.set({ answered: true })
		.where('id', 'in', participants)
		.execute();
	const answers = () =>
		world.owner.selectFrom('survey_answers').selectAll().where('organisation_id', '=', organisationId).execute();
	const before = await answers();
	const done = leadsTo(await merge(vera, `/people/${teacher.personId}/merging/${twin}`));
	expect(await answers()).toEqual(before);
	const lines = await world.owner
		.selectFrom('survey_participants')
		.select(['id', 'answered'])
		.where('id', 'in', participants)
		.execute();
	expect(
		lines.filter(({ answered }) => answered),
		'both have answered, and neither is asked again'
	).toHaveLength(2);

	await vera.post(`/people/${teacher.personId}/leaving`, { on: '05.09.2026' });
	await world.owner
		.insertInto('erasure_requests')
		.values({
			organisation_id: organisationId,
			id: id(),
			person_id: teacher.personId,
			asked_at: now.at,
			asked_by: curator.personId
		})
		.execute();
	const later = as(world, curator, () => new Date('2026-09-07T14:00:00Z'));
	await later.post(`/people/${teacher.personId}/erasure`, { familyName: 'Жукова' });
	const page = await text(later.get(done));
	expect(page).toContain('Сведения удалены');
	expect(page).not.toContain('8 900 000-00-00');
	const names = await world.owner
		.selectFrom('people')
		.select('family_name')
		.where('id', 'in', [twin, teacher.personId])
		.execute();
	expect(names).toEqual([{ family_name: 'Сведения' }, { family_name: 'Сведения' }]);
});

test('pairs belong to their school; a teacher neither sees nor merges; the page costs the same for many', async () => {
	const {
		curator,
		teacher,
		organisationId: organisation_id
	} = await aSchool(world, { name: 'Школа стен', roles: cast });
	const stranger = (await aSchool(world, { name: 'Соседи', roles: ['curator'] })).curator;
	const vera = as(world, curator);
	const twin = await add(vera, 'Жукова Нина Львовна');
	const path = `/people/${teacher.personId}/merging/${twin}`;
	const tried = async (actor: Actor) => [
		(await as(world, actor).get(path)).status,
		(await as(world, actor).post(path, { expected: '' })).status
	];
	expect(await tried(stranger)).toEqual([404, 404]);
	expect(await tried(teacher)).toEqual([403, 403]);
	expect((await as(world, teacher).get('/people/duplicates')).status).toBe(403);
	const pages = countingQueries(world, curator);
	const few = await pages.cost('/people/duplicates');
	const named = Array.from({ length: 120 }, (_, at) => ({
		organisation_id,
		id: id(),
		family_name: `Лесная${'абвгдежзик'[at % 10]}`,
		given_name: 'Ия',
		patronymic: `${'АБВГДЕЖЗИК'[Math.floor(at / 20)]}льинична`,
		created_at: now.at
	}));
	await world.owner.insertInto('people').values(named).execute();
	expect(await pages.cost('/people/duplicates')).toBe(few);
	expect(await text(vera.get('/people/duplicates?page=2'))).toContain('Страница 2 из');
});
