import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import type { Actor } from '../../core/actor';
import { readAs } from '../../db/as-actor';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const tables = ['legal_acts', 'legal_act_versions', 'local_act_lines', 'people', 'employments'] as const;

/** Whose rows somebody meets who forgets to say of which organisation. */
const whose = async (actor: Actor) => {
	const rows = await readAs(world.db, actor, (tx) =>
		Promise.all(
			tables.map(async (table) => {
				const { rows: found } = await sql<{ id: string }>`
					select distinct organisation_id as id from ${sql.table(table)}`.execute(tx);
				return [table, found.map(({ id }) => id)] as const;
			})
		)
	);
	return Object.fromEntries(rows);
};

test('whatever a query of acts or of the checker forgets, the database gives the rows of one’s own school alone', async () => {
	const schools = [await aSchool(world, { name: 'Своя' }), await aSchool(world, { name: 'Соседняя' })];
	for (const { curator } of schools) {
		const vera = as(world, curator);
		const act = { level: 'local', form: 'Приказ', number: '7-О', signedOn: '01.09.2026', title: 'О наставниках' };
		expect((await vera.post('/legal-acts', { version: '0', ...act })).status).toBe(303);
		const line = { version: '0', title: 'Положение о премиях', state: 'wanted' };
		expect((await vera.post('/local-acts', line)).status).toBe(303);
	}
	const [mine, other] = schools as [(typeof schools)[0], (typeof schools)[0]];
	for (const { curator } of [mine, other]) {
		const met = await whose(curator);
		for (const table of tables) expect(met[table], table).toEqual([curator.organisationId]);
	}
	// each of the walls does hold something: with it away, the neighbours are met
	for (const table of tables) {
		await sql`alter table ${sql.table(table)} disable row level security`.execute(world.owner);
		const met = await whose(mine.curator);
		expect(met[table]?.toSorted(), table).toEqual([mine.organisationId, other.organisationId].toSorted());
		await sql`alter table ${sql.table(table)} enable row level security`.execute(world.owner);
	}
});
