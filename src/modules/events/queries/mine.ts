import { sql } from 'kysely';
import { type Actor, has } from '../../../core/actor';
import { addDays, type Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { canKeepEvents } from '../rules/event';

export type MyEvent = {
	id: string;
	kind: string;
	title: string;
	heldOn: string;
	startsAt: string | null;
	place: string;
	/** `attend`: come; `acquaint`: read and say so; `mark`: say who came. */
	what: 'attend' | 'acquaint' | 'mark';
	acquaintBy: string | null;
};

/** What events ask of somebody: to come, to read, and of those who keep them to say who came. One query. */
export async function listMyEvents(tx: Tx, actor: Actor, { today }: Pick<Now, 'today'>): Promise<MyEvent[]> {
	const keeps = canKeepEvents(actor);
	const { rows } = await sql<MyEvent>`
		with standing as (
			select e.*, i.acquainted_on, i.person_id as me from events e
			left join event_people i on i.organisation_id = e.organisation_id and i.event_id = e.id
				and i.person_id = ${actor.personId} and i.removed_at is null
			where e.organisation_id = ${actor.organisationId} and e.removed_at is null and e.cancelled_at is null
				and e.announced_at is not null and e.held_on between ${addDays(today, -200)}::date and ${addDays(today, 120)}::date
		)
		select id, kind, title, held_on as "heldOn", starts_at as "startsAt", place, what, acquaint_by as "acquaintBy" from (
			select s.*, 'attend' as what from standing s
			where meets and attended_at is null and held_on >= ${today}::date and (me is not null or led_by = ${actor.personId})
			union all
			select s.*, 'acquaint' from standing s where acquaints and me is not null and acquainted_on is null
			union all
			select s.*, 'mark' from standing s
			where meets and attended_at is null and held_on < ${today}::date and ${keeps}
				and (${has(actor, 'curator')} or made_by = ${actor.personId} or led_by = ${actor.personId})
		) asked order by held_on, starts_at nulls first, id limit 100`.execute(tx);
	return rows;
}
