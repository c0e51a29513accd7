import { sql } from 'kysely';
import { type Actor, has, type Role } from '../../../../core/actor';
import { isId } from '../../../../core/ids';
import type { Tx } from '../../../../db/as-actor';
import type { Identity, Questionnaire } from '../../rules/questionnaire';

export type ResultWave = {
	id: string;
	title: string;
	identity: Identity;
	readers: Role[];
	stage: 'before' | 'after' | null;
	seriesId: string;
	questionnaireId: string;
	number: number;
	content: Questionnaire;
	opensOn: string;
	closesOn: string;
	closedAt: string | null;
	closedOn: string | null;
	conclusion: string;
	version: number;
	/** Of all who were asked and not taken off the list, and of those who answered before they were. */
	invited: number;
	answered: number;
	/** Somebody is assessed in it: sheets are about people. */
	assesses: boolean;
};

/** Curator and director see how far every wave has come; others see those whose answers they were promised. */
const seenBy = (actor: Actor) =>
	has(actor, 'curator', 'director') ? sql<boolean>`true` : sql<boolean>`w.readers && ${[...actor.roles]}::text[]`;

const waves = (actor: Actor) => sql`
	select w.id, w.title, w.identity, w.readers, w.stage, w.series_id as "seriesId", v.questionnaire_id as "questionnaireId",
		v.number, v.content, w.opens_on as "opensOn", w.closes_on as "closesOn", w.closed_at as "closedAt",
		(w.closed_at at time zone ${actor.timeZone})::date as "closedOn", w.conclusion, w.version,
		coalesce(p.invited, 0) as invited, coalesce(p.answered, 0) as answered,
		coalesce(p.assesses, false) as assesses
	from survey_waves w
	join questionnaire_versions v on v.organisation_id = w.organisation_id and v.id = w.version_id
	left join lateral (
		select count(*) as invited, count(*) filter (where p.answered) as answered,
			bool_or(p.eyes is not null) as assesses from survey_participants p
		where p.organisation_id = w.organisation_id and p.wave_id = w.id and (p.removed_at is null or p.answered)) p on true
	where w.organisation_id = ${actor.organisationId} and w.removed_at is null and w.opened_at is not null
		and ${seenBy(actor)}`;

/** A wave that has been opened, with what it asks and how far it has come. */
export async function findResultWave(tx: Tx, actor: Actor, id: string): Promise<ResultWave | undefined> {
	if (!isId(id)) return undefined;
	const { rows } = await sql<ResultWave>`${waves(actor)} and w.id = ${id}`.execute(tx);
	return rows[0];
}

/** Every wave of the same questionnaire or series, this one too; the earliest first. */
export async function listKindred(tx: Tx, actor: Actor, { questionnaireId, seriesId }: ResultWave) {
	const { rows } = await sql<ResultWave>`
		${waves(actor)} and (v.questionnaire_id = ${questionnaireId} or w.series_id = ${seriesId})
		order by w.opens_on, w.id`.execute(tx);
	return rows;
}
