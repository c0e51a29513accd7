import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';

type Table = 'matching_runs' | 'matching_proposals' | 'matching_proposal_pairs';

/** Puts a row away, or brings it back; nothing else of it changes. */
export const putAway = (tx: Tx, { organisationId }: Actor, table: Table, id: string, back: boolean, now: Now) =>
	tx
		.updateTable(table)
		.set({ removed_at: back ? null : now.at })
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.execute();
