import { beforeAll, expect, test } from 'vitest';
import { aBrowser, comeIn, goodPassword, invite, leadsTo } from '../../../test/browser';
import { aSchool, as, clock } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const days = (count: number) => () => new Date(clock().getTime() + count * 86_400_000);
const chosen = (login: string, password = goodPassword) => ({ login, password, again: password });
const acts = (organisationId: string) =>
	world.owner
		.selectFrom('journal')
		.select(['act', 'actor_id'])
		.where('organisation_id', '=', organisationId)
		.orderBy('at')
		.orderBy('act', 'desc')
		.execute();

test('Вера invites Анна with a slip; Анна types the code, keeps the login offered, and is in', async () => {
	const { curator, mentor } = await aSchool(world, { name: 'Школа № 5' });
	const { code } = await invite(world, curator, mentor.personId);
	expect(code).toMatch(/^\d{4} \d{4} \d{4}$/);

	const anna = aBrowser(world);
	const page = await anna.post('/invitation', { code: ` ${code.replaceAll(' ', '-')} ` });
	expect(leadsTo(page)).toBe(`/invitation/${code.replaceAll(' ', '')}`);
	const welcome = await (await anna.get(String(leadsTo(page)))).text();
	for (const text of ['Анна Сергеевна, добро пожаловать', 'Школа № 5 приглашает', 'value="belova.as']) {
		expect(welcome).toContain(text);
	}
	expect(leadsTo(await anna.post(String(leadsTo(page)), chosen('belova.as')))).toBe('/');
	expect(await (await anna.get('/sessions')).text()).toContain('Белова А. С.');
	expect(await acts(mentor.organisationId)).toEqual([
		{ act: 'invitation.issued', actor_id: curator.personId },
		{ act: 'account.activated', actor_id: mentor.personId }
	]);
});

test('an invitation opens the door once', async () => {
	const { curator, mentor } = await aSchool(world);
	const { link, code } = await invite(world, curator, mentor.personId);
	const open = [aBrowser(world), aBrowser(world)];
	const answers = await Promise.all(open.map(({ post }, index) => post(link, chosen(`once-${index}`))));
	expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);

	const late = aBrowser(world);
	for (const way of [link, `/invitation/${code.replaceAll(' ', '')}`]) {
		const seen = await late.get(way);
		expect(seen.status).toBe(410);
		expect(await seen.text()).toContain('уже вошли');
		expect((await late.post(way, chosen('once-more'))).status).toBe(410);
	}
	const logins = await world.owner.selectFrom('accounts').select('login').where('login', 'like', 'once-%').execute();
	expect(logins).toHaveLength(1);
});

test('after two weeks, when taken back, or when a new one is issued, it opens nothing', async () => {
	const { curator, mentor, mentee, teacher } = await aSchool(world);
	const first = await invite(world, curator, mentor.personId);
	expect((await aBrowser(world, { at: days(13) }).get(first.link)).status).toBe(200);
	const expired = await aBrowser(world, { at: days(14) }).get(first.link);
	expect(await expired.text()).toContain('Срок приглашения вышел');
	expect((await aBrowser(world, { at: days(14) }).post(first.link, chosen('too-late'))).status).toBe(410);

	const lost = await invite(world, curator, mentee.personId);
	await as(world, curator).post(`/accounts/${mentee.personId}/invitation/revocation`);
	expect(await (await aBrowser(world).get(lost.link)).text()).toContain('отозвали');
	expect((await aBrowser(world).post(lost.link, chosen('revoked-one'))).status).toBe(410);

	const older = await invite(world, curator, teacher.personId);
	const newer = await invite(world, curator, teacher.personId);
	expect((await aBrowser(world).get(older.link)).status).toBe(410);
	expect((await aBrowser(world).get(newer.link)).status).toBe(200);
});

