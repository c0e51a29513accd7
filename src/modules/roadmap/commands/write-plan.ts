import type { Actor } from '../../../core/actor';
import { asRange, type Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { normOf } from '../engine/coverage';
import type { AcceptedPlan } from '../rules/acceptance';
import { type Draft, sameWords } from '../rules/draft';

/** Several thousand rows would be more parameters than one statement takes. */
const atATime = 500;

const chunks = <T>(rows: readonly T[]): T[][] =>
	Array.from({ length: Math.ceil(rows.length / atATime) }, (_, index) =>
		rows.slice(index * atATime, (index + 1) * atATime)
	);

type Writing = { tx: Tx; actor: Actor; now: Now; id: string; draft: Draft; plan: AcceptedPlan };
type Placed = AcceptedPlan['activities'][number] & { id: string; position: number };

/** Writes an accepted plan, one statement a table for a plan of the usual size; answers with the id of the roadmap. */
export async function writePlan(tx: Tx, actor: Actor, importId: string, draft: Draft, plan: AcceptedPlan, now: Now) {
	const writing = { tx, actor, now, id: newId(now), draft, plan };
	await writeHead(writing, importId);
	const stageIds = await writeStages(writing);
	const activities = plan.activities.map((activity, position) => ({ ...activity, id: newId(now), position }));
	await writeActivities(writing, activities, stageIds);
	await writeWords(writing, activities);
	await writeOccurrences(writing, activities);
	return writing.id;
}

const writeHead = ({ tx, actor, now, id, draft, plan }: Writing, importId: string) =>
	tx
		.insertInto('roadmaps')
		.values({
			organisation_id: actor.organisationId,
			id,
			import_id: importId,
			title: plan.title,
			goal: draft.goal ?? '',
			period: plan.period && asRange(plan.period),
			accepted_on: now.today,
			accepted_at: now.at,
			accepted_by: actor.personId,
			archived_at: plan.archived ? now.at : null,
			archived_by: plan.archived ? actor.personId : null
		})
		.execute();

async function writeStages({ tx, actor, now, id: roadmap_id, draft }: Writing) {
	const stages = draft.stages.map((stage, position) => ({ ...stage, id: newId(now), position }));
	for (const some of chunks(stages)) {
		const rows = some.map(({ id, position, number, title, goal }) => ({
			organisation_id: actor.organisationId,
			id,
			roadmap_id,
			position,
			number,
			title: title.trim() || `Этап ${position + 1}`,
			goal: goal ?? ''
		}));
		await tx.insertInto('stages').values(rows).execute();
	}
	return new Map(stages.map(({ key, id }) => [key, id]));
}

async function writeActivities(
	{ tx, actor, id: roadmap_id }: Writing,
	activities: readonly Placed[],
	stageIds: ReadonlyMap<string, string>
) {
	for (const some of chunks(activities)) {
		const rows = some.map(({ id, position, row, deadline, awaited }) => ({
			organisation_id: actor.organisationId,
			id,
			roadmap_id,
			stage_id: (row.stage && stageIds.get(row.stage)) || null,
			position,
			number: row.number,
			title: row.title,
			lead: row.lead,
			deadline_text: deadline.text,
			deadline_kind: deadline.kind,
			cadence: deadline.cadence ? JSON.stringify(deadline.cadence) : null,
			norm: asNorm(normOf(deadline.kind, row.title, row.results)),
			coverage: row.coverage,
			capability: row.capability,
			awaited
		}));
		await tx.insertInto('activities').values(rows).execute();
	}
}

const asNorm = (norm: ReturnType<typeof normOf>) => norm && JSON.stringify(norm);

/** Who answers, in the words of the plan and as people here where somebody confirmed it; and the expected results. */
async function writeWords({ tx, actor, draft }: Writing, activities: readonly Placed[]) {
	const { organisationId: organisation_id } = actor;
	const responsible = activities.flatMap(({ id: activity_id, row }) =>
		row.responsible.map(({ text, kind }, position) => {
			const person_id = draft.people[sameWords(text)] || null;
			return { organisation_id, activity_id, position, text, kind, person_id };
		})
	);
	const results = activities.flatMap(({ id: activity_id, row }) =>
		row.results.map((text, position) => ({ organisation_id, activity_id, position, text }))
	);
	for (const some of chunks(responsible)) await tx.insertInto('activity_responsible').values(some).execute();
	for (const some of chunks(results)) await tx.insertInto('activity_results').values(some).execute();
}

/** Every time something is due, and what was said of the times before today. */
async function writeOccurrences({ tx, actor, now }: Writing, activities: readonly Placed[]) {
	const { organisationId: organisation_id, personId: recorded_by } = actor;
	const occurrences = activities.flatMap(({ id: activity_id, occurrences: times }) =>
		times.map((one) => ({ ...one, activity_id, id: newId(now) }))
	);
	const completions = occurrences.flatMap(({ id: occurrence_id, outcome, dueOn }) =>
		outcome === null
			? []
			: {
					organisation_id,
					id: newId(now),
					occurrence_id,
					outcome,
					done_on: outcome === 'done' && dueOn ? dueOn : now.today,
					note: 'Отмечено при приёме плана к работе',
					recorded_at: now.at,
					recorded_by
				}
	);
	for (const some of chunks(occurrences)) {
		const rows = some.map(({ id, activity_id, kind, window, dueOn }) => {
			const period = window && asRange(window);
			return { organisation_id, id, activity_id, kind, period, due_on: dueOn, added_on: now.today };
		});
		await tx.insertInto('occurrences').values(rows).execute();
	}
	for (const some of chunks(completions)) await tx.insertInto('completions').values(some).execute();
}
