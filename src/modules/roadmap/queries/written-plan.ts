import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import type { OccurrenceKind, Outcome } from '../rules/activity-state';
import type { HeldTime, WrittenPlan, WrittenRow } from '../rules/plan-contents';
import type { Cadence, DeadlineKind, Period } from '../rules/understanding';
import type { Plan } from './plans';

/** A plan that somebody has found, as the tables hold it, with what was taken out of it. Two queries whatever the size. */
export async function writtenPlan(tx: Tx, actor: Actor, plan: Plan): Promise<WrittenPlan> {
	const { title, goal, from, to } = plan;
	const stages = await tx
		.selectFrom('stages')
		.where('organisation_id', '=', actor.organisationId)
		.where('roadmap_id', '=', plan.id)
		.orderBy('position')
		.select(['id', 'number', 'title', 'goal'])
		.execute();
	return { title, goal, period: from && to ? { from, to } : null, stages, rows: await writtenRows(tx, actor, plan.id) };
}

/** Whatever may be put to a time; such a time is kept when the words of the plan change. A test holds the list against the foreign keys. */
export const putToTimes = ['completions', 'coverings', 'deadline_moves', 'events', 'evidence', 'practices'] as const;

/** Of `occurrences as o`: something was ever put to it, taken back since or not. */
const isTouched = sql<boolean>`(${sql.join(
	putToTimes.map(
		(table) => sql`exists (select from ${sql.table(table)} x where x.organisation_id = o.organisation_id
			and x.occurrence_id = o.id)`
	),
	sql` or `
)})`;

async function writtenRows(tx: Tx, actor: Actor, roadmapId: string): Promise<WrittenRow[]> {
	return tx
		.selectFrom('activities as a')
		.where('a.organisation_id', '=', actor.organisationId)
		.where('a.roadmap_id', '=', roadmapId)
		.orderBy('a.position')
		.select([
			'a.id',
			'a.stage_id as stageId',
			'a.position',
			'a.number',
			'a.lead',
			'a.title',
			'a.deadline_text as deadline',
			sql<DeadlineKind>`a.deadline_kind`.as('kind'),
			sql<Cadence | null>`a.cadence`.as('cadence'),
			'a.awaited',
			sql<boolean>`a.removed_at is not null`.as('removed')
		])
		.select((of) => [
			jsonArrayFrom(
				of
					.selectFrom('activity_responsible as x')
					.whereRef('x.organisation_id', '=', 'a.organisation_id')
					.whereRef('x.activity_id', '=', 'a.id')
					.orderBy('x.position')
					.select(['x.position', 'x.text', 'x.entrusted', sql<boolean>`x.removed_at is not null`.as('removed')])
			).as('responsible'),
			jsonArrayFrom(
				of
					.selectFrom('activity_results as x')
					.whereRef('x.organisation_id', '=', 'a.organisation_id')
					.whereRef('x.activity_id', '=', 'a.id')
					.orderBy('x.position')
					.select(['x.position', 'x.text', sql<boolean>`x.removed_at is not null`.as('removed')])
			).as('results'),
			jsonArrayFrom(
				of
					.selectFrom('occurrences as o')
					.whereRef('o.organisation_id', '=', 'a.organisation_id')
					.whereRef('o.activity_id', '=', 'a.id')
					.orderBy(sql`coalesce(o.due_on, upper(o.period), 'infinity')`)
					.orderBy('o.id')
					.select([
						'o.id',
						sql<OccurrenceKind>`o.kind`.as('kind'),
						sql<Period | null>`case when o.period is null then null
							else json_build_object('from', lower(o.period), 'to', upper(o.period) - 1) end`.as('window'),
						'o.due_on as dueOn',
						'o.added_on as addedOn',
						sql<Outcome | null>`(select c.outcome from completions c where c.organisation_id = o.organisation_id
							and c.occurrence_id = o.id and c.withdrawn_at is null)`.as('outcome'),
						isTouched.as('touched'),
						sql<HeldTime['moved']>`(select json_build_object(
								'first', (array_agg(m.from_day order by m.moved_at, m.id))[1],
								'last', (array_agg(m.to_day order by m.moved_at desc, m.id desc))[1])
							from deadline_moves m where m.organisation_id = o.organisation_id and m.occurrence_id = o.id and m.undone_at is null
							having count(*) > 0)`.as('moved')
					])
			).as('times')
		])
		.execute();
}
