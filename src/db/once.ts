import type { Author } from '../core/actor';
import type { Now } from '../core/dates';
import type { Result } from '../core/forms';
import type { Tx } from './as-actor';
import { noteReplay } from './journal';

/**
 * Does an act once per form token; the second sending gets the first one's answer.
 * Two at the same moment: the later insert waits for the earlier commit. A rejected act rolls its token back too.
 */
export async function once<T>(
	tx: Tx,
	actor: Author & { personId: string },
	token: string,
	now: Now,
	act: () => Promise<Result<T>>
): Promise<Result<T>> {
	const mine = { organisation_id: actor.organisationId, person_id: actor.personId, token };
	const { numInsertedOrUpdatedRows: inserted } = await tx
		.insertInto('form_tokens')
		.values({ ...mine, used_at: now.at, outcome: null })
		.onConflict((is) => is.doNothing())
		.executeTakeFirstOrThrow();

	if (!inserted) {
		const done = await tx
			.selectFrom('form_tokens')
			.select('outcome')
			.where((is) => is.and(mine))
			.executeTakeFirstOrThrow();
		noteReplay(tx);
		return { ok: true, value: done.outcome as T };
	}

	const result = await act();
	if (result.ok) {
		await tx
			.updateTable('form_tokens')
			.set({ outcome: JSON.stringify(result.value ?? null) })
			.where((is) => is.and(mine))
			.execute();
	}
	return result;
}
