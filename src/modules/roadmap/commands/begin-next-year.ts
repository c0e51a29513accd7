import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { paperGrid } from '../engine/paper/grid';
import { understand } from '../engine/understand';
import type { PlanActivity } from '../queries/activities';
import { listColleagues } from '../queries/import-people';
import { findSelf } from '../queries/imports';
import type { Plan, PlanStage } from '../queries/plans';
import { type Draft, draftOf, sameWords } from '../rules/draft';
import { askOnce } from '../rules/every-year';
import { nextDeadline, nextHeading } from '../rules/next-year';
import { knowOurselves } from '../rules/ourselves';
import { type PaperPlan, paperPlan } from '../rules/paper';
import { leadsPlans } from '../rules/plan';

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
		const paper = paperPlan({ ...plan, title, from: period?.from ?? null, to: period?.to ?? null }, stages, moved);
		const name = `Новый план из «${plan.title}»`.slice(0, 200);
		const understood = understand(paperGrid(paper), { name, format: 'pasted', encoding: null, tables: 1 });
		const self = await findSelf(tx, actor);
		const here = new Set((await listColleagues(tx, actor, now.today)).map(({ id }) => id));
		const draft = asBefore(knowOurselves(draftOf(understood), self), inPaperOrder(moved, stages), here);
		const id = newId(now);
		await tx
			.insertInto('roadmap_imports')
			.values({
				organisation_id: actor.organisationId,
				id,
				source_name: name,
				pasted: asText(paper),
				continues_id: plan.id,
				created_at: now.at,
				created_by: actor.personId,
				asked_at: now.at,
				read_at: now.at,
				understood: JSON.stringify(understood),
				draft: JSON.stringify(askOnce({ ...draft, period: draft.period ?? period }))
			})
			.execute();
		await journal(tx, actor, 'roadmap.continued', { kind: 'roadmap', id: plan.id }, now, {
			details: { activities: carried.length }
		});
		return { ok: true, value: id };
	});
}

/** The order in which a plan is written down: what stands in no stage first, then stage by stage. */
const inPaperOrder = (activities: readonly PlanActivity[], stages: readonly PlanStage[]) =>
	[null, ...stages.map(({ id }) => id)].flatMap((id) => activities.filter(({ stageId }) => stageId === id));

/**
 * What people have said of the rows in the old plan holds in the new one: how each is carried out, about whom, and who the
 * words mean here, while they work here.
 */
function asBefore(draft: Draft, old: readonly PlanActivity[], here: ReadonlySet<string>): Draft {
	if (draft.activities.length !== old.length) return draft;
	const people = old.flatMap(({ responsible }) =>
		responsible.flatMap(({ text, personId }) => (personId && here.has(personId) ? [[sameWords(text), personId]] : []))
	);
	return {
		...draft,
		people: { ...draft.people, ...Object.fromEntries(people) },
		activities: draft.activities.map((row, index) => {
			const before = old[index];
			if (!before?.capability) return row;
			const doubts = row.doubts.filter(({ field }) => field !== 'capability');
			return { ...row, capability: before.capability, capabilityBecause: null, coverage: before.coverage, doubts };
		})
	};
}

/** Kept as the import's source: the plan in lines. */
const asText = ({ title, stages }: PaperPlan) =>
	[
		title,
		...stages.flatMap((stage) => [
			...(stage.title ? [stage.title] : []),
			...stage.activities.map(({ number, title, deadline, responsible, results }) =>
				[number ?? '', title, deadline ?? '', responsible.join('; '), results.join('; ')].join('\t')
			)
		])
	].join('\n');
