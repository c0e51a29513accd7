import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { ConsentKind } from '../../consents/rules/kinds';
import type { Deficit, Entry, OfferBrief, Programme } from '../rules/line';
import type { Priority, Register, RequestEvent, Source } from '../rules/registers';
import { personName, programmesJson } from './pieces';

export type EntryLine = Entry & {
	register: Register;
	actId: string;
	leftActId: string | null;
	withdrawn: boolean;
	who: string;
	programmes: Programme[];
};
export type EventLine = { id: string; what: RequestEvent; on: string; note: string; who: string };
export type RequestLine = {
	id: string;
	words: string;
	priority: Priority;
	format: string;
	source: Source;
	sourceNote: string;
	saidOn: string;
	version: number;
	confirmed: boolean;
	removed: boolean;
	who: string;
	deficits: Deficit[];
	events: EventLine[];
};
export type OfferLine = OfferBrief & {
	source: Source;
	sourceNote: string;
	version: number;
	withdrawnOn: string | null;
	withdrawnNote: string;
	who: string;
};
export type DecisionLine = {
	id: string;
	register: Register;
	decision: 'yes' | 'no' | 'later';
	reason: string;
	on: string;
	undone: boolean;
	who: string;
};
/** Everything of one person in this programme. */
export type RegistryPerson = {
	id: string;
	name: string;
	post: string;
	subjects: string[];
	teachingSince: string | null;
	employedSince: string | null;
	groups: { code: string; name: string }[];
	consents: ConsentKind[];
	entries: EntryLine[];
	requests: RequestLine[];
	offers: OfferLine[];
	decisions: DecisionLine[];
};

const by = (column: string) => sql`coalesce((select ${personName('b')} from people b
	where b.organisation_id = p.organisation_id and b.id = ${sql.ref(column)}), '')`;

/** One query. */
export async function findRegistryPerson(
	tx: Tx,
	{ organisationId }: Actor,
	personId: string,
	{ today }: Now
): Promise<RegistryPerson | undefined> {
	if (!isId(personId)) return undefined;
	const { rows } = await sql<RegistryPerson>`
		select p.id, ${personName('p')} as name, p.teaching_since as "teachingSince",
			coalesce((
				select string_agg(t.title, ', ' order by t.main desc, t.title) from posts t
				where t.organisation_id = p.organisation_id and t.person_id = p.id and t.period @> ${today}::date), '') as post,
			coalesce((
				select json_agg(s.subject order by s.subject) from person_subjects s
				where s.organisation_id = p.organisation_id and s.person_id = p.id), '[]') as subjects,
			(select min(lower(w.period)) from employments w
				where w.organisation_id = p.organisation_id and w.person_id = p.id and w.period @> ${today}::date) as "employedSince",
			coalesce((
				select json_agg(json_build_object('code', g.code, 'name', g.name) order by g.position) from group_memberships m
				join staff_groups g on g.organisation_id = m.organisation_id and g.id = m.group_id and g.removed_at is null
				where m.organisation_id = p.organisation_id and m.person_id = p.id and m.withdrawn_at is null
					and m.period @> ${today}::date), '[]') as groups,
			coalesce((
				select json_agg(c.kind) from consents_on(${today}::date) c
				where c.organisation_id = p.organisation_id and c.person_id = p.id), '[]') as consents,
			coalesce((
				select json_agg(json_build_object('id', e.id, 'register', e.register, 'actId', e.act_id, 'leftActId', e.left_act_id,
					'from', lower(e.period), 'to', upper(e.period) - 1, 'basis', e.basis, 'leftReason', e.left_reason,
					'leftNote', e.left_note, 'withdrawn', e.withdrawn_at is not null, 'who', ${by('e.entered_by')},
					'programmes', ${programmesJson})
					order by lower(e.period) desc, e.entered_at desc)
				from register_entries e where e.organisation_id = p.organisation_id and e.person_id = p.id), '[]') as entries,
			coalesce((
				select json_agg(json_build_object('id', q.id, 'words', q.words, 'priority', q.priority, 'format', q.format,
					'source', q.source, 'sourceNote', q.source_note, 'saidOn', q.said_on, 'version', q.version,
					'confirmed', q.confirmed_at is not null, 'removed', q.removed_at is not null, 'who', ${by('q.recorded_by')},
					'deficits', coalesce((
						select json_agg(json_build_object('topic', d.topic, 'source', d.source, 'level', d.level) order by d.topic)
						from request_deficits d where d.organisation_id = q.organisation_id and d.request_id = q.id), '[]'),
					'events', coalesce((
						select json_agg(json_build_object('id', v.id, 'what', v.what, 'on', v.on_date, 'note', v.note,
							'who', ${by('v.recorded_by')}) order by v.on_date desc, v.recorded_at desc, v.id desc)
						from request_events v where v.organisation_id = q.organisation_id and v.request_id = q.id
							and v.undone_at is null), '[]')) order by q.said_on desc, q.id desc)
				from mentee_requests q where q.organisation_id = p.organisation_id and q.person_id = p.id), '[]') as requests,
			coalesce((
				select json_agg(json_build_object('id', o.id, 'competences', o.competences,
					'otherCompetences', o.other_competences, 'achievements', o.achievements, 'interests', o.interests,
					'formats', o.formats, 'capacity', o.capacity, 'freeTime', o.free_time, 'wishes', o.wishes,
					'category', o.category, 'saidOn', o.said_on, 'until', o.until, 'confirmed', o.confirmed_at is not null,
					'source', o.source, 'sourceNote', o.source_note, 'version', o.version, 'withdrawnOn', o.withdrawn_on,
					'withdrawnNote', o.withdrawn_note, 'who', ${by('o.recorded_by')})
					order by o.said_on desc, o.recorded_at desc, o.id desc)
				from mentor_offers o where o.organisation_id = p.organisation_id and o.person_id = p.id
					and o.removed_at is null), '[]') as offers,
			coalesce((
				select json_agg(json_build_object('id', d.id, 'register', d.register, 'decision', d.decision, 'reason', d.reason,
					'on', d.decided_on, 'undone', d.undone_at is not null, 'who', ${by('d.decided_by')})
					order by d.decided_at desc, d.id desc)
				from selection_decisions d where d.organisation_id = p.organisation_id and d.person_id = p.id), '[]') as decisions
		from people p
		where p.organisation_id = ${organisationId} and p.id = ${personId} and p.removed_at is null`.execute(tx);
	return rows[0];
}

