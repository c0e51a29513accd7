import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { addDays, type Now, showDate } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { latestEdition } from '../../roadmap/queries/editions';
import { findPlan } from '../../roadmap/queries/plans';
import { writtenPlan } from '../../roadmap/queries/written-plan';
import { amendmentsOf } from '../../roadmap/rules/amendments';
import { paperOf } from '../../roadmap/rules/edition';
import { leadsPlans } from '../../roadmap/rules/plan';
import { contentsOf } from '../../roadmap/rules/plan-contents';
import { workingChanges } from '../../roadmap/rules/working-changes';
import type { EventFacts } from '../engine/event-values';
import type { PlanFacts } from '../engine/plan-values';

/** Plans with an approved edition, the one approved last first: what an annex may be. */
export const listApprovedPlans = (tx: Tx, actor: Actor) =>
	tx
		.selectFrom('roadmaps as r')
		.where('r.organisation_id', '=', actor.organisationId)
		.where(leadsPlans(actor) ? sql<boolean>`true` : sql<boolean>`false`)
		.innerJoin(
			(of) =>
				of
					.selectFrom('plan_editions as e')
					.where('e.organisation_id', '=', actor.organisationId)
					.where('e.withdrawn_at', 'is', null)
					.groupBy('e.roadmap_id')
					.select(['e.roadmap_id', sql<string>`max(e.approved_at)`.as('at')])
					.as('last'),
			(on) => on.onRef('last.roadmap_id', '=', 'r.id')
		)
		.select(['r.id', 'r.title'])
		.orderBy('last.at', 'desc')
		.limit(50)
		.execute();

/** The approved edition of a plan and what was changed after it; undefined where there is none. */
export async function findPlanFacts(tx: Tx, actor: Actor, planId: string): Promise<PlanFacts | undefined> {
	const plan = await findPlan(tx, actor, planId);
	const edition = plan && (await latestEdition(tx, actor, plan.id));
	if (!plan || !edition) return undefined;
	const written = await writtenPlan(tx, actor, plan);
	const changes = workingChanges(edition.contents, written);
	const { title, period, stages } = paperOf(edition.contents);
	return {
		roadmapId: plan.id,
		title,
		period: period ? `с ${showDate(period.from)} по ${showDate(period.to)}` : '',
		order: { on: edition.orderDay, number: edition.orderNumber },
		stages: stages.map(({ number, title: name, activities }) => ({
			title: name && [number, name].filter(Boolean).join('. '),
			rows: activities.map(({ lead, ...row }) => ({ ...row, title: lead ? `${lead} ${row.title}` : row.title }))
		})),
		amendments: amendmentsOf(edition.contents, contentsOf(written, 'moved'), changes)
	};
}

/** Meetings an order may be about: those ahead and those of the last months, the final ones first. */
export async function listEventsForOrder(tx: Tx, { organisationId }: Actor, { today }: Now): Promise<EventFacts[]> {
	const { rows } = await sql<EventFacts>`
		select e.id, e.title, e.held_on as "heldOn", e.starts_at as "startsAt", e.place, e.agenda
		from events e
		where e.organisation_id = ${organisationId} and e.removed_at is null and e.cancelled_at is null and e.meets
			and e.held_on >= ${addDays(today, -120)}::date
		order by (e.kind || ' ' || e.title) ~* 'итогов' desc, (e.held_on >= ${today}::date) desc, abs(e.held_on - ${today}::date), e.id
		limit 50`.execute(tx);
	return rows;
}

/** Organisations below, by their full names. */
export async function listBelowNames(tx: Tx, { today }: Now): Promise<string[]> {
	const { rows } = await sql<{ name: string }>`
		select coalesce(nullif(full_name, ''), name) as name from organisations_below(${today}::date)
		where kind not in ('resource-centre', 'authority', 'region') order by name collate "ru-x-icu"`.execute(tx);
	return rows.map(({ name }) => name);
}
