import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { createApp } from '../app';
import type { Config } from '../config';
import { keepBackups } from '../db/backup/nightly';
import { type Db, makePool, over, refuseToBypass } from '../db/connection';
import { migrate, readMigrations } from '../db/migrate';
import { backupsFolder, openDatabase } from '../db/open';
import { freeAbandonedJobs, prepareQueue } from '../db/queue';
import type { World } from '../http';
import { keepRounds, startJobs } from '../jobs';
import { actorOf } from '../modules/access/session';
import { settleDemonstration } from './demonstration';
import { makeMetrics, observe } from './metrics';
import { createWeb, listenerFor, readPublicFiles } from './web';

export type Running = {
	url: string; // where people open it
	owner: Db;
	stop(): Promise<void>; // requests under way are answered, jobs are finished, the database has written everything down
};

/** Everything from the settings to a served page. Fails with a sentence, and leaves nothing running then. */
export async function start(config: Config, log: Logger, fallen: (error: Error) => void): Promise<Running> {
	const undo: (() => Promise<unknown>)[] = [];
	const stop = async () => {
		for (const step of undo.splice(0).reverse()) {
			await step().catch((error) => log.error({ err: error }, 'stopping'));
		}
	};
	try {
		const database = await openDatabase(config, { alone: true, fallen });
		undo.push(() => database.close());
		await migrate(database.ownerUrl);
		await prepareQueue(database.ownerUrl);

		const [pool, ownerPool] = [makePool(database.appUrl, 10), makePool(database.ownerUrl, 6)];
		undo.push(() => within(Promise.all([pool.end(), ownerPool.end()])));
		const [db, owner] = [over(pool), over(ownerPool)];
		await refuseToBypass(db);
		if (database.alone) await freeAbandonedJobs(owner);

		const program = dirname(process.argv[1] ?? '.');
		const metrics = makeMetrics(pool, () => countJobs(owner));
		const clock = () => new Date();
		const world: World = {
			db,
			clock,
			actorOf: actorOf({ db, clock, publicUrl: config.publicUrl }),
			cli: join(program, 'cli.js'),
			publicUrl: config.publicUrl,
			demonstration: config.demonstration,
			development: config.development,
			...(config.mail && { mail: config.mail }),
			observe: observe(metrics, log),
			complain: (error, c) => log.error({ err: error, requestId: c.get('requestId') }, 'mistake')
		};
		await settleDemonstration(owner, world);
		const jobs = await startJobs(ownerPool, world, (level, words) =>
			log[level === 'warning' ? 'warn' : level]({ queue: words }, 'queue')
		);
		undo.push(() => within(jobs.stop()));
		const stopRounds = keepRounds(ownerPool, world, (error) => log.error({ err: error }, 'rounds'));
		undo.push(async () => stopRounds());
		undo.push(keepBackups(database.ownerUrl, backupsFolder(config.data), config.backupsKept, clock, log));

		const names = (await readMigrations()).map(({ name }) => name);
		const files = await readPublicFiles(join(program, 'public'));
		const web = createWeb({
			app: createApp(world),
			ready: () => isReady(db, names),
			metrics,
			metricsToken: config.metricsToken,
			files
		});
		const server = createServer(listenerFor(web));
		await listen(server, config);
		undo.push(() => finish(server));
		const { port } = server.address() as AddressInfo;
		return { url: config.publicUrl ?? addressOf(config.host, port), owner, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** A stop that waits ten seconds at the most: a connection lost a moment ago must not hold it up. The database rolls back what is left. */
const within = (work: Promise<unknown>) => Promise.race([work, wait(10_000, undefined, { ref: false })]);

async function listen(server: Server, { host, port }: Config) {
	server.listen(port, host);
	try {
		await once(server, 'listening');
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const reasons: Record<string, string> = {
			EADDRINUSE: `Порт ${port} уже занят другой программой. Остановите её или укажите другой порт: PORT=${port + 1} npm start`,
			EACCES: `Порт ${port} этому пользователю не разрешён. Укажите порт больше 1023: PORT=3000 npm start`,
			EADDRNOTAVAIL: `Адреса ${host} у этого компьютера нет. Проверьте HOST.`,
			ENOTFOUND: `Адрес ${host} не найден. Проверьте HOST.`
		};
		throw new Error(reasons[code ?? ''] ?? `Не удалось начать слушать ${host}:${port}: ${(error as Error).message}`);
	}
}

/** No new connection; those at work are answered, and after ten seconds the rest is cut. */
async function finish(server: Server) {
	const cut = setTimeout(() => server.closeAllConnections(), 10_000);
	await new Promise((done) => server.close(done));
	clearTimeout(cut);
}

async function isReady(db: Db, names: readonly string[]) {
	try {
		const { rows } = await sql<{ name: string }>`select name from migrations`.execute(db);
		const applied = new Set(rows.map(({ name }) => name));
		return names.every((name) => applied.has(name));
	} catch {
		return false;
	}
}

async function countJobs(owner: Db) {
	const { rows } = await sql<{ waiting: number; failed: number }>`
		select count(*) filter (where attempts < max_attempts) as waiting,
			count(*) filter (where attempts >= max_attempts) as failed
		from graphile_worker.jobs`.execute(owner);
	return rows[0] ?? { waiting: 0, failed: 0 };
}

const addressOf = (host: string, port: number) => {
	const here = ['0.0.0.0', '::', '127.0.0.1'].includes(host) ? 'localhost' : host;
	return `http://${here.includes(':') ? `[${here}]` : here}:${port}`;
};
