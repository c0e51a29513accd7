import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { PlanActivity } from '../queries/activities';
import { listColleagues } from '../queries/import-people';
import type { Plan, PlanStage } from '../queries/plans';
import { sameWords } from '../rules/draft';
import { nextDeadline, nextHeading } from '../rules/next-year';
import { paperPlan } from '../rules/paper';
import { leadsPlans } from '../rules/plan';
import { beginDraft } from './begin-draft';

export type OldPlan = { plan: Plan; stages: readonly PlanStage[]; activities: readonly PlanActivity[] };
export type NextYear = Submitted<{ title: string; rows: readonly string[] }>;

/**
 * Begins the next plan from this one: the chosen rows with their terms in the next years wait as an import, to be looked
 * at and accepted. The old plan stays as it is. Answers with the id of the import.
 */
export async function beginNextYear(
	tx: Tx,
	actor: Actor,
	{ plan, stages, activities }: OldPlan,
	{ token, title, rows }: NextYear,
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));
	const carried = activities.filter(({ id }) => rows.includes(id));
	if (carried.length === 0) return rejected({ rows: 'Отметьте хотя бы одно мероприятие: переносить нечего.' });

	return once(tx, actor, token, now, async () => {
		const { period } = nextHeading(plan);
		const moved = carried.map((one) => ({ ...one, deadlineText: nextDeadline(one.deadlineText, plan) }));
		const here = new Set((await listColleagues(tx, actor, now.today)).map(({ id }) => id));
		const id = await beginDraft(
			tx,
			actor,
			{
				paper: paperPlan({ ...plan, title, from: period?.from ?? null, to: period?.to ?? null }, stages, moved),
				name: `Новый план из «${plan.title}»`,
				said: inPaperOrder(moved, stages),
				people: stillHere(carried, here),
				links: { continues_id: plan.id }
			},
			now
		);
		await journal(tx, actor, 'roadmap.continued', { kind: 'roadmap', id: plan.id }, now, {
			details: { activities: carried.length }
		});
		return { ok: true, value: id };
	});
}

/** The order in which a plan is written down: what stands in no stage first, then stage by stage. */
const inPaperOrder = (activities: readonly PlanActivity[], stages: readonly PlanStage[]) =>
	[null, ...stages.map(({ id }) => id)].flatMap((id) => activities.filter(({ stageId }) => stageId === id));

/** Who the written words mean here, as long as they work here; a line for somebody merely entrusted stands for no words. */
const stillHere = (activities: readonly PlanActivity[], here: ReadonlySet<string>) =>
	Object.fromEntries(
		activities.flatMap(({ responsible }) =>
			responsible.flatMap(({ text, personId, entrusted }) =>
				personId && !entrusted && here.has(personId) ? [[sameWords(text), personId] as const] : []
			)
		)
	);
