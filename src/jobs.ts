import { Logger, type Runner, run } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import { system } from './core/actor';
import { nowIn } from './core/dates';
import type { Tasks } from './db/outbox';
import type { Job, World } from './http';
import { dropArchives, makePackage } from './modules/documents/jobs';
import { reckonAsked } from './modules/matching/jobs/reckon-asked';
import { goRound, sendLetter } from './modules/notifications/jobs/letters';
import { nextRound } from './modules/notifications/rules/rounds';
import { readImport } from './modules/roadmap/jobs';
import { closeEndedWaves } from './modules/surveys/jobs';

const jobs: { [T in keyof Tasks]: Job<T> } = {
	'roadmap.read': readImport,
	'documents.package': makePackage,
	'matching.reckon': reckonAsked,
	'letters.round': async (...morning) => {
		await goRound(...morning); // asks for the next morning first
		await closeEndedWaves(...morning);
		await dropArchives(...morning);
	},
	'letters.send': sendLetter
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
				await (job as Job<keyof Tasks>)(
					world,
					system(told.organisationId, timeZone),
					told,
					nowIn(timeZone, world.clock())
				);
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

/**
 * Sees to it that every organisation has its next morning's round waiting: at the start, and every hour for those founded
 * meanwhile. One that waits already stays as it is, so a computer that was off makes up for it after waking. Answers with the stop.
 */
export function keepRounds(ownerPool: pg.Pool, { clock }: Pick<World, 'clock'>, failed: (error: unknown) => void) {
	const arm = () => armRounds(ownerPool, clock()).catch(failed);
	void arm();
	const timer = setInterval(arm, 3_600_000);
	timer.unref();
	return () => clearInterval(timer);
}

export async function armRounds(ownerPool: pg.Pool, at: Date) {
	const { rows } = await ownerPool.query<{ id: string; zone: string }>(
		'select organisation_id as id, time_zone as zone from organisations'
	);
	await ownerPool.query(
		`select graphile_worker.add_job('letters.round', json_build_object('organisationId', o.id), run_at => o.at,
			max_attempts => 5, job_key => o.id || ':letters.round', job_key_mode => 'preserve_run_at')
		from unnest($1::uuid[], $2::timestamptz[]) as o (id, at)`,
		[rows.map(({ id }) => id), rows.map(({ zone }) => nextRound(zone, at))]
	);
}

async function timeZoneOf({ db }: World, organisationId: string) {
	const { rows } = await sql<{ zone: string | null }>`select organisation_time_zone(${organisationId}) as zone`.execute(
		db
	);
	const zone = rows[0]?.zone;
	if (!zone) throw new Error('the job names no organisation of this database');
	return zone;
}
