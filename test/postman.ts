import { sql } from 'kysely';
import { system } from '../src/core/actor';
import { nowIn } from '../src/core/dates';
import type { Db } from '../src/db/connection';
import type { World } from '../src/http';
import { goRound, sendLetter } from '../src/modules/notifications/jobs/letters';
import { timeZone } from './stories';

/** What the queue would do with the letters of one organisation at the world's own moment, in its order; letters put off wait for their hour. */
export function aPostman(world: World, owner: Db, organisationId: string) {
	const author = system(organisationId, timeZone);
	const now = () => nowIn(timeZone, world.clock());
	async function carryWaiting() {
		const { rows } = await sql<{ id: string; letterId: string }>`
			select j.id, p.payload->>'letterId' as "letterId"
			from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
			where j.task_identifier = 'letters.send' and j.run_at <= greatest(now(), ${now().at}::timestamptz)
				and p.payload->>'organisationId' = ${organisationId} order by j.id`.execute(owner);
		await sql`select graphile_worker.complete_jobs(${rows.map(({ id }) => id)}::bigint[])`.execute(owner);
		for (const { letterId } of rows) await sendLetter(world, author, { letterId }, now());
	}
	const morning = async () => {
		await goRound(world, author, {}, now());
		await carryWaiting();
	};
	return { carryWaiting, morning };
}
