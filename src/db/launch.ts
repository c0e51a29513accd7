import { closeSync, constants, openSync } from 'node:fs';
import { access, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './launch/binaries';
import { createCluster, isCluster } from './launch/create';
import { isPostgres, readPidFile } from './launch/pid-file';
import { chooseUser, isRoot, type RunAs, runProgram } from './launch/run-as';
import { addressOf, freePort, readSecrets, writeSecrets } from './launch/secrets';

/** A running PostgreSQL server of our own. */
export type Cluster = {
	adminUrl: string; // the administrator's address of the maintenance database
	folder: string;
	attached: boolean; // it was already running: left by a killed process, or kept by another program
	stop(): Promise<void>; // whoever started it; answers when the server has written everything down
};

type Options = {
	settings?: Record<string, string | number>; // over postgresql.conf
};

const patience = 60; // seconds: recovery after a power failure may take a while

const everyday = {
	listen_addresses: '127.0.0.1',
	unix_socket_directories: '',
	max_connections: 100,
	shared_buffers: '128MB',
	random_page_cost: 1.1, // solid-state disks
	wal_compression: 'on',
	log_min_messages: 'warning',
	log_checkpoints: 'off',
	log_line_prefix: '%m [%p] ', // no user's words, no parameters
	log_parameter_max_length_on_error: 0,
	log_min_error_statement: 'panic'
};

/**
 * Starts PostgreSQL over `folder`/postgres, made at the first call, or attaches to the one that already runs there.
 * Listens on 127.0.0.1 only; the password lies in the data folder. Fails with a sentence and the server's own last words.
 */
export async function launch(folder: string, { settings = {} }: Options = {}): Promise<Cluster> {
	const home = resolve(folder);
	const cluster = join(home, 'postgres');
	await enterFolder(home);
	const binaries = await findBinaries(join(home, 'programs'), isRoot());
	const as = await chooseUser(cluster);
	const program = (name: string) => join(binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

	if (!(await isCluster(cluster))) await createCluster(cluster, program('initdb'), as);
	await checkOurs(cluster, as);

	const stop = async () => {
		const { code } = await runProgram(program('pg_ctl'), as, [cluster], ([data = '']) => [
			...['stop', '-D', data, '-m', 'fast', '-w', '-t', String(patience)]
		]);
		const left = await readPidFile(cluster);
		if (code !== 0 && left && isPostgres(left.pid)) {
			throw new Error(`База данных в папке ${cluster} не остановилась за ${patience} секунд.`);
		}
	};

	const living = await attach(cluster);
	if (living) return { adminUrl: living, folder: home, attached: true, stop };

	const logFile = join(home, 'postgres.log');
	await keepShort(logFile);
	for (let attempt = 1; ; attempt++) {
		const { password, port: usual } = await readSecrets(cluster);
		const port = await freePort(usual);
		if (port !== usual) await writeSecrets(cluster, { password, port }, as);
		const given = Object.entries({ ...everyday, port, ...settings }).map(
			([name, value]) => `-c ${name}=${quote(value)}`
		);
		const log = openSync(logFile, 'a', 0o600);
		const { code } = await runProgram(
			program('pg_ctl'),
			as,
			[cluster],
			([data = '']) => ['start', '-D', data, '-w', '-t', String(patience), '-o', given.join(' ')],
			log
		).finally(() => closeSync(log));
		if (code === 0) return { adminUrl: addressOf(port, password), folder: home, attached: false, stop };
		const rival = await attach(cluster); // two were started at one moment: the other one's server is as good
		if (rival) return { adminUrl: rival, folder: home, attached: true, stop };
		if (attempt === 3) throw new Error(await lastWords(logFile, cluster));
	}
}

async function enterFolder(home: string) {
	try {
		await mkdir(home, { recursive: true, mode: 0o700 });
		await access(home, constants.R_OK | constants.W_OK | constants.X_OK);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const isFile = code === 'EEXIST' || code === 'ENOTDIR';
		throw new Error(
			isFile
				? `${home} — файл, а нужна папка данных. Укажите другую в DATA.`
				: `В папку данных ${home} нельзя писать (${code}). Дайте права на неё этому пользователю или укажите другую папку в DATA.`
		);
	}
}

/** The address of a server that already runs over this folder; waits for one that is just rising, clears after one that was killed. */
async function attach(cluster: string): Promise<string | undefined> {
	for (let second = 0; second < patience * 5; second++) {
		const file = await readPidFile(cluster);
		if (!file) return undefined;
		if (!isPostgres(file.pid)) {
			await rm(join(cluster, 'postmaster.pid'), { force: true }); // the number is free, or somebody else's by now
			return undefined;
		}
		const { password } = await readSecrets(cluster);
		const url = addressOf(file.port, password);
		if (file.port > 0 && (await answers(url))) return url;
		await wait(200);
	}
	throw new Error(
		`База данных в папке ${cluster} запущена, но не отвечает уже ${patience} секунд. Подождите и запустите программу снова.`
	);
}

async function answers(connectionString: string) {
	const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000 });
	client.on('error', () => undefined);
	try {
		await client.connect();
		await client.query('select 1');
		return true;
	} catch {
		return false;
	} finally {
		await client.end().catch(() => undefined);
	}
}

async function checkOurs(cluster: string, as: RunAs) {
	const { uid } = await stat(cluster);
	const mine = as?.uid ?? process.getuid?.();
	if (mine !== undefined && uid !== mine) {
		throw new Error(
			`Папка ${cluster} принадлежит другому пользователю. Запустите программу от его имени или от имени root.`
		);
	}
}

const quote = (value: string | number) => (value === '' ? '""' : String(value).replace(/[^\w.:/-]/g, '\\$&'));

async function keepShort(file: string) {
	const size = await stat(file).then(
		(found) => found.size,
		() => 0
	);
	if (size > 10_000_000) await rename(file, `${file}.1`);
}

async function lastWords(file: string, cluster: string) {
	const lines = (await readFile(file, 'utf8')).trim().split('\n').slice(-5).join('\n');
	return `База данных в папке ${cluster} не запустилась. Последние строки её журнала (${file}):\n${lines}`;
}
