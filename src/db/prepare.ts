import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { home } from '../home';

export type Roles = { ownerUrl: string; appUrl: string };

/**
 * Brings both roles and the database to being, as the server's administrator; done again, it changes nothing.
 * The roles' passwords follow from the administrator's: several processes on one server agree without telling each other.
 */
export async function prepareDatabase(adminUrl: string, database: string): Promise<Roles> {
	const roles = rolesOf(adminUrl, database);
	await as(adminUrl, async (admin) => {
		await admin.query('select pg_advisory_lock(7025901)');
		await admin.query(await readFile(join(home, 'db/roles.sql'), 'utf8'));
		for (const url of [roles.ownerUrl, roles.appUrl]) {
			const { username, password } = new URL(url);
			if (password) await admin.query(`alter role ${username} password ${admin.escapeLiteral(password)}`);
		}
		const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
		if (!rowCount) {
			const name = admin.escapeIdentifier(database);
			await admin.query(`grant nastavnik_owner to current_user`); // an administrator who is no superuser gives away only what he is in
			await admin.query(`create database ${name} owner nastavnik_owner encoding 'UTF8' template template0`);
			await admin.query(`revoke all on database ${name} from public`);
			await admin.query(`grant connect on database ${name} to nastavnik_app`);
		}
	});
	return roles;
}

/** Both roles' addresses of a database on the administrator's server. */
export function rolesOf(adminUrl: string, database: string): Roles {
	const addressOf = (role: string) => {
		const url = new URL(adminUrl);
		const { password } = url;
		url.username = role;
		url.password = password ? createHmac('sha256', decodeURIComponent(password)).update(role).digest('hex') : '';
		url.pathname = `/${database}`;
		return url.href;
	};
	return { ownerUrl: addressOf('nastavnik_owner'), appUrl: addressOf('nastavnik_app') };
}

/** One connection for one piece of work. */
export async function as<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString });
	client.on('error', () => undefined); // the query under way fails with it, and says so
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end().catch(() => undefined);
	}
}
