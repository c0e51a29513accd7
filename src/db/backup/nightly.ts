import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Clock } from '../../core/dates';
import { saveBackup } from './save';

const pattern = /^nastavnik-\d{4}-\d{2}-\d{2}-\d{6}\.tar\.gz$/;
const quarterOfAnHour = 15 * 60_000;

/** nastavnik-2026-11-21-030112.tar.gz: the names sort by time (UTC). */
export const backupName = (at: Date) =>
	`nastavnik-${at.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')}.tar.gz`;

/** The newest `kept` nightly copies stay; only files named as ours are touched, and half-written ones of killed backups. */
export async function rotate(folder: string, kept: number, at: Date) {
	const names = await readdir(folder);
	const old = names.filter((name) => pattern.test(name)).sort();
	for (const name of old.slice(0, -kept)) await rm(join(folder, name), { force: true });
	for (const name of names.filter((name) => /\.tar\.gz\.\d+\.part$/.test(name))) {
		const { mtimeMs } = await stat(join(folder, name));
		if (at.getTime() - mtimeMs > 86_400_000) await rm(join(folder, name), { force: true });
	}
}

/** Due from three at night by the computer's own clock, once a day; a computer that sleeps at night makes it up after waking. */
export async function isDue(folder: string, at: Date) {
	const night = new Date(at);
	night.setHours(3, 0, 0, 0);
	if (night > at) night.setDate(night.getDate() - 1);
	const last = (await readdir(folder).catch((): string[] => []))
		.filter((name) => pattern.test(name))
		.sort()
		.at(-1);
	return !last || last < backupName(night);
}

/** Looks every quarter of an hour whether tonight's copy is there. Answers with what stops it, waiting for a copy under way. */
export function keepBackups(ownerUrl: string, folder: string, kept: number, clock: Clock, log: Logger) {
	if (kept === 0) return async () => undefined;
	let under: Promise<void> = Promise.resolve();
	const look = async () => {
		const at = clock();
		if (!(await isDue(folder, at))) return;
		const { rows, tables } = await saveBackup(ownerUrl, join(folder, backupName(at)));
		await rotate(folder, kept, at);
		log.info({ rows, tables }, 'backup');
	};
	const timer = setInterval(() => {
		under = under.then(look).catch((error) => log.error({ err: error }, 'backup failed'));
	}, quarterOfAnHour);
	return async () => {
		clearInterval(timer);
		await under;
	};
}
