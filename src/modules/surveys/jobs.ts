import type { Author } from '../../core/actor';
import type { Now } from '../../core/dates';
import { asActor } from '../../db/as-actor';
import type { World } from '../../http';
import { closeEnded } from './commands/waves/run';

/** The morning's round closes what ended the day before. */
export const closeEndedWaves = async (world: World, author: Author, _: unknown, now: Now) => {
	await asActor(world.db, author, 'read write', async (tx) => {
		await closeEnded(tx, author, now);
		return { ok: true };
	});
};
