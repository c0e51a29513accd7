import { sql } from 'kysely';
import { type Actor, has } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { personName } from '../../registry/queries/pieces';
import type { Register } from '../../registry/rules/registers';
import { type Outcome, startingQuestions, type Visibility } from '../rules/questions';
import type { RoundContents } from '../rules/round';

export type InQueue = {
	id: string;
	name: string;
	post: string;
	groups: { id: string; code: string }[];
	last: { id: string; heldOn: string; outcome: Outcome; who: string } | null;
};

/** Everybody who is in a register on a day (`until`) with the last talk of it since another, by name: one query. */
export async function listQueue(
	tx: Tx,
	{ organisationId }: Actor,
	register: Register,
	{ since, until }: { since: string; until: string },
	{ today }: Now
) {
	const { rows } = await sql<InQueue>`
		select p.id, ${personName('p')} as name,
			coalesce((
				select string_agg(t.title, ', ' order by t.main desc, t.title) from posts t
				where t.organisation_id = p.organisation_id and t.person_id = p.id and t.period @> ${today}::date), '') as post,
			coalesce((
				select json_agg(json_build_object('id', g.id, 'code', g.code) order by g.position) from group_memberships m
				join staff_groups g on g.organisation_id = m.organisation_id and g.id = m.group_id and g.removed_at is null
				where m.organisation_id = p.organisation_id and m.person_id = p.id and m.withdrawn_at is null
					and m.period @> ${today}::date), '[]') as groups,
			(select json_build_object('id', i.id, 'heldOn', i.held_on, 'outcome', i.outcome, 'who', ${personName('b')})
				from interviews i join people b on b.organisation_id = i.organisation_id and b.id = i.conducted_by
				where i.organisation_id = p.organisation_id and i.person_id = p.id and i.register = ${register}
					and i.removed_at is null and i.held_on between ${since}::date and ${until}::date
				order by i.held_on desc, i.recorded_at desc limit 1) as last
		from register_entries e
		join people p on p.organisation_id = e.organisation_id and p.id = e.person_id and p.removed_at is null
		where e.organisation_id = ${organisationId} and e.register = ${register} and e.withdrawn_at is null
			and e.period @> ${until}::date
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.id`.execute(tx);
	return rows;
}

export type Note = { id: string; text: string; visibility: Visibility; at: string; who: string; mine: boolean };
export type Interview = {
	id: string;
	personId: string;
	name: string;
	register: Register;
	answers: { question: string; answer: string }[];
	outcome: Outcome;
	outcomeNote: string;
	heldOn: string;
	who: string;
	recordedAt: string;
	removed: boolean;
	notes: Note[];
};

/** One talk with the notes that this person may read. */
export async function findInterview(tx: Tx, actor: Actor, id: string): Promise<Interview | undefined> {
	if (!isId(id)) return undefined;
	const seen = has(actor, 'curator') ? ['curator', 'leaders'] : ['leaders'];
	const { rows } = await sql<Interview>`
		select i.id, i.person_id as "personId", ${personName('p')} as name, i.register, i.answers, i.outcome,
			i.outcome_note as "outcomeNote", i.held_on as "heldOn", ${personName('b')} as who, i.recorded_at as "recordedAt",
			i.removed_at is not null as removed,
			coalesce((
				select json_agg(json_build_object('id', n.id, 'text', n.text, 'visibility', n.visibility, 'at', n.written_at,
					'who', ${personName('w')}, 'mine', n.written_by = ${actor.personId}) order by n.written_at, n.id)
				from interview_notes n join people w on w.organisation_id = n.organisation_id and w.id = n.written_by
				where n.organisation_id = i.organisation_id and n.interview_id = i.id and n.removed_at is null
					and (n.written_by = ${actor.personId} or n.visibility = any(${seen}::text[]))), '[]') as notes
		from interviews i
		join people p on p.organisation_id = i.organisation_id and p.id = i.person_id
		join people b on b.organisation_id = i.organisation_id and b.id = i.conducted_by
		where i.organisation_id = ${actor.organisationId} and i.id = ${id}`.execute(tx);
	return rows[0];
}

/** One's own note, or one that was taken away by oneself. */
export async function findOwnNote(tx: Tx, { organisationId, personId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	return tx
		.selectFrom('interview_notes')
		.select(['id', 'interview_id as interviewId'])
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.where('written_by', '=', personId)
		.executeTakeFirst();
}

export type Questions = { id: string | null; number: number; questions: readonly string[] };

/** The questions that are asked now, or those a form was opened with. */
export async function findQuestions(
	tx: Tx,
	{ organisationId }: Actor,
	register: Register,
	id?: string
): Promise<Questions> {
	const own = { id: null, number: 0, questions: startingQuestions[register] };
	if (id === 'start') return own;
	const row = await tx
		.selectFrom('interview_forms')
		.select(['id', 'number', 'questions'])
		.where('organisation_id', '=', organisationId)
		.where('register', '=', register)
		.$if(id !== undefined && isId(id), (query) => query.where('id', '=', id as string))
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row ? { ...row, questions: row.questions as string[] } : own;
}

export type Round = {
	id: string;
	register: Register;
	since: string;
	finishedOn: string;
	note: string;
	contents: RoundContents;
	who: string;
	withdrawn: boolean;
};

/** Finished rounds, the latest first; `id`: one of them. */
export async function listRounds(tx: Tx, { organisationId }: Actor, id?: string) {
	if (id !== undefined && !isId(id)) return [];
	const { rows } = await sql<Round>`
		select r.id, r.register, r.since, r.finished_on as "finishedOn", r.note, r.contents, ${personName('p')} as who,
			r.withdrawn_at is not null as withdrawn
		from interview_rounds r join people p on p.organisation_id = r.organisation_id and p.id = r.finished_by
		where r.organisation_id = ${organisationId} and ${id ? sql`r.id = ${id}` : sql`true`}
		order by r.finished_on desc, r.finished_at desc`.execute(tx);
	return rows;
}
