import { execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The user that PostgreSQL's programs run as; undefined: whoever started us. */
export type RunAs = { uid: number; gid: number } | undefined;

export const isRoot = () => process.getuid?.() === 0;

/**
 * PostgreSQL refuses to run as root. Then it runs as the owner of the data, else as the owner of the folder they lie in, else as
 * the system user «nastavnik», made once, else as «nobody».
 */
export async function chooseUser(cluster: string): Promise<RunAs> {
	if (!isRoot()) return undefined;
	for (const path of [cluster, dirname(cluster), dirname(dirname(cluster))]) {
		const owner = await stat(path).catch(() => undefined);
		if (owner && owner.uid !== 0) {
			const known = users().find(({ uid }) => uid === owner.uid);
			if (known) return known;
		}
	}
	return named('nastavnik') ?? makeUser() ?? named('nobody');
}

function makeUser() {
	try {
		const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
		execFileSync('useradd', [...options, '--shell', '/usr/sbin/nologin', 'nastavnik'], { stdio: 'ignore' });
	} catch {
		return undefined; // no such program, or a system that is only read
	}
	return named('nastavnik');
}

const named = (name: string) => users().find((user) => user.name === name);

function users() {
	return readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'))
		.map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

type Opened = { path: string; fd: number };

/**
 * Runs a program of PostgreSQL to its end; its own words go to `log` (a file descriptor) and come back when it fails.
 *
 * Another user may be unable to enter the folder above the data (mode 700, /root). So the folders and files it needs are opened by us and
 * handed over: `/proc/self/fd/N` leads to them past every closed door above.
 * @param args gets the paths by which the program will find `open`
 */
export async function runProgram(
	program: string,
	as: RunAs,
	open: readonly string[],
	args: (paths: string[]) => string[],
	log: number | 'pipe' = 'pipe'
): Promise<{ code: number; said: string }> {
	const throughDescriptors = as !== undefined && process.platform === 'linux';
	const opened: Opened[] = throughDescriptors ? open.map((path) => ({ path, fd: openSync(path, 'r') })) : [];
	const paths = throughDescriptors ? open.map((_, index) => `/proc/self/fd/${index + 3}`) : [...open];
	try {
		return await new Promise((resolve, reject) => {
			const child = spawn(program, args(paths), {
				cwd: as ? '/' : undefined,
				env: { ...process.env, LC_ALL: 'C', PGDATA: undefined, PGPORT: undefined, PGOPTIONS: undefined },
				stdio: ['ignore', log, log, ...opened.map(({ fd }) => fd)],
				windowsHide: true,
				...(as && { uid: as.uid, gid: as.gid })
			});
			let said = '';
			for (const stream of [child.stdout, child.stderr]) {
				stream?.on('data', (text) => {
					said += text;
				});
			}
			child.on('error', reject);
			child.on('exit', (code) => resolve({ code: code ?? -1, said }));
		});
	} finally {
		for (const { fd } of opened) closeSync(fd);
	}
}
