import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { launch } from '../src/db/launch';
import { isPostgres, readPidFile } from '../src/db/launch/pid-file';
import { migrate } from '../src/db/migrate';
import { as, prepareDatabase } from '../src/db/prepare';
import { prepareQueue } from '../src/db/queue';

declare module 'vitest' {
	interface ProvidedContext {
		server: { adminUrl: string; template: string };
	}
}

const prefix = 'nastavnik-test-';

type Server = { adminUrl: string; template: string; teardown: () => Promise<void> };

/** The tiers of one run are prepared one by one in one process: they share a server, and the last one stops it. */
const shared = globalThis as { testServer?: { users: number; ready: Promise<Server> } };

/** One real PostgreSQL for the whole run: ours in the temporary folder, or the one of TEST_DATABASE_URL. Its template is migrated once. */
export default async function setup(project: TestProject) {
	shared.testServer ??= { users: 0, ready: begin() };
	const server = shared.testServer;
	server.users++;
	const { adminUrl, template, teardown } = await server.ready;
	project.provide('server', { adminUrl, template });
	return async () => {
		if (--server.users === 0) await teardown();
	};
}

async function begin(): Promise<Server> {
	const given = process.env.TEST_DATABASE_URL;
	const template = `nastavnik_template_${process.pid}`;
	if (!given) await sweep();
	const folder = join(tmpdir(), `${prefix}${process.pid}`);
	const quick = {
		fsync: 'off',
		synchronous_commit: 'off',
		full_page_writes: 'off',
		autovacuum: 'off',
		max_connections: 200
	};
	const cluster = given ? undefined : await launch(folder, { settings: quick });
	const adminUrl = given ?? (cluster?.adminUrl as string);

	const teardown = async () => {
		if (given) await as(adminUrl, (admin) => admin.query(`drop database if exists ${template} with (force)`));
		await cluster?.stop();
		await rm(folder, { recursive: true, force: true });
	};
	try {
		const { ownerUrl } = await prepareDatabase(adminUrl, template);
		await migrate(ownerUrl);
		await prepareQueue(ownerUrl);
		return { adminUrl, template, teardown };
	} catch (error) {
		await teardown();
		throw error;
	}
}

/** Servers of runs that were killed are stopped, and their folders removed. */
async function sweep() {
	for (const name of await readdir(tmpdir())) {
		const run = Number(name.startsWith(prefix) && name.slice(prefix.length));
		if (!run || isAlive(run)) continue;
		const folder = join(tmpdir(), name);
		const server = await readPidFile(join(folder, 'postgres'));
		if (server && isPostgres(server.pid)) process.kill(server.pid, 'SIGQUIT');
		await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
	}
}

function isAlive(pid: number) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
