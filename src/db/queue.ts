import { Logger, runMigrations } from 'graphile-worker';
import { sql } from 'kysely';
import type { Db } from './connection';

/** Brings the queue's own schema up to date; as owner, before anything is enqueued. */
export const prepareQueue = (ownerUrl: string) =>
	runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => undefined) });

/**
 * Gives back the jobs a killed process was at, so that they are done now and not in four hours, when the queue would notice by itself.
 * Only for a copy that is alone on its database: another's jobs are under way.
 */
export const freeAbandonedJobs = (owner: Db) =>
	sql`select graphile_worker.force_unlock_workers(array(
		select distinct locked_by from graphile_worker.jobs where locked_by is not null))`.execute(owner);
