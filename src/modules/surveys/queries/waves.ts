import { sql } from 'kysely';
import { type Actor, has } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { Identity, Questionnaire } from '../rules/questionnaire';
import type { Counts, ReaderRole, WaveDates } from '../rules/wave';

/** Which waves somebody keeps: curator and director all of the school's, a psychologist those made by them or for them. */
export const keptBy = (actor: Actor) =>
	has(actor, 'curator', 'director')
		? sql<boolean>`true`
		: has(actor, 'psychologist')
			? sql<boolean>`(w.added_by = ${actor.personId} or 'psychologist' = any(w.readers))`
			: sql<boolean>`false`;

export type Wave = WaveDates &
	Counts & {
		id: string;
		title: string;
		words: string;
		identity: Identity;
		readers: ReaderRole[];
		stage: 'before' | 'after' | null;
		seriesId: string;
		/** The first of the series, when it is another one. */
		series: { id: string; title: string } | null;
		edition: string; // the id of what is asked
		number: number;
		questionnaireId: string;
		questionnaire: string;
		/** A later edition, that the next wave may ask; null: this is the last. */
		newer: { id: string; number: number } | null;
		addedBy: string;
		roundId: string | null; // sent in one act to several groups
		version: number;
	};

const waves = (actor: Actor, one?: string) => sql<Wave>`
	select w.id, w.title, w.words, w.identity, w.readers, w.stage, w.series_id as "seriesId", w.opens_on as "opensOn",
		w.closes_on as "closesOn", w.opened_at as "openedAt", w.closed_at as "closedAt", w.version, w.round_id as "roundId",
		case when f.id <> w.id then json_build_object('id', f.id, 'title', f.title) end as series,
		v.id as edition, v.number, v.questionnaire_id as "questionnaireId", v.content ->> 'title' as questionnaire,
		(select json_build_object('id', n.id, 'number', n.number) from questionnaire_versions n
			where n.organisation_id = v.organisation_id and n.questionnaire_id = v.questionnaire_id and n.number > v.number
			order by n.number desc limit 1) as newer,
		concat_ws(' ', b.family_name, b.given_name, nullif(b.patronymic, '')) as "addedBy",
		coalesce(p.asked, 0) as asked, coalesce(p.answered, 0) as answered
	from survey_waves w
	join questionnaire_versions v on v.organisation_id = w.organisation_id and v.id = w.version_id
	join survey_waves f on f.organisation_id = w.organisation_id and f.id = w.series_id
	join people b on b.organisation_id = w.organisation_id and b.id = w.added_by
	left join lateral (
		select count(*) as asked, count(*) filter (where p.answered) as answered from survey_participants p
		where p.organisation_id = w.organisation_id and p.wave_id = w.id and p.removed_at is null) p on true
	where w.organisation_id = ${actor.organisationId} and w.removed_at is null and ${keptBy(actor)}
		${one ? sql`and w.id = ${one}` : sql``}
	order by w.closed_at desc nulls first, w.opens_on desc, w.id desc`;

/** Every wave that somebody keeps, those that are not closed first; with what it asks and how far it has come: one query. */
export const listWaves = async (tx: Tx, actor: Actor) => (await waves(actor).execute(tx)).rows;

export const findWave = async (tx: Tx, actor: Actor, id: string): Promise<Wave | undefined> =>
	isId(id) ? (await waves(actor, id).execute(tx)).rows[0] : undefined;

/** A wave that was taken away, so that it can be brought back. */
export async function findRemovedWave(tx: Tx, actor: Actor, id: string) {
	if (!isId(id)) return undefined;
	const { rows } = await sql<{ id: string; title: string }>`
		select w.id, w.title from survey_waves w
		where w.organisation_id = ${actor.organisationId} and w.id = ${id} and w.removed_at is not null
			and ${keptBy(actor)}`.execute(tx);
	return rows[0];
}

export type Edition = {
	id: string;
	questionnaireId: string;
	library: string | null; // what the questionnaire began with
	number: number;
	title: string;
	asksFiles: boolean;
};

/** What can be asked: the last published edition of every questionnaire that is in use. */
export async function listEditions(tx: Tx, { organisationId }: Actor): Promise<Edition[]> {
	const { rows } = await sql<Edition>`
		select distinct on (q.id) v.id, q.id as "questionnaireId", q.library, v.number, v.content ->> 'title' as title,
			v.content @? '$.sections[*].questions[*] ? (@.kind == "file")' as "asksFiles"
		from questionnaires q
		join questionnaire_versions v on v.organisation_id = q.organisation_id and v.questionnaire_id = q.id
		where q.organisation_id = ${organisationId} and q.removed_at is null
		order by q.id, v.number desc`.execute(tx);
	return rows.sort((a, b) => a.title.localeCompare(b.title, 'ru'));
}

/** What one edition asks. */
export async function findContent(tx: Tx, { organisationId }: Pick<Actor, 'organisationId'>, edition: string) {
	const { rows } = await sql<{ content: Questionnaire }>`
		select content from questionnaire_versions
		where organisation_id = ${organisationId} and id = ${edition}`.execute(tx);
	return rows[0]?.content;
}