test('a link with one letter changed and a code with two figures swapped lead nowhere', async () => {
	const { curator, mentor } = await aSchool(world);
	const { link, code } = await invite(world, curator, mentor.personId);
	const stranger = aBrowser(world, { address: '203.0.113.50' });
	expect((await stranger.get(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404);
	const figures = code.replaceAll(' ', '');
	const swapped = figures.replace(/^(.*?)(\d)(?!\2)(\d)/, '$1$3$2');
	const answer = await stranger.post('/invitation', { code: swapped });
	expect(await answer.text()).toContain('Такого кода нет');
	expect(await (await stranger.post('/invitation', { code: '123' })).text()).toContain('двенадцать цифр');
});

test('whoever tries codes one after another is stopped; the school next door is not, nor is a link', async () => {
	const { curator, mentor } = await aSchool(world);
	const { link, code } = await invite(world, curator, mentor.personId);
	const robot = aBrowser(world, { address: '203.0.113.60' });
	for (let guess = 0; guess < 60; guess++) await robot.get(`/invitation/${String(guess).padStart(12, '0')}`);
	expect((await robot.post('/invitation', { code })).status).toBe(429);
	expect((await robot.get(`/invitation/${code.replaceAll(' ', '')}`)).status).toBe(429);
	expect((await robot.get(link)).status).toBe(200);
	expect(leadsTo(await aBrowser(world, { address: '203.0.113.61' }).post('/invitation', { code }))).not.toBe(429);
});

test('a taken login, a weak password, a slip of the finger: all that was typed comes back, the invitation is not spent', async () => {
	const { curator, mentor, mentee } = await aSchool(world);
	await comeIn(world, curator, mentor.personId, { login: 'taken.login' });
	const { link } = await invite(world, curator, mentee.personId);
	const boris = aBrowser(world);
	const typed = { ...chosen('Taken.Login'), email: 'gusev@school.example' };

	for (const [change, why] of [
		[{}, 'Такой логин уже занят'],
		[{ login: 'гусев' }, 'латинскими буквами'],
		[{ login: 'a b' }, 'латинские буквы и цифры'],
		[{ login: 'gusev.bo', email: 'gusev@' }, 'не похоже на адрес'],
		[{ login: 'gusev.bo', password: 'коротко', again: 'коротко' }, 'не меньше 10 знаков'],
		[{ login: 'gusev.bo', password: '12345678910', again: '12345678910' }, 'подбирают первым'],
		[{ login: 'gusev.bo', password: 'gusev.bo12', again: 'gusev.bo12' }, 'легко угадать'],
		[{ login: 'gusev.bo', again: 'другой пароль' }, 'не совпали']
	] as const) {
		const answer = await boris.post(link, { ...typed, ...change });
		expect(answer.status).toBe(422);
		const page = await answer.text();
		expect(page).toContain(why);
		if (!('email' in change)) expect(page).toContain('value="gusev@school.example"');
		expect(page).not.toContain(typed.password);
	}
	expect(leadsTo(await boris.post(link, { ...typed, login: 'gusev.bo' }))).toBe('/');
	const byMail = await aBrowser(world).post('/sign-in', { login: 'Gusev@school.example', password: goodPassword });
	expect(leadsTo(byMail)).toBe('/');
});

test('a forgotten password is replaced by a new invitation: the old password and sessions end', async () => {
	const { curator, mentor } = await aSchool(world);
	const before = await comeIn(world, curator, mentor.personId, { login: 'forgetful' });
	const { link } = await invite(world, curator, mentor.personId);
	expect((await before.get('/sessions')).status).toBe(200); // until it is accepted nothing changes

	const after = aBrowser(world);
	expect(await (await after.get(link)).text()).toContain('forgetful');
	const password = 'теперь точно не забуду';
	expect(leadsTo(await after.post(link, { login: 'another.login', password, again: password }))).toBe('/');
	expect(leadsTo(await before.get('/sessions'))).toMatch(/^\/sign-in/);
	expect((await aBrowser(world).post('/sign-in', { login: 'forgetful', password: goodPassword })).status).toBe(422);
	expect(leadsTo(await aBrowser(world).post('/sign-in', { login: 'forgetful', password }))).toBe('/');
});

test('Анна works in two schools with one account: the second invitation is taken to it, and she changes places', async () => {
	const [ours, theirs] = [await aSchool(world, { name: 'Школа № 7' }), await aSchool(world, { name: 'Лицей № 8' })];
	const anna = await comeIn(world, ours.curator, ours.mentor.personId, { login: 'two.jobs' });
	const { link } = await invite(world, theirs.curator, theirs.mentor.personId);

	expect(await (await anna.get(link)).text()).toContain('Вы уже вошли: Белова А. С.');
	expect(leadsTo(await anna.post(`${link}/joining`))).toBe('/');
	expect(await (await anna.get('/sessions')).text()).toContain('Лицей № 8');

	const page = await (await anna.get('/sessions')).text();
	const back = /name="person" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
	expect(back).toBe(ours.mentor.personId);
	expect(leadsTo(await anna.post('/workplace', { person: back }))).toBe('/');
	expect((await anna.post('/workplace', { person: theirs.curator.personId })).status).toBe(404);
	const lines = await acts(theirs.mentor.organisationId);
	expect(lines).toContainEqual({ act: 'account.activated', actor_id: theirs.mentor.personId });
});

test('a curator cannot seize by an invitation an account that opens another school too', async () => {
	const [ours, theirs] = [await aSchool(world), await aSchool(world)];
	const anna = await comeIn(world, ours.curator, ours.mentor.personId, { login: 'shared.account' });
	await anna.post(`${(await invite(world, theirs.curator, theirs.mentor.personId)).link}/joining`);

	const { link } = await invite(world, theirs.curator, theirs.mentor.personId);
	const seizing = aBrowser(world);
	expect(await (await seizing.get(link)).text()).not.toContain('shared.account');
	expect(leadsTo(await seizing.post(link, chosen('seized.account')))).toBe('/');
	expect(await (await seizing.get('/sessions')).text()).not.toContain('Перейти');
	expect(leadsTo(await aBrowser(world).post('/sign-in', { login: 'shared.account', password: goodPassword }))).toBe(
		'/'
	);
});

test('nobody invites another school’s people, and a mentor invites nobody', async () => {
	const [ours, theirs] = [await aSchool(world), await aSchool(world)];
	const { issued } = await invite(world, theirs.curator, theirs.mentor.personId);
	const sheet = issued.headers.get('location') ?? '';
	expect((await as(world, theirs.curator).get(sheet)).status).toBe(200);

	const vera = as(world, ours.curator);
	expect((await vera.get(`/accounts/${theirs.mentor.personId}`)).status).toBe(404);
	expect((await vera.post(`/accounts/${theirs.mentor.personId}/invitation`)).status).toBe(404);
	expect(
		(await vera.post('/accounts/invitations', { people: [ours.mentor.personId, theirs.mentor.personId] })).status
	).toBe(404);
	expect((await vera.get(sheet)).status).toBe(404);
	const anna = as(world, ours.mentor);
	expect((await anna.post(`/accounts/${ours.mentee.personId}/invitation`)).status).toBe(403);
	expect((await anna.get('/accounts')).status).toBe(403);
});

test('one sheet for many: a second click and a reload show the same codes, another sign-in shows none', async () => {
	const { curator, mentor, mentee } = await aSchool(world);
	const vera = await comeIn(world, curator, curator.personId, {
		publicUrl: 'https://mentor.example',
		origin: 'https://mentor.example'
	});
	const people = [mentor.personId, mentee.personId];
	const token = crypto.randomUUID();
	const twice = [
		await vera.post('/accounts/invitations', { people, token }),
		await vera.post('/accounts/invitations', { people, token })
	];
	const [sheet] = twice.map(leadsTo);
	expect(twice.map(leadsTo)).toEqual([sheet, sheet]);

	const codes = async (browser: typeof vera | ReturnType<typeof aBrowser>) =>
		[...(await (await browser.get(String(sheet))).text()).matchAll(/\d{4} \d{4} \d{4}/g)].map(([code]) => code);
	const shown = await codes(vera);
	expect(new Set(shown).size).toBe(2);
	expect(await codes(vera)).toEqual(shown);
	const page = await (await vera.get(String(sheet))).text();
	expect(page.match(/<div class="qr"><svg/g)).toHaveLength(2);
	expect(page).toContain('https://mentor.example/invitation');

	const again = aBrowser(world, { publicUrl: 'https://mentor.example', origin: 'https://mentor.example' });
	await again.post('/sign-in', { login: vera.login, password: vera.password });
	expect(await codes(again)).toEqual([]);
	expect(await (await again.get(String(sheet))).text()).toContain('Коды больше не показать');

	await aBrowser(world).post(`/invitation/${shown[0]?.replaceAll(' ', '')}`, chosen('from.the.sheet'));
	expect(await (await vera.get(String(sheet))).text()).toContain('уже вошли');
});

test('a Cyrillic address stands on the slip as people read it', async () => {
	const { curator, mentor } = await aSchool(world);
	const origin = 'https://xn--80aaf5adbigh4b.xn--p1ai'; // how a browser asks for it
	const vera = await comeIn(world, curator, curator.personId, { publicUrl: origin, origin });
	const issued = await vera.post(`/accounts/${mentor.personId}/invitation`);
	const slip = await (await vera.get(String(leadsTo(issued)))).text();
	expect(slip).toMatch(/https:\/\/[а-я]+\.рф\/invitation/);
});

test('on a server that only this computer reaches there is no QR code, and the page says why', async () => {
	const { curator, mentor } = await aSchool(world);
	const { issued } = await invite(world, curator, mentor.personId);
	const page = await (await as(world, curator).get(issued.headers.get('location') ?? '')).text();
	expect(page).toContain('С телефона и с других компьютеров этот адрес не откроется');
	expect(page).not.toContain('class="qr"');
});
