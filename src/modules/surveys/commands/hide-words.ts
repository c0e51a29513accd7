import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import type { Result, Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal, noteNothingDone } from '../../../db/journal';
import { once } from '../../../db/once';
import { hashOfWords } from '../queries/results/hidden';
import type { ResultWave } from '../queries/results/wave';
import { canConclude } from '../rules/summary/reading';
import { sameWords } from '../rules/summary/words';

/** Some open answer, and whoever wrote the same, stays out of the report. */
export async function hideWords(
	tx: Tx,
	actor: Actor,
	wave: ResultWave,
	{ token, question, words }: Submitted<{ question: string; words: string }>,
	now: Now
): Promise<Result<string>> {
	allow(canConclude(actor, wave));
	return once(tx, actor, token, now, async () => {
		const id = newId(now);
		const { numInsertedOrUpdatedRows: inserted } = await tx
			.insertInto('survey_hidden_words')
			.values({
				organisation_id: actor.organisationId,
				id,
				wave_id: wave.id,
				question,
				words_hash: hashOfWords(sameWords(words)),
				hidden_at: now.at,
				hidden_by: actor.personId
			})
			.onConflict((is) => is.doNothing())
			.executeTakeFirstOrThrow();
		if (!inserted) noteNothingDone(tx);
		else await journal(tx, actor, 'survey-words.hidden', { kind: 'survey-wave', id: wave.id }, now);
		return { ok: true, value: id };
	});
}

/** They belong in the report after all. */
export async function showWords(
	tx: Tx,
	actor: Actor,
	wave: ResultWave,
	id: string,
	{ token }: Submitted<unknown>,
	now: Now
): Promise<Result<string>> {
	allow(canConclude(actor, wave));
	return once(tx, actor, token, now, async () => {
		const { numUpdatedRows } = await tx
			.updateTable('survey_hidden_words')
			.set({ shown_at: now.at, shown_by: actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.where('shown_at', 'is', null)
			.executeTakeFirst();
		if (!numUpdatedRows) noteNothingDone(tx);
		else await journal(tx, actor, 'survey-words.shown', { kind: 'survey-wave', id: wave.id }, now);
		return { ok: true, value: wave.id };
	});
}
