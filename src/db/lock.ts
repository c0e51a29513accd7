import { hostname } from 'node:os';
import pg from 'pg';

/** Kept by whoever works in a data folder; let go by the database itself when its keeper dies, however it dies. */
export type Lock = { release(): Promise<void> };

/** The process that keeps it, and the machine it runs on. */
export type Kept = { keptBy: { pid: string; host: string } };

const key = 7025903;

/**
 * An advisory lock on the embedded server's maintenance database: no file to go stale, no process number to be taken over by
 * somebody else. A killed keeper's connection ends with it.
 * @param lost called when the connection breaks while the lock is still wanted: the database itself has gone
 */
export async function takeLock(adminUrl: string, lost: () => void): Promise<Lock | Kept> {
	let wanted = true;
	const name = `nastavnik ${process.pid} ${hostname()}`; // the server keeps 63 bytes of it, ASCII only
	const client = new pg.Client({ connectionString: adminUrl, keepAlive: true });
	client.on('error', () => undefined);
	client.on('end', () => wanted && lost());
	await client.connect();
	await client.query("select set_config('application_name', $1, false)", [name]);
	const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [key]);
	if (rows[0]?.mine) {
		return {
			release: () => {
				wanted = false;
				return client.end().catch(() => undefined);
			}
		};
	}
	wanted = false;
	const keeper = await client.query<{ name: string }>(
		`select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
		where l.locktype = 'advisory' and l.granted and l.objid = $1`,
		[key]
	);
	await client.end();
	const [, pid = '?', host = '?'] = keeper.rows[0]?.name.split(' ') ?? [];
	return { keptBy: { pid, host } };
}
