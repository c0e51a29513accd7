import { type SelectQueryBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Actor } from '../../../core/actor';
import { nowIn } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { DB } from '../../../db/types';
import { mentorshipName } from '../../mentorships/queries/names';
import { lastDayOfWeek, type OccurrenceKind, type Outcome, standingOf } from '../rules/activity-state';
import type { CapabilityCode } from '../rules/capabilities';
import { type Covering, coverageOf, manyOn, type One } from '../rules/coverage';
import type { Coverage, ResponsibleKind } from '../rules/understanding';
import { everyoneOfMany } from './many';
import { visibleActivities } from './visible';
import { worksHere } from './works-here';

export type PlanActivity = Awaited<ReturnType<typeof planActivities>>[number];
export type PlanOccurrence = PlanActivity['occurrences'][number];

/** The activities of one plan in its order, each with its state on `today`. Two queries whatever the size: the rows, and the many. */
export async function planActivities(tx: Tx, actor: Actor, roadmapId: string, today: string) {
	const rows = await withParts(visibleActivities(tx, actor), today)
		.where('a.roadmap_id', '=', roadmapId)
		.orderBy('a.position')
		.execute();
	const everyone = await everyoneOfMany(tx, actor);
	return rows.map((row) => withStanding(row, everyone, { today, timeZone: actor.timeZone }));
}

/** Those of one plan with a time of a kind whose day has come within this week and of which nothing is said: among them are all that are asked about. */
export async function askedActivities(
	tx: Tx,
	actor: Actor,
	{ roadmapId, kind }: { roadmapId: string; kind: OccurrenceKind },
	today: string
) {
	const rows = await withParts(visibleActivities(tx, actor), today)
		.where('a.roadmap_id', '=', roadmapId)
		.where(
			sql<boolean>`exists (select from occurrences t where t.organisation_id = a.organisation_id and t.activity_id = a.id
				and t.kind = ${kind} and t.due_on <= ${lastDayOfWeek(today)}::date
				and not exists (select from completions d where d.organisation_id = t.organisation_id
					and d.occurrence_id = t.id and d.withdrawn_at is null))`
		)
		.orderBy('a.position')
		.execute();
	const everyone = await everyoneOfMany(tx, actor);
	return rows.map((row) => withStanding(row, everyone, { today, timeZone: actor.timeZone }));
}

/** Those of all plans at work, in the order of the plans. */
export async function activitiesAtWork(tx: Tx, actor: Actor, today: string) {
	const rows = await withParts(visibleActivities(tx, actor), today)
		.where('r.archived_at', 'is', null)
		.orderBy('r.accepted_at')
		.orderBy('r.id')
		.orderBy('a.position')
		.execute();
	const everyone = await everyoneOfMany(tx, actor);
	return rows.map((row) => withStanding(row, everyone, { today, timeZone: actor.timeZone }));
}

export async function findActivity(tx: Tx, actor: Actor, id: string, today: string) {
	if (!isId(id)) return undefined;
	const row = await withParts(visibleActivities(tx, actor), today).where('a.id', '=', id).executeTakeFirst();
	return row && withStanding(row, await everyoneOfMany(tx, actor), { today, timeZone: actor.timeZone });
}

/** The activity one of whose occurrences has this id. */
export async function findByOccurrence(tx: Tx, actor: Actor, occurrenceId: string, today: string) {
	if (!isId(occurrenceId)) return undefined;
	const row = await withParts(visibleActivities(tx, actor), today)
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
	const activity = row && withStanding(row, await everyoneOfMany(tx, actor), { today, timeZone: actor.timeZone });
	const occurrence = activity?.occurrences.find(({ id }) => id === occurrenceId);
	return activity && occurrence && { activity, occurrence };
}

/** The last time a term was moved: the day it was before (null: none) and why. */
type Move = { from: string | null; reason: string };

type Aliased = DB & { a: DB['activities']; r: DB['roadmaps'] };

