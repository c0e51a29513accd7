import { sql } from 'kysely';
import { newId } from '../../../../db/id';
import type { Bringing } from './shapes';

/** Beyond every place there is, until all get theirs. */
const aside = 1_000_000;

/** Stages that are new, said anew or in another order; answers with the id of each stage of what was taken. An empty one stays in the
 * table, unseen; one that was taken out comes back when something stands in it again. */
export async function bringStages({ tx, actor, now, id, written, taken }: Bringing): Promise<string[]> {
	const { organisationId: organisation_id } = actor;
	const visible = written.stages.filter((stage) =>
		written.rows.some(({ stageId, removed }) => !removed && stageId === stage.id)
	);
	const known = new Set(written.stages.map((stage) => stage.id));
	const stages = taken.stages.map(({ words, mine }) => {
		const own = mine === null ? undefined : visible[mine]?.id;
		const held = own ?? (words.id && known.has(words.id) ? words.id : undefined);
		return { ...words, id: held ?? newId(now), isNew: held === undefined };
	});
	const fresh = stages
		.filter(({ isNew }) => isNew)
		.map(({ id: stage, number, title, goal }, at) => ({
			organisation_id,
			id: stage,
			roadmap_id: id,
			position: aside + at,
			number,
			title: title || `Этап ${written.stages.length + at + 1}`,
			goal
		}));
	if (fresh.length > 0) await tx.insertInto('stages').values(fresh).execute();

	const seen = new Set(stages.map((stage) => stage.id));
	const order = [...stages.map((stage) => stage.id), ...[...known].filter((stage) => !seen.has(stage))];
	const place = new Map(order.map((stage, at) => [stage, at]));
	const all = stages.map(({ id: stage, number, title, goal }) => ({ id: stage, number, title, goal }));
	const rest = written.stages.filter((stage) => !seen.has(stage.id));
	const rows = JSON.stringify(
		[...all, ...rest].map((stage) => ({ ...stage, position: place.get(stage.id), stands: seen.has(stage.id) }))
	);
	// Two steps, for two stages may change places: position is unique.
	await sql`update stages s set position = -1 - v.position, number = v.number, title = v.title, goal = v.goal,
			removed_at = case when v.stands then null else s.removed_at end
		from json_to_recordset(${rows}::json) as v(id uuid, position int, number text, title text, goal text, stands boolean)
		where s.organisation_id = ${organisation_id} and s.id = v.id`.execute(tx);
	await sql`update stages set position = -1 - position
		where organisation_id = ${organisation_id} and roadmap_id = ${id} and position < 0`.execute(tx);
	return stages.map((stage) => stage.id);
}
