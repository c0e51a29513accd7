import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Act } from '../../../core/acts';
import type { Tx } from '../../../db/as-actor';

type Line = { at: string; act: Act; details: Record<string, unknown>; who: string | null };

/** What was done about one person's access and roles: by whom, when; the newest first. */
export async function listAccessHistory(tx: Tx, actor: Actor, personId: string) {
	const { rows } = await sql<Line>`
		with subjects as (
			select id from role_periods where organisation_id = ${actor.organisationId} and person_id = ${personId}
			union all
			select id from role_withdrawals where organisation_id = ${actor.organisationId} and person_id = ${personId}
			union all
			select id from invitations where organisation_id = ${actor.organisationId} and person_id = ${personId}
			union all
			select id from access_suspensions where organisation_id = ${actor.organisationId} and person_id = ${personId}
			union all
			select account_id from people where organisation_id = ${actor.organisationId} and id = ${personId})
		select j.at, j.act, j.details,
			concat_ws(' ', w.family_name, left(w.given_name, 1) || '.', left(nullif(w.patronymic, ''), 1) || '.') as who
		from journal j left join people w on w.organisation_id = j.organisation_id and w.id = j.actor_id
		where j.organisation_id = ${actor.organisationId} and j.subject_id in (select id from subjects)
			and j.subject_kind in ('role', 'invitation', 'suspension', 'account')
			and j.act <> 'session.revoked'
		order by j.at desc, j.id desc
		limit 100`.execute(tx);
	return rows;
}
