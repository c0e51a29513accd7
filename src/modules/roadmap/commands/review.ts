import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { once } from '../../../db/once';
import type { PlanActivity } from '../queries/activities';
import type { Outcome } from '../rules/activity-state';
import { outcomesOf } from '../rules/completion';
import { asksForEach } from '../rules/coverage';
import { canCarryOut, inArchive } from '../rules/plan';
import { complete } from './complete';
import { keepChange } from './plan-changes';

/** One line of a list in which several are marked at once. */
export type Marked = { activity: PlanActivity; occurrenceId: string; outcome: Outcome; note: string };

/**
 * Marks several occurrences in one act; what a colleague has marked meanwhile is left as it is,
 * and so is what is about each of many while some of them are left.
 * Answers with the id of the change, by which all of it is taken back.
 */
export async function recordSeveral(
	tx: Tx,
	actor: Actor,
	{ token, marks }: Submitted<{ marks: readonly Marked[] }>,
	now: Now
): Promise<Result<string>> {
	for (const { activity, occurrenceId, outcome } of marks) {
		allow(canCarryOut(actor, activity) && outcomesOf(activity).includes(outcome));
		allow(activity.occurrences.some(({ id }) => id === occurrenceId));
	}
	return once(tx, actor, token, now, async () => {
		if (marks.some(({ activity }) => activity.archivedAt)) return rejected({ form: inArchive });
		const whole = marks.filter((mark) => !isPartly(mark));
		if (whole.length === 0 && marks.length > 0) return rejected({ form: partly });
		const written: string[] = [];
		for (const { activity, ...mark } of whole) {
			const id = await complete(tx, actor, activity.id, { ...mark, doneOn: now.today }, now);
			if (id) written.push(id);
		}
		const planId = marks[0]?.activity.roadmapId;
		if (written.length === 0 || !planId) return rejected({ form: nothing(marks.length) });
		const what = `Отмечено строк: ${written.length}`;
		return { ok: true, value: await keepChange(tx, actor, { planId, what, before: { completions: written } }, now) };
	});
}

/** Where some of the many are left it is said of each, or closed with a reason on its own card. */
const isPartly = ({ activity, occurrenceId, outcome }: Marked) =>
	outcome === 'done' && activity.occurrences.some((one) => one.id === occurrenceId && asksForEach(one));

const partly =
	'В выбранных строках отмечают каждого по списку. Откройте мероприятие: там можно отметить сразу всех или закрыть его с причиной.';

const nothing = (chosen: number) =>
	chosen === 0 ? 'Ничего не выбрано: отметьте хотя бы одну строку.' : 'Всё выбранное уже отметили коллеги.';
