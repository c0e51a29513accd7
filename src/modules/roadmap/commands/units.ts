import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { Plan } from '../queries/plans';
import type { PlanUnit } from '../queries/units';
import { inArchive, leadsPlans } from '../rules/plan';
import { problemsWithNames, type UnitKind } from '../rules/units';

type Added = Submitted<{ kind: UnitKind; names: readonly string[] }>;

/** Adds pairs or groups to those the plan keeps; who stands there already is left as they are. Answers with how many were new. */
export async function addUnits(
	tx: Tx,
	actor: Actor,
	plan: Plan,
	{ token, kind, names }: Added,
	now: Now
): Promise<Result<number>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		if (plan.archivedAt) return rejected({ form: inArchive });
		const problems = problemsWithNames(names);
		if (Object.keys(problems).length > 0) return rejected(problems);
		const rows = names.map((name) => ({
			organisation_id: actor.organisationId,
			id: newId(now),
			roadmap_id: plan.id,
			kind,
			name,
			added_on: now.today,
			added_at: now.at,
			added_by: actor.personId
		}));
		const added = await tx
			.insertInto('plan_units')
			.values(rows)
			.onConflict((is) => is.doNothing())
			.returning('id')
			.execute();
		if (added.length === 0) return rejected({ names: 'Все они в списке уже есть' });
		await journal(tx, actor, 'plan-units.added', { kind: 'roadmap', id: plan.id }, now, {
			details: { kind, count: added.length }
		});
		return { ok: true, value: added.length };
	});
}

/** From today a pair or group takes part no longer; what was said of it stays. */
export const endUnit = (tx: Tx, actor: Actor, unit: PlanUnit, token: string, now: Now) =>
	setRemoved(tx, actor, unit, { token, removedOn: now.today, act: 'plan-units.ended' }, now);

/** It takes part again; a namesake that has come meanwhile keeps the name. */
export const returnUnit = (tx: Tx, actor: Actor, unit: PlanUnit, token: string, now: Now) =>
	setRemoved(tx, actor, unit, { token, removedOn: null, act: 'plan-units.returned' }, now);

type Removal = Submitted<{ removedOn: string | null; act: 'plan-units.ended' | 'plan-units.returned' }>;

async function setRemoved(
	tx: Tx,
	actor: Actor,
	{ id, roadmapId, kind, name, archivedAt }: PlanUnit,
	{ token, removedOn, act }: Removal,
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		if (archivedAt) return rejected({ form: inArchive });
		const mine = { organisation_id: actor.organisationId };
		const namesake = await tx
			.selectFrom('plan_units')
			.select('id')
			.where((is) => is.and({ ...mine, roadmap_id: roadmapId, kind, name }))
			.where('removed_on', 'is', null)
			.where('id', '<>', id)
			.executeTakeFirst();
		if (removedOn === null && namesake) return rejected({ form: `«${name}» уже есть в списке.` });
		await tx
			.updateTable('plan_units')
			.set({ removed_on: removedOn })
			.where((is) => is.and({ ...mine, id }))
			.execute();
		await journal(tx, actor, act, { kind: 'roadmap', id: roadmapId }, now, { details: { unitId: id } });
		return { ok: true, value: id };
	});
}
