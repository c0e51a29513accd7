import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { lastDayOfWeek } from '../rules/activity-state';
import { leadsPlans } from '../rules/plan';

export type Plan = NonNullable<Awaited<ReturnType<typeof findPlan>>>;
/** The plan this one was begun from, or the one begun from it. */
type Neighbour = { id: string; title: string; archived: boolean };
export type PlanInList = Awaited<ReturnType<typeof listPlans>>[number];

/** Those who lead plans see them whole; anybody else meets activities one by one (visible.ts). */
function visiblePlans(tx: Tx, actor: Actor) {
	const plans = tx
		.selectFrom('roadmaps as r')
		.where('r.organisation_id', '=', actor.organisationId)
		.select([
			'r.id',
			'r.title',
			'r.goal',
			sql<string | null>`lower(r.period)`.as('from'),
			sql<string | null>`upper(r.period) - 1`.as('to'),
			'r.accepted_on as acceptedOn',
			'r.archived_at as archivedAt',
			'r.version'
		]);
	return leadsPlans(actor) ? plans : plans.where(sql<boolean>`false`);
}

/** All plans, at work first, the newest first, with how far each has come. `done` and `overdue` count by the same rules as the plan's page. */
export const listPlans = (tx: Tx, actor: Actor, today: string) =>
	visiblePlans(tx, actor)
		.leftJoinLateral(
			(of) =>
				of
					.selectFrom('activities as a')
					.leftJoin('occurrences as o', (on) =>
						on.onRef('o.organisation_id', '=', 'a.organisation_id').onRef('o.activity_id', '=', 'a.id')
					)
					.leftJoin('completions as c', (on) =>
						on
							.onRef('c.organisation_id', '=', 'o.organisation_id')
							.onRef('c.occurrence_id', '=', 'o.id')
							.on('c.withdrawn_at', 'is', null)
					)
					.whereRef('a.organisation_id', '=', 'r.organisation_id')
					.whereRef('a.roadmap_id', '=', 'r.id')
					.where('a.removed_at', 'is', null)
					.groupBy('a.id')
					.select([
						sql<boolean>`bool_and(c.outcome is not null and c.outcome <> 'not-done' or c.id is null and o.kind = 'review'
							and o.due_on <= ${lastDayOfWeek(today)}::date and exists (select from evidence e
								where e.organisation_id = o.organisation_id and e.occurrence_id = o.id and e.removed_at is null
								and e.taken_back_at is null))`.as('done'),
						sql<boolean>`bool_or(c.id is null and o.kind = 'deadline' and o.due_on < ${today}::date
							and o.due_on >= o.added_on)`.as('overdue')
					])
					.as('activity'),
			(on) => on.onTrue()
		)
		.groupBy(['r.organisation_id', 'r.id'])
		.select([
			sql<number>`count(*) filter (where activity.done is not null)`.as('activities'),
			sql<number>`count(*) filter (where activity.done)`.as('done'),
			sql<number>`count(*) filter (where activity.overdue)`.as('overdue')
		])
		.orderBy(sql`r.archived_at is not null`)
		.orderBy('r.accepted_at', 'desc')
		.orderBy('r.id')
		.execute();

/** One plan with where it came from and who took it to work. */
export const findPlan = async (tx: Tx, actor: Actor, id: string) =>
	isId(id)
		? visiblePlans(tx, actor)
				.innerJoin('people as by', (on) =>
					on.onRef('by.organisation_id', '=', 'r.organisation_id').onRef('by.id', '=', 'r.accepted_by')
				)
				.leftJoin('roadmap_imports as i', (on) =>
					on.onRef('i.organisation_id', '=', 'r.organisation_id').onRef('i.id', '=', 'r.import_id')
				)
				.where('r.id', '=', id)
				.select([
					sql<string>`concat_ws(' ', by.family_name, by.given_name, nullif(by.patronymic, ''))`.as('acceptedByName'),
					'r.accepted_by as acceptedBy',
					'i.id as importId',
					'i.source_name as sourceName',
					'i.file_id as sourceFileId',
					sql<Neighbour | null>`(select json_build_object('id', b.id, 'title', b.title, 'archived', b.archived_at is not null)
						from roadmaps b where b.organisation_id = r.organisation_id and b.id = i.continues_id)`.as('previous'),
					sql<Neighbour | null>`(select json_build_object('id', n.id, 'title', n.title, 'archived', n.archived_at is not null)
						from roadmap_imports m
						join roadmaps n on n.organisation_id = m.organisation_id and n.import_id = m.id
						where m.organisation_id = r.organisation_id and m.continues_id = r.id
						order by n.accepted_at desc limit 1)`.as('next')
				])
				.executeTakeFirst()
		: undefined;

export type PlanStage = Awaited<ReturnType<typeof stagesOf>>[number];

/** The stages of a plan that somebody has found, in its order. */
export const stagesOf = (tx: Tx, actor: Actor, { id }: Plan) =>
	tx
		.selectFrom('stages')
		.where('organisation_id', '=', actor.organisationId)
		.where('roadmap_id', '=', id)
		.where('removed_at', 'is', null)
		.orderBy('position')
		.select(['id', 'number', 'title', 'goal', 'position'])
		.execute();
