import { beforeAll, expect, test } from 'vitest';
import { comeIn, invite, leadsTo } from '../../../test/browser';
import { aSchool, as, clock } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const periods = (personId: string) =>
	world.owner
		.selectFrom('role_periods')
		.select(['role', 'period', 'basis'])
		.where('person_id', '=', personId)
		.orderBy('id')
		.execute();

const rolePaths = async (get: (path: string) => Response | Promise<Response>, personId: string) =>
	[
		...(await (await get(`/accounts/${personId}`)).text()).matchAll(
			/href="(\/accounts\/[\w-]+\/roles\/[\w-]{36}\/ending)"/g
		)
	].map(([, path]) => path ?? '');

test('Вера makes Нина a mentor from 1 September by an order, and ends it in May: the period stays in the history', async () => {
	const { curator, teacher } = await aSchool(world);
	const vera = as(world, curator);
	const path = `/accounts/${teacher.personId}`;
	const grant = { role: 'mentor', from: '01.09.2026', basis: 'приказ от 22.08.2026 № 16/1-О' };
	expect(leadsTo(await vera.post(`${path}/roles`, grant))).toBe(`${path}?saved=role-granted`);
	const again = await vera.post(`${path}/roles`, grant);
	expect(again.status).toBe(422);
	expect(await again.text()).toContain('Эта роль уже назначена с 01.09.2026');

	const card = await (await vera.get(`${path}?saved=role-granted`)).text();
	expect(card).toContain('Роль назначена: наставник с 01.09.2026');
	expect(card).toContain('приказ от 22.08.2026 № 16/1-О');

	const [ending = ''] = await rolePaths(vera.get, teacher.personId);
	const early = await vera.post(ending, { on: '01.01.2019' });
	expect(await early.text()).toContain('последний день не может быть раньше');
	expect(leadsTo(await vera.post(ending, { on: '31.05.2027' }))).toBe(`${path}?saved=role-ended`);
	expect((await periods(teacher.personId)).map(({ role, period }) => `${role} ${period}`)).toContain(
		'mentor [2026-09-01,2027-06-01)'
	);
});

test('a role given to the wrong person is taken back within a day, and is remembered; later it is only ended', async () => {
	const { curator, teacher } = await aSchool(world);
	const path = `/accounts/${teacher.personId}`;
	const vera = as(world, curator);
	await vera.post(`${path}/roles`, { role: 'director', from: '05.09.2026', basis: '' });
	const page = await (await vera.get(`${path}?saved=role-granted`)).text();
	const withdrawal = /action="([^"]+\/withdrawal)"/.exec(page)?.[1] ?? '';

	const afterTwoDays = as(world, curator, () => new Date(clock().getTime() + 48 * 3_600_000));
	expect((await afterTwoDays.post(withdrawal)).status).toBe(422);
	expect(leadsTo(await vera.post(withdrawal))).toBe(`${path}?saved=role-withdrawn`);
	expect((await periods(teacher.personId)).map(({ role }) => role)).toEqual(['teacher']);
	const remembered = await world.owner
		.selectFrom('role_withdrawals')
		.select(['role', 'withdrawn_by'])
		.where('person_id', '=', teacher.personId)
		.execute();
	expect(remembered).toEqual([{ role: 'director', withdrawn_by: curator.personId }]);
	expect(await (await vera.get(path)).text()).toContain('Ошибочно назначенная роль убрана');
});

test('the last who gives access and roles keeps them: by ending, withdrawing or closing the door', async () => {
	const { curator, director } = await aSchool(world, { roles: ['curator', 'director', 'mentor'] });
	const vera = await comeIn(world, curator, curator.personId);
	const [ending = ''] = await rolePaths(vera.get, curator.personId);
	const alone = await vera.post(ending, { on: '05.09.2026' });
	expect(alone.status).toBe(422); // the director has a role but has never come in
	expect(await alone.text()).toContain('последний человек, который может выдавать доступ');

	const gleb = await comeIn(world, curator, director.personId);
	const closing = await gleb.post(`/accounts/${curator.personId}/suspension`, { reason: 'проверка' });
	expect(leadsTo(closing)).toBe(`/accounts/${curator.personId}?saved=suspended`);
	const [his = ''] = await rolePaths(gleb.get, director.personId);
	expect((await gleb.post(his, { on: '05.09.2026' })).status).toBe(422); // the curator's door is closed: he is the last
	expect((await gleb.post(`/accounts/${director.personId}/suspension`, { reason: '' })).status).toBe(422);

	await gleb.post(`/accounts/${curator.personId}/suspension/lifting`);
	expect(leadsTo(await gleb.post(his, { on: '05.09.2026' }))).toBe(`/accounts/${director.personId}?saved=role-ended`);
});

test('two who take each other’s role away at one moment: one of them remains', async () => {
	const { curator, director } = await aSchool(world, { roles: ['curator', 'director'] });
	const [vera, gleb] = [
		await comeIn(world, curator, curator.personId),
		await comeIn(world, curator, director.personId)
	];
	const [hers = ''] = await rolePaths(gleb.get, curator.personId);
	const [his = ''] = await rolePaths(vera.get, director.personId);
	const [locked, unlock] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
	const third = world.owner.transaction().execute(async (tx) => {
		await tx
			.selectFrom('organisations')
			.select('name')
			.where('organisation_id', '=', curator.organisationId)
			.forUpdate()
			.execute();
		locked.resolve();
		await unlock.promise;
	});
	await locked.promise;
	const both = Promise.all([gleb.post(hers, { on: '05.09.2026' }), vera.post(his, { on: '05.09.2026' })]);
	const first = await Promise.race([both, new Promise((resolve) => setTimeout(resolve, 300, 'they wait'))]);
	unlock.resolve();
	await third;
	expect(first).toBe('they wait'); // for the organisation's row, and so for each other
	expect((await both).map(({ status }) => status).sort()).toEqual([303, 422]);
});

