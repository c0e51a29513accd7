import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { personName } from '../../registry/queries/pieces';

/** Everybody who works here, to be named as the one who held a talk; those who lead come first. */
export async function listInterviewers(tx: Tx, { organisationId }: Actor, { today }: Now) {
	const { rows } = await sql<{ id: string; name: string }>`
		select p.id, ${personName('p')} as name from people p
		where p.organisation_id = ${organisationId} and p.removed_at is null
			and (not exists (select from employments w where w.organisation_id = p.organisation_id and w.person_id = p.id)
				or exists (select from employments w where w.organisation_id = p.organisation_id and w.person_id = p.id
					and w.period @> ${today}::date))
		order by exists (select from role_periods r where r.organisation_id = p.organisation_id and r.person_id = p.id
				and r.period @> ${today}::date and r.role in ('curator', 'director', 'psychologist')) desc,
			p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.id`.execute(tx);
	return rows;
}
