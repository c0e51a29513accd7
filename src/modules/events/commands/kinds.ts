import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findKinds } from '../queries/event';
import { canKeepEvents } from '../rules/event';
import type { EventKind } from '../rules/kinds';

/** The next list of kinds; events made before keep the names they bear. */
export async function publishKinds(
	tx: Tx,
	actor: Actor,
	{ token, version, kinds }: Submitted<{ version: number; kinds: readonly EventKind[] }>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		const { number } = await findKinds(tx, actor);
		if (number !== version)
			return rejected({ form: 'Пока вы правили, список изменил кто-то другой. Сверьте и сохраните ещё раз.' }, {});
		await tx
			.insertInto('event_kind_lists')
			.values({
				organisation_id: actor.organisationId,
				id: newId(now),
				number: number + 1,
				kinds: JSON.stringify(kinds),
				published_at: now.at,
				published_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'event.kinds-set', { kind: 'organisation', id: actor.organisationId }, now, {
			details: { number: number + 1 }
		});
		return { ok: true, value: number + 1 };
	});
}
