import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { type Now, schoolYearOf } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import type { Answers } from '../rules/answers';
import type { Questionnaire } from '../rules/questionnaire';
import { tellsOfPeople } from '../rules/said';

export type Said = { personId: string; wave: string; title: string; content: Questionnaire; answers: Answers };

/** What people have said with their names this school year to those who look, where it tells who could be whom: one query. */
export async function listSaid(tx: Tx, { organisationId, roles }: Actor, { today }: Now): Promise<Said[]> {
	const { from, to } = schoolYearOf(today);
	const { rows } = await sql<Said>`
		select s.person_id as "personId", w.id as wave, w.title, v.content, a.answers
		from survey_waves w
		join questionnaire_versions v on v.organisation_id = w.organisation_id and v.id = w.version_id
		join survey_participants s on s.organisation_id = w.organisation_id and s.wave_id = w.id and s.about_id is null
		join survey_answers a on a.organisation_id = s.organisation_id and a.participant_id = s.id
		where w.organisation_id = ${organisationId} and w.removed_at is null and w.opened_at is not null
			and w.identity = 'named' and w.readers && ${[...roles]}::text[]
			and w.opens_on between ${from}::date and ${to}::date
		order by w.opens_on, w.id`.execute(tx);
	return rows.filter(({ content }) => tellsOfPeople(content));
}
