import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { latestEdition } from '../queries/editions';
import type { Plan } from '../queries/plans';
import { writtenPlan } from '../queries/written-plan';
import { inArchive, leadsPlans } from '../rules/plan';
import { contentsOf } from '../rules/plan-contents';
import { takeChanges } from '../rules/plan-difference/take';
import { revertKey } from '../rules/working-changes';
import { hold } from './approve-edition';
import { bringIn } from './bring-in/bring-in';

/** Takes one working change back: there the plan is again as it was approved. Marks and evidence stay. Answers with the plan's id. */
export async function revertChange(
	tx: Tx,
	actor: Actor,
	plan: Plan,
	{ token, change }: { token: string; change: string },
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		if (plan.archivedAt) return rejected({ form: inArchive });
		await hold(tx, actor, plan.id);
		const edition = await latestEdition(tx, actor, plan.id);
		if (!edition) return rejected({ form: 'Утверждённой редакции у плана нет: возвращать не к чему.' });
		const written = await writtenPlan(tx, actor, plan);
		const taken = takeChanges(contentsOf(written, 'moved'), edition.contents, (key) => key === revertKey(change));
		const [reverted] = taken.changes;
		if (!reverted) return rejected({ form: 'Здесь план уже такой, каким его утвердили.' });

		await bringIn(tx, actor, { id: plan.id, written }, taken, now);
		const activity = 'row' in reverted ? reverted.row.id : null;
		const details = { what: reverted.what };
		if (activity) await journal(tx, actor, 'activity.reverted', { kind: 'activity', id: activity }, now, { details });
		else await journal(tx, actor, 'roadmap.reverted', { kind: 'roadmap', id: plan.id }, now, { details });
		return { ok: true, value: plan.id };
	});
}
