import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { aPlan } from '../../test/plans';
import { aSchool } from '../../test/stories';
import { emptyDatabase, freshDatabase } from '../../test/support';
import { migrate, readMigrations } from './migrate';

it('times of a plan at work from before 0012 stand in it since the plan was accepted', async () => {
	const now = await freshDatabase();
	const { curator } = await aSchool(now);
	await aPlan(now, curator, {
		acceptedOn: '2026-09-03',
		stages: [
			{
				title: 'Год',
				activities: [{ title: 'Отчёт', times: [{ from: '2026-10-01', to: '2026-10-10' }, { kind: 'awaited' }] }]
			}
		]
	});
	const old = await emptyDatabase();
	const before = (await readMigrations()).map(({ name }) => name).filter((name) => name < '0012');
	await migrate(old.ownerUrl, { upTo: before });
	for (const table of ['organisations', 'people', 'roadmaps', 'stages', 'activities', 'occurrences']) {
		const { rows } = await sql<{ row: object }>`select to_jsonb(t) as row from ${sql.table(table)} t`.execute(
			now.owner
		);
		const { rows: columns } = await sql<{ name: string }>`select column_name as name from information_schema.columns
			where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`.execute(old.owner);
		const names = sql.join(columns.map(({ name }) => sql.ref(name)));
		for (const { row } of rows) {
			await sql`insert into ${sql.table(table)} (${names})
				select ${names} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb)`.execute(
				old.owner
			);
		}
	}
	await migrate(old.ownerUrl);
	const { rows } = await sql<{ added_on: string }>`select added_on from occurrences`.execute(old.owner);
	expect(rows).toEqual([{ added_on: '2026-09-03' }, { added_on: '2026-09-03' }]);
});
