import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { personName } from '../../registry/queries/pieces';
import { checklistOf, type KeptLine, type LineState } from '../rules/checklist';
import { actName } from '../rules/library';
import { listLibrary } from './library';

/** The checklist as it stands, with the acts its lines have become. */
export async function listChecklist(tx: Tx, actor: Actor) {
	const rows = await tx
		.selectFrom('local_act_lines as l')
		.leftJoin('people as p', (on) =>
			on.onRef('p.organisation_id', '=', 'l.organisation_id').onRef('p.id', '=', 'l.owner_id')
		)
		.where('l.organisation_id', '=', actor.organisationId)
		.where('l.removed_at', 'is', null)
		.select([
			'l.code',
			'l.title',
			'l.owner_id as ownerId',
			personName('p').as('ownerName'),
			'l.state',
			sql<string | null>`l.due_on::text`.as('dueOn'),
			'l.act_key as actKey',
			'l.note',
			'l.version'
		])
		.orderBy('l.changed_at')
		.orderBy('l.id')
		.execute();
	const kept = rows.map(
		({ ownerId, ownerName, state, ...line }): KeptLine => ({
			...line,
			state: state as LineState,
			owner: ownerId ? { id: ownerId, name: ownerName } : null
		})
	);
	const acts = (await listLibrary(tx, actor)).map((act) => ({ key: act.key, name: actName(act), level: act.level }));
	return { lines: checklistOf(kept, acts), acts };
}
