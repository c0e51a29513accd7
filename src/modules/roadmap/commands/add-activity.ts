import type { Actor } from '../../../core/actor';
import { asRange, type Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { normOf } from '../engine/coverage';
import type { Plan, PlanStage } from '../queries/plans';
import { type AddedActivity, problemsWithAdded, writtenTerm } from '../rules/change';
import { inArchive, leadsPlans } from '../rules/plan';
import { hold } from './approve-edition';

/** Adds an activity to a plan at work, last in its stage; answers with its id. */
export async function addActivity(
	tx: Tx,
	actor: Actor,
	{ plan, stages }: { plan: Plan; stages: readonly PlanStage[] },
	{ token, ...added }: Submitted<AddedActivity>,
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		if (plan.archivedAt) return rejected({ form: inArchive });
		await hold(tx, actor, plan.id);
		const stage = stages.find(({ id }) => id === added.stage);
		if (added.stage && !stage) return rejected({ stage: 'Этого этапа в плане нет. Выберите из списка.' });
		const problems = problemsWithAdded(added);
		if (Object.keys(problems).length > 0) return rejected(problems);

		const mine = { organisation_id: actor.organisationId };
		const id = newId(now);
		const { last } = await tx
			.selectFrom('activities')
			.where((is) => is.and({ ...mine, roadmap_id: plan.id }))
			.select((of) => of.fn.coalesce(of.fn.max('position'), of.val(-1)).as('last'))
			.executeTakeFirstOrThrow();
		const { title, results, from, to } = added;
		const kind = to ? 'windows' : 'on-demand';
		const norm = normOf(kind, title, results);
		await tx
			.insertInto('activities')
			.values({
				...mine,
				id,
				roadmap_id: plan.id,
				stage_id: stage?.id ?? null,
				position: Number(last) + 1,
				title,
				deadline_text: writtenTerm(added),
				deadline_kind: kind,
				norm: norm && JSON.stringify(norm)
			})
			.execute();
		const window = to ? { from: from && from < to ? from : now.today < to ? now.today : to, to } : null;
		await tx
			.insertInto('occurrences')
			.values({
				...mine,
				id: newId(now),
				activity_id: id,
				kind: window ? 'deadline' : 'on-demand',
				period: window && asRange(window),
				due_on: to,
				added_on: now.today
			})
			.execute();
		const rows = results.map((text, position) => ({ ...mine, activity_id: id, position, text }));
		if (rows.length > 0) await tx.insertInto('activity_results').values(rows).execute();
		await journal(tx, actor, 'activity.added', { kind: 'activity', id }, now);
		return { ok: true, value: id };
	});
}
