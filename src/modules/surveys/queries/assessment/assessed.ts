import { sql } from 'kysely';
import type { Actor } from '../../../../core/actor';
import type { Tx } from '../../../../db/as-actor';
import type { Sheet } from '../../rules/assessment/assessed';
import type { Questionnaire } from '../../rules/questionnaire';

export type AssessedSheet = Sheet & {
	waveId: string;
	subject: string;
	post: string;
	person: string; // who looks
	answered: boolean;
};

const name = (of: 'p' | 'o') =>
	sql<string>`concat_ws(' ', ${sql.ref(`${of}.family_name`)}, ${sql.ref(`${of}.given_name`)}, nullif(${sql.ref(`${of}.patronymic`)}, ''))`;

const sheets = ({ organisationId }: Pick<Actor, 'organisationId'>, waves: readonly string[]) => sql<AssessedSheet>`
	select s.wave_id as "waveId", s.eyes, s.answered, o.id as "subjectId", ${name('o')} as subject,
		p.id as "personId", ${name('p')} as person, a.answers,
		coalesce((select string_agg(t.title, ', ' order by t.main desc, t.title) from posts t
			where t.organisation_id = o.organisation_id and t.person_id = o.id and t.period @> w.closes_on), '') as post
	from survey_participants s
	join survey_waves w on w.organisation_id = s.organisation_id and w.id = s.wave_id
	join people p on p.organisation_id = s.organisation_id and p.id = s.person_id
	join people o on o.organisation_id = s.organisation_id and o.id = coalesce(s.about_id, s.person_id)
	left join survey_answers a on a.organisation_id = s.organisation_id and a.participant_id = s.id
	where s.organisation_id = ${organisationId} and s.wave_id = any(${[...waves]}::uuid[]) and s.eyes is not null
		and (s.removed_at is null or s.answered)`;

const inOrder = sql`order by o.family_name collate "ru-x-icu", o.given_name collate "ru-x-icu",
	o.patronymic collate "ru-x-icu", o.id, s.eyes <> 'self', p.family_name collate "ru-x-icu", s.id`;

/** Every sheet of assessments, by whom they are about; one query. */
export const listAssessed = async (tx: Tx, actor: Actor, waves: readonly string[]): Promise<AssessedSheet[]> =>
	(await sql<AssessedSheet>`${sheets(actor, waves)} ${inOrder}`.execute(tx)).rows;

/** What has been shown to those who were assessed: subject → the showing. */
export async function listShowings(tx: Tx, { organisationId }: Actor, waveId: string) {
	const rows = await tx
		.selectFrom('assessment_showings')
		.where('organisation_id', '=', organisationId)
		.where('wave_id', '=', waveId)
		.where('hidden_at', 'is', null)
		.select(['subject_id', 'act_id'])
		.execute();
	return new Map(rows.map(({ subject_id, act_id }) => [subject_id, act_id]));
}

/** Those of the registers, by side, whom a wave leaves out. */
export async function listLeftOut(tx: Tx, { organisationId }: Actor, waveId: string, today: string) {
	const { rows } = await sql<{ name: string }>`
		with assessed as (
			select distinct coalesce(s.about_id, s.person_id) as id from survey_participants s
			where s.organisation_id = ${organisationId} and s.wave_id = ${waveId} and s.eyes is not null
				and (s.removed_at is null or s.answered)
		), registers as (
			select register from register_entries e join assessed a on a.id = e.person_id
			where e.organisation_id = ${organisationId} and e.withdrawn_at is null and e.period @> ${today}::date
			group by register having count(distinct a.id) * 2 > (select count(*) from assessed)
		)
		select distinct ${name('p')} as name from register_entries e
		join people p on p.organisation_id = e.organisation_id and p.id = e.person_id and p.removed_at is null
		where e.organisation_id = ${organisationId} and e.withdrawn_at is null and e.period @> ${today}::date
			and e.register in (select register from registers) and e.person_id not in (select id from assessed)
		order by name`.execute(tx);
	return rows.map((row) => row.name);
}

export type OwnAssessment = {
	id: string; // of the wave
	title: string;
	closesOn: string;
	seriesId: string;
	stage: 'before' | 'after' | null;
	content: Questionnaire;
};

/** What has been shown to somebody of how they were assessed, the latest first. */
export async function listOwnAssessments(tx: Tx, { organisationId, personId }: Actor): Promise<OwnAssessment[]> {
	const { rows } = await sql<OwnAssessment>`
		select w.id, w.title, w.closes_on as "closesOn", w.series_id as "seriesId", w.stage, v.content
		from assessment_showings h
		join survey_waves w on w.organisation_id = h.organisation_id and w.id = h.wave_id and w.removed_at is null
		join questionnaire_versions v on v.organisation_id = w.organisation_id and v.id = w.version_id
		where h.organisation_id = ${organisationId} and h.subject_id = ${personId} and h.hidden_at is null
			and w.closed_at is not null
		order by w.closes_on desc, w.id desc`.execute(tx);
	return rows;
}

/** Sheets about oneself, of waves that were shown. */
export const listOwnSheets = async (tx: Tx, actor: Actor, waves: readonly string[]): Promise<AssessedSheet[]> =>
	(
		await sql<AssessedSheet>`${sheets(actor, waves)} and coalesce(s.about_id, s.person_id) = ${actor.personId} ${inOrder}`.execute(
			tx
		)
	).rows;
