import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { listCandidates } from '../../surveys/queries/participants';
import { type Audience, membersOf } from '../../surveys/rules/audience';

/**
 * Makes those whom an audience names today the people of an event: new ones are called, those no longer named are not, unless
 * something was marked about them. Answers with how many are called.
 */
export async function callPeople(tx: Tx, actor: Actor, eventIds: readonly string[], audience: Audience, now: Now) {
	const staff = await listCandidates(tx, actor, now, { id: null, opensOn: now.today });
	const people = membersOf(audience, staff).map(({ id }) => id);
	await sql`
		update event_people set removed_at = ${now.at}
		where organisation_id = ${actor.organisationId} and event_id = any(${eventIds}::uuid[]) and removed_at is null
			and not person_id = any(${people}::uuid[])
			and num_nonnulls(attendance, acquainted_on, replied_at) = 0`.execute(tx);
	await sql`
		insert into event_people (organisation_id, event_id, person_id)
		select ${actor.organisationId}, e.id, p.id from unnest(${eventIds}::uuid[]) e (id)
		cross join unnest(${people}::uuid[]) p (id)
		on conflict (organisation_id, event_id, person_id) do update set removed_at = null
			where event_people.removed_at is not null`.execute(tx);
	return people.length;
}
