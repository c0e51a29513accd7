import { sql } from 'kysely';
import type { Author } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { cadenceIn, usualCadence } from '../rules/cadence';

/** How often pairs meet here, and what the plan at work says of it. One query. */
export async function findCadence(tx: Tx, { organisationId }: Pick<Author, 'organisationId'>) {
	const { rows } = await sql<{ cadence: number | null; version: number; said: string[] }>`
		select (select s.cadence from meeting_settings s where s.organisation_id = ${organisationId}) as cadence,
			coalesce((select s.version from meeting_settings s where s.organisation_id = ${organisationId}), 0) as version,
			coalesce((select json_agg(r.text order by r.text) from activity_results r
				join activities a on a.organisation_id = r.organisation_id and a.id = r.activity_id
				join roadmaps p on p.organisation_id = a.organisation_id and p.id = a.roadmap_id
				where r.organisation_id = ${organisationId} and a.capability = 'meetings' and p.archived_at is null), '[]') as said`.execute(
		tx
	);
	const { cadence = null, version = 0, said = [] } = rows[0] ?? {};
	return {
		cadence: cadence ?? usualCadence,
		version,
		planned: said.map(cadenceIn).find((one) => one !== undefined) ?? null
	};
}
export type CadenceSet = Awaited<ReturnType<typeof findCadence>>;
