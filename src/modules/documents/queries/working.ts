import { sql } from 'kysely';
import { type Actor, has } from '../../../core/actor';
import { addDays, type Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { findCalendar } from '../../calendar/queries';
import { eventKeepers } from '../../events/rules/event';
import { allTopics } from '../../registry/queries/topics';
import { canKeepRegisters } from '../../registry/rules/registers';
import { namesOf } from '../../registry/rules/topics';
import { meetingDays } from '../rules/meeting-days';
import type { MinutesKnown, PersonKnown, WorkingKnown } from '../rules/working-facts';

/**
 * What papers of work are made of. What colleagues have asked for is told only to those who keep the registers: others get the
 * same papers with blanks.
 */
export async function findWorkingKnown(tx: Tx, actor: Actor, ids: readonly string[], now: Now): Promise<WorkingKnown> {
	const keeps = canKeepRegisters(actor);
	const calendar = await findCalendar(tx, actor, { from: now.today, to: addDays(now.today, 730) });
	return {
		people: await knownOf(tx, actor, ids, keeps, now),
		topics: namesOf(await allTopics(tx, actor)),
		minutes: has(actor, ...eventKeepers) ? await listMinutes(tx, actor) : [],
		looking: keeps ? await findLooking(tx, actor, now) : { people: 0, topics: [] },
		meetingDays: (from, to) => meetingDays(from, to, calendar)
	};
}

/** Of each: tenures, open requests that were looked at, the offer that stands. One query. */
async function knownOf(tx: Tx, { organisationId }: Actor, ids: readonly string[], keeps: boolean, { today }: Now) {
	const { rows } = await sql<PersonKnown & { id: string }>`
		with open as (
			select q.* from mentee_requests q where ${keeps} and q.organisation_id = ${organisationId}
				and q.person_id = any(${[...ids]}::uuid[]) and q.removed_at is null and q.confirmed_at is not null
				and coalesce((select v.what from request_events v where v.organisation_id = q.organisation_id and v.request_id = q.id
					and v.undone_at is null order by v.on_date desc, v.recorded_at desc, v.id desc limit 1), '') not in ('met', 'withdrawn')
		)
		select p.id, p.teaching_since as "teachingSince",
			(select min(lower(w.period)) from employments w where w.organisation_id = p.organisation_id and w.person_id = p.id
				and w.period @> ${today}::date) as "employedSince",
			coalesce((select json_agg(json_build_object('words', q.words, 'format', q.format) order by q.priority, q.said_on desc, q.id)
				from open q where q.person_id = p.id), '[]') as requests,
			coalesce((select json_agg(json_build_object('topic', d.topic, 'level', d.level) order by d.level desc, d.topic) from (
				select d.topic, max(d.level) as level from open q join request_deficits d
					on d.organisation_id = q.organisation_id and d.request_id = q.id
				where q.person_id = p.id and d.level > 0 group by d.topic) d), '[]') as deficits,
			coalesce(o.category, '') as category, coalesce(o.achievements, '') as achievements
		from people p
		left join lateral (select o.category, o.achievements from mentor_offers o
			where o.organisation_id = p.organisation_id and o.person_id = p.id and o.removed_at is null
				and o.withdrawn_on is null and o.confirmed_at is not null
			order by o.said_on desc, o.recorded_at desc, o.id desc limit 1) o on true
		where p.organisation_id = ${organisationId} and p.id = any(${[...ids]}::uuid[])`.execute(tx);
	return new Map(rows.map(({ id, ...known }) => [id, known]));
}

/** Minutes of the last two years, the newest first. */
async function listMinutes(tx: Tx, { organisationId }: Actor) {
	const { rows } = await sql<MinutesKnown>`
		select m.event_id as id, e.held_on as "heldOn", m.body, m.number, m.chair, m.secretary, m.present, m.invited, m.guests,
			m.items, m.people
		from event_minutes m join events e on e.organisation_id = m.organisation_id and e.id = m.event_id and e.removed_at is null
		where m.organisation_id = ${organisationId} order by e.held_on desc, m.event_id limit 100`.execute(tx);
	return rows;
}

/** Mentees of the register without a mentor, and their difficulties, the most frequent first. One query. */
async function findLooking(tx: Tx, { organisationId }: Actor, { today }: Now): Promise<WorkingKnown['looking']> {
	const { rows } = await sql<WorkingKnown['looking']>`
		with alone as (
			select distinct e.person_id from register_entries e
			where e.organisation_id = ${organisationId} and e.register = 'mentees' and e.withdrawn_at is null
				and e.period @> ${today}::date and not exists (select from mentorship_pairs r
					where r.organisation_id = e.organisation_id and r.mentee_id = e.person_id and r.removed_at is null and not r.void
						and upper(r.period) > ${today}::date)
		), said as (
			select d.topic, count(distinct q.person_id)::int as count from alone a
			join mentee_requests q on q.organisation_id = ${organisationId} and q.person_id = a.person_id
				and q.removed_at is null and q.confirmed_at is not null
			join request_deficits d on d.organisation_id = q.organisation_id and d.request_id = q.id and d.level > 0
			group by d.topic
		)
		select (select count(*)::int from alone) as people,
			coalesce((select json_agg(json_build_object('topic', topic, 'count', count) order by count desc, topic) from said), '[]')
				as topics`.execute(tx);
	return rows[0] ?? { people: 0, topics: [] };
}
