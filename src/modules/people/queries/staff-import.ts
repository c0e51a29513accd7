import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { Draft } from '../rules/staff-import/draft';

export type Outcome = { added: number; changed: number; same: number; skipped: number };
export type StaffImport = NonNullable<Awaited<ReturnType<typeof findStaffImport>>>;

/** A list on its way in; its draft is there until it is accepted or discarded. */
export async function findStaffImport(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	const row = await tx
		.selectFrom('staff_imports')
		.select([
			'id',
			'source_name as sourceName',
			'draft',
			'version',
			'created_at as createdAt',
			'accepted_at as acceptedAt',
			'discarded_at as discardedAt',
			'outcome'
		])
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.executeTakeFirst();
	return row && { ...row, draft: row.draft as Draft | null, outcome: row.outcome as Outcome | null };
}

/** Lists that were looked at and left: one can go on. */
export const listOpenImports = (tx: Tx, { organisationId }: Actor) =>
	tx
		.selectFrom('staff_imports')
		.select(['id', 'source_name as sourceName', 'created_at as createdAt'])
		.where('organisation_id', '=', organisationId)
		.where('accepted_at', 'is', null)
		.where('discarded_at', 'is', null)
		.orderBy('created_at', 'desc')
		.limit(5)
		.execute();
