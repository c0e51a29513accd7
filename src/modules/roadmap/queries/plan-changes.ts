import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Act } from '../../../core/acts';
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
					'k.made_at as madeAt',
					'k.undone_at as undoneAt',
					'r.archived_at as archivedAt',
					sql<boolean>`not exists (select from plan_changes l where l.organisation_id = k.organisation_id
						and l.roadmap_id = k.roadmap_id and l.position > k.position and l.undone_at is null)`.as('last')
				])
				.executeTakeFirst()
		: undefined;

const ofRows: readonly Act[] = ['activity.changed', 'activity.removed', 'activity.restored', 'activity.reverted'];
const ofTerms: readonly Act[] = ['deadline.moved', 'activity.reverted'];
const ofPeople: readonly Act[] = ['activity.assigned', 'activity.unassigned'];
const ofWholePlan: readonly Act[] = [
	'roadmap.reverted',
	'roadmap.renewed',
	'roadmap.renewal-undone',
	'template.answered'
];

/** Whether taking a change back would undo what somebody did since to the same rows, or leave rows in a stage that goes. */
export async function isBuiltUpon(
	tx: Tx,
	{ organisationId }: Actor,
	{ roadmapId, madeAt, before }: Pick<PlanChange, 'roadmapId' | 'madeAt' | 'before'>
) {
	const { activities = [], stages = [], occurrences = [], entrusted = [] } = before;
	const rows = activities.map(({ id }) => id);
	const times = occurrences.map(({ id }) => id);
	const given = entrusted.map(({ activityId }) => activityId);
	const going = stages.filter(({ removedAt }) => removedAt !== null).map(({ id }) => id);
	const { rows: found } = await sql<{ built: boolean }>`
		select exists (
			select from journal j
			where j.organisation_id = ${organisationId} and j.at > ${madeAt}
				and (j.subject_kind = 'roadmap' and j.subject_id = ${roadmapId} and j.act = any(${ofWholePlan}::text[])
					or j.subject_kind = 'activity' and (
						j.subject_id = any(${rows}::uuid[]) and j.act = any(${ofRows}::text[])
						or j.subject_id = any(${given}::uuid[]) and j.act = any(${ofPeople}::text[])
						or j.act = any(${ofTerms}::text[]) and j.subject_id in (
							select o.activity_id from occurrences o
							where o.organisation_id = ${organisationId} and o.id = any(${times}::uuid[]))))
		) or exists (
			select from activities a
			where a.organisation_id = ${organisationId} and a.stage_id = any(${going}::uuid[]) and a.removed_at is null
		) as built`.execute(tx);
	return found[0]?.built ?? false;
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
