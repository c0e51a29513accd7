import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { allTopics } from '../queries/topics';
import { canKeepRegisters } from '../rules/registers';
import { topicsFromText } from '../rules/topics';

/** Writes the school's own list; what is taken off it stays in what was said by it. */
export async function setTopics(
	tx: Tx,
	actor: Actor,
	{ token, topics }: Submitted<{ topics: string }>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const known = await allTopics(tx, actor);
		const wanted = topicsFromText(topics, known);
		if (typeof wanted === 'string') return rejected({ topics: wanted });
		const gone = known.filter(({ key }) => !wanted.some((topic) => topic.key === key));
		const rows = [
			...wanted.map((topic, position) => ({ ...topic, position, removed_at: null })),
			...gone.map(({ removed: _, ...topic }, at) => ({ ...topic, position: wanted.length + at, removed_at: now.at }))
		];
		await tx
			.insertInto('registry_topics')
			.values(rows.map((row) => ({ organisation_id: actor.organisationId, ...row })))
			.onConflict((is) =>
				is.columns(['organisation_id', 'key']).doUpdateSet((of) => ({
					block: of.ref('excluded.block'),
					name: of.ref('excluded.name'),
					position: of.ref('excluded.position'),
					removed_at: of.ref('excluded.removed_at')
				}))
			)
			.execute();
		await journal(tx, actor, 'registry-topics.set', { kind: 'organisation', id: actor.organisationId }, now, {
			details: { count: wanted.length }
		});
		return { ok: true, value: wanted.length };
	});
}