/** Whose request it is; taken away ones are found by the act that brings them back. */
export async function findRequest(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	return tx
		.selectFrom('mentee_requests')
		.select(['id', 'person_id as personId', 'said_on as saidOn'])
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.executeTakeFirst();
}

export async function findRequestEvent(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	return tx
		.selectFrom('request_events as v')
		.innerJoin('mentee_requests as q', (on) =>
			on.onRef('q.organisation_id', '=', 'v.organisation_id').onRef('q.id', '=', 'v.request_id')
		)
		.select(['v.id', 'v.request_id as requestId', 'q.person_id as personId'])
		.where('v.organisation_id', '=', organisationId)
		.where('v.id', '=', id)
		.executeTakeFirst();
}

export async function findOffer(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	return tx
		.selectFrom('mentor_offers')
		.select(['id', 'person_id as personId', 'said_on as saidOn'])
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.where('removed_at', 'is', null)
		.executeTakeFirst();
}

/** Work in the programme with whose it is. */
export async function findProgramme(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	return tx
		.selectFrom('programme_periods as r')
		.innerJoin('register_entries as e', (on) =>
			on.onRef('e.organisation_id', '=', 'r.organisation_id').onRef('e.id', '=', 'r.entry_id')
		)
		.select([
			'r.id',
			'e.person_id as personId',
			'e.register',
			sql<string>`lower(r.period)`.as('from'),
			sql<string | null>`upper(r.period) - 1`.as('to'),
			'r.outcome',
			'r.results',
			'r.case_url as caseUrl',
			'r.partner_id as partner',
			'r.partner_note as partnerNote',
			'r.mentorship_id as mentorship',
			'r.form',
			'r.version'
		])
		.where('r.organisation_id', '=', organisationId)
		.where('r.id', '=', id)
		.where('r.removed_at', 'is', null)
		.executeTakeFirst();
}
