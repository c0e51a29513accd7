import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { findMentorship, listMentorships, mentorshipsOf } from '../../mentorships/queries/mentorships';
import { isOver } from '../../mentorships/rules/life';
import { goesOn, type Mentorship } from '../../mentorships/rules/mentorship';
import { canReadMentorships } from '../../mentorships/rules/words';
import { personName } from '../../registry/queries/pieces';
import { dayOfMeeting, type Meeting } from '../rules/meeting';
import { canKeepMeetings } from '../rules/words';
import { seenBy } from '../rules/work';

/** The last of each person's rows that stand: a correction lays a new one over the one before. */
export const latest = (table: 'meeting_people' | 'meeting_feedback') => sql`(
	select distinct on (x.person_id) x.* from ${sql.table(table)} x
	where x.organisation_id = m.organisation_id and x.meeting_id = m.id and x.undone_at is null order by x.person_id, x.id desc)`;

/** Meetings of mentorships, with the words as far as the database shows them to the one who looks: one query. */
export async function meetingsOf(
	tx: Tx,
	{ organisationId, personId }: Actor,
	mentorships: readonly string[]
): Promise<Meeting[]> {
	if (mentorships.length === 0) return [];
	const { rows } = await sql<Meeting>`
		select m.id, m.mentorship_id as "mentorshipId", m.kind, m.planned_on as "plannedOn", m.starts_at as "startsAt", m.lasts, m.place,
			m.topic, m.held_on as "heldOn", m.format, m.missed, m.cancelled_on as "cancelledOn", m.goal, m.how, m.version,
			coalesce(r.works, '') as works, coalesce(r.difficulty, '') as difficulty, coalesce(r.next_step, '') as "nextStep",
			coalesce(r.who, '') as "writtenBy",
			coalesce((select json_agg(json_build_object('id', a.person_id, 'name', ${personName('p')}, 'side', a.side, 'came', a.came,
					'answeredOn', a.answered_on) order by a.side desc, p.family_name, a.person_id)
				from ${latest('meeting_people')} a join people p on p.organisation_id = a.organisation_id and p.id = a.person_id), '[]') as people,
			coalesce((select json_agg(json_build_object('personId', f.person_id, 'answer', f.answer, 'words', f.words, 'ready', f.ready,
					'shared', f.shared, 'how', f.how, 'own', f.person_id = ${personId}) order by f.id)
				from ${latest('meeting_feedback')} f), '[]') as feedback,
			coalesce((select json_agg(json_build_object('words', k.words, 'who', ${personName('w')}) order by k.id)
				from meeting_confidences k join people w on w.organisation_id = k.organisation_id and w.id = k.written_by
				where k.organisation_id = m.organisation_id and k.meeting_id = m.id and k.undone_at is null), '[]') as confidences,
			m.held_on is not null and everybody_ready(m.id) as ready,
			(select c.act_id from meeting_changes c where c.organisation_id = m.organisation_id and c.meeting_id = m.id
				and c.undone_at is null order by c.made_at desc, c.id desc limit 1) as "lastAct"
		from meetings m
		left join lateral (select r.works, r.difficulty, r.next_step, ${personName('w')} as who
			from meeting_records r join people w on w.organisation_id = r.organisation_id and w.id = r.written_by
			where r.organisation_id = m.organisation_id and r.meeting_id = m.id and r.undone_at is null order by r.id desc limit 1) r on true
		where m.organisation_id = ${organisationId} and m.removed_at is null and m.mentorship_id = any(${[...mentorships]}::uuid[])
		order by coalesce(m.held_on, m.planned_on), m.starts_at nulls first, m.id`.execute(tx);
	return rows;
}

/** A mentorship with its meetings. */
export type PairWork = { mentorship: Mentorship; meetings: Meeting[]; own: boolean; keeps: boolean };

const workOf = (actor: Actor, mentorship: Mentorship, meetings: readonly Meeting[], today: string): PairWork => {
	const keeps = canKeepMeetings(actor);
	const mine = mentorship.pairs.filter(({ mentor, mentee }) => [mentor.id, mentee.id].includes(actor.personId));
	const seen = keeps ? () => true : seenBy(mentorship, actor.personId, today);
	return {
		mentorship,
		meetings: meetings.filter((one) => one.mentorshipId === mentorship.id && seen(dayOfMeeting(one))),
		own: mine.some((one) => goesOn(one, today)) || (mine.length > 0 && isOver(mentorship.life.state)),
		keeps
	};
};

/** One whose meetings the person sees: any for those who lead pairs, otherwise their own. */
export async function findPairWork(
	tx: Tx,
	actor: Actor,
	id: string,
	now: Pick<Now, 'today'>
): Promise<PairWork | undefined> {
	const mentorship = await findMentorship(tx, actor, id, now);
	if (!mentorship) return undefined;
	const mine = mentorship.pairs.some(({ mentor, mentee }) => [mentor.id, mentee.id].includes(actor.personId));
	if (!mine && !canKeepMeetings(actor)) return undefined; // кадры read pairs, not what is spoken of in them
	return workOf(actor, mentorship, await meetingsOf(tx, actor, [id]), now.today);
}

/** The work of the mentorship that a meeting belongs to, with the meeting. */
export async function findMeeting(tx: Tx, actor: Actor, id: string, now: Pick<Now, 'today'>) {
	if (!isId(id)) return undefined;
	const row = await tx
		.selectFrom('meetings')
		.select('mentorship_id as mentorshipId')
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.executeTakeFirst();
	const work = row && (await findPairWork(tx, actor, row.mentorshipId, now));
	const meeting = work?.meetings.find((one) => one.id === id);
	return work && meeting && { ...work, meeting };
}

async function worksFrom(tx: Tx, actor: Actor, mentorships: readonly Mentorship[], today: string) {
	const shown = mentorships.filter(({ life }) => life.state !== 'dropped' && life.state !== 'declined');
	const meetings = await meetingsOf(
		tx,
		actor,
		shown.map(({ id }) => id)
	);
	return shown.map((one) => workOf(actor, one, meetings, today));
}

/** One's own pairs with their meetings: two queries, however many. */
export const listOwnWork = async (tx: Tx, actor: Actor, now: Pick<Now, 'today'>) =>
	worksFrom(tx, actor, await mentorshipsOf(tx, actor, actor.personId, now), now.today);

/** Everybody's, for those who lead pairs. */
export const listAllWork = async (tx: Tx, actor: Actor, now: Pick<Now, 'today'>) =>
	canKeepMeetings(actor) && canReadMentorships(actor)
		? worksFrom(tx, actor, await listMentorships(tx, actor, now), now.today)
		: [];
