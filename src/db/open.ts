import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Config, Database } from '../config';
import { type Cluster, launch } from './launch';
import { type Kept, type Lock, takeLock } from './lock';
import { as, prepareDatabase, type Roles, rolesOf } from './prepare';

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
	if (database.kind !== 'embedded') {
		const roles = await reach(database).catch((error) => {
			throw explained(error);
		});
		return { ...roles, alone: false, close };
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

/** A server of somebody else's: it is there, and both roles may come in. */
async function reach(database: Exclude<Database, { kind: 'embedded' }>): Promise<Roles> {
	const roles = database.kind === 'given' ? database : await prepareDatabase(database.adminUrl, database.name);
	for (const url of [roles.ownerUrl, roles.appUrl]) await as(url, (client) => client.query('select 1'));
	return { ownerUrl: roles.ownerUrl, appUrl: roles.appUrl };
}

const reasons: Record<string, string> = {
	ECONNREFUSED: 'по этому адресу и порту никто не отвечает',
	ENOTFOUND: 'такого сервера нет',
	ETIMEDOUT: 'сервер не отвечает',
	'28P01': 'пароль не подошёл',
	'28000': 'сервер не пускает эту роль (pg_hba.conf)',
	'3D000': 'такой базы данных на сервере нет',
	'42501':
		'у роли не хватает прав. Роль из DATABASE_URL должна уметь создавать роли (с BYPASSRLS) и базы данных; если это невозможно, создайте их сами и укажите DATABASE_URL и DATABASE_OWNER_URL (docs/operate.md)'
};

/** In words; the address is not repeated: it holds a password. */
function explained(error: Error & { code?: string }) {
	const reason = reasons[error.code ?? ''] ?? error.message;
	return new Error(`Не удалось открыть базу данных из DATABASE_URL: ${reason}.`, { cause: error });
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