test('a closed door opens again with the same password, and an invitation waits until it does', async () => {
	const { curator, mentor } = await aSchool(world);
	const anna = await comeIn(world, curator, mentor.personId);
	const vera = as(world, curator);
	const path = `/accounts/${mentor.personId}`;
	const { link } = await invite(world, curator, mentor.personId);
	await vera.post(`${path}/suspension`, { reason: 'длительный отпуск' });
	expect(await (await vera.get(path)).text()).toContain('Почему: длительный отпуск');
	expect((await anna.get('/sessions')).status).toBe(303);
	expect((await anna.get(link)).status).toBe(410);
	expect((await vera.post(`${path}/invitation`)).status).toBe(422);
	expect((await vera.post(`${path}/suspension`, { reason: '' })).status).toBe(422);

	expect(leadsTo(await vera.post(`${path}/suspension/lifting`))).toBe(`${path}?saved=restored`);
	expect(leadsTo(await anna.post('/sign-in', { login: anna.login, password: anna.password }))).toBe('/');
	const card = await (await vera.get(path)).text();
	for (const line of ['Вход закрыт', 'Вход снова открыт', 'Приглашение принято']) expect(card).toContain(line);
});

test('a school has no methodologist of a resource centre; the centre has', async () => {
	const school = await aSchool(world);
	const centre = await aSchool(world, {
		name: 'РЦ',
		kind: 'resource-centre',
		roles: ['administrator', 'methodologist']
	});
	const grant = { role: 'methodologist', from: '05.09.2026', basis: '' };
	const inSchool = await as(world, school.curator).post(`/accounts/${school.teacher.personId}/roles`, grant);
	expect(await inSchool.text()).toContain('Такой роли в вашей организации нет');
	const inCentre = as(world, centre.administrator);
	expect((await inCentre.post(`/accounts/${centre.administrator.personId}/roles`, grant)).status).toBe(303);
});

test('who has left keeps a history and no way in: neither in the list nor by a new invitation', async () => {
	const { curator, mentor } = await aSchool(world);
	await comeIn(world, curator, mentor.personId);
	await world.owner
		.updateTable('employments')
		.set({ period: '[2020-09-01,2026-09-05)' })
		.where('person_id', '=', mentor.personId)
		.execute();
	const vera = as(world, curator);
	const card = await (await vera.get(`/accounts/${mentor.personId}`)).text();
	expect(card).toContain('Больше здесь не работает');
	expect(card).toContain('Приглашение принято');
	expect(card).not.toContain('/invitation');
	expect((await vera.post(`/accounts/${mentor.personId}/invitation`)).status).toBe(404);
	expect(await (await vera.get('/accounts')).text()).not.toContain('Белова');
});

test('the list says who is in, who was invited and who never was; a filter and a search narrow it', async () => {
	const { curator, mentor, mentee, teacher } = await aSchool(world);
	await comeIn(world, curator, mentor.personId);
	await invite(world, curator, mentee.personId);
	const vera = as(world, curator);
	const all = await (await vera.get('/accounts')).text();
	expect(all).toContain('11 человек: с доступом 1, приглашены и ещё не вошли 1, без доступа 9.');
	expect(all).toContain('приглашён до 19 сентября');
	expect(all).not.toContain(`value="${mentor.personId}"`); // «Все» must not reset anybody's password
	expect(all).toContain(`value="${mentee.personId}"`);
	const invited = await (await vera.get('/accounts?show=invited')).text();
	expect(invited).toContain('Гусев Борис Олегович');
	expect(invited).not.toContain('Жукова');
	const found = await (await vera.get('/accounts?q=жуков')).text();
	expect(found).toContain(`/accounts/${teacher.personId}`);
	expect(found).not.toContain('Гусев');
	const late = as(world, curator, () => new Date(clock().getTime() + 20 * 86_400_000));
	expect(await (await late.get('/accounts?show=expired')).text()).toContain('приглашение просрочено');
});

test('a college of a hundred and twenty reads fifty at a time; an address far beyond shows the last of them', async () => {
	const { curator } = await aSchool(world, { roles: ['curator'] });
	const { organisationId: organisation_id } = curator;
	const people = Array.from({ length: 120 }, (_, index) => ({
		organisation_id,
		id: crypto.randomUUID(),
		family_name: `Тестова${String(index).padStart(3, '0')}`,
		given_name: 'Инна',
		created_at: clock().toISOString()
	}));
	await world.owner.insertInto('people').values(people).execute();
	const vera = as(world, curator);
	const named = async (path: string) =>
		(await (await vera.get(path)).text()).match(/>Тестова\d{3} Инна</g)?.map((name) => name.slice(8, 11));
	expect(await named('/accounts')).toHaveLength(49); // and the curator
	expect((await named('/accounts?page=2'))?.[0]).toBe('049');
	expect(await (await vera.get('/accounts')).text()).toContain('href="/accounts?page=2"');
	expect((await named('/accounts?page=99'))?.at(-1)).toBe('119');
	expect(await named('/accounts?show=never&q=тестова11&page=1')).toHaveLength(10);
});
