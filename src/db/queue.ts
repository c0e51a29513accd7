import { Logger, runMigrations } from 'graphile-worker';

/** Brings the queue's own schema up to date; as owner, before anything is enqueued. */
export const prepareQueue = (ownerUrl: string) =>
	runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => undefined) });
