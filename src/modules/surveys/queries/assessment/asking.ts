import { sql } from 'kysely';
import type { Actor } from '../../../../core/actor';
import type { Now } from '../../../../core/dates';
import type { Tx } from '../../../../db/as-actor';
import type { Look, Pair } from '../../rules/assessment/eyes';

/** Who works with whom today, as the register of mentees or of mentors has it: one query. */
export async function listPairs(tx: Tx, { organisationId }: Actor, { today }: Now): Promise<Pair[]> {
	const { rows } = await sql<Pair>`
		select distinct case e.register when 'mentees' then e.person_id else r.partner_id end as "menteeId",
			case e.register when 'mentees' then r.partner_id else e.person_id end as "mentorId"
		from programme_periods r
		join register_entries e on e.organisation_id = r.organisation_id and e.id = r.entry_id and e.withdrawn_at is null
		where r.organisation_id = ${organisationId} and r.removed_at is null and r.partner_id is not null
			and r.period @> ${today}::date`.execute(tx);
	return rows;
}

/** Who looked at whom in a wave: the next one of the series may ask the same. */
export async function listLooks(tx: Tx, { organisationId }: Actor, waveId: string): Promise<Look[]> {
	const { rows } = await sql<Look>`
		select s.person_id as "personId", s.about_id as "aboutId", s.eyes from survey_participants s
		where s.organisation_id = ${organisationId} and s.wave_id = ${waveId} and s.eyes is not null
			and (s.removed_at is null or s.answered)`.execute(tx);
	return rows;
}
