import { sql } from 'kysely';
import type { Actor, OrganisationKind } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { ConsentKind } from '../../consents/rules/kinds';
import { personName } from '../../registry/queries/pieces';
import type { Audience } from '../../surveys/rules/audience';
import type { AcquaintedHow, Attendance, EventDays, Point } from '../rules/event';
import { type EventKind, startingKinds } from '../rules/kinds';
import { seenBy } from './visible';

export type Event = EventDays & {
	id: string;
	kind: string;
	body: string;
	title: string;
	words: string;
	startsAt: string | null;
	lasts: number;
	place: string;
	link: string;
	ledBy: string | null;
	leader: string;
	agenda: Point[];
	audience: Audience;
	outside: string;
	outsideCount: number | null;
	acquaints: boolean;
	acquaintBy: string | null;
	callsMentors: boolean;
	consents: ConsentKind[];
	wave: { id: string; title: string } | null;
	series: { id: string; title: string } | null;
	/** The line of the plan it is held for. */
	activity: { id: string; occurrenceId: string; title: string; roadmapId: string } | null;
	/** The plan that a decision may go to: of that line, otherwise the newest one. */
	planId: string | null;
	version: number;
	outcome: string;
	cancelledBecause: string;
	called: number;
	came: number;
	acquainted: number;
	replied: number;
	minutes: { number: string; signedOn: string | null } | null;
	mine: {
		acquaintedOn: string | null;
		acquaintedHow: AcquaintedHow | null;
		repliedAt: string | null;
		reply: string;
		participant: string | null; // of the questionnaire that waits for them
	} | null;
};

/** One event that somebody sees, whole; `removed`: one taken away, for bringing it back. One query. */
export async function findEvent(tx: Tx, actor: Actor, id: string, removed = false): Promise<Event | undefined> {
	if (!isId(id)) return undefined;
	const { rows } = await sql<Event>`
		select e.id, e.kind, e.body, e.meets, e.title, e.words, e.held_on as "heldOn", e.starts_at as "startsAt", e.lasts,
			e.place, e.link, e.led_by as "ledBy", coalesce(${personName('l')}, '') as leader, e.agenda, e.audience, e.outside,
			e.outside_count as "outsideCount", e.acquaints, e.acquaint_by as "acquaintBy", e.calls_mentors as "callsMentors",
			e.consents, e.version, e.outcome, e.announced_at as "announcedAt", e.attended_at as "attendedAt",
			e.cancelled_at as "cancelledAt", e.cancelled_because as "cancelledBecause",
			case when w.id is not null then json_build_object('id', w.id, 'title', w.title) end as wave,
			case when s.id is not null then json_build_object('id', s.id, 'title', s.title) end as series,
			case when a.id is not null then json_build_object('id', a.id, 'occurrenceId', o.id,
				'title', concat_ws('. ', a.number, a.title), 'roadmapId', a.roadmap_id) end as activity,
			coalesce(a.roadmap_id, (select r.id from roadmaps r where r.organisation_id = e.organisation_id
				and r.archived_at is null order by r.accepted_at desc limit 1)) as "planId",
			case when m.event_id is not null then json_build_object('number', m.number, 'signedOn', m.signed_on) end as minutes,
			coalesce(p.called, 0) as called, coalesce(p.came, 0) as came, coalesce(p.acquainted, 0) as acquainted,
			coalesce(p.replied, 0) as replied,
			(select json_build_object('acquaintedOn', i.acquainted_on, 'acquaintedHow', i.acquainted_how,
					'repliedAt', i.replied_at, 'reply', i.reply,
					'participant', (select x.id from survey_participants x where x.organisation_id = i.organisation_id
						and x.wave_id = e.wave_id and x.person_id = i.person_id and x.removed_at is null and not x.answered
						and w.opened_at is not null and w.closed_at is null limit 1))
				from event_people i where i.organisation_id = e.organisation_id and i.event_id = e.id
					and i.person_id = ${actor.personId} and i.removed_at is null) as mine
		from events e
		left join people l on l.organisation_id = e.organisation_id and l.id = e.led_by
		left join survey_waves w on w.organisation_id = e.organisation_id and w.id = e.wave_id and w.removed_at is null
		left join event_series s on s.organisation_id = e.organisation_id and s.id = e.series_id
		left join occurrences o on o.organisation_id = e.organisation_id and o.id = e.occurrence_id
		left join activities a on a.organisation_id = o.organisation_id and a.id = o.activity_id and a.removed_at is null
		left join event_minutes m on m.organisation_id = e.organisation_id and m.event_id = e.id
		left join lateral (
			select count(*) as called, count(*) filter (where i.attendance = 'came') as came,
				count(*) filter (where i.acquainted_on is not null) as acquainted,
				count(*) filter (where i.replied_at is not null) as replied
			from event_people i
			where i.organisation_id = e.organisation_id and i.event_id = e.id and i.removed_at is null) p on true
		where e.organisation_id = ${actor.organisationId} and e.id = ${id} and ${seenBy(actor)}
			and e.removed_at ${removed ? sql`is not null` : sql`is null`}`.execute(tx);
	return rows[0];
}

