import { sql } from 'kysely';
import { normOf } from '../../engine/coverage';
import { changedAt } from '../changed-at';
import { type Bringing, carriedFrom, heldOf, type Row } from './shapes';

/** Activities that are new, said anew, elsewhere, gone or back again. */
export async function bringActivities(bringing: Bringing, stageIds: readonly string[]) {
	const { tx, actor, now, id: roadmap_id, taken, idOf } = bringing;
	const { organisationId: organisation_id } = actor;
	const written = (row: Row) => {
		const { deadline, kind, cadence, awaited } = carriedFrom(row);
		const { stage, number, lead, title, results } = row.words;
		return {
			id: idOf(row),
			stage_id: stage === null ? null : (stageIds[stage] ?? null),
			number,
			lead,
			title,
			deadline_text: deadline,
			deadline_kind: kind,
			cadence,
			norm: normOf(kind, title, results),
			awaited,
			removed: false
		};
	};
	const isKnown = (row: Row) => heldOf(bringing, row) !== undefined;
	const isTouched = (row: Row) =>
		row.mine === null || row.taken.size > 0 || row.words.number !== row.mine.number || movedStage(row);
	const movedStage = ({ mine, words }: Row) =>
		mine !== null && mine.held.stageId !== (words.stage === null ? null : stageIds[words.stage]);

	const fresh = taken.rows.filter((row) => !isKnown(row));
	if (fresh.length > 0) {
		const rows = fresh.map((row, at) => {
			const { removed: _, cadence, norm, ...words } = written(row);
			const { capability = null, coverage = null } = row.theirs?.fresh ?? {};
			const position = bringing.written.rows.length + 1_000_000 + at;
			return {
				organisation_id,
				roadmap_id,
				...words,
				position,
				cadence: cadence && JSON.stringify(cadence),
				norm: norm && JSON.stringify(norm),
				capability,
				coverage
			};
		});
		await tx.insertInto('activities').values(rows).execute();
	}
	const changed = taken.rows.filter((row) => isKnown(row) && isTouched(row)).map(written);
	if (changed.length > 0) {
		await sql`update activities a set stage_id = v.stage_id, number = v.number, lead = v.lead, title = v.title,
				deadline_text = v.deadline_text, deadline_kind = v.deadline_kind, cadence = v.cadence, norm = v.norm,
				awaited = v.awaited,
				removed_at = null, version = a.version + 1, changed_at = ${changedAt(now)}
			from json_to_recordset(${JSON.stringify(changed)}::json) as v(id uuid, stage_id uuid, number text, lead text,
				title text, deadline_text text, deadline_kind text, cadence jsonb, norm jsonb, awaited boolean)
			where a.organisation_id = ${organisation_id} and a.id = v.id`.execute(tx);
	}
	if (taken.removed.length > 0) {
		await tx
			.updateTable('activities')
			.set((is) => ({ removed_at: now.at, changed_at: changedAt(now), version: is('version', '+', 1) }))
			.where('organisation_id', '=', organisation_id)
			.where(
				'id',
				'in',
				taken.removed.map(({ held }) => held.id)
			)
			.execute();
	}
	await bringOrder(bringing);
}

/** Everything in its place, two steps, for position is unique. What was taken out waits after the row it stood behind. */
async function bringOrder({ tx, actor, id, written, taken, idOf }: Bringing) {
	const order = taken.rows.map(idOf);
	const standing = new Set(order);
	for (const [at, row] of written.rows.entries()) {
		if (standing.has(row.id)) continue;
		const above = written.rows.slice(0, at).findLast((one) => standing.has(one.id));
		order.splice(above ? order.indexOf(above.id) + 1 : 0, 0, row.id);
		standing.add(row.id);
	}
	const rows = JSON.stringify(order.map((activity, position) => ({ id: activity, position })));
	const { organisationId } = actor;
	await sql`update activities a set position = -1 - v.position
		from json_to_recordset(${rows}::json) as v(id uuid, position int)
		where a.organisation_id = ${organisationId} and a.id = v.id`.execute(tx);
	await sql`update activities set position = -1 - position
		where organisation_id = ${organisationId} and roadmap_id = ${id} and position < 0`.execute(tx);
}
