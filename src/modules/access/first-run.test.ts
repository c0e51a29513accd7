import { beforeEach, expect, test } from 'vitest';
import { aBrowser, goodPassword, leadsTo } from '../../../test/browser';
import { clock } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { firstRunCode } from './first-run';

let world: TestWorld;
beforeEach(async () => {
	world = await freshDatabase();
});

const organisation = {
	kind: 'kindergarten',
	name: 'Детский сад «Ромашка»',
	fullName: 'МБДОУ «Детский сад „Ромашка“»',
	timeZone: 'Asia/Krasnoyarsk',
	onePersonMode: 'yes'
};
const person = { familyName: 'Седова', givenName: 'Алла', patronymic: 'Юрьевна', post: 'старший воспитатель' };
const account = { login: 'sedova.ayu', email: '', password: goodPassword, again: goodPassword };

test('Алла comes with the code from the console, tells of her kindergarten in three steps, and is its curator', async () => {
	const code = (await firstRunCode(world.owner, clock())) ?? '';
	expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
	const alla = aBrowser(world);
	expect(leadsTo(await alla.get('/today'))).toBe('/sign-in?next=%2Ftoday');
	expect(leadsTo(await alla.get('/sign-in'))).toBe('/welcome');
	expect(leadsTo(await alla.post('/welcome', { code: code.toLowerCase() }))).toBe('/welcome/organisation');
	expect(leadsTo(await alla.post('/welcome/organisation', organisation))).toBe('/welcome/person');
	expect(leadsTo(await alla.post('/welcome/person', person))).toBe('/welcome/account');

	const last = await (await alla.get('/welcome/account')).text();
	for (const told of ['Ромашка', 'Красноярск', 'пока только куратор', 'Седова Алла Юрьевна', 'value="sedova.ayu"']) {
		expect(last).toContain(told);
	}
	expect(leadsTo(await alla.post('/welcome/account', account))).toBe('/first-steps');
	const ready = await alla.get('/first-steps');
	expect(ready.status).toBe(200);
	expect(await ready.text()).toContain('Седова А. Ю.');
	expect((await alla.get('/accounts')).status).toBe(200);

	const roles = await world.owner.selectFrom('role_periods').select(['role', 'period']).orderBy('role').execute();
	expect(roles).toEqual([
		{ role: 'administrator', period: '[2026-09-05,)' },
		{ role: 'curator', period: '[2026-09-05,)' }
	]);
	expect(await world.owner.selectFrom('journal').select('act').execute()).toEqual([{ act: 'account.founded' }]);
	expect(leadsTo(await aBrowser(world).post('/sign-in', { login: 'sedova.ayu', password: goodPassword }))).toBe('/');
});

test('without the right code nobody founds anything', async () => {
	await firstRunCode(world.owner, clock());
	const stranger = aBrowser(world);
	const wrong = await stranger.post('/welcome', { code: 'ABCD-EFGH-JKLM' });
	expect(wrong.status).toBe(422);
	expect(await wrong.text()).toContain('Код не подошёл');
	stranger.jar.set('first-run', 'ABCD-EFGH-JKLM');
	for (const [step, typed] of [
		['organisation', organisation],
		['person', person],
		['account', account]
	] as const) {
		expect(leadsTo(await stranger.get(`/welcome/${step}`))).toBe('/welcome');
		expect(leadsTo(await stranger.post(`/welcome/${step}`, typed))).toBe('/welcome');
	}
	expect(await world.owner.selectFrom('organisations').select('name').execute()).toEqual([]);
});

test('what was told survives a mistake, a break and a restart, which makes a new code; a password is not kept', async () => {
	const yesterday = aBrowser(world);
	await yesterday.post('/welcome', { code: (await firstRunCode(world.owner, clock())) ?? '' });
	const mistake = await yesterday.post('/welcome/organisation', { ...organisation, timeZone: '' });
	expect(mistake.status).toBe(422);
	expect(await mistake.text()).toContain('Выберите часовой пояс');
	expect(await (await yesterday.get('/welcome/organisation')).text()).toContain('value="Детский сад «Ромашка»"');
	await yesterday.post('/welcome/organisation', organisation);
	await yesterday.post('/welcome/person', person);
	const weak = await yesterday.post('/welcome/account', {
		...account,
		login: 'alla',
		password: 'коротко',
		again: 'коротко'
	});
	expect(await weak.text()).toContain('не меньше 10 знаков');

	const today = aBrowser(world);
	const code = (await firstRunCode(world.owner, clock())) ?? '';
	expect(leadsTo(await yesterday.get('/welcome/person'))).toBe('/welcome'); // the old code is over
	await today.post('/welcome', { code });
	expect(await (await today.get('/welcome/account')).text()).toContain('value="alla"');
	const { first_run_draft: draft } = await world.owner
		.selectFrom('instance')
		.select('first_run_draft')
		.executeTakeFirstOrThrow();
	expect(JSON.stringify(draft)).not.toContain('коротко');
	expect(leadsTo(await today.post('/welcome/account', { ...account, login: 'alla' }))).toBe('/first-steps');
});

test('a step left out is asked for', async () => {
	const alla = aBrowser(world);
	await alla.post('/welcome', { code: (await firstRunCode(world.owner, clock())) ?? '' });
	expect(leadsTo(await alla.get('/welcome/account'))).toBe('/welcome/organisation');
	await alla.post('/welcome/organisation', organisation);
	expect(leadsTo(await alla.post('/welcome/account', account))).toBe('/welcome/person');
});

test('the first run happens once: two at one moment found one organisation, and then there is no code', async () => {
	const code = (await firstRunCode(world.owner, clock())) ?? '';
	const both = [aBrowser(world), aBrowser(world)];
	for (const { post } of both) {
		await post('/welcome', { code });
		await post('/welcome/organisation', organisation);
		await post('/welcome/person', person);
	}
	const answers = await Promise.all(
		both.map(({ post }, index) => post('/welcome/account', { ...account, login: `first.${index}` }))
	);
	expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
	expect(await world.owner.selectFrom('organisations').select('name').execute()).toHaveLength(1);
	expect(await firstRunCode(world.owner, clock())).toBeUndefined();
	expect(leadsTo(await aBrowser(world).get('/welcome'))).toBe('/sign-in');
	expect((await aBrowser(world).post('/welcome', { code })).status).toBe(422);
});

test('outside a demonstration nobody is shown or entered without a password', async () => {
	const alla = aBrowser(world);
	await alla.post('/welcome', { code: (await firstRunCode(world.owner, clock())) ?? '' });
	await alla.post('/welcome/organisation', organisation);
	await alla.post('/welcome/person', person);
	await alla.post('/welcome/account', account);
	const { id } = await world.owner.selectFrom('people').select('id').executeTakeFirstOrThrow();

	const visitor = aBrowser(world);
	expect(await (await visitor.get('/sign-in')).text()).not.toContain('Седова');
	expect((await visitor.post('/sign-in/demonstration', { person: id })).status).toBe(404);

	await world.owner.updateTable('instance').set({ demonstration: true }).execute();
	const shown = await (await visitor.get('/sign-in')).text();
	expect(shown).toContain('Это демонстрация');
	expect(shown).toContain('Седова Алла Юрьевна');
	expect(leadsTo(await visitor.post('/sign-in/demonstration', { person: id }))).toBe('/');
	expect(await (await visitor.get('/sessions')).text()).toContain('Седова А. Ю.');
});
