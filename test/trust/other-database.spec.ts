import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, prepareDatabase } from '../../src/db/prepare';
import { otherServer } from './other-server';
import { begin, dataFolder, start, tool } from './server';

let other: Awaited<ReturnType<typeof otherServer>>;
beforeAll(async () => {
	other = await otherServer();
});
afterAll(() => other.stop());

const named = (database: string) => {
	const url = new URL(other.adminUrl);
	url.pathname = `/${database}`;
	return url.href;
};

describe('A server of somebody else', () => {
	it('given by its administrator’s address: roles and database are made once, and several copies may serve', async () => {
		const DATABASE_URL = named('school');
		const first = await start(await dataFolder(), { DATABASE_URL });
		const second = await start(await dataFolder(), { DATABASE_URL });
		for (const { url } of [first, second]) expect((await fetch(`${url}/readyz`)).status).toBe(200);
		first.child.kill('SIGTERM');
		expect(await first.ended).toBe(0);
		expect((await fetch(`${second.url}/readyz`)).status).toBe(200); // it is not ours to stop
	});

	it('given by the addresses of two roles that its operator made', async () => {
		const { ownerUrl, appUrl } = await prepareDatabase(other.adminUrl, 'given');
		const copy = await start(await dataFolder(), { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl });
		expect((await fetch(`${copy.url}/readyz`)).status).toBe(200);
	});

	it('is not served as a role above the walls', async () => {
		const { ownerUrl } = await prepareDatabase(other.adminUrl, 'swapped');
		const copy = begin(await dataFolder(), { DATABASE_URL: ownerUrl, DATABASE_OWNER_URL: ownerUrl });
		expect(await copy.ended).toBe(1);
		expect(copy.said()).toMatch(/обходит построчную защиту/);
	});

	it('that cannot be reached is said so in a sentence, without its password', async () => {
		const data = await dataFolder();
		const wrong = new URL(other.adminUrl);
		wrong.password = 'secret-but-wrong';
		const refused = tool(data, ['migrate'], { DATABASE_URL: wrong.href });
		expect(refused.said).toMatch(/Не удалось открыть базу данных из DATABASE_URL: пароль не подошёл\./);
		expect(refused.said).not.toContain('secret-but-wrong');
		const absent = tool(data, ['migrate'], { DATABASE_URL: 'postgres://a:b@127.0.0.1:9/x' });
		expect(absent.said).toMatch(/никто не отвечает/);
	});

	it('whose role may not make others is said so, with what to do', async () => {
		await as(other.adminUrl, (admin) => admin.query("create role helper login password 'p'"));
		const url = new URL(named('denied'));
		[url.username, url.password] = ['helper', 'p'];
		const { said, code } = tool(await dataFolder(), ['migrate'], { DATABASE_URL: url.href });
		expect(code).toBe(1);
		expect(said).toMatch(/не хватает прав.*DATABASE_OWNER_URL/);
	});
});
