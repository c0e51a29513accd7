import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { once } from '../../../db/once';
import { placesOf } from '../queries/plan-changes';
import type { Plan } from '../queries/plans';
import { inArchive, leadsPlans } from '../rules/plan';
import type { StageRow } from '../rules/plan-changes';
import {
	changesOf,
	type Goal,
	type Group,
	groupsOf,
	moveActivity,
	moveStage,
	type Step,
	withoutStage
} from '../rules/plan-order';
import { hold } from './approve-edition';
import { keepChange, putRows } from './plan-changes';

type Places = Awaited<ReturnType<typeof placesOf>>;

const standing = ({ removedAt }: { removedAt: string | null }) => removedAt === null;
const groupsFrom = ({ stages, activities }: Places) => groupsOf(stages.filter(standing), activities.filter(standing));

/** Moves one activity; answers with the id of the change, by which it is taken back. */
export const reorder = (
	tx: Tx,
	actor: Actor,
	plan: Plan,
	{ token, activity, goal }: Submitted<{ activity: string; goal: Goal }>,
	now: Now
): Promise<Result<string>> =>
	changing(tx, actor, plan, token, now, async (places) => {
		const groups = moveActivity(groupsFrom(places), activity, goal);
		return arranged(tx, actor, plan, places, groups, { what: 'Мероприятие перемещено', act: 'plan.reordered' }, now);
	});

export type StageChange = { stage: string } & ({ act: Step | 'removal' } | { act: 'title'; title: string });

/** Moves a stage, calls it anew, or takes it out: what is in it goes to its neighbour. */
export const changeStage = (
	tx: Tx,
	actor: Actor,
	plan: Plan,
	{ token, ...change }: Submitted<StageChange>,
	now: Now
): Promise<Result<string>> =>
	changing(tx, actor, plan, token, now, async (places) => {
		const stage = places.stages.filter(standing).find(({ id }) => id === change.stage);
		if (!stage) return rejected({ form: 'Этого этапа в плане уже нет.' });
		const act = 'plan.stages-changed';
		if (change.act === 'title') {
			await putRows(tx, actor, { stages: [{ ...stage, title: change.title }] });
			const kept = {
				planId: plan.id,
				what: `Этап переименован: ${change.title}`,
				before: { stages: [stage] },
				act
			} as const;
			return { ok: true, value: await keepChange(tx, actor, kept, now) };
		}
		const groups = groupsFrom(places);
		if (change.act === 'removal') {
			const what = `Этап убран: ${stage.title}`;
			return arranged(tx, actor, plan, places, withoutStage(groups, stage.id), { what, act, gone: stage.id }, now);
		}
		const what = `Этап перемещён: ${stage.title}`;
		return arranged(tx, actor, plan, places, moveStage(groups, stage.id, change.act), { what, act }, now);
	});

/** A new stage, last in the plan. */
export const addStage = (
	tx: Tx,
	actor: Actor,
	plan: Plan,
	{ token, title }: Submitted<{ title: string }>,
	now: Now
): Promise<Result<string>> =>
	changing(tx, actor, plan, token, now, async ({ stages }) => {
		const position = Math.max(-1, ...stages.map((one) => one.position)) + 1;
		const stage: StageRow = { id: newId(now), position, number: null, title, removedAt: null };
		await tx
			.insertInto('stages')
			.values({
				organisation_id: actor.organisationId,
				roadmap_id: plan.id,
				id: stage.id,
				position,
				title
			})
			.execute();
		const before = { stages: [{ ...stage, removedAt: now.at }] };
		const kept = { planId: plan.id, what: `Этап добавлен: ${title}`, before, act: 'plan.stages-changed' } as const;
		return { ok: true, value: await keepChange(tx, actor, kept, now) };
	});

async function changing(
	tx: Tx,
	actor: Actor,
	plan: Plan,
	token: string,
	now: Now,
	change: (places: Places) => Promise<Result<string>>
) {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		if (plan.archivedAt) return rejected({ form: inArchive });
		await hold(tx, actor, plan.id);
		return change(await placesOf(tx, actor, plan.id));
	});
}

type Told = { what: string; act: 'plan.reordered' | 'plan.stages-changed'; gone?: string };

/** Writes an order and keeps the one before it. */
async function arranged(
	tx: Tx,
	actor: Actor,
	plan: Plan,
	places: Places,
	groups: readonly Group[],
	{ what, act, gone }: Told,
	now: Now
): Promise<Result<string>> {
	const changed = changesOf(groups, places.stages, places.activities);
	if (changed.activities.length + changed.stages.length === 0 && !gone)
		return rejected({ form: 'Дальше двигать некуда.' });
	const was = <R extends { id: string }>(rows: readonly R[], ids: readonly string[]) =>
		rows.filter(({ id }) => ids.includes(id));
	const before = {
		activities: was(
			places.activities,
			changed.activities.map(({ id }) => id)
		),
		stages: was(places.stages, [...changed.stages.map(({ id }) => id), ...(gone ? [gone] : [])])
	};
	const next = new Map(changed.activities.map((row) => [row.id, row]));
	const nextStage = new Map(changed.stages.map((row) => [row.id, row]));
	await putRows(tx, actor, {
		activities: before.activities.map((row) => ({ ...row, ...next.get(row.id) })),
		stages: before.stages.map((row) => ({
			...row,
			...nextStage.get(row.id),
			removedAt: row.id === gone ? now.at : row.removedAt
		}))
	});
	return { ok: true, value: await keepChange(tx, actor, { planId: plan.id, what, before, act }, now) };
}
