import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';

/**
 * Activities that come back into the plan, or a plan that comes back from the archive: what fell due while they were away is asked
 * about, nobody is late with it. Called before they are put back.
 */
export async function excuseAbsence(
	tx: Tx,
	{ organisationId, timeZone }: Actor,
	of: { activities: readonly string[] } | { plan: string },
	now: Now
) {
	const those = 'plan' in of ? sql`a.roadmap_id = ${of.plan}` : sql`a.id = any(${of.activities}::uuid[])`;
	await sql`update occurrences o set added_on = ${now.today}
		from activities a join roadmaps r on r.organisation_id = a.organisation_id and r.id = a.roadmap_id
		where a.organisation_id = ${organisationId} and ${those}
			and o.organisation_id = a.organisation_id and o.activity_id = a.id and o.due_on < ${now.today}
			and o.due_on >= (least(a.removed_at, r.archived_at) at time zone ${timeZone})::date`.execute(tx);
}
