import { sql } from 'kysely';
import type { Actor, Author } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { Format } from '../../registry/rules/registers';
import type { AskingTimes } from '../rules/asking';

export type Asking = AskingTimes & {
	id: string;
	kind: Format;
	review: boolean;
	proposalId: string | null;
	decided: string[];
	askedBy: string;
	done: number;
	wanted: number;
	said: string;
	changed: boolean;
};

const columns = sql`id, kind, review, proposal_id as "proposalId", decided, asked_at as "askedAt", asked_by as "askedBy",
	begun_at as "begunAt", noted_at as "notedAt", done, wanted, outcome, said, changed`;

/** One asking; its run has the same id. */
export async function findAsking(tx: Tx, { organisationId }: Pick<Author, 'organisationId'>, id: string) {
	if (!isId(id)) return undefined;
	const { rows } = await sql<Asking>`select ${columns} from matching_askings
		where organisation_id = ${organisationId} and id = ${id}`.execute(tx);
	return rows[0];
}

/** The one that has not ended yet. */
export async function findGoing(tx: Tx, { organisationId }: Actor) {
	const { rows } = await sql<Asking>`select ${columns} from matching_askings
		where organisation_id = ${organisationId} and ended_at is null`.execute(tx);
	return rows[0];
}
