import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { personName } from '../../registry/queries/pieces';
import type { Format } from '../../registry/rules/registers';
import type { RunInputs } from '../rules/score/problem';
import type { RunResult } from '../rules/score/reckon';
import type { StoredProblem } from '../rules/score/stored';

export type RunLine = {
	id: string;
	kind: Format;
	madeAt: string;
	who: string;
	termsNumber: number;
	pairs: number;
	alone: number;
	score: number;
	removed: boolean;
};
export type Run = RunLine & { sha256: string; inputs: RunInputs; problem: StoredProblem; result: RunResult };

const line = sql`r.id, r.kind, r.made_at as "madeAt", ${personName('p')} as who, r.terms_number as "termsNumber",
	jsonb_array_length(r.result->'pairs') as pairs, jsonb_array_length(r.result->'unmatched') as alone,
	(r.result->>'score')::int as score, r.removed_at is not null as removed`;
const from = sql`matching_runs r join people p on p.organisation_id = r.organisation_id and p.id = r.made_by`;

/** Runs that were not put away, the latest first. */
export async function listRuns(tx: Tx, { organisationId }: Actor, most = 50) {
	const { rows } = await sql<RunLine>`select ${line} from ${from}
		where r.organisation_id = ${organisationId} and r.removed_at is null
		order by r.made_at desc, r.id desc limit ${most}`.execute(tx);
	return rows;
}

/** One run whole, put away or not. */
export async function findRun(tx: Tx, { organisationId }: Actor, id: string): Promise<Run | undefined> {
	if (!isId(id)) return undefined;
	const { rows } = await sql<Run>`select ${line}, r.sha256, r.inputs, r.problem, r.result from ${from}
		where r.organisation_id = ${organisationId} and r.id = ${id}`.execute(tx);
	return rows[0];
}
