import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { aBrowser, comeIn, goodPassword, leadsTo } from '../../../test/browser';
import { aSchool, as, clock } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const hours = (count: number) => () => new Date(clock().getTime() + count * 3_600_000);
const toSignIn = '/sign-in?next=%2Fsessions';

/** The same cookies at another hour or in another browser. */
const carrying = (from: { jar: Map<string, string> }, options: Parameters<typeof aBrowser>[1] = {}) => {
	const browser = aBrowser(world, options);
	for (const [name, value] of from.jar) browser.jar.set(name, value);
	return browser;
};

test('the database keeps no secret of a session: a stolen copy opens nothing', async () => {
	const { curator, mentor } = await aSchool(world);
	const anna = await comeIn(world, curator, mentor.personId);
	const { rows } = await sql<{ row: string }>`
		select row_to_json(s)::text as row from sessions s where organisation_id = ${mentor.organisationId}
		union all select row_to_json(d)::text from known_devices d
		union all select row_to_json(i)::text from invitations i
		union all select row_to_json(a)::text from sign_in_attempts a
		union all select row_to_json(c)::text from credentials c
		union all select row_to_json(f)::text from form_tokens f`.execute(world.owner);
	const stored = rows.map(({ row }) => row).join('\n');
	for (const secret of [...anna.jar.values(), goodPassword]) {
		expect(stored).not.toContain(secret);
		expect(stored).not.toContain(Buffer.from(secret).toString('hex')); // as bytea is shown
	}

	const thief = aBrowser(world);
	const hash = await world.owner.selectFrom('sessions').select('token_hash').executeTakeFirstOrThrow();
	thief.jar.set('session', Buffer.from(hash.token_hash).toString('base64url'));
	expect(leadsTo(await thief.get('/sessions'))).toBe(toSignIn);
	thief.jar.set('session', `${anna.jar.get('session')}x`);
	expect(leadsTo(await thief.get('/sessions'))).toBe(toSignIn);
});

test('a session of a shared computer ends by the next morning, one of an own telephone slides for a month', async () => {
	const { curator, mentor } = await aSchool(world);
	const staffRoom = await comeIn(world, curator, mentor.personId);
	expect((await carrying(staffRoom, { at: hours(11) }).get('/sessions')).status).toBe(200); // used: the end moves on
	expect((await carrying(staffRoom, { at: hours(22) }).get('/sessions')).status).toBe(200);
	expect(leadsTo(await carrying(staffRoom, { at: hours(35) }).get('/sessions'))).toBe(toSignIn);

	const telephone = aBrowser(world);
	await telephone.post('/sign-in', { login: staffRoom.login, password: goodPassword, remember: 'on' });
	const day25 = carrying(telephone, { at: hours(25 * 24) });
	expect((await day25.get('/sessions')).status).toBe(200);
	expect(day25.set.join()).toMatch(/session=.*Max-Age=2592000/); // the browser's copy lives on as well
	expect((await carrying(telephone, { at: hours(50 * 24) }).get('/sessions')).status).toBe(200);
	expect(leadsTo(await carrying(telephone, { at: hours(81 * 24) }).get('/sessions'))).toBe(toSignIn);
});

test('whose session ended while they typed comes back to the form after signing in, and to no other site', async () => {
	const { curator, mentor } = await aSchool(world);
	const anna = await comeIn(world, curator, mentor.personId);
	const tomorrow = carrying(anna, { at: hours(35) });
	const send = (referer: string) => tomorrow.post('/email', { email: 'anna@school.example' }, { referer });
	expect(leadsTo(await send('http://localhost/sessions'))).toBe(toSignIn);
	expect(leadsTo(await send('https://elsewhere.example/people?x=1'))).toBe('/sign-in?next=%2Fpeople%3Fx%3D1'); // a path of our own
	expect(leadsTo(await send('not an address'))).toBe('/sign-in');

	const form = await (await tomorrow.get(toSignIn)).text();
	expect(form).toContain('name="next" value="/sessions"');
	const entered = { login: anna.login, password: anna.password, next: '/sessions' };
	expect(leadsTo(await tomorrow.post('/sign-in', entered))).toBe('/sessions');
});

test('a page costs a write at most once in five minutes', async () => {
	const { curator, mentor } = await aSchool(world);
	const anna = await comeIn(world, curator, mentor.personId);
	const seen = () =>
		world.owner
			.selectFrom('sessions')
			.select(['last_seen_at'])
			.where('person_id', '=', mentor.personId)
			.executeTakeFirstOrThrow();
	const before = await seen();
	await carrying(anna, { at: hours(4 / 60) }).get('/sessions');
	expect(await seen()).toEqual(before);
	await carrying(anna, { at: hours(6 / 60) }).get('/sessions');
	expect(await seen()).toEqual({ last_seen_at: hours(6 / 60)().toISOString() });
});

test('signing out ends the session itself, not only the cookie', async () => {
	const { curator, mentor } = await aSchool(world);
	const anna = await comeIn(world, curator, mentor.personId);
	const copy = carrying(anna);
	expect(leadsTo(await anna.post('/sign-out'))).toBe('/sign-in?saved=signed-out');
	expect(anna.jar.has('session')).toBe(false);
	expect(leadsTo(await copy.get('/sessions'))).toBe(toSignIn);
});

