import { beforeAll, expect, test } from 'vitest';
import { aSchool, as, id, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { anEdition, aWave, howAreYou } from '../../../test/survey-story';
import { add, cast, expectedIn, leadsTo, merge, text } from '../../../test/twin-story';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
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

	const led = await add(vera, 'Чехов Лев Ильич');
	const pair = { mentee: led, mentor: mentor.personId, from: '07.09.2026', to: '31.05.2027', kind: 'one-to-one' };
	expect((await vera.post('/mentorships', pair)).status).toBe(303);
	const leading = `/people/${mentor.personId}/merging/${led}`;
	const asked = await text(vera.get(leading));
	expect(asked).toContain('Один из них – наставник другого');
	expect((await merge(vera, leading)).status, 'merged, the pair would be nobody’s').toBe(422);

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
