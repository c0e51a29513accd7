import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../config';
import { type Cluster, launch } from './launch';
import { type Kept, type Lock, takeLock } from './lock';
import { prepareDatabase, type Roles, rolesOf } from './prepare';

/** A database that stands, with both roles; not necessarily migrated. */
export type OpenDatabase = Roles & {
	alone: boolean; // nobody else works in this data folder, nor can begin to
	close(): Promise<void>;
};

const name = 'nastavnik';

/**
 * Opens the database the settings name, launching our own server when there is none.
 * `alone` keeps the data folder to ourselves, or refuses with a sentence; otherwise a running copy is joined, as a backup does.
 * @param fallen the database went away and could not be brought back: the caller should end
 */
export async function openDatabase(
	{ data, database }: Pick<Config, 'data' | 'database'>,
	{ alone = false, fallen = () => undefined }: { alone?: boolean; fallen?: (error: Error) => void } = {}
): Promise<OpenDatabase> {
	const close = async () => undefined;
	if (database.kind === 'given') return { ...database, alone: false, close };
	if (database.kind === 'administered') {
		return { ...(await prepareDatabase(database.adminUrl, database.name)), alone: false, close };
	}

	let closing = false;
	let mine = await enter(data, alone, () => lost());
	const { cluster, lock } = mine;
	if (!lock) return { ...rolesOf(cluster.adminUrl, name), alone: false, close };

	/** Our server has died under us: bring it back to the same port, so that every pool finds it again. */
	const lost = async () => {
		if (closing) return;
		try {
			const again = await enter(data, true, () => lost());
			if (again.cluster.adminUrl !== cluster.adminUrl) {
				throw new Error(
					'База данных упала, а её порт тем временем заняла другая программа. Запустите Наставника снова.'
				);
			}
			mine = again;
		} catch (error) {
			fallen(error as Error);
		}
	};
	const roles = await prepareDatabase(cluster.adminUrl, name);
	return {
		...roles,
		alone: true,
		close: async () => {
			closing = true;
			await mine.cluster.stop(); // the lock is let go by the stopping itself: nobody can come in between
			await mine.lock?.release();
		}
	};
}

/** Launches or joins the server, then asks for the folder. Another copy that is just ending gets a moment. */
async function enter(data: string, alone: boolean, lost: () => void): Promise<{ cluster: Cluster; lock?: Lock }> {
	for (let attempt = 1; ; attempt++) {
		const cluster = await launch(data);
		const lock = await takeLock(cluster.adminUrl, lost).catch((error) => ({ error: error as Error }));
		if ('release' in lock) return { cluster, lock };
		if ('keptBy' in lock && !alone) return { cluster };
		if (attempt === 5) throw 'keptBy' in lock ? new Error(occupied(data, lock)) : lock.error;
		await wait(400);
	}
}

const occupied = (data: string, { keptBy }: Kept) =>
	`Папка данных ${data} уже занята: в ней работает другая копия Наставника (процесс ${keptBy.pid} на ${keptBy.host}). Остановите её или укажите для этой другую папку в DATA.`;

/** Where the backups of this installation lie. */
export const backupsFolder = (data: string) => join(data, 'backups');
