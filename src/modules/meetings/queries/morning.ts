import { sql } from 'kysely';
import { type Actor, has } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import type { Calendar } from '../../calendar/rules/calendar';
import { listMentorships, mentorshipsOf } from '../../mentorships/queries/mentorships';
import type { MeetingFacts } from '../rules/meeting';
import { type MorningLine, morningOf } from '../rules/morning';
import { works } from '../rules/work';
import { latest } from './meetings';
import { findCadence } from './settings';

/** Facts of the meetings of mentorships, for the morning's round, which reads no words. One query. */
async function factsOf(tx: Tx, { organisationId }: Actor, mentorships: readonly string[]): Promise<MeetingFacts[]> {
	const { rows } = await sql<MeetingFacts>`
		select m.id, m.mentorship_id as "mentorshipId", m.planned_on as "plannedOn", m.starts_at as "startsAt", m.place,
			m.held_on as "heldOn", m.missed, m.cancelled_on as "cancelledOn",
			coalesce((select json_agg(json_build_object('id', a.person_id, 'came', a.came, 'answeredOn', a.answered_on))
				from ${latest('meeting_people')} a), '[]') as people
		from meetings m
		where m.organisation_id = ${organisationId} and m.removed_at is null and m.mentorship_id = any(${[...mentorships]}::uuid[])
		order by coalesce(m.held_on, m.planned_on), m.starts_at nulls first, m.id`.execute(tx);
	return rows;
}

/** What of meetings concerns somebody this morning: three queries, however many pairs. */
export async function listMorning(tx: Tx, actor: Actor, calendar: Calendar, today: string): Promise<MorningLine[]> {
	const leads = has(actor, 'curator');
	const known = leads
		? await listMentorships(tx, actor, { today })
		: await mentorshipsOf(tx, actor, actor.personId, { today });
	const working = known.filter(works);
	const facts = await factsOf(
		tx,
		actor,
		working.map(({ id }) => id)
	);
	const { cadence } = await findCadence(tx, actor);
	const byPair = Map.groupBy(facts, ({ mentorshipId }) => mentorshipId);
	const all = working.map((mentorship) => ({ mentorship, meetings: byPair.get(mentorship.id) ?? [] }));
	return morningOf(all, actor.personId, leads, { cadence, today, calendar });
}
