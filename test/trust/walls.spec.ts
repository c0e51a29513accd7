import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { isRoot } from '../../src/db/launch/run-as';
import { as } from '../../src/db/prepare';
import { administratorOf, asOwner, begin, copyOfProgram, dataFolder, serverOf, start } from './server';

/** A copy over a database that somebody has changed behind the program's back. */
async function startAfter(change: (data: string) => Promise<unknown>) {
	const data = await dataFolder();
	const first = await start(data);
	await change(data);
	first.child.kill('SIGTERM');
	await first.ended;
	const second = begin(data);
	return { code: await second.ended, said: second.said() };
}

describe('The program does not serve without its walls', () => {
	it('when a table is no longer forced under row-level security', async () => {
		const { code, said } = await startAfter((data) =>
			asOwner(data, (owner) => owner.query('alter table people no force row level security'))
		);
		expect(code).toBe(1);
		expect(said).toMatch(/снята построчная защита \(people\)/);
	});

	it('when its role could step over them', async () => {
		const { code, said } = await startAfter(async (data) =>
			as(await administratorOf(data), (admin) => admin.query('alter role nastavnik_app bypassrls'))
		);
		expect(code).toBe(1);
		expect(said).toMatch(/обходит построчную защиту/);
	});
});

describe('A change of the database that was killed', () => {
	it('leaves nothing, and the next start does it', async () => {
		const [data, place] = [await dataFolder(), await dataFolder()];
		const home = await copyOfProgram(place, { built: true });
		const file = join(home, 'db/migrations/9000_notes.sql');
		const table =
			'create table notes (text text); alter table notes enable row level security, force row level security;';
		await writeFile(file, `${table} select pg_sleep(60);`);
		const copy = begin(data, {}, { home });
		await untilSleeping(data);
		process.kill(serverOf(copy), 'SIGKILL');
		expect(await copy.ended).not.toBe(0);

		await writeFile(file, table);
		const next = await start(data, {}, { home });
		expect((await fetch(`${next.url}/readyz`)).status).toBe(200);
		const { rows } = await asOwner(data, (owner) => owner.query("select name from migrations where name like '9%'"));
		expect(rows).toEqual([{ name: '9000_notes.sql' }]);
	});
});

async function untilSleeping(data: string) {
	const asked = "select from pg_stat_activity where query like '%pg_sleep(60)%' and wait_event = 'PgSleep'";
	for (;;) {
		const found = await administratorOf(data)
			.then((url) => as(url, (admin) => admin.query(asked)))
			.catch(() => undefined); // there is no database yet
		if (found?.rowCount) return;
		await wait(50);
	}
}

const nobody = { uid: 65_534, gid: 65_534 };
const users = isRoot() ? [{ user: 'root' }, { user: 'nobody', ...nobody }] : [{ user: 'an ordinary user' }];

describe('In a folder that only its owner may enter', () => {
	it.each(users)('it works for $user', async ({ user, ...ids }) => {
		const place = join(await dataFolder(), 'Мои документы');
		await mkdir(place, { mode: 0o700 });
		await copyOfProgram(place, { built: user === 'root' });
		const data = join(place, 'data');
		if ('uid' in ids) {
			await chown(place, ids.uid, ids.gid);
			await chmod(join(place, '..'), 0o755);
		}
		const copy = await start(data, {}, { home: place, ...ids });
		expect((await fetch(`${copy.url}/readyz`)).status).toBe(200);
		copy.child.kill('SIGTERM');
		expect(await copy.ended).toBe(0);
	});
});
