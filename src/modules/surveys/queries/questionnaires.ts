import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { Draft } from '../rules/editing/draft';
import type { Questionnaire } from '../rules/questionnaire';

export type QuestionnaireLine = {
	id: string;
	title: string;
	library: string | null;
	questions: number;
	number: number | null; // of the latest edition
	publishedAt: string | null;
	changed: boolean; // the draft says something else than the latest edition
	waves: number;
	addedBy: string;
	who: string;
};

const nameOf = sql`concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, ''))`;

/** The organisation's questionnaires, the latest added first; `removed`: those put away. */
export async function listQuestionnaires(tx: Tx, { organisationId }: Actor, removed: boolean) {
	const { rows } = await sql<QuestionnaireLine>`
		select q.id, q.draft->>'title' as title, q.library,
			(select coalesce(sum(jsonb_array_length(s->'questions')), 0)::int from jsonb_array_elements(q.draft->'sections') s) as questions,
			v.number, v.published_at as "publishedAt",
			v.content is distinct from q.draft - 'removed' as changed,
			(select count(*)::int from survey_waves w
				join questionnaire_versions used on used.organisation_id = w.organisation_id and used.id = w.version_id
				where w.organisation_id = q.organisation_id and used.questionnaire_id = q.id and w.removed_at is null) as waves,
			q.added_by as "addedBy", ${nameOf} as who
		from questionnaires q
		join people p on p.organisation_id = q.organisation_id and p.id = q.added_by
		left join lateral (
			select e.number, e.published_at, e.content from questionnaire_versions e
			where e.organisation_id = q.organisation_id and e.questionnaire_id = q.id
			order by e.number desc limit 1) v on true
		where q.organisation_id = ${organisationId} and (q.removed_at is not null) = ${removed}
		order by q.added_at desc, q.id`.execute(tx);
	return rows;
}

export type FoundQuestionnaire = NonNullable<Awaited<ReturnType<typeof findQuestionnaire>>>;

/** One of them, put away or not, with what its editor holds. */
export async function findQuestionnaire(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	const row = await tx
		.selectFrom('questionnaires')
		.select(['id', 'library', 'draft', 'added_by as addedBy', 'removed_at as removedAt', 'version'])
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.executeTakeFirst();
	return row && { ...row, draft: row.draft as unknown as Draft };
}

export type Edition = {
	id: string;
	number: number;
	content: Questionnaire;
	publishedAt: string;
	who: string;
	waves: { id: string; title: string }[];
};

/** Its published editions, the latest first, and the waves that asked each. */
export async function listEditions(tx: Tx, { organisationId }: Actor, id: string) {
	const { rows } = await sql<Edition>`
		select v.id, v.number, v.content, v.published_at as "publishedAt", ${nameOf} as who, coalesce((
			select json_agg(json_build_object('id', w.id, 'title', w.title) order by w.opens_on desc, w.id)
			from survey_waves w
			where w.organisation_id = v.organisation_id and w.version_id = v.id and w.removed_at is null), '[]') as waves
		from questionnaire_versions v
		join people p on p.organisation_id = v.organisation_id and p.id = v.published_by
		where v.organisation_id = ${organisationId} and v.questionnaire_id = ${id}
		order by v.number desc`.execute(tx);
	return rows;
}

/** The latest edition that began with one of the program's own: the other stage of a comparison. */
export async function findPublishedFrom(tx: Tx, { organisationId }: Actor, library: string) {
	const { rows } = await sql<{ content: Questionnaire }>`
		select v.content from questionnaire_versions v
		join questionnaires q on q.organisation_id = v.organisation_id and q.id = v.questionnaire_id
		where v.organisation_id = ${organisationId} and q.library = ${library} and q.removed_at is null
		order by v.published_at desc limit 1`.execute(tx);
	return rows[0]?.content;
}
