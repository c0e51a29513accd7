import { randomBytes } from 'node:crypto';
import { chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseUser, runProgram } from '../../src/db/launch/run-as';

/** A server that is not ours: the system's own PostgreSQL (Debian's 15), as an operator would give it. */
export async function otherServer() {
	const folder = await mkdtemp(join(tmpdir(), 'nastavnik-other-'));
	const data = join(folder, 'data');
	const as = await chooseUser(data);
	const programs = join('/usr/lib/postgresql', await oldestFrom15(), 'bin');
	const password = randomBytes(12).toString('hex');
	const [passwordFile, log] = [join(folder, 'password'), join(folder, 'log')];
	await mkdir(data, { mode: 0o700 });
	await writeFile(passwordFile, password, { mode: 0o600 });
	await writeFile(log, '');
	if (as) for (const path of [data, passwordFile, log]) await chown(path, as.uid, as.gid);

	const port = await freePort();
	const made = await runProgram(join(programs, 'initdb'), as, [data, passwordFile], ([data = '', file = '']) => [
		...['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${file}`, '-E', 'UTF8', '--locale=C', '-N']
	]);
	if (made.code !== 0) throw new Error(made.said);
	const options = `-p ${port} -h 127.0.0.1 -c unix_socket_directories="" -c fsync=off`;
	const begun = await runProgram(join(programs, 'pg_ctl'), as, [data, log], ([data = '', log = '']) => [
		...['start', '-w', '-D', data, '-l', log, '-o', options]
	]);
	if (begun.code !== 0) throw new Error(await readFile(log, 'utf8'));
	return {
		adminUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
		stop: async () => {
			await runProgram(join(programs, 'pg_ctl'), as, [data], ([data = '']) => ['stop', '-w', '-m', 'fast', '-D', data]);
			await rm(folder, { recursive: true });
		}
	};
}

async function oldestFrom15() {
	const versions = (await readdir('/usr/lib/postgresql')).map(Number).filter((version) => version >= 15);
	return String(Math.min(...versions));
}

const freePort = () =>
	new Promise<number>((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as { port: number };
			server.close(() => resolve(port));
		});
	});
