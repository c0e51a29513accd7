import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { personName } from '../../registry/queries/pieces';
import type { KeptMove } from '../rules/moves';

/** Every move of a proposal in order, with the pairs that came and went: one query. */
export async function listMoves(tx: Tx, { organisationId }: Actor, proposalId: string) {
	const { rows } = await sql<KeptMove>`
		select m.id, m.number, m.kind, m.version, m.made_at as at, ${personName('p')} as who, m.undone_at is not null as undone,
			coalesce((select json_agg(json_build_object('id', q.id, 'mentee', q.mentee_id, 'mentor', q.mentor_id, 'role', q.role,
				'came', c.came)
				order by c.came, q.id)
				from matching_move_pairs c
				join matching_proposal_pairs q on q.organisation_id = c.organisation_id and q.id = c.pair_id
				where c.organisation_id = m.organisation_id and c.move_id = m.id), '[]') as pairs
		from matching_moves m
		join people p on p.organisation_id = m.organisation_id and p.id = m.made_by
		where m.organisation_id = ${organisationId} and m.proposal_id = ${proposalId}
		order by m.number`.execute(tx);
	return rows;
}
