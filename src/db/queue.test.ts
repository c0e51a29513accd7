import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aSchool } from '../../test/stories';
import { freshDatabase } from '../../test/support';
import { asActor } from './as-actor';
import { enqueue } from './outbox';
import { freeAbandonedJobs } from './queue';

test('a job that a killed process was at is free again for the next one', async () => {
	const world = await freshDatabase();
	const { curator } = await aSchool(world);
	await asActor(world.db, curator, 'read write', async (tx) => {
		await enqueue(tx, 'roadmap.read', { importId: crypto.randomUUID() });
		return { ok: true };
	});
	const take = (worker: string) =>
		sql<{ id: number | null }>`
			update graphile_worker._private_jobs set locked_by = ${worker}, locked_at = now(), attempts = attempts + 1
			where locked_by is null returning id`.execute(world.owner);
	expect((await take('the-one-that-was-killed')).rows).toHaveLength(1);
	expect((await take('the-next-one')).rows).toHaveLength(0);

	await freeAbandonedJobs(world.owner);
	expect((await take('the-next-one')).rows).toHaveLength(1);
});

test('what is rolled back was never asked for, and nobody asks in another organisation’s name', async () => {
	const world = await freshDatabase();
	const { curator } = await aSchool(world);
	const ask = (ok: boolean) =>
		asActor(world.db, curator, 'read write', async (tx) => {
			await enqueue(tx, 'roadmap.read', { importId: crypto.randomUUID() });
			await sql`select enqueue('roadmap.read', ${JSON.stringify({ organisationId: crypto.randomUUID() })}::jsonb)`.execute(
				tx
			);
			return { ok };
		});
	await ask(false);
	await ask(true);
	const { rows } = await sql<{ organisation: string }>`
		select payload ->> 'organisationId' as organisation from graphile_worker._private_jobs`.execute(world.owner);
	expect(rows.map(({ organisation }) => organisation)).toEqual([curator.organisationId, curator.organisationId]);
});
