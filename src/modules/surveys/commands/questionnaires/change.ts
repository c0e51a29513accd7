import type { Actor } from '../../../../core/actor';
import type { Now } from '../../../../core/dates';
import { allow } from '../../../../core/errors';
import { type Result, rejected } from '../../../../core/forms';
import type { Tx } from '../../../../db/as-actor';
import { journal, noteNothingDone } from '../../../../db/journal';
import { once } from '../../../../db/once';
import type { Draft } from '../../rules/editing/draft';
import { hashOf } from '../../rules/editing/hash';
import { canChangeQuestionnaire } from '../../rules/keepers';

type Whose = { id: string; addedBy: string };

/**
 * Changes the draft as it stands now, not as the page saw it: two people may change two questions at once. A change that
 * must know what it was typed over says so by `theirs`.
 */
export async function changeDraft(
	tx: Tx,
	actor: Actor,
	questionnaire: Whose,
	token: string,
	change: (draft: Draft) => Result<Draft>,
	now: Now
): Promise<Result<null>> {
	allow(canChangeQuestionnaire(actor, questionnaire));
	return once(tx, actor, token, now, async () => {
		const own = { organisation_id: actor.organisationId, id: questionnaire.id };
		const row = await tx
			.selectFrom('questionnaires')
			.select(['draft', 'version', 'removed_at'])
			.where((is) => is.and(own))
			.forUpdate()
			.executeTakeFirstOrThrow();
		if (row.removed_at) return rejected({ form: 'Анкета в архиве. Верните её, чтобы править.' });
		const before = row.draft as unknown as Draft;
		const result = change(before);
		if (!result.ok) return result;
		if (hashOf(result.value).equals(hashOf(before))) {
			noteNothingDone(tx);
			return { ok: true, value: null };
		}
		await tx
			.updateTable('questionnaires')
			.set({ draft: JSON.stringify(result.value), version: row.version + 1 })
			.where((is) => is.and(own))
			.execute();
		await journal(tx, actor, 'questionnaire.changed', { kind: 'questionnaire', id: questionnaire.id }, now);
		return { ok: true, value: null };
	});
}

/** Puts a questionnaire away, or takes it out again; its editions and what was answered stay. */
export async function putAway(
	tx: Tx,
	actor: Actor,
	questionnaire: Whose,
	{ token, away }: { token: string; away: boolean },
	now: Now
): Promise<Result<null>> {
	allow(canChangeQuestionnaire(actor, questionnaire));
	return once(tx, actor, token, now, async () => {
		const { numUpdatedRows } = await tx
			.updateTable('questionnaires')
			.set((is) => ({ removed_at: away ? now.at : null, version: is('version', '+', 1) }))
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', questionnaire.id)
			.where('removed_at', away ? 'is' : 'is not', null)
			.executeTakeFirst();
		if (!numUpdatedRows) {
			noteNothingDone(tx);
			return { ok: true, value: null };
		}
		const act = away ? 'questionnaire.removed' : 'questionnaire.restored';
		await journal(tx, actor, act, { kind: 'questionnaire', id: questionnaire.id }, now);
		return { ok: true, value: null };
	});
}
