import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';

/** What was looked at: the card shows contacts and the day of birth; a list or everything at once is carried away; answers are read. */
export type PrivateField = 'card' | 'export' | 'data' | 'answers';

/** Notes who looked at whose private fields; one's own are one's own. */
export async function logReading(tx: Tx, actor: Actor, people: readonly string[], field: PrivateField, now: Now) {
	const others = people.filter((id) => id !== actor.personId);
	if (others.length === 0) return;
	const rows = others.map((subject_id) => ({ id: newId(now), subject_id }));
	await sql`
		insert into access_log (organisation_id, id, at, actor_id, subject_id, field)
		select ${actor.organisationId}, r.id, ${now.at}, ${actor.personId}, r.subject_id, ${field}
		from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ subject_id }) => subject_id)}::uuid[])
			as r (id, subject_id)`.execute(tx);
}
