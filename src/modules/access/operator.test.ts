import { beforeAll, expect, test } from 'vitest';
import { aBrowser, comeIn, goodPassword, leadsTo } from '../../../test/browser';
import { aSchool, as, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { inviteByOperator } from './commands/invite-by-operator';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const told = async (asked: string) => {
	const result = await inviteByOperator(world.owner, asked, now);
	return result.ok ? result.value : result.problems.form;
};

test('the only curator has forgotten her password: who runs the server lets her in again', async () => {
	const { curator } = await aSchool(world, { name: 'Школа № 11', roles: ['curator'] });
	await comeIn(world, curator, curator.personId, { login: 'alone' });
	const invited = await told('Alone');
	expect(invited).toMatchObject({ name: 'Дронова Вера Павловна', organisation: 'Школа № 11' });
	const { token, code } = invited as { token: string; code: string };

	const vera = aBrowser(world);
	expect((await vera.get(`/invitation/${code}`)).status).toBe(200);
	const password = 'на этот раз запишу в тетрадь';
	expect(leadsTo(await vera.post(`/invitation/${token}`, { login: '', password, again: password }))).toBe('/');
	expect((await aBrowser(world).post('/sign-in', { login: 'alone', password: goodPassword })).status).toBe(422);
	expect(leadsTo(await aBrowser(world).post('/sign-in', { login: 'alone', password }))).toBe('/');
	expect(await (await as(world, curator).get(`/accounts/${curator.personId}`)).text()).toContain('программа');
});

test('a namesake, a stranger and a closed door are told apart', async () => {
	const [one] = [await aSchool(world, { name: 'Школа № 12' }), await aSchool(world, { name: 'Школа № 13' })];
	const namesakes = await told('белова');
	expect(namesakes).toContain('Белова Анна Сергеевна, Школа № 12, логина нет');
	expect(namesakes).toContain('Школа № 13');
	expect(await told('nobody.at.all')).toContain('Человека с логином или фамилией «nobody.at.all» нет');

	await comeIn(world, one.curator, one.mentor.personId, { login: 'closed.one' });
	await as(world, one.curator).post(`/accounts/${one.mentor.personId}/suspension`, { reason: '' });
	expect(await told('closed.one')).toContain('вход закрыт');
});
