import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Act } from '../../../core/acts';
import { asRange, type Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findPlanChange, isBuiltUpon, type PlanChange, placesOf, standingRows } from '../queries/plan-changes';
import { inArchive, leadsPlans } from '../rules/plan';
import { type Before, putBack } from '../rules/plan-changes';
import { hold } from './approve-edition';
import { excuseAbsence } from './excuse-absence';

type Change = { planId: string; what: string; before: Before; act?: Act };

/** Keeps what rows were before a change that has just been made; answers with the id by which it is taken back. */
export async function keepChange(tx: Tx, actor: Actor, { planId, what, before, act }: Change, now: Now) {
	const id = newId(now);
	await hold(tx, actor, planId);
	await sql`insert into plan_changes (organisation_id, id, roadmap_id, what, before, position, made_at, made_by, after)
		select ${actor.organisationId}, ${id}, ${planId}, ${what}, ${JSON.stringify(before)},
			coalesce(max(position), 0) + 1, ${now.at}, ${actor.personId}, ${standingRows(actor, before)}
		from plan_changes where organisation_id = ${actor.organisationId} and roadmap_id = ${planId}`.execute(tx);
	if (act) await journal(tx, actor, act, { kind: 'roadmap', id: planId }, now, { details: { changeId: id, what } });
	return id;
}

/** Puts everything back as it was before the last change of a plan, unless somebody went on from it. Answers with the plan's id. */
export async function undoChange(
	tx: Tx,
	actor: Actor,
	{ id, roadmapId }: PlanChange,
	token: string,
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		await hold(tx, actor, roadmapId);
		const change = (await findPlanChange(tx, actor, id)) ?? notFound();
		if (change.archivedAt) return rejected({ form: inArchive });
		if (change.undoneAt) return rejected({ form: 'Это изменение уже отменено.' });
		if (!change.last)
			return rejected({ form: 'После этого план меняли ещё раз. Сначала отмените последнее изменение.' });
		if (await isBuiltUpon(tx, actor, change)) {
			return rejected({
				form: 'После этого эти строки уже меняли. Отменить всё сразу нельзя: поправьте нужные строки.'
			});
		}
		await putBackRows(tx, actor, change, now);
		await takeBack(tx, actor, change.before, now);
		await tx
			.updateTable('plan_changes')
			.set({ undone_at: now.at, undone_by: actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', change.id)
			.execute();
		const subject = { kind: 'roadmap', id: change.roadmapId } as const;
		await journal(tx, actor, 'plan.change-undone', subject, now, {
			details: { changeId: change.id, what: change.what }
		});
		return { ok: true, value: change.roadmapId };
	});
}

async function putBackRows(tx: Tx, actor: Actor, { roadmapId, before }: PlanChange, now: Now) {
	const { activities = [], stages = [], occurrences } = before;
	const standing = activities.filter(({ removedAt }) => removedAt === null);
	await excuseAbsence(tx, actor, { activities: standing.map(({ id }) => id) }, now);
	const places = await placesOf(tx, actor, roadmapId);
	await putRows(tx, actor, {
		activities: putBack(places.activities, activities),
		stages: putBack(places.stages, stages),
		...(occurrences && { occurrences })
	});
}

/** Writes rows as they are given, one statement a table, so that rows may change places. */
export async function putRows(
	tx: Tx,
	{ organisationId }: Actor,
	{ activities = [], stages = [], occurrences = [] }: Before
) {
	if (stages.length > 0) {
		await sql`update stages s set position = x.position, number = x.number, title = x.title, removed_at = x."removedAt"
			from jsonb_to_recordset(${JSON.stringify(stages)}::jsonb)
				as x(id uuid, position int, number text, title text, "removedAt" timestamptz)
			where s.organisation_id = ${organisationId} and s.id = x.id`.execute(tx);
	}
	if (activities.length > 0) {
		await sql`update activities a set stage_id = x."stageId", position = x.position, capability = x.capability,
				removed_at = x."removedAt", version = version + 1
			from jsonb_to_recordset(${JSON.stringify(activities)}::jsonb)
				as x(id uuid, "stageId" uuid, position int, capability text, "removedAt" timestamptz)
			where a.organisation_id = ${organisationId} and a.id = x.id`.execute(tx);
	}
	if (occurrences.length > 0) {
		const rows = occurrences.map(({ id, kind, from, to, dueOn, addedOn }) => ({
			id,
			kind,
			period: from && to ? asRange({ from, to }) : null,
			dueOn,
			addedOn
		}));
		await sql`update occurrences o set kind = x.kind, period = x.period, due_on = x."dueOn", added_on = x."addedOn"
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
				as x(id uuid, kind text, period daterange, "dueOn" date, "addedOn" date)
			where o.organisation_id = ${organisationId} and o.id = x.id`.execute(tx);
	}
}

/** Marks, moves and assignments are taken back as they always are: the record stays. */
async function takeBack(tx: Tx, actor: Actor, { completions = [], entrusted = [], moves = [] }: Before, now: Now) {
	if (completions.length > 0) {
		await tx
			.updateTable('completions')
			.set({ withdrawn_at: now.at, withdrawn_by: actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', 'in', completions)
			.where('withdrawn_at', 'is', null)
			.execute();
	}
	if (moves.length > 0) {
		await tx
			.updateTable('deadline_moves')
			.set({ undone_at: now.at, undone_by: actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', 'in', moves)
			.execute();
	}
	if (entrusted.length > 0) {
		await sql`update activity_responsible r
			set person_id = case when x.added then r.person_id end, removed_at = case when x.added then ${now.at}::timestamptz end
			from jsonb_to_recordset(${JSON.stringify(entrusted)}::jsonb) as x("activityId" uuid, position int, added boolean)
			where r.organisation_id = ${actor.organisationId} and r.activity_id = x."activityId" and r.position = x.position`.execute(
			tx
		);
	}
}
