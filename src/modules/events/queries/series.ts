import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { EventDays } from '../rules/event';
import type { Cadence } from '../rules/series';

export type InSeries = EventDays & {
	id: string;
	title: string;
	startsAt: string | null;
	place: string;
	called: number;
	came: number;
	outcome: string;
};

export type Series = {
	id: string;
	title: string;
	kind: string;
	every: Cadence;
	finishedOn: string | null;
	activity: { id: string; occurrenceId: string; title: string } | null;
	events: InSeries[];
};

/** A series with its meetings by day, for those who keep events; `removed`: one taken away. One query. */
export async function findSeries(
	tx: Tx,
	{ organisationId }: Actor,
	id: string,
	removed = false
): Promise<Series | undefined> {
	if (!isId(id)) return undefined;
	const { rows } = await sql<Series>`
		select s.id, s.title, s.every, s.finished_on as "finishedOn", coalesce(f.kind, '') as kind, f.activity,
			coalesce(f.events, '[]') as events
		from event_series s
		left join lateral (
			select min(e.kind) as kind,
				(array_agg(case when a.id is not null then json_build_object('id', a.id, 'occurrenceId', o.id,
					'title', concat_ws('. ', a.number, a.title)) end order by e.held_on))[1] as activity,
				json_agg(json_build_object('id', e.id, 'title', e.title, 'meets', e.meets, 'heldOn', e.held_on,
					'startsAt', e.starts_at, 'place', e.place, 'announcedAt', e.announced_at, 'attendedAt', e.attended_at,
					'cancelledAt', e.cancelled_at, 'outcome', e.outcome, 'called', p.called, 'came', p.came)
					order by e.held_on, e.id) as events
			from events e
			left join occurrences o on o.organisation_id = e.organisation_id and o.id = e.occurrence_id
			left join activities a on a.organisation_id = o.organisation_id and a.id = o.activity_id and a.removed_at is null
			cross join lateral (
				select count(*) as called, count(*) filter (where i.attendance = 'came') as came from event_people i
				where i.organisation_id = e.organisation_id and i.event_id = e.id and i.removed_at is null) p
			where e.organisation_id = s.organisation_id and e.series_id = s.id
				and (e.removed_at is null or e.removed_at = s.removed_at)) f on true
		where s.organisation_id = ${organisationId} and s.id = ${id}
			and s.removed_at ${removed ? sql`is not null` : sql`is null`}`.execute(tx);
	return rows[0];
}
