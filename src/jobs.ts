import { Logger, type Runner, run } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import { system } from './core/actor';
import { nowIn } from './core/dates';
import type { Tasks } from './db/outbox';
import type { Job, World } from './http';
import { readImport } from './modules/roadmap/jobs';

const jobs: { [T in keyof Tasks]: Job<T> } = {
	'roadmap.read': readImport
};

type Tell = (level: 'error' | 'warning' | 'info' | 'debug', words: string) => void;

/**
 * Starts taking jobs. The queue's tables are the owner's; the handlers see what row-level security shows.
 * @param tell where the queue's own words go
 */
export async function startJobs(ownerPool: pg.Pool, world: World, tell: Tell = () => undefined): Promise<Runner> {
	const taskList = Object.fromEntries(
		Object.entries(jobs).map(([task, job]) => [
			task,
			async (payload: unknown) => {
				const told = payload as Tasks[keyof Tasks] & { organisationId: string };
				const timeZone = await timeZoneOf(world, told.organisationId);
				await job(world, system(told.organisationId, timeZone), told, nowIn(timeZone, world.clock()));
			}
		])
	);
	return run({
		pgPool: ownerPool,
		taskList,
		parsedCronItems: [],
		concurrency: 2,
		noHandleSignals: true,
		pollInterval: 2000,
		logger: new Logger(() => (level, words) => tell(level as Parameters<Tell>[0], words))
	});
}

async function timeZoneOf({ db }: World, organisationId: string) {
	const { rows } = await sql<{ zone: string | null }>`select organisation_time_zone(${organisationId}) as zone`.execute(
		db
	);
	const zone = rows[0]?.zone;
	if (!zone) throw new Error('the job names no organisation of this database');
	return zone;
}
