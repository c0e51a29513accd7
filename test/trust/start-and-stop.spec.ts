import { spawnSync } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { asOwner, begin, dataFolder, postgresOf, serverOf, start, tool } from './server';

const school = (data: string) =>
	asOwner(data, (owner) =>
		owner.query(`insert into organisations (organisation_id, kind, name, full_name, time_zone, created_at)
			values (gen_random_uuid(), 'school', 'Школа № 7', 'МБОУ «Школа № 7»', 'Asia/Omsk', '2026-09-01')`)
	);

const schoolsIn = (data: string) =>
	asOwner(data, async (owner) => (await owner.query('select name from organisations')).rows.map(({ name }) => name));

/** Whether a process runs: one that ended and was not buried by anybody does not. */
const isAlive = (pid: number) => {
	const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
	return /^[^ZX]/.test(stdout.trim());
};

async function until(holds: () => boolean | Promise<boolean>) {
	while (!(await holds())) await wait(50);
}

const answers = (url: string) =>
	fetch(`${url}/readyz`).then(
		({ status }) => status === 200,
		() => false
	);

describe('One command', () => {
	it('makes everything, says where it is, gives a code, and stops cleanly when asked', async () => {
		const data = await dataFolder();
		const copy = await start(data);
		expect(copy.code).toMatch(/^\S{8,}$/);
		expect((await fetch(`${copy.url}/healthz`)).status).toBe(200);
		expect(await answers(copy.url)).toBe(true);
		expect((await stat(data)).mode & 0o077).toBe(0);
		expect((await stat(join(data, 'postgres/nastavnik.json'))).mode & 0o077).toBe(0);
		const postgres = (await postgresOf(data)) ?? 0;

		copy.child.kill('SIGTERM');
		expect(await copy.ended).toBe(0);
		expect(copy.said()).toContain('Остановлено.');
		expect(isAlive(postgres)).toBe(false);
		expect(await postgresOf(data)).toBeUndefined();

		const again = await start(data); // everything is there already: it only rises
		expect(await answers(again.url)).toBe(true);
		expect(again.said()).not.toContain('Устанавливаю');
		again.child.kill('SIGINT');
		expect(await again.ended).toBe(0);
	});

	it('answers what was begun before it stops', async () => {
		const copy = await start(await dataFolder());
		const { port } = new URL(copy.url);
		const body = 'login=vera&password=wrong';
		const socket = connect(Number(port), '127.0.0.1');
		const head = ['POST /sign-in HTTP/1.1', `Host: 127.0.0.1:${port}`, `Origin: ${copy.url}`, 'Connection: close'];
		const type = 'Content-Type: application/x-www-form-urlencoded';
		socket.write([...head, type, `Content-Length: ${body.length}`, '', body.slice(0, 5)].join('\r\n'));
		await wait(200);
		copy.child.kill('SIGTERM');
		await until(() => copy.said().includes('Останавливаюсь'));
		await wait(200);
		socket.write(body.slice(5));
		let answer = '';
		for await (const part of socket) answer += part;
		expect(answer).toMatch(/^HTTP\/1\.1 (200|303|4\d\d) /);
		expect(await copy.ended).toBe(0);
	});

	it('stops by itself when whoever started it has gone', async () => {
		const data = await dataFolder();
		const copy = await start(data);
		const [server, postgres] = [serverOf(copy), (await postgresOf(data)) ?? 0];
		copy.child.kill('SIGKILL');
		await until(() => !isAlive(server) && !isAlive(postgres));
		expect(await postgresOf(data)).toBeUndefined();
	});

	it('stops cleanly when npm, which runs it under a shell, is asked to', async () => {
		const data = await dataFolder();
		const copy = await start(data, {}, { byNpm: true });
		const postgres = (await postgresOf(data)) ?? 0;
		copy.child.kill('SIGTERM');
		await until(() => copy.said().includes('Остановлено.'));
		await until(() => !isAlive(postgres));
		expect(await postgresOf(data)).toBeUndefined();
	});

	it('refuses a folder where another copy works, and says which', async () => {
		const data = await dataFolder();
		const first = await start(data);
		const second = begin(data);
		expect(await second.ended).toBe(1);
		expect(second.said()).toContain(`Папка данных ${data} уже занята`);
		expect(second.said()).toContain(`процесс ${serverOf(first)}`);
		expect(await answers(first.url)).toBe(true);
	});

	it('says in a sentence that the port is taken, and leaves no database running', async () => {
		const first = await start(await dataFolder());
		const data = await dataFolder();
		const second = begin(data, { PORT: new URL(first.url).port });
		expect(await second.ended).toBe(1);
		expect(second.said()).toMatch(/Порт \d+ уже занят/);
		expect(await postgresOf(data)).toBeUndefined();
	});

	it('names every wrong setting before it touches anything', async () => {
		const { code, said } = tool(await dataFolder(), ['doctor'], { PORT: 'abc', PUBLIC_URL: 'школа' });
		expect(code).toBe(1);
		expect(said).toMatch(/PORT: нужно целое число/);
		expect(said).toMatch(/PUBLIC_URL: нужен адрес/);
	});
});

describe('After the worst', () => {
	it('a server killed by force leaves the database alive, and the next start takes it over', async () => {
		const data = await dataFolder();
		const first = await start(data);
		await school(data);
		const postgres = await postgresOf(data);
		process.kill(serverOf(first), 'SIGKILL');
		expect(await first.ended).not.toBe(0);
		expect(isAlive(postgres ?? 0)).toBe(true);

		const second = await start(data);
		expect(await postgresOf(data)).toBe(postgres);
		expect(await schoolsIn(data)).toEqual(['Школа № 7']);
		second.child.kill('SIGTERM');
		expect(await second.ended).toBe(0);
		expect(isAlive(postgres ?? 0)).toBe(false);
	});

	it('everything killed at once, as when the power fails: the next start recovers what was committed', async () => {
		const data = await dataFolder();
		const first = await start(data);
		await school(data);
		const postgres = (await postgresOf(data)) ?? 0;
		process.kill(serverOf(first), 'SIGKILL');
		process.kill(postgres, 'SIGKILL');
		await until(() => !isAlive(postgres));
		await start(data);
		expect(await schoolsIn(data)).toEqual(['Школа № 7']);
	});

	it('a number that now belongs to another program is not taken for the database', async () => {
		const data = await dataFolder();
		const first = await start(data);
		const file = join(data, 'postgres/postmaster.pid');
		const left = await readFile(file, 'utf8');
		first.child.kill('SIGTERM');
		await first.ended;
		await writeFile(file, left.replace(/^\d+/, String(process.pid)));
		expect(await answers((await start(data)).url)).toBe(true);
	});

	it('a database that falls under a working server is brought back', async () => {
		const data = await dataFolder();
		const copy = await start(data);
		await school(data);
		const postgres = (await postgresOf(data)) ?? 0;
		process.kill(postgres, 'SIGKILL');
		await until(async () => (await postgresOf(data)) !== postgres && (await answers(copy.url)));
		expect(await schoolsIn(data)).toEqual(['Школа № 7']);
		copy.child.kill('SIGTERM');
		expect(await copy.ended).toBe(0);
	});
});
