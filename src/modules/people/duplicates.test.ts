import { beforeAll, expect, test } from 'vitest';
import { aPlan } from '../../../test/plans';
import { countingQueries } from '../../../test/queries';
import { aSchool, as, id, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { add, cast, leadsTo, merge, one, text } from '../../../test/twin-story';
import type { Actor } from '../../core/actor';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

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
	expect(await one(world, 'consents', teacher.personId)).toBe(1);
	const back = await vera.post(`/people/${twin}/restoration`);
	expect(await back.text()).toContain('объединена с другой');

	expect((await vera.post(`${done.split('?')[0]}/undoing`)).status).toBe(303);
	expect(await text(vera.get(`/people/${twin}`))).toContain('Жукова Н. Л.');
	expect(await text(vera.get(`/people/${teacher.personId}`))).not.toContain('вторая смена');
	expect(await one(world, 'consents', twin)).toBe(1);
	expect(await one(world, 'mentee_requests', twin)).toBe(1);
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
