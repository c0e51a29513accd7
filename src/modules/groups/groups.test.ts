import { beforeAll, expect, test } from 'vitest';
import { countingQueries } from '../../../test/queries';
import { aSchool, as, id, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import type { Actor } from '../../core/actor';
import { readAs } from '../../db/as-actor';
import { listSets } from './queries/sets';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();

/** Takes one of our sets; answers with it as the school has it. */
async function take(curator: Actor, preset: 'periods' | 'needs') {
	const answer = await as(world, curator).post('/group-sets', { preset });
	expect(answer.status).toBe(303);
	const [set] = await readAs(world.db, curator, (tx) => listSets(tx, curator));
	if (!set) throw new Error('the set is not there');
	const group = (code: string) => set.groups.find((one) => one.code === code)?.id ?? '';
	return { set, group };
}
const teachingSince = (person: Actor, day: string) =>
	world.owner.updateTable('people').set({ teaching_since: day }).where('id', '=', person.personId).execute();

test('Вера takes А–Г; Борис sees himself in А, she saw Б at his lesson; her decision stands beside both, with its history', async () => {
	const { curator, mentee } = await aSchool(world, { name: 'Школа периодов' });
	await teachingSince(mentee, '2025-07-01');
	const { set, group } = await take(curator, 'periods');
	const [vera, boris] = [as(world, curator), as(world, mentee)];

	expect(await text(boris.get('/my-groups'))).toContain('Допрофессиональный период');
	await boris.post(`/my-groups/${set.id}`, {
		[`mine-${set.id}`]: group('А'),
		[`mine-${set.id}-note`]: 'Первый год с классом'
	});
	await vera.post(`/group-sets/${set.id}/people/${mentee.personId}/observation`, {
		seen: group('Б'),
		'seen-note': 'Урок уверенный'
	});
	expect(await text(vera.get(`/group-sets/${set.id}?filter=differ`))).toContain('Гусев Борис Олегович');

	const decision = { group: group('А'), from: '05.09.2026', basis: 'стаж 1 год', person: mentee.personId };
	expect((await vera.post(`/group-sets/${set.id}/decisions`, decision)).headers.get('location')).toContain(
		'saved=decided'
	);
	const card = await text(vera.get(`/group-sets/${set.id}/people/${mentee.personId}`));
	for (const words of [
		'Первый год с классом',
		'Урок уверенный',
		'педагогический стаж 1 год 2 месяца, меньше 3 лет',
		'стаж 1 год'
	])
		expect(card, words).toContain(words);
});

test('in an exclusive set the next decision ends the former one the day before; earlier than it is refused', async () => {
	const { curator, mentee } = await aSchool(world, { name: 'Школа решений' });
	const { set, group } = await take(curator, 'periods');
	const vera = as(world, curator);
	const decide = (code: string, from: string) =>
		vera.post(`/group-sets/${set.id}/decisions`, { group: group(code), from, person: mentee.personId });
	await decide('А', '01.09.2026');
	await decide('Б', '05.09.2026');
	const periods = await world.owner
		.selectFrom('group_memberships')
		.select(['group_id', 'period'])
		.where('person_id', '=', mentee.personId)
		.orderBy('period')
		.execute();
	expect(
		periods.map(({ group_id, period }) => [set.groups.find(({ id: one }) => one === group_id)?.code, String(period)])
	).toEqual([
		['А', '[2026-09-01,2026-09-05)'],
		['Б', '[2026-09-05,)']
	]);
	const early = await decide('В', '05.09.2026');
	expect(early.status).toBe(422);
	expect(await early.text()).toContain('новое должно начинаться позже');
	expect((await decide('Б', '05.09.2026')).headers.get('location')).toContain('saved=same');
});

test('the September look names whom the rules add and drop, and why; what she unticks is left', async () => {
	const { curator, mentee, teacher } = await aSchool(world, { name: 'Школа сентября' });
	await teachingSince(mentee, '2025-07-01');
	await teachingSince(teacher, '2000-09-01');
	const { set, group } = await take(curator, 'needs');
	const vera = as(world, curator);
	await vera.post(`/group-sets/${set.id}/decisions`, {
		group: group('Ст3'),
		from: '01.09.2024',
		person: teacher.personId
	});

	const page = await text(vera.get(`/group-sets/${set.id}/review`));
	for (const words of ['Гусев Борис Олегович', 'Жукова Нина Львовна', '26 лет, 3 года или больше', 'меньше 3 лет'])
		expect(page, words).toContain(words);
	const ticked = (name: string) =>
		[...page.matchAll(new RegExp(`name="${name}" value="([^"]+)"`, 'g'))].map(([, value]) => value as string);
	expect(ticked('drop')).toHaveLength(1);
	await vera.post(`/group-sets/${set.id}/review`, { from: '05.09.2026', add: ticked('add'), drop: [] });
	const after = await text(vera.get(`/group-sets/${set.id}/review`));
	expect(after).toContain('внести 0 и вывести 1');
	await vera.post(`/group-sets/${set.id}/review`, { from: '05.09.2026', drop: ticked('drop') });
	expect(await text(vera.get(`/group-sets/${set.id}/review`))).toContain('менять нечего');
});

test('a mistaken decision is withdrawn and stays in the history as such', async () => {
	const { curator, mentee } = await aSchool(world, { name: 'Школа ошибок' });
	const { set, group } = await take(curator, 'periods');
	const vera = as(world, curator);
	await vera.post(`/group-sets/${set.id}/decisions`, {
		group: group('Г'),
		from: '05.09.2026',
		person: mentee.personId
	});
	const { id: membership } = await world.owner
		.selectFrom('group_memberships')
		.select('id')
		.where('person_id', '=', mentee.personId)
		.executeTakeFirstOrThrow();
	await vera.post(`/group-memberships/${membership}/withdrawal`);
	const card = await text(vera.get(`/group-sets/${set.id}/people/${mentee.personId}`));
	for (const words of ['Решения ещё нет', 'убрано как ошибочное']) expect(card).toContain(words);
});

test('a group’s words and rule are the school’s; two who edit it at once see both', async () => {
	const { curator, director } = await aSchool(world, { name: 'Школа правил' });
	const { set, group } = await take(curator, 'periods');
	const change = {
		version: '1',
		code: 'А',
		name: 'Входящие в профессию',
		canBeMentee: 'on',
		fact1: 'teaching',
		sign1: 'under',
		months1: '24'
	};
	expect((await as(world, curator).post(`/staff-groups/${group('А')}`, change)).status).toBe(303);
	expect(await text(as(world, curator).get('/groups'))).toContain('педагогический стаж меньше 2 лет');
	const late = await as(world, director).post(`/staff-groups/${group('А')}`, { ...change, name: 'Новички' });
	expect(late.status).toBe(409);
	const page = await late.text();
	for (const words of ['Входящие в профессию', 'value="Новички"']) expect(page).toContain(words);
	const wrong = await as(world, curator).post(`/staff-groups/${group('А')}`, {
		...change,
		version: '2',
		months1: 'три года'
	});
	expect(wrong.status).toBe(422);
	expect(await wrong.text()).toContain('36 – это три года');
	expect(set.exclusive).toBe(true);
});

test.each([
	[{ person: [] as string[] }, 'Отметьте хотя бы одного'],
	[{ from: '31.02.2026' }, 'с какого дня'],
	[{ from: '05.09.2036' }, 'проверьте год'],
	[{ group: '' }, 'Выберите группу']
])('mistyped as %o she is told what is wrong, and nothing is decided', async (typed, why) => {
	const { curator, mentee } = await aSchool(world, { name: 'Школа опечаток' });
	const { set, group } = await take(curator, 'periods');
	const decision = {
		group: group('А'),
		from: '05.09.2026',
		person: mentee.personId,
		...(typed as Record<string, string>)
	};
	const answer = await as(world, curator).post(`/group-sets/${set.id}/decisions`, decision);
	expect(answer.status).toBe(422);
	expect(await answer.text()).toContain(why);
	const { count } = await world.owner
		.selectFrom('group_memberships')
		.select((is) => is.fn.countAll<number>().as('count'))
		.where('organisation_id', '=', curator.organisationId)
		.executeTakeFirstOrThrow();
	expect(count).toBe(0);
});

test('two hundred teachers cost as many queries as nine, and are found by name and page', async () => {
	const { curator, organisationId: organisation_id } = await aSchool(world, { name: 'Школа списков' });
	const { set } = await take(curator, 'periods');
	const page = countingQueries(world, curator);
	const few = await page.cost(`/group-sets/${set.id}`);
	const people = Array.from({ length: 200 }, (_, at) => ({ id: id(), family_name: `Лесная${'абвгдежзик'[at % 10]}` }));
	await world.owner
		.insertInto('people')
		.values(people.map((person) => ({ organisation_id, given_name: 'Ия', created_at: now.at, ...person })))
		.execute();
	await world.owner
		.insertInto('posts')
		.values(
			people.map(({ id: person_id }) => ({
				organisation_id,
				id: id(),
				person_id,
				title: 'учитель',
				period: '[2026-09-01,)'
			}))
		)
		.execute();
	expect(await page.cost(`/group-sets/${set.id}`)).toBe(few);
	expect(await text(as(world, curator).get(`/group-sets/${set.id}?q=лесная&page=4`))).toContain('Страница 4 из 4');
});