/** An activity with its stage, responsible, results and occurrences, each of these in its order. */
const withParts = <O>(activities: SelectQueryBuilder<Aliased, 'a' | 'r', O>, today: string) =>
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
			'r.archived_at as archivedAt',
			sql<number>`(select count(*) from activity_comments k where k.organisation_id = a.organisation_id
				and k.activity_id = a.id and k.removed_at is null)`.as('comments')
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
						'ar.entrusted',
						sql<string | null>`nullif(concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')), '')`.as(
							'personName'
						),
						sql<'here' | 'left' | 'deleted'>`case when p.removed_at is not null then 'deleted'
							when p.id is not null and not ${worksHere(today)} then 'left' else 'here' end`.as('whereabouts')
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
						'o.added_on as addedOn',
						'c.id as completionId',
						sql<Outcome | null>`c.outcome`.as('outcome'),
						'c.done_on as doneOn',
						'c.note',
						'c.recorded_at as recordedAt',
						'c.recorded_by as recordedBy',
						sql<Move | null>`(select json_build_object('from', m.from_day, 'reason', m.reason) from deadline_moves m
							where m.organisation_id = o.organisation_id and m.occurrence_id = o.id and m.undone_at is null and m.to_day = o.due_on
							order by m.moved_at desc, m.id desc limit 1)`.as('moved'),
						sql<Covering[] | null>`case when a.coverage is not null then ${coverings} end`.as('coverings'),
						sql<number>`(select count(*) from evidence e where e.organisation_id = o.organisation_id
							and e.occurrence_id = o.id and e.removed_at is null and e.taken_back_at is null)`.as('evidence')
					])
			).as('occurrences')
		]);

/** What was said of each of the many, for the time `o`. */
const coverings = sql`(
	select coalesce(json_agg(json_build_object(
		'id', v.id, 'one', coalesce(v.person_id, v.unit_id, v.mentorship_id), 'outcome', v.outcome, 'coveredOn', v.covered_on, 'note', v.note,
		'recordedBy', v.recorded_by,
		'name', coalesce(u.name, case when v.mentorship_id is not null then ${mentorshipName('v.mentorship_id')} end, concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, ''))),
		'evidence', (select count(*) from evidence e where e.organisation_id = v.organisation_id and e.covering_id = v.id
			and e.removed_at is null)) order by v.covered_on, v.id), '[]')
	from coverings v
	left join people p on p.organisation_id = v.organisation_id and p.id = v.person_id
	left join plan_units u on u.organisation_id = v.organisation_id and u.id = v.unit_id
	where v.organisation_id = o.organisation_id and v.occurrence_id = o.id and v.withdrawn_at is null)`;

type Parts = Awaited<ReturnType<ReturnType<typeof withParts>['execute']>>[number];

type Days = { today: string; timeZone: string };

/** The many as of today, or as of the day it was said that the time is done: who came later changes nothing in it. */
const withCoverage = (
	{ coverage, roadmapId, occurrences }: Parts,
	everyone: readonly One[],
	{ today, timeZone }: Days
) =>
	occurrences.map(({ coverings, ...occurrence }) => {
		if (!coverage) return { ...occurrence, coverage: null };
		const { recordedAt } = occurrence;
		const day = recordedAt ? nowIn(timeZone, new Date(recordedAt)).today : today;
		return {
			...occurrence,
			coverage: coverageOf(manyOn(everyone, { coverage, roadmapId, day }), coverings ?? [])
		};
	});

const withStanding = (row: Parts, everyone: readonly One[], days: Days) => {
	const occurrences = withCoverage(row, everyone, days);
	const standing = standingOf(
		occurrences,
		days.today,
		row.awaited ? 'waiting' : row.deadlineKind === 'throughout' ? 'throughout' : 'on-demand'
	);
	const at = standing.next ?? occurrences.at(-1);
	return {
		...row,
		occurrences,
		responsibleIds: row.responsible.flatMap(({ personId }) => personId ?? []),
		evidence: occurrences.reduce((sum, { evidence }) => sum + evidence, 0),
		standing,
		/** «8 из 12 пар» of the time that is next, or the last one. */
		many: occurrences.find(({ id }) => id === at?.id)?.coverage ?? null
	};
};
