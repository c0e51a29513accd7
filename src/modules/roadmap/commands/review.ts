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

/** One line of a list in which several are marked at once. */
export type Marked = { activity: PlanActivity; occurrenceId: string; outcome: Outcome; note: string };

/**
 * Marks several occurrences in one act; what a colleague has marked meanwhile is left as it is,
 * and so is what is about each of many while some of them are left.
 * Answers with how many were marked.
 */
export async function recordSeveral(
	tx: Tx,
	actor: Actor,
	{ token, marks }: Submitted<{ marks: readonly Marked[] }>,
	now: Now
): Promise<Result<number>> {
	for (const { activity, occurrenceId, outcome } of marks) {
		allow(canCarryOut(actor, activity) && outcomesOf(activity).includes(outcome));
		allow(activity.occurrences.some(({ id }) => id === occurrenceId));
	}
	return once(tx, actor, token, now, async () => {
		if (marks.some(({ activity }) => activity.archivedAt)) return rejected({ form: inArchive });
		const whole = marks.filter((mark) => !isPartly(mark));
		if (whole.length === 0 && marks.length > 0) return rejected({ form: partly });
		let marked = 0;
		for (const { activity, ...mark } of whole) {
			if (await complete(tx, actor, activity.id, { ...mark, doneOn: now.today }, now)) marked += 1;
		}
		if (marked === 0) return rejected({ form: nothing(marks.length) });
		return { ok: true, value: marked };
	});
}

/** Where some of the many are left it is said of each, or closed with a reason on its own card. */
const isPartly = ({ activity, occurrenceId, outcome }: Marked) =>
	outcome === 'done' && activity.occurrences.some((one) => one.id === occurrenceId && asksForEach(one));

const partly =
	'В выбранных строках отмечают каждого по списку. Откройте мероприятие: там можно отметить сразу всех или закрыть его с причиной.';

const nothing = (chosen: number) =>
	chosen === 0 ? 'Ничего не выбрано: отметьте хотя бы одну строку.' : 'Всё выбранное уже отметили коллеги.';
