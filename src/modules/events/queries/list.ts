import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { like, plain } from '../../../core/plain';
import type { Tx } from '../../../db/as-actor';
import type { EventDays } from '../rules/event';
import { type EventFilter, type EventsWanted, eventsPage } from '../rules/list';
import { seenBy } from './visible';

export type EventInList = EventDays & {
	id: string;
	kind: string;
	title: string;
	startsAt: string | null;
	place: string;
	outside: string;
	outsideCount: number | null;
	acquaints: boolean;
	called: number;
	came: number;
	acquainted: number;
	minutes: string | null; // the number of signed ones
	series: string | null;
	/** What of it concerns whoever looks: null when they are not called. */
	mine: { acquainted: boolean } | null;
};

const chosen = (today: string): Record<EventFilter, RawBuilder<boolean>> => ({
	coming: sql`"cancelledAt" is null and "attendedAt" is null and ("heldOn" >= ${today}::date or "announcedAt" is null and meets)`,
	unmarked: sql`meets and "cancelledAt" is null and "attendedAt" is null and "announcedAt" is not null and "heldOn" < ${today}::date`,
	past: sql`meets and ("heldOn" < ${today}::date or "attendedAt" is not null)`,
	told: sql`not meets`,
	all: sql`true`
});

export type EventsFound = {
	events: EventInList[];
	counts: Record<EventFilter, number>;
	kinds: { name: string; count: number }[];
};

/** A page of the events somebody sees, in calendar order (those past: the latest first), with what each filter and kind would show. One query. */
export async function listEvents(tx: Tx, actor: Actor, wanted: EventsWanted, { today }: Now): Promise<EventsFound> {
	const words = plain(wanted.q).split(/\s+/).filter(Boolean);
	const filters = chosen(today);
	const order = wanted.filter === 'coming' ? sql`asc` : sql`desc`;
	const { rows } = await sql<EventsFound>`
		with seen as (
			select e.id, e.kind, e.title, e.meets, e.held_on as "heldOn", e.starts_at as "startsAt", e.place, e.outside,
				e.outside_count as "outsideCount", e.acquaints, e.announced_at as "announcedAt", e.attended_at as "attendedAt",
				e.cancelled_at as "cancelledAt", coalesce(p.called, 0) as called, coalesce(p.came, 0) as came,
				coalesce(p.acquainted, 0) as acquainted, s.title as series, m.number as minutes,
				case when p.mine then json_build_object('acquainted', p.mine_acquainted) end as mine,
				translate(lower(concat_ws(' ', e.kind, e.title, e.place, e.outside) collate "ru-x-icu"), 'ё', 'е') as words
			from events e
			left join event_series s on s.organisation_id = e.organisation_id and s.id = e.series_id
			left join event_minutes m on m.organisation_id = e.organisation_id and m.event_id = e.id and m.signed_at is not null
			left join lateral (
				select count(*) as called, count(*) filter (where i.attendance = 'came') as came,
					count(*) filter (where i.acquainted_on is not null) as acquainted,
					bool_or(i.person_id = ${actor.personId}) as mine,
					bool_or(i.person_id = ${actor.personId} and i.acquainted_on is not null) as mine_acquainted
				from event_people i
				where i.organisation_id = e.organisation_id and i.event_id = e.id and i.removed_at is null) p on true
			where e.organisation_id = ${actor.organisationId} and e.removed_at is null and ${seenBy(actor)}
		), found as (
			select * from seen
			where ${words.length === 0 ? sql`true` : sql`words like all(${words.map(like)}::text[])`}
				and ${wanted.kind ? sql`kind = ${wanted.kind}` : sql`true`}
		)
		select
			coalesce((select json_agg(to_json(o)::jsonb - 'words') from (
				select * from found where ${filters[wanted.filter]}
				order by "heldOn" ${order}, "startsAt" ${order} nulls first, id ${order}
				limit ${eventsPage} offset ${(wanted.page - 1) * eventsPage}) o), '[]') as events,
			json_build_object(${sql.join(
				Object.entries(filters).flatMap(([name, condition]) => [
					sql.lit(name),
					sql`(select count(*) from found where ${condition})`
				])
			)}) as counts,
			coalesce((select json_agg(json_build_object('name', k.kind, 'count', k.n) order by k.n desc, k.kind) from (
				select kind, count(*) as n from seen group by kind) k), '[]') as kinds`.execute(tx);
	return rows[0] as EventsFound;
}