test('Анна ends the session of a lost telephone; another’s session is not found', async () => {
	const { curator, mentor, mentee } = await aSchool(world);
	const anna = await comeIn(world, curator, mentor.personId);
	const boris = await comeIn(world, curator, mentee.personId);
	const telephone = aBrowser(world, { userAgent: 'Mozilla/5.0 (Linux; Android 15) Chrome/140' });
	await telephone.post('/sign-in', { login: anna.login, password: anna.password });

	const page = await (await anna.get('/sessions')).text();
	expect(page).toContain('Chrome, телефон или планшет Android');
	const lost = /action="(\/sessions\/[0-9a-f-]{36}\/revocation)"/.exec(page)?.[1] ?? '';
	expect((await boris.post(lost)).status).toBe(404);
	expect((await telephone.get('/sessions')).status).toBe(200);
	expect(leadsTo(await anna.post(lost))).toBe('/sessions?saved=session');
	expect(leadsTo(await telephone.get('/sessions'))).toBe(toSignIn);
	expect((await anna.get('/sessions')).status).toBe(200);
});

test('a new password ends every other session; the old one opens nothing', async () => {
	const { curator, mentor } = await aSchool(world);
	const anna = await comeIn(world, curator, mentor.personId);
	const elsewhere = carrying(anna);
	await elsewhere.post('/sign-in', { login: anna.login, password: goodPassword });
	const password = 'зелёный фонарь над рекой';

	const wrong = await anna.post('/password', { current: 'не помню какой', password, again: password });
	expect(await wrong.text()).toContain('Нынешний пароль не подошёл');
	const weak = await anna.post('/password', { current: goodPassword, password: 'наставник123', again: 'наставник123' });
	expect(await weak.text()).toContain('подбирают первым');
	const differs = await anna.post('/password', { current: goodPassword, password, again: 'зелёный фонарь' });
	expect(await differs.text()).toContain('Пароли не совпали');
	expect((await elsewhere.get('/sessions')).status).toBe(200);

	expect(leadsTo(await anna.post('/password', { current: goodPassword, password, again: password }))).toBe(
		'/sessions?saved=password'
	);
	expect((await anna.get('/sessions?saved=password')).status).toBe(200);
	expect(leadsTo(await elsewhere.get('/sessions'))).toBe(toSignIn);
	expect((await aBrowser(world).post('/sign-in', { login: anna.login, password: goodPassword })).status).toBe(422);
	expect(leadsTo(await aBrowser(world).post('/sign-in', { login: anna.login, password }))).toBe('/');
});

test('roles are those of today where the organisation is: the last day counts to its midnight', async () => {
	const { curator, mentor } = await aSchool(world); // Novosibirsk, UTC+7
	const anna = await comeIn(world, curator, mentor.personId, { remember: true });
	await world.owner
		.insertInto('role_periods')
		.values({
			organisation_id: mentor.organisationId,
			id: crypto.randomUUID(),
			person_id: mentor.personId,
			role: 'administrator',
			period: '[2026-09-01,2026-09-07)'
		})
		.execute();
	const at = (instant: string) => carrying(anna, { at: () => new Date(instant) });
	expect((await at('2026-09-06T16:59:00Z').get('/accounts')).status).toBe(200);
	expect((await at('2026-09-06T17:01:00Z').get('/accounts')).status).toBe(403);
});

test('who has left, is suspended or was removed is out at once', async () => {
	const { curator, mentor, mentee, teacher } = await aSchool(world);
	const [anna, boris, nina] = [
		await comeIn(world, curator, mentor.personId),
		await comeIn(world, curator, mentee.personId),
		await comeIn(world, curator, teacher.personId)
	];
	const on = { organisation_id: curator.organisationId };
	await world.owner
		.updateTable('employments')
		.set({ period: '[2020-09-01,2026-09-05)' })
		.where('person_id', '=', mentor.personId)
		.execute();
	await world.owner
		.updateTable('people')
		.set({ removed_at: clock().toISOString() })
		.where('id', '=', mentee.personId)
		.execute();
	await as(world, curator).post(`/accounts/${teacher.personId}/suspension`, { reason: '' });
	expect(on.organisation_id).toBe(teacher.organisationId);

	for (const { get, login } of [anna, boris, nina]) {
		expect(leadsTo(await get('/sessions'))).toBe(toSignIn);
		const again = await aBrowser(world).post('/sign-in', { login, password: goodPassword });
		expect(await again.text()).toContain('вход закрыт');
	}
});

test('the operator may close an account everywhere', async () => {
	const { curator, mentor } = await aSchool(world);
	const anna = await comeIn(world, curator, mentor.personId);
	await world.owner
		.updateTable('accounts')
		.set({ disabled_at: clock().toISOString() })
		.where('login', '=', anna.login)
		.execute();
	expect(leadsTo(await anna.get('/sessions'))).toBe(toSignIn);
	expect((await aBrowser(world).post('/sign-in', { login: anna.login, password: goodPassword })).status).toBe(422);
});

test('an e-mail for signing in may be added, changed, taken away; nobody else’s', async () => {
	const { curator, mentor, mentee } = await aSchool(world);
	const anna = await comeIn(world, curator, mentor.personId);
	const boris = await comeIn(world, curator, mentee.personId);
	const enter = async (login: string) =>
		leadsTo(await aBrowser(world).post('/sign-in', { login, password: goodPassword }));
	expect(leadsTo(await anna.post('/email', { email: 'Anna@school.example' }))).toBe('/sessions?saved=email');
	expect(await enter('anna@school.example')).toBe('/');
	const taken = await boris.post('/email', { email: 'anna@school.example' });
	expect(taken.status).toBe(422);
	const page = await taken.text();
	expect(page).toContain('С этим адресом уже входит кто-то другой');
	expect(page).toContain('value="anna@school.example"');
	expect((await boris.post('/email', { email: 'нет' })).status).toBe(422);
	expect(leadsTo(await anna.post('/email', { email: '' }))).toBe('/sessions?saved=email');
	expect(await enter('anna@school.example')).toBe(422);
	expect(leadsTo(await boris.post('/email', { email: 'anna@school.example' }))).toBe('/sessions?saved=email');
});
