import { randomBytes } from 'node:crypto';
import { access, chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunAs, runProgram } from './run-as';
import { administrator, freePort, writeSecrets } from './secrets';

/** Made aside and renamed: a killed beginning leaves no half of a database. The password is born with it. */
export async function createCluster(cluster: string, initdb: string, as: RunAs) {
	const home = join(cluster, '..');
	for (const name of await readdir(home)) {
		const half = /^postgres\.(\d+)\.new$/.exec(name);
		if (half && !isAlive(Number(half[1]))) await rm(join(home, name), { recursive: true, force: true });
	}
	if (await hasContent(cluster)) {
		throw new Error(`Папка ${cluster} не пуста, но базы данных в ней нет. Уберите её или укажите другую папку в DATA.`);
	}
	const half = join(home, `postgres.${process.pid}.new`);
	const passwordFile = `${half}.password`;
	await rm(half, { recursive: true, force: true });
	await mkdir(half, { mode: 0o700 });
	const password = randomBytes(24).toString('base64url');
	await writeFile(passwordFile, password, { mode: 0o600 });
	if (as) for (const path of [half, passwordFile]) await chown(path, as.uid, as.gid);
	try {
		const { code, said } = await runProgram(initdb, as, [half, passwordFile], ([data = '', file = '']) => [
			...['-D', data, '-U', administrator, '--auth=scram-sha-256', `--pwfile=${file}`],
			...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums']
		]);
		if (code !== 0) throw new Error(`Не удалось создать базу данных в папке ${cluster}: ${said.trim()}`);
		await writeSecrets(half, { port: await freePort(), password }, as);
		await rename(half, cluster).catch(async (error) => {
			if (!(await isCluster(cluster))) throw error; // another copy was faster: its database is as good
		});
	} finally {
		await rm(passwordFile, { force: true });
		await rm(half, { recursive: true, force: true });
	}
}

/** Whether a folder holds a whole database. */
export const isCluster = (folder: string) =>
	access(join(folder, 'PG_VERSION')).then(
		() => true,
		() => false
	);

const hasContent = async (folder: string) => (await readdir(folder).catch(() => [])).length > 0;

function isAlive(pid: number) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
