import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { once } from '../../../db/once';
import type { PlanActivity } from '../queries/activities';
import { placesOf } from '../queries/plan-changes';
import type { Plan } from '../queries/plans';
import { capabilities } from '../rules/capabilities';
import { canBeMoved, windowAfter } from '../rules/change';
import { inArchive, leadsPlans } from '../rules/plan';
import type { BulkEdit } from '../rules/plan-changes';
import { changesOf, groupsOf, moveActivity } from '../rules/plan-order';
import { hold } from './approve-edition';
import { moveOne } from './move-deadline';
import { keepChange, putRows } from './plan-changes';

/** Says the same of all chosen rows; answers with the id of the change, by which all of it is taken back. */
export async function editSeveral(
	tx: Tx,
	actor: Actor,
	{ plan, chosen }: { plan: Plan; chosen: readonly PlanActivity[] },
	{ token, edit }: { token: string; edit: BulkEdit },
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		if (plan.archivedAt) return rejected({ form: inArchive });
		if (chosen.length === 0) return rejected({ form: 'Ничего не выбрано: отметьте хотя бы одну строку.' });
		await hold(tx, actor, plan.id);
		return edit.what === 'term'
			? moveTerms(tx, actor, plan, chosen, edit.toDay, now)
			: changeRows(tx, actor, plan, chosen, edit, now);
	});
}

/** Stage, capability and removal are columns of the rows themselves. */
async function changeRows(
	tx: Tx,
	actor: Actor,
	plan: Plan,
	chosen: readonly PlanActivity[],
	edit: Exclude<BulkEdit, { what: 'term' }>,
	now: Now
): Promise<Result<string>> {
	const places = await placesOf(tx, actor, plan.id);
	const ids = new Set(chosen.map(({ id }) => id));
	const stages = places.stages.filter(({ removedAt }) => removedAt === null);
	const stage = edit.what === 'stage' ? stages.find(({ id }) => id === edit.stage) : undefined;
	if (edit.what === 'stage' && edit.stage && !stage) return rejected({ form: 'Этого этапа в плане уже нет.' });

	let after = places.activities.map((row) => {
		if (!ids.has(row.id)) return row;
		if (edit.what === 'capability') return { ...row, capability: edit.capability };
		return edit.what === 'removal' ? { ...row, removedAt: now.at } : { ...row, stageId: edit.stage };
	});
	if (edit.what === 'stage') {
		const rows = places.activities.filter(({ removedAt }) => removedAt === null);
		const outside = { stage: null, activities: [] };
		const groups = groupsOf(stages, rows);
		const start = groups.some(({ stage: one }) => one === null) ? groups : [...groups, outside];
		const moved = chosen.reduce((all, { id }) => moveActivity(all, id, { stage: edit.stage }), start);
		const next = new Map(changesOf(moved, places.stages, places.activities).activities.map((row) => [row.id, row]));
		after = places.activities.map((row) => ({ ...row, ...next.get(row.id) }));
	}
	const before = places.activities.filter((row, index) => JSON.stringify(row) !== JSON.stringify(after[index]));
	if (before.length === 0) return rejected({ form: 'У выбранных строк это уже так.' });
	const changed = new Set(before.map(({ id }) => id));
	await putRows(tx, actor, { activities: after.filter(({ id }) => changed.has(id)) });
	const told = {
		stage: `Перемещено в ${stage ? `этап «${stage.title}»` : 'строки вне этапов'}`,
		capability: `Указано, чем выполняется: ${edit.what === 'capability' && edit.capability ? capabilities[edit.capability].name : 'не указано'}`,
		removal: 'Убрано из плана'
	}[edit.what];
	const what = `${told} (строк: ${chosen.length})`;
	const kept = { planId: plan.id, what, before: { activities: before }, act: 'plan.edited' } as const;
	return { ok: true, value: await keepChange(tx, actor, kept, now) };
}

/** The next time of each row that can be moved gets the same last day. */
async function moveTerms(
	tx: Tx,
	actor: Actor,
	plan: Plan,
	chosen: readonly PlanActivity[],
	toDay: string,
	now: Now
): Promise<Result<string>> {
	if (toDay < now.today) return rejected({ toDay: `Этот день уже прошёл: сегодня ${showDate(now.today)}` });
	const times = chosen.flatMap((activity) => {
		const next = activity.occurrences.find(({ id }) => id === activity.standing.next?.id);
		return next && canBeMoved(next, activity) && next.dueOn !== toDay ? [next] : [];
	});
	if (times.length === 0)
		return rejected({ form: 'У выбранных строк переносить нечего: они выполнены или идут весь год.' });
	await putRows(tx, actor, {
		occurrences: times.map((one) => ({
			...windowAfter(one, toDay),
			id: one.id,
			kind: 'deadline',
			dueOn: toDay,
			addedOn: now.today
		}))
	});
	const moves: string[] = [];
	for (const one of times) moves.push(await moveOne(tx, actor, one, { toDay, reason: '' }, now));
	const occurrences = times.map(({ id, kind, from, to, dueOn, addedOn }) => ({ id, kind, from, to, dueOn, addedOn }));
	const before = { occurrences, moves };
	const what = `Срок перенесён на ${showDate(toDay)} (строк: ${times.length})`;
	return { ok: true, value: await keepChange(tx, actor, { planId: plan.id, what, before, act: 'plan.edited' }, now) };
}