export type Called = {
	id: string;
	name: string;
	post: string;
	attendance: Attendance | null;
	acquaintedOn: string | null;
	acquaintedHow: AcquaintedHow | null;
	repliedAt: string | null;
	reply: string;
	offerId: string | null;
	consents: ConsentKind[]; // given today
};

/** Who is called to an event, by name, with what is known of each: one query. */
export async function listCalled(
	tx: Tx,
	{ organisationId }: Actor,
	eventId: string,
	{ today }: Now
): Promise<Called[]> {
	const { rows } = await sql<Called>`
		with c as (
			select person_id, json_agg(kind) as kinds from consents_on(${today}::date)
			where organisation_id = ${organisationId} group by person_id
		)
		select p.id, ${personName('p')} as name,
			coalesce((select string_agg(t.title, ', ' order by t.main desc, t.title) from posts t
				where t.organisation_id = p.organisation_id and t.person_id = p.id and t.period @> ${today}::date), '') as post,
			i.attendance, i.acquainted_on as "acquaintedOn", i.acquainted_how as "acquaintedHow", i.replied_at as "repliedAt",
			i.reply, i.offer_id as "offerId", coalesce(c.kinds, '[]') as consents
		from event_people i
		join people p on p.organisation_id = i.organisation_id and p.id = i.person_id
		left join c on c.person_id = i.person_id
		where i.organisation_id = ${organisationId} and i.event_id = ${eventId} and i.removed_at is null
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.patronymic collate "ru-x-icu", p.id`.execute(
		tx
	);
	return rows;
}

/** What meetings and announcements are called here: the organisation's own list, or the program's. */
export async function findKinds(
	tx: Tx,
	{ organisationId, organisation }: { organisationId: string; organisation: { kind: OrganisationKind } }
): Promise<{ number: number; kinds: readonly EventKind[] }> {
	const row = await tx
		.selectFrom('event_kind_lists')
		.select(['number', 'kinds'])
		.where('organisation_id', '=', organisationId)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row
		? { number: row.number, kinds: row.kinds as EventKind[] }
		: { number: 0, kinds: startingKinds(organisation.kind) };
}

/** Questionnaires that those called could be led to: not closed yet. */
export async function listWavesToLeadTo(tx: Tx, { organisationId }: Actor) {
	return tx
		.selectFrom('survey_waves')
		.select(['id', 'title'])
		.where('organisation_id', '=', organisationId)
		.where('removed_at', 'is', null)
		.where('closed_at', 'is', null)
		.orderBy('opens_on', 'desc')
		.limit(50)
		.execute();
}

/** Who usually chairs and keeps minutes: the head and the curator of today, «Ершов Г. И.»; '' where there is none. */
export async function findLeaders(tx: Tx, { organisationId }: Actor, { today }: Now) {
	const named = (role: 'director' | 'curator') => sql<string>`coalesce((
		select concat(p.family_name, ' ', left(p.given_name, 1), '.', ' ' || nullif(left(p.patronymic, 1), '') || '.')
		from role_periods r join people p on p.organisation_id = r.organisation_id and p.id = r.person_id
		where r.organisation_id = ${organisationId} and r.role = ${role} and r.period @> ${today}::date
		order by lower(r.period), p.id limit 1), '')`;
	const { rows } = await sql<{ director: string; curator: string }>`
		select ${named('director')} as director, ${named('curator')} as curator`.execute(tx);
	return rows[0] ?? { director: '', curator: '' };
}
