import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { personName } from '../../registry/queries/pieces';
import type { Author, Part } from '../rules/practice';
import { seenBy } from './visible';

export type Practice = Record<Part, string> & {
	id: string;
	title: string;
	form: string;
	spreads: boolean;
	programmeId: string | null;
	version: number;
	madeBy: string;
	maker: string;
	acceptedAt: string | null;
	authors: Author[];
	files: { id: string; fileId: string; name: string; size: number }[];
	/** The line of the plan it is written for. */
	activity: { id: string; occurrenceId: string; title: string } | null;
};

const authorsJson = (today: string) => sql`coalesce((
	select json_agg(json_build_object('id', p.id, 'name', ${personName('p')}, 'published', exists (
			select from consents_on(${today}::date) c
			where c.organisation_id = p.organisation_id and c.person_id = p.id and c.kind = 'publication'))
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.id)
	from people p
	where p.organisation_id = r.organisation_id and p.id in (select x.person_id from practice_authors x
		where x.organisation_id = r.organisation_id and x.practice_id = r.id)), '[]')`;

const columns = (today: string) => sql`
	r.id, r.title, r.form, r.problem, r.goal, r.audience, r.dates, r.steps, r.resources, r.before_words as before,
	r.after_words as after, r.figures, r.risks, r.conditions, r.links, r.spreads, r.programme_id as "programmeId", r.version,
	r.made_by as "madeBy", ${personName('m')} as maker, r.accepted_at as "acceptedAt", ${authorsJson(today)} as authors,
	coalesce((
		select json_agg(json_build_object('id', k.id, 'fileId', f.id, 'name', f.name, 'size', f.size) order by k.attached_at, k.id)
		from practice_files k join files f on f.organisation_id = k.organisation_id and f.id = k.file_id
		where k.organisation_id = r.organisation_id and k.practice_id = r.id and k.removed_at is null), '[]') as files,
	case when a.id is not null then json_build_object('id', a.id, 'occurrenceId', o.id,
		'title', concat_ws('. ', a.number, a.title)) end as activity`;

const joins = sql`
	join people m on m.organisation_id = r.organisation_id and m.id = r.made_by
	left join occurrences o on o.organisation_id = r.organisation_id and o.id = r.occurrence_id
	left join activities a on a.organisation_id = o.organisation_id and a.id = o.activity_id and a.removed_at is null`;

/** One case that somebody sees, whole; `removed`: one taken away, for bringing it back. One query. */
export async function findPractice(
	tx: Tx,
	actor: Actor,
	id: string,
	{ today }: Now,
	removed = false
): Promise<Practice | undefined> {
	if (!isId(id)) return undefined;
	const { rows } = await sql<Practice>`
		select ${columns(today)} from practices r ${joins}
		where r.organisation_id = ${actor.organisationId} and r.id = ${id} and ${seenBy(actor)}
			and r.removed_at ${removed ? sql`is not null` : sql`is null`}`.execute(tx);
	return rows[0];
}

/** The whole bank as it is printed, by title. One query. */
export async function listBank(tx: Tx, { organisationId }: Actor, { today }: Now): Promise<Practice[]> {
	const { rows } = await sql<Practice>`
		select ${columns(today)} from practices r ${joins}
		where r.organisation_id = ${organisationId} and r.removed_at is null and r.accepted_at is not null
		order by r.title collate "ru-x-icu", r.id`.execute(tx);
	return rows;
}

/** Who could be an author: everybody who works here today, and `also` those who are authors already. */
export async function listPossibleAuthors(
	tx: Tx,
	{ organisationId }: Actor,
	{ today }: Now,
	also: readonly string[] = []
) {
	const { rows } = await sql<{ id: string; name: string; post: string }>`
		select p.id, ${personName('p')} as name, coalesce((
			select string_agg(t.title, ', ' order by t.main desc, t.title) from posts t
			where t.organisation_id = p.organisation_id and t.person_id = p.id and t.period @> ${today}::date), '') as post
		from people p
		where p.organisation_id = ${organisationId} and p.removed_at is null and (p.id = any (${also}::uuid[]) or exists (
			select from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id
				and e.period @> ${today}::date))
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.patronymic collate "ru-x-icu", p.id`.execute(
		tx
	);
	return rows;
}

/** A file of a case, standing or taken away, with whose it is. */
export async function findPracticeFile(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	return tx
		.selectFrom('practice_files as k')
		.innerJoin('files as f', (on) =>
			on.onRef('f.organisation_id', '=', 'k.organisation_id').onRef('f.id', '=', 'k.file_id')
		)
		.where('k.organisation_id', '=', organisationId)
		.where('k.id', '=', id)
		.select(['k.id', 'k.practice_id as practiceId', 'f.name', 'k.removed_at as removedAt'])
		.executeTakeFirst();
}

/** Files of the cases that somebody sees. */
export const visiblePracticeFiles = (tx: Tx, actor: Actor) =>
	tx
		.selectFrom('practice_files as k')
		.innerJoin('practices as r', (on) =>
			on.onRef('r.organisation_id', '=', 'k.organisation_id').onRef('r.id', '=', 'k.practice_id')
		)
		.where('k.organisation_id', '=', actor.organisationId)
		.where('k.removed_at', 'is', null)
		.where('r.removed_at', 'is', null)
		.where(seenBy(actor))
		.select('k.file_id');
