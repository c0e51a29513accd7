import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What PostgreSQL writes of itself into the data folder; undefined when nothing runs there, as far as the file tells. */
export async function readPidFile(cluster: string): Promise<{ pid: number; port: number } | undefined> {
	const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
	const lines = text?.split('\n') ?? [];
	const pid = Number(lines[0]);
	return pid > 0 ? { pid, port: Number(lines[3] ?? 0) } : undefined;
}

/** Whether a process of PostgreSQL stands behind a number: after a crash of the machine the number may be anybody's. */
export function isPostgres(pid: number) {
	try {
		// A dead process that nobody has buried (a container without init) still has its name, and the state Z.
		if (process.platform === 'linux') return /\(postgres\) [^ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
		const [program, ...args] =
			process.platform === 'win32'
				? ['tasklist', '/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']
				: ['ps', '-p', String(pid), '-o', 'comm='];
		return execFileSync(program as string, args, { encoding: 'utf8' }).includes('postgres');
	} catch {
		return false;
	}
}
