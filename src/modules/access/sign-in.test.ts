import { beforeAll, expect, test } from 'vitest';
import { aBrowser, comeIn, goodPassword, leadsTo } from '../../../test/browser';
import { aSchool, clock } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const later = (seconds: number) => () => new Date(clock().getTime() + seconds * 1000);

test('Анна signs in by her login and, as well, by her e-mail, and lands where she was going', async () => {
	const { curator, mentor } = await aSchool(world, { name: 'Школа № 1' });
	await comeIn(world, curator, mentor.personId, { login: 'belova.as' });
	await world.owner
		.updateTable('accounts')
		.set({ email: 'belova@school1.example' })
		.where('login', '=', 'belova.as')
		.execute();

	const home = aBrowser(world);
	expect(leadsTo(await home.get('/sessions?from=menu'))).toBe('/sign-in?next=%2Fsessions%3Ffrom%3Dmenu');
	const entering = await home.post('/sign-in', {
		login: ' Belova.AS ',
		password: goodPassword,
		next: '/sessions?from=menu'
	});
	expect(leadsTo(entering)).toBe('/sessions?from=menu');
	expect(await (await home.get('/sessions')).text()).toContain('Белова А. С.');

	const byMail = await aBrowser(world).post('/sign-in', { login: 'belova@school1.example', password: goodPassword });
	expect(leadsTo(byMail)).toBe('/');
});

test('a password in two Unicode spellings is one password', async () => {
	const { curator, mentor } = await aSchool(world);
	await comeIn(world, curator, mentor.personId, { login: 'yod', password: 'мой ёжик йогурт любит'.normalize('NFC') });
	const entering = await aBrowser(world).post('/sign-in', {
		login: 'yod',
		password: 'мой ёжик йогурт любит'.normalize('NFD')
	});
	expect(leadsTo(entering)).toBe('/');
});

test('a wrong password and a login nobody has get the same answer, and what was typed stays but the password', async () => {
	const { curator, mentor } = await aSchool(world);
	await comeIn(world, curator, mentor.personId, { login: 'somebody' });
	const answers = [];
	for (const login of ['somebody', 'nobody']) {
		const answer = await aBrowser(world).post('/sign-in', { login, password: 'не тот пароль совсем', next: '/today' });
		expect(answer.status).toBe(422);
		const page = await answer.text();
		expect(page).toContain(`value="${login}"`);
		expect(page).toContain('value="/today"');
		expect(page).not.toContain('не тот пароль совсем');
		answers.push(page.replaceAll(login, 'X'));
	}
	expect(answers[0]).toBe(answers[1]);

	const layout = await aBrowser(world).post('/sign-in', { login: 'ыщьуищвн', password: goodPassword });
	expect(await layout.text()).toContain('включена русская раскладка');
});

test('an unknown login takes as long as a known one', async () => {
	const { curator, mentor } = await aSchool(world);
	await comeIn(world, curator, mentor.personId, { login: 'measured' });
	const takes = async (login: string, attempt: number) => {
		const began = performance.now();
		await aBrowser(world, { address: `10.9.${login.length}.${attempt}` }).post('/sign-in', {
			login,
			password: 'наугад наугад'
		});
		return performance.now() - began;
	};
	const [known, unknown]: [number[], number[]] = [[], []];
	for (let attempt = 0; attempt < 4; attempt++) {
		known.push(await takes('measured', attempt));
		unknown.push(await takes('unmeasured', attempt));
	}
	// Without the hashing an unknown login answers in a tenth of the time; the rest of the distance is for a busy machine.
	expect(Math.min(...unknown) / Math.min(...known)).toBeGreaterThan(0.3);
});

