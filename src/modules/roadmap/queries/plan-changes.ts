import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { leadsPlans } from '../rules/plan';
import type { Before, StageRow } from '../rules/plan-changes';

export type PlanChange = NonNullable<Awaited<ReturnType<typeof findPlanChange>>>;

/** A change of many rows at once, and whether it is the last one of its plan that has not been taken back. */
export const findPlanChange = async (tx: Tx, actor: Actor, id: string) =>
	isId(id) && leadsPlans(actor)
		? tx
				.selectFrom('plan_changes as k')
				.innerJoin('roadmaps as r', (on) =>
					on.onRef('r.organisation_id', '=', 'k.organisation_id').onRef('r.id', '=', 'k.roadmap_id')
				)
				.where('k.organisation_id', '=', actor.organisationId)
				.where('k.id', '=', id)
				.select([
					'k.id',
					'k.what',
					'k.roadmap_id as roadmapId',
					sql<Before>`k.before`.as('before'),
					'k.undone_at as undoneAt',
					'r.archived_at as archivedAt',
					sql<boolean>`not exists (select from plan_changes l where l.organisation_id = k.organisation_id
						and l.roadmap_id = k.roadmap_id and l.position > k.position and l.undone_at is null)`.as('last')
				])
				.executeTakeFirst()
		: undefined;

/** How the rows of a change stand, each as one array: what it can change in them and nothing else. */
export const standingRows = (
	{ organisationId }: Actor,
	{ activities = [], stages = [], occurrences = [], entrusted = [] }: Before
) => {
	const ids = (rows: readonly { id: string }[]) => sql`any(${rows.map(({ id }) => id)}::uuid[])`;
	return sql`jsonb_build_object(
		'activities', (select jsonb_agg(jsonb_build_array(a.id, a.stage_id, a.position, a.capability, a.removed_at is null) order by a.id)
			from activities a where a.organisation_id = ${organisationId} and a.id = ${ids(activities)}),
		'stages', (select jsonb_agg(jsonb_build_array(s.id, s.position, s.number, s.title, s.removed_at is null) order by s.id)
			from stages s where s.organisation_id = ${organisationId} and s.id = ${ids(stages)}),
		'occurrences', (select jsonb_agg(jsonb_build_array(o.id, o.kind, o.period, o.due_on) order by o.id)
			from occurrences o where o.organisation_id = ${organisationId} and o.id = ${ids(occurrences)}),
		'entrusted', (select jsonb_agg(jsonb_build_array(e.activity_id, e.position, e.person_id, e.removed_at is null)
				order by e.activity_id, e.position)
			from jsonb_to_recordset(${JSON.stringify(entrusted)}::jsonb) as x("activityId" uuid, position int)
			join activity_responsible e on e.organisation_id = ${organisationId} and e.activity_id = x."activityId"
				and e.position = x.position))`;
};

/**
 * Whether taking a change back would undo what somebody did since: its rows are not what it made of them, or rows stand in a stage that
 * goes. Rows are looked at, not the journal: clocks may jump.
 */
export async function isBuiltUpon(tx: Tx, actor: Actor, { id, before }: Pick<PlanChange, 'id' | 'before'>) {
	const { organisationId } = actor;
	const going = (before.stages ?? []).filter(({ removedAt }) => removedAt !== null).map((stage) => stage.id);
	const { rows } = await sql<{ built: boolean }>`
		select k.after is distinct from ${standingRows(actor, before)} or exists (
			select from activities a
			where a.organisation_id = ${organisationId} and a.stage_id = any(${going}::uuid[]) and a.removed_at is null
		) as built from plan_changes k where k.organisation_id = ${organisationId} and k.id = ${id}`.execute(tx);
	return rows[0]?.built ?? true;
}

/** All rows and stages of a plan with their places, those taken out too: what an order is made of. */
export async function placesOf(tx: Tx, actor: Actor, roadmapId: string) {
	const mine = { organisation_id: actor.organisationId, roadmap_id: roadmapId };
	const activities = await tx
		.selectFrom('activities')
		.where((is) => is.and(mine))
		.select(['id', 'stage_id as stageId', 'position', 'capability', 'removed_at as removedAt'])
		.orderBy('position')
		.execute();
	const stages: StageRow[] = await tx
		.selectFrom('stages')
		.where((is) => is.and(mine))
		.select(['id', 'position', 'number', 'title', 'removed_at as removedAt'])
		.orderBy('position')
		.execute();
	return { activities, stages };
}
