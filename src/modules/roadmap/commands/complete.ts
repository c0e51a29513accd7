import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { NewFile } from '../../files/commands';
import type { PlanActivity, PlanOccurrence } from '../queries/activities';
import { type Completion, outcomesOf, problemsWithCompletion } from '../rules/completion';
import { asksForEach } from '../rules/coverage';
import { canCarryOut, inArchive } from '../rules/plan';
import { attach } from './evidence';

type Done = Submitted<Completion> & { files: readonly NewFile[] };

/** Marks one occurrence, with what proves it in the same act; answers with the completion's id. */
export async function recordCompletion(
	tx: Tx,
	actor: Actor,
	{ activity, occurrence }: { activity: PlanActivity; occurrence: PlanOccurrence },
	{ token, files, ...completion }: Done,
	now: Now
): Promise<Result<string>> {
	allow(canCarryOut(actor, activity));
	allow(outcomesOf(activity).includes(completion.outcome));

	return once(tx, actor, token, now, async () => {
		if (activity.archivedAt) return rejected({ form: inArchive });
		const problems = problemsWithCompletion(
			completion,
			now.today,
			asksForEach(occurrence) ? occurrence.coverage : null
		);
		if (Object.keys(problems).length > 0) return rejected(problems);

		const id = await complete(tx, actor, activity.id, { occurrenceId: occurrence.id, ...completion }, now);
		if (!id) {
			return rejected({ form: 'Это уже отметил кто-то из коллег. Откройте мероприятие: там видно, кто и когда.' });
		}
		await attach(tx, actor, { activityId: activity.id, occurrenceId: occurrence.id, url: completion.url, files }, now);
		return { ok: true, value: id };
	});
}

/** `byCoverage`: it follows from everybody being covered, and goes when one of them is taken back. */
type OneCompletion = Omit<Completion, 'url'> & { occurrenceId: string; byCoverage?: boolean };

/** The row and its line in the journal; undefined when a colleague was faster. */
export async function complete(
	tx: Tx,
	actor: Actor,
	activityId: string,
	{ occurrenceId, outcome, doneOn, note, byCoverage = false }: OneCompletion,
	now: Now
) {
	const id = newId(now);
	const { numInsertedOrUpdatedRows: inserted } = await tx
		.insertInto('completions')
		.values({
			organisation_id: actor.organisationId,
			id,
			occurrence_id: occurrenceId,
			outcome,
			done_on: doneOn,
			note,
			by_coverage: byCoverage,
			recorded_at: now.at,
			recorded_by: actor.personId
		})
		.onConflict((is) => is.doNothing())
		.executeTakeFirstOrThrow();
	if (!inserted) return undefined;
	const subject = { kind: 'activity', id: activityId } as const;
	await journal(tx, actor, acts[outcome], subject, now, { details: { completionId: id, occurrenceId, doneOn } });
	return id;
}

const acts = { done: 'activity.done', 'not-done': 'activity.not-done', noted: 'activity.noted' } as const;
