import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';

export type RoundLine = {
	id: string;
	proposalId: string;
	runId: string;
	undone: boolean;
	locked: number;
	apart: number;
};

/** One round: what it decided of how many pairs, and the run it made. */
export async function findRound(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	const count = (kind: string) => sql`(select count(*)::int from matching_round_ties c
		join matching_ties t on t.organisation_id = c.organisation_id and t.id = c.tie_id
		where c.organisation_id = r.organisation_id and c.round_id = r.id and t.kind = ${kind})`;
	const { rows } = await sql<RoundLine>`select r.id, r.proposal_id as "proposalId", r.run_id as "runId",
			r.undone_at is not null as undone, ${count('lock')} as locked, ${count('apart')} as apart
		from matching_rounds r where r.organisation_id = ${organisationId} and r.id = ${id}`.execute(tx);
	return rows[0];
}