test('whoever guesses is slowed, and twice as much each time; the owner elsewhere enters at once', async () => {
	const { curator, mentor } = await aSchool(world);
	const anna = await comeIn(world, curator, mentor.personId, { login: 'guessed', address: '10.2.0.1' });
	const guess = (seconds: number) => aBrowser(world, { address: '203.0.113.7', at: later(seconds) });

	for (let attempt = 0; attempt < 5; attempt++) {
		expect((await guess(attempt).post('/sign-in', { login: 'guessed', password: `догадка ${attempt}` })).status).toBe(
			422
		);
	}
	const slowed = await guess(6).post('/sign-in', { login: 'guessed', password: goodPassword });
	expect(slowed.status).toBe(422); // even the right one is not looked at
	expect(await slowed.text()).toContain('Подождите 28 секунд');

	const telephone = aBrowser(world, { address: '198.51.100.20', at: later(6) });
	expect(leadsTo(await telephone.post('/sign-in', { login: 'guessed', password: goodPassword }))).toBe('/');
	const sameAddress = aBrowser(world, { address: '203.0.113.7', at: later(6) });
	for (const [name, value] of anna.jar) if (name === 'device') sameAddress.jar.set(name, value);
	expect(leadsTo(await sameAddress.post('/sign-in', { login: 'guessed', password: goodPassword }))).toBe('/');
	const colleague = aBrowser(world, { address: '203.0.113.7', at: later(6) });
	const another = await comeIn(world, curator, curator.personId, { login: 'neighbour' });
	expect(leadsTo(await colleague.post('/sign-in', { login: 'neighbour', password: another.password }))).toBe('/');

	expect((await guess(40).post('/sign-in', { login: 'guessed', password: 'догадка 6' })).status).toBe(422);
	expect(await (await guess(80).post('/sign-in', { login: 'guessed', password: goodPassword })).text()).toContain(
		'20 секунд'
	);
	expect(leadsTo(await guess(101).post('/sign-in', { login: 'guessed', password: goodPassword }))).toBe('/');
});

test('a volley of guesses sent at one moment is counted one by one', async () => {
	const { curator, mentor } = await aSchool(world);
	await comeIn(world, curator, mentor.personId, { login: 'volley', password: 'двадцатый пароль верный' });
	const guesses = Array.from({ length: 20 }, (_, index) =>
		index === 19 ? 'двадцатый пароль верный' : `пароль наугад ${index}`
	);
	const answers = [];
	for (const password of guesses)
		answers.push(aBrowser(world, { address: '203.0.113.9' }).post('/sign-in', { login: 'volley', password }));
	const pages = await Promise.all((await Promise.all(answers)).map((answer) => answer.text()));
	expect(pages.filter((page) => page.includes('Логин или пароль не подошли')).length).toBeLessThanOrEqual(5);
});

test.each([
	['https://elsewhere.example/', '/'],
	['//elsewhere.example/', '/'],
	['/\\elsewhere.example', '/'],
	['/sign-out', '/'],
	['/today?week=2', '/today?week=2']
])('after signing in, next=%s leads to %s', async (next, to) => {
	const { curator, mentor } = await aSchool(world);
	const { login } = await comeIn(world, curator, mentor.personId, { login: `next-${crypto.randomUUID().slice(0, 8)}` });
	expect(leadsTo(await aBrowser(world).post('/sign-in', { login, password: goodPassword, next }))).toBe(to);
});

test('another site cannot sign anybody in or out', async () => {
	const { curator, mentor } = await aSchool(world);
	const anna = await comeIn(world, curator, mentor.personId);
	const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
	expect((await anna.post('/sign-out', {}, foreign)).status).toBe(403);
	expect((await anna.post('/sign-in', { login: anna.login, password: anna.password }, foreign)).status).toBe(403);
	expect((await anna.get('/sessions')).status).toBe(200);
});

test('the cookie is out of reach of scripts, other sites and, over https, of plain http', async () => {
	const { curator, mentor } = await aSchool(world);
	const plain = await comeIn(world, curator, mentor.personId);
	const [session] = plain.set.filter((line) => line.startsWith('session='));
	expect(session).toMatch(/; HttpOnly/);
	expect(session).toMatch(/; SameSite=Lax/);
	expect(session).toMatch(/; Path=\/(;|$)/);
	expect(session).not.toMatch(/; (Secure|Max-Age|Domain)/);

	const https = 'https://nastavnik.example';
	const secure = aBrowser(world, { publicUrl: https, origin: https });
	await secure.post('/sign-in', { login: plain.login, password: plain.password, remember: 'on' });
	const [guarded] = secure.set.filter((line) => line.includes('session='));
	expect(guarded).toMatch(/^__Host-session=/);
	expect(guarded).toMatch(/; Secure/);
	expect(guarded).toMatch(/; HttpOnly/);
	expect(guarded).toMatch(/; Max-Age=2592000/);
	expect((await secure.get('/sessions')).status).toBe(200);

	const planted = aBrowser(world, { publicUrl: https, origin: https }); // a neighbour's cookie without the prefix is not read
	planted.jar.set('session', secure.jar.get('__Host-session') ?? '');
	expect(leadsTo(await planted.get('/sessions'))).toBe('/sign-in?next=%2Fsessions');
});
