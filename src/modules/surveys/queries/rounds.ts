import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { OfRound } from '../rules/rounds';
import { keptBy } from './waves';

/** The waves that were sent in one act, a group each, in the order of the groups; those taken away are left out. */
export async function listRound(tx: Tx, actor: Actor, round: string): Promise<OfRound[]> {
	if (!isId(round)) return [];
	const { rows } = await sql<OfRound>`
		select w.id, w.title, concat_ws(' – ', nullif(g.code, ''), nullif(g.name, '')) as "group",
			w.opened_at as "openedAt", w.closed_at as "closedAt",
			(select count(*) from survey_participants p where p.organisation_id = w.organisation_id and p.wave_id = w.id
				and (p.removed_at is null or p.answered)) as asked,
			(select count(*) from survey_participants p where p.organisation_id = w.organisation_id and p.wave_id = w.id
				and p.answered) as answered
		from survey_waves w
		join staff_groups g on g.organisation_id = w.organisation_id and g.id = w.group_id
		where w.organisation_id = ${actor.organisationId} and w.round_id = ${round} and w.removed_at is null
			and ${keptBy(actor)}
		order by g.position, w.id`.execute(tx);
	return rows;
}
