import { chown, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { RunAs } from './run-as';

/** What is needed to come in: made with the cluster, lying in its own folder, which only its owner may open. */
export type Secrets = { port: number; password: string };

export const administrator = 'nastavnik_admin';

const secretsOf = (cluster: string) => join(cluster, 'nastavnik.json');
export const readSecrets = async (cluster: string): Promise<Secrets> =>
	JSON.parse(await readFile(secretsOf(cluster), 'utf8'));

export async function writeSecrets(cluster: string, secrets: Secrets, as: RunAs) {
	const half = `${secretsOf(cluster)}.new`;
	await writeFile(half, JSON.stringify(secrets), { mode: 0o600 });
	if (as) await chown(half, as.uid, as.gid);
	await rename(half, secretsOf(cluster));
}

export const addressOf = (port: number, password: string) =>
	`postgres://${administrator}:${password}@127.0.0.1:${port}/postgres`;

/** The wished port when it is free, else any free one. */
export async function freePort(wished = 0): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.on('error', (error) => (wished ? resolve(freePort()) : reject(error)));
		server.listen(wished, '127.0.0.1', () => {
			const { port } = server.address() as { port: number };
			server.close(() => resolve(port));
		});
	});
}
