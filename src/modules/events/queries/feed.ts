import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Span } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import type { FeedMeeting } from '../../notifications/rules/feed';

/** Meetings somebody is called to or leads, for a calendar. One query. */
export async function listEventsForFeed(tx: Tx, actor: Actor, { from, to }: Span): Promise<FeedMeeting[]> {
	const { rows } = await sql<FeedMeeting>`
		select e.id, e.title, e.kind, e.held_on as "heldOn", e.starts_at as "startsAt", e.lasts, e.place, e.link,
			e.cancelled_at is not null as cancelled, e.version,
			to_char(greatest(e.changed_at, e.announced_at, e.cancelled_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt"
		from events e
		where e.organisation_id = ${actor.organisationId} and e.removed_at is null and e.announced_at is not null and e.meets
			and e.held_on between ${from}::date and ${to}::date
			and (e.led_by = ${actor.personId} or exists (
				select from event_people i where i.organisation_id = e.organisation_id and i.event_id = e.id
					and i.person_id = ${actor.personId} and i.removed_at is null))
		order by e.held_on, e.starts_at nulls first, e.id`.execute(tx);
	return rows;
}
