import { sql } from 'kysely';
import { type Actor, type OrganisationKind, type Role, workingRoles } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import type { Answers } from '../rules/answers';
import type { Eyes } from '../rules/assessment/eyes';
import type { Files, Filled, Named, People } from '../rules/fields';
import type { Identity, Questionnaire } from '../rules/questionnaire';
import { questionsOf, type Ranked } from '../rules/questionnaire';
import type { ReaderRole, WaveDates } from '../rules/wave';

type Wave = WaveDates & { title: string; words: string; identity: Identity; readers: ReaderRole[] };

/** A questionnaire before one whom it asks, with what they have already said of it under their name. */
export type AskedToMe = Wave & {
	id: string; // of the participant
	waveId: string;
	personId: string;
	about: string | null;
	eyes: Eyes | null;
	answered: boolean;
	removed: boolean;
	content: Questionnaire;
	answers: Answers | null;
	answeredAt: string | null;
	enteredBy: string | null; // from a sheet or at the person's word; null: they answered themselves
	version: number; // of the answers; 0: none yet
	draft: Filled | null;
	files: Files;
};

/** One questionnaire of one person: one query. `personId` null: whoever it asks, for those who enter it for others. */
export async function findAsked(
	tx: Tx,
	{ organisationId, personId }: { organisationId: string; personId: string | null },
	id: string
): Promise<AskedToMe | undefined> {
	if (!isId(id)) return undefined;
	const { rows } = await sql<AskedToMe>`
		select s.id, s.wave_id as "waveId", s.person_id as "personId", s.answered, s.removed_at is not null as removed,
			nullif(concat_ws(' ', o.family_name, o.given_name, nullif(o.patronymic, '')), '') as about, s.eyes,
			w.title, w.words, w.identity, w.readers, w.opens_on as "opensOn", w.closes_on as "closesOn",
			w.opened_at as "openedAt", w.closed_at as "closedAt", v.content,
			a.answers, a.answered_at as "answeredAt", a.entered_by as "enteredBy", coalesce(a.version, 0) as version, d.answers as draft,
			coalesce((
				select json_object_agg(x.question, json_build_object('id', f.id, 'name', f.name))
				from survey_answer_files x
				join files f on f.organisation_id = x.organisation_id and f.id = x.file_id
				where x.organisation_id = s.organisation_id and x.participant_id = s.id), '{}') as files
		from survey_participants s
		join survey_waves w on w.organisation_id = s.organisation_id and w.id = s.wave_id and w.removed_at is null
		join questionnaire_versions v on v.organisation_id = w.organisation_id and v.id = w.version_id
		left join people o on o.organisation_id = s.organisation_id and o.id = s.about_id
		left join survey_answers a on a.organisation_id = s.organisation_id and a.participant_id = s.id
		left join survey_drafts d on d.organisation_id = s.organisation_id and d.participant_id = s.id
		where s.organisation_id = ${organisationId} and s.id = ${id}
			and (${personId}::uuid is null or s.person_id = ${personId})`.execute(tx);
	return rows[0];
}

export type Asking = Wave & {
	id: string;
	waveId: string;
	about: string | null;
	answered: boolean;
	begun: boolean; // there is a draft
	questions: number;
};

/** What asks somebody: what waits for them first; closed ones of the last year after. One query. */
export async function listAsked(
	tx: Tx,
	{ organisationId, personId }: Actor,
	{ today }: Pick<Now, 'today'>
): Promise<Asking[]> {
	const { rows } = await sql<Asking>`
		select s.id, w.id as "waveId", s.answered, w.title, w.words, w.identity, w.readers, w.opens_on as "opensOn", w.closes_on as "closesOn",
			w.opened_at as "openedAt", w.closed_at as "closedAt", d.participant_id is not null as begun,
			nullif(concat_ws(' ', o.family_name, o.given_name, nullif(o.patronymic, '')), '') as about,
			jsonb_array_length(jsonb_path_query_array(v.content, '$.sections[*].questions[*]')) as questions
		from survey_participants s
		join survey_waves w on w.organisation_id = s.organisation_id and w.id = s.wave_id and w.removed_at is null
		join questionnaire_versions v on v.organisation_id = w.organisation_id and v.id = w.version_id
		left join people o on o.organisation_id = s.organisation_id and o.id = s.about_id
		left join survey_drafts d on d.organisation_id = s.organisation_id and d.participant_id = s.id
		where s.organisation_id = ${organisationId} and s.person_id = ${personId} and s.removed_at is null
			and w.opened_at is not null and w.opens_on <= ${today}::date and w.closes_on > ${today}::date - 366
		order by s.answered, w.closes_on, w.id, s.id`.execute(tx);
	return rows;
}

/** Whom the rankings of a questionnaire offer, but oneself: one query, none where nobody is ranked. */
export async function listRanked(
	tx: Tx,
	{ organisationId, personId }: { organisationId: string; personId: string },
	content: Questionnaire,
	{ today }: Now
): Promise<People> {
	const asked = new Set<Ranked>(questionsOf(content).flatMap((one) => (one.kind === 'ranking' ? [one.of] : [])));
	if (asked.size === 0) return {};
	const { rows } = await sql<Named & { roles: Role[] }>`
		select p.id, concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) as name,
			array(
				select r.role from role_periods r
				where r.organisation_id = p.organisation_id and r.person_id = p.id and r.period @> ${today}::date) as roles
		from people p
		where p.organisation_id = ${organisationId} and p.id <> ${personId} and p.removed_at is null
			and (not exists (select from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id)
				or exists (select from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id
					and e.period @> ${today}::date))
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.id`.execute(tx);
	const named = (people: typeof rows) => people.map(({ id, name }) => ({ id, name }));
	const of = (role: Role) => named(rows.filter(({ roles }) => roles.includes(role)));
	return { mentors: of('mentor'), mentees: of('mentee'), staff: named(rows) };
}

/** Whom a personal address lets in: somebody to answer one questionnaire, and nothing else. */
export type LinkHolder = { participantId: string; actor: Actor };

export async function findLinkHolder(db: Db, hash: Buffer): Promise<LinkHolder | undefined> {
	const { rows } = await sql<{
		organisation_id: string;
		participant_id: string;
		person_id: string;
		organisation: string;
		kind: OrganisationKind;
		time_zone: string;
	}>`select * from survey_link_participant(${hash})`.execute(db);
	const [row] = rows;
	if (!row) return undefined;
	return {
		participantId: row.participant_id,
		actor: {
			organisationId: row.organisation_id,
			personId: row.person_id,
			accountId: '',
			sessionId: '', // nobody has signed in
			timeZone: row.time_zone,
			name: '',
			roles: workingRoles([], false),
			organisation: { name: row.organisation, kind: row.kind, onePersonMode: false }
		}
	};
}
