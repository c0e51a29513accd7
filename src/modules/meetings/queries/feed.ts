import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Span } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import type { FeedMeeting } from '../../notifications/rules/feed';
import { meetingKinds } from '../rules/words';

async function read(tx: Tx, { organisationId, personId }: Actor, which: RawBuilder<boolean>): Promise<FeedMeeting[]> {
	const others = sql`(select string_agg(distinct o.family_name || ' ' || left(o.given_name, 1) || '.', ', ')
		from mentorship_pairs t join people o on o.organisation_id = t.organisation_id and o.id in (t.mentor_id, t.mentee_id)
		where t.organisation_id = m.organisation_id and t.mentorship_id = m.mentorship_id and t.removed_at is null
			and coalesce(m.held_on, m.planned_on) <@ t.period and o.id <> ${personId})`;
	const { rows } = await sql<Omit<FeedMeeting, 'kind'> & { kind: keyof typeof meetingKinds }>`
		select m.id, coalesce(${others}, '') as title, m.kind, coalesce(m.held_on, m.planned_on) as "heldOn", m.starts_at as "startsAt", m.lasts,
			m.place, m.topic as link, m.cancelled_on is not null or m.missed is not null as cancelled, m.version,
			to_char(m.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt", '/meetings/' || m.id as href
		from meetings m
		where m.organisation_id = ${organisationId} and m.removed_at is null and ${which}
		order by coalesce(m.held_on, m.planned_on), m.starts_at nulls first, m.id`.execute(tx);
	return rows.map(({ kind, title, ...one }) => ({
		...one,
		kind: meetingKinds[kind],
		title: [meetingKinds[kind], title].filter(Boolean).join(': ')
	}));
}

/** Meetings of one's own pairs, for a calendar: those of the days on which one is in the pair. One query. */
export const listMeetingsForFeed = (tx: Tx, actor: Actor, { from, to }: Span) =>
	read(
		tx,
		actor,
		sql<boolean>`coalesce(m.held_on, m.planned_on) between ${from}::date and ${to}::date
			and exists (select from mentorship_pairs t where t.organisation_id = m.organisation_id and t.mentorship_id = m.mentorship_id
				and t.removed_at is null and coalesce(m.held_on, m.planned_on) <@ t.period and ${actor.personId} in (t.mentor_id, t.mentee_id))`
	);

/** One of them, for a calendar that subscribes to nothing. The caller asks whether it may be seen. */
export const meetingForFile = (tx: Tx, actor: Actor, id: string) => read(tx, actor, sql<boolean>`m.id = ${id}`);
