import { readdir, statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import { readConfig } from '../config';
import { nowIn } from '../core/dates';
import { connect, refuseToBypass } from '../db/connection';
import { migrate as migrateDatabase } from '../db/migrate';
import { backupsFolder, openDatabase } from '../db/open';
import { prepareQueue } from '../db/queue';
import { inviteByOperator } from '../modules/access/commands/invite-by-operator';
import { showCode, validDays } from '../modules/access/rules/invitations';

/** Brings the database to this version's shape without serving. */
export async function migrate() {
	const database = await openDatabase(readConfig(), { alone: true });
	try {
		const applied = await migrateDatabase(database.ownerUrl);
		await prepareQueue(database.ownerUrl);
		console.log(applied.length > 0 ? `Применено: ${applied.join(', ')}.` : 'База данных уже в нужном виде.');
	} finally {
		await database.close();
	}
}

/** The last way in: an invitation for somebody who has forgotten the password and has nobody to ask. Takes a login or a family name. */
export async function invite([asked]: string[]) {
	if (!asked) throw new Error('Кого пригласить: nastavnik invite ЛОГИН или nastavnik invite ФАМИЛИЯ.');
	const config = readConfig();
	const database = await openDatabase(config);
	try {
		const owner = connect(database.ownerUrl, 1);
		const result = await inviteByOperator(owner, asked, nowIn('UTC', new Date()));
		await owner.destroy();
		if (!result.ok) throw new Error(result.problems.form);
		const { name, organisation, code, token } = result.value;
		const address = config.publicUrl ?? `http://${config.host}:${config.port}`;
		console.log(`${name}, ${organisation}: приглашение действует ${validDays} дней, один раз.`);
		console.log(`Ссылка: ${address}/invitation/${token}`);
		console.log(`Или код ${showCode(code)} на странице ${address}/invitation`);
	} finally {
		await database.close();
	}
}

const GB = 1024 ** 3;

/** Looks at everything a start needs, one line each; code 1 when something is wrong. */
export async function doctor() {
	const config = readConfig();
	let wrong = 0;
	const check = async (what: string, look: () => Promise<string>) => {
		try {
			console.log(`✓ ${what}: ${await look()}`);
		} catch (error) {
			wrong++;
			console.log(`✗ ${what}: ${(error as Error).message}`);
		}
	};
	await check('Node.js', async () => process.version);
	await check('Папка данных', async () => config.data);
	const database = await openDatabase(config);
	try {
		const db = connect(database.appUrl, 1);
		await check('Свободное место', async () => {
			const { bavail, bsize } = await statfs(config.data);
			const free = `${((bavail * bsize) / GB).toFixed(1)} ГБ`;
			if (bavail * bsize < GB) throw new Error(`осталось ${free}; нужен хотя бы 1 ГБ`);
			return free;
		});
		await check('База данных', async () => {
			const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db);
			return `PostgreSQL ${rows[0]?.version}`;
		});
		await check('Построчная защита', async () => {
			await refuseToBypass(db);
			return 'на месте';
		});
		await check('Резервные копии', async () => {
			const names = await readdir(backupsFolder(config.data)).catch(() => []);
			const last = names
				.filter((name) => name.endsWith('.tar.gz'))
				.sort()
				.at(-1);
			return last ? `${names.length}, последняя — ${last}` : 'пока нет: первая будет сделана ночью';
		});
		await db.destroy();
	} finally {
		await database.close();
	}
	return wrong > 0 ? 1 : 0;
}

/** The server over the invented schools, in a data folder of their own. It ends the process itself. */
export async function demo() {
	process.env.DEMO = '1';
	await import('../server');
	return new Promise<number>(() => undefined);
}
