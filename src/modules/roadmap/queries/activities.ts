import { type SelectQueryBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { DB } from '../../../db/types';
import { type OccurrenceKind, type Outcome, standingOf } from '../rules/activity-state';
import type { CapabilityCode } from '../rules/capabilities';
import type { Coverage, ResponsibleKind } from '../rules/understanding';
import { visibleActivities } from './visible';

export type PlanActivity = Awaited<ReturnType<typeof planActivities>>[number];
export type PlanOccurrence = PlanActivity['occurrences'][number];

/** The activities of one plan in its order, each with its state on `today`. One query whatever the size. */
export async function planActivities(tx: Tx, actor: Actor, roadmapId: string, today: string) {
	const rows = await withParts(visibleActivities(tx, actor))
		.where('a.roadmap_id', '=', roadmapId)
		.orderBy('a.position')
		.execute();
	return rows.map((row) => withStanding(row, today));
}

/** Those of all plans at work, in the order of the plans. */
export async function activitiesAtWork(tx: Tx, actor: Actor, today: string) {
	const rows = await withParts(visibleActivities(tx, actor))
		.where('r.archived_at', 'is', null)
		.orderBy('r.accepted_at')
		.orderBy('r.id')
		.orderBy('a.position')
		.execute();
	return rows.map((row) => withStanding(row, today));
}

export async function findActivity(tx: Tx, actor: Actor, id: string, today: string) {
	if (!isId(id)) return undefined;
	const row = await withParts(visibleActivities(tx, actor)).where('a.id', '=', id).executeTakeFirst();
	return row && withStanding(row, today);
}

/** The activity one of whose occurrences has this id. */
export async function findByOccurrence(tx: Tx, actor: Actor, occurrenceId: string, today: string) {
	if (!isId(occurrenceId)) return undefined;
	const row = await withParts(visibleActivities(tx, actor))
		.where((is) =>
			is.exists(
				is
					.selectFrom('occurrences as one')
					.whereRef('one.organisation_id', '=', 'a.organisation_id')
					.whereRef('one.activity_id', '=', 'a.id')
					.where('one.id', '=', occurrenceId)
					.select('one.id')
			)
		)
		.executeTakeFirst();
	const activity = row && withStanding(row, today);
	const occurrence = activity?.occurrences.find(({ id }) => id === occurrenceId);
	return activity && occurrence && { activity, occurrence };
}

/** The last time a term was moved: the day it was before (null: none) and why. */
type Move = { from: string | null; reason: string };

type Aliased = DB & { a: DB['activities']; r: DB['roadmaps'] };

/** An activity with its stage, responsible, results and occurrences, each of these in its order. */
const withParts = <O>(activities: SelectQueryBuilder<Aliased, 'a' | 'r', O>) =>
	activities
		.leftJoin('stages as s', (on) =>
			on.onRef('s.organisation_id', '=', 'a.organisation_id').onRef('s.id', '=', 'a.stage_id')
		)
		.select([
			'a.id',
			'a.number',
			'a.title',
			'a.lead',
			'a.position',
			'a.deadline_text as deadlineText',
			'a.deadline_kind as deadlineKind',
			sql<Coverage | null>`a.coverage`.as('coverage'),
			sql<string | null>`a.norm->>'text'`.as('norm'),
			'a.awaited',
			'a.version',
			sql<CapabilityCode | null>`a.capability`.as('capability'),
			'a.stage_id as stageId',
			's.title as stageTitle',
			's.number as stageNumber',
			'r.id as roadmapId',
			'r.title as roadmapTitle',
			'r.accepted_on as acceptedOn',
			'r.archived_at as archivedAt'
		])
		.select((of) => [
			jsonArrayFrom(
				of
					.selectFrom('activity_responsible as ar')
					.leftJoin('people as p', (on) =>
						on.onRef('p.organisation_id', '=', 'ar.organisation_id').onRef('p.id', '=', 'ar.person_id')
					)
					.whereRef('ar.organisation_id', '=', 'a.organisation_id')
					.whereRef('ar.activity_id', '=', 'a.id')
					.where('ar.removed_at', 'is', null)
					.orderBy('ar.position')
					.select([
						'ar.position',
						'ar.text',
						sql<ResponsibleKind>`ar.kind`.as('kind'),
						'ar.person_id as personId',
						sql<string | null>`nullif(concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')), '')`.as(
							'personName'
						)
					])
			).as('responsible'),
			jsonArrayFrom(
				of
					.selectFrom('activity_results as x')
					.whereRef('x.organisation_id', '=', 'a.organisation_id')
					.whereRef('x.activity_id', '=', 'a.id')
					.where('x.removed_at', 'is', null)
					.orderBy('x.position')
					.select('x.text')
			).as('results'),
			jsonArrayFrom(
				of
					.selectFrom('occurrences as o')
					.leftJoin('completions as c', (on) =>
						on
							.onRef('c.organisation_id', '=', 'o.organisation_id')
							.onRef('c.occurrence_id', '=', 'o.id')
							.on('c.withdrawn_at', 'is', null)
					)
					.whereRef('o.organisation_id', '=', 'a.organisation_id')
					.whereRef('o.activity_id', '=', 'a.id')
					.orderBy(sql`coalesce(o.due_on, upper(o.period), 'infinity')`)
					.orderBy('o.id')
					.select([
						'o.id',
						sql<OccurrenceKind>`o.kind`.as('kind'),
						sql<string | null>`lower(o.period)`.as('from'),
						sql<string | null>`upper(o.period) - 1`.as('to'),
						'o.due_on as dueOn',
						'c.id as completionId',
						sql<Outcome | null>`c.outcome`.as('outcome'),
						'c.done_on as doneOn',
						'c.note',
						'c.recorded_at as recordedAt',
						'c.recorded_by as recordedBy',
						sql<Move | null>`(select json_build_object('from', m.from_day, 'reason', m.reason) from deadline_moves m
							where m.organisation_id = o.organisation_id and m.occurrence_id = o.id
							order by m.moved_at desc, m.id desc limit 1)`.as('moved'),
						sql<number>`(select count(*) from evidence e where e.organisation_id = o.organisation_id
							and e.occurrence_id = o.id and e.removed_at is null)`.as('evidence')
					])
			).as('occurrences')
		]);

type Parts = Awaited<ReturnType<ReturnType<typeof withParts>['execute']>>[number];

const withStanding = (row: Parts, today: string) => ({
	...row,
	responsibleIds: row.responsible.flatMap(({ personId }) => personId ?? []),
	evidence: row.occurrences.reduce((sum, { evidence }) => sum + evidence, 0),
	standing: standingOf(
		row.occurrences,
		{ today, acceptedOn: row.acceptedOn },
		row.awaited ? 'waiting' : row.deadlineKind === 'throughout' ? 'throughout' : 'on-demand'
	)
});
