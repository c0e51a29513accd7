import type { Author } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { startingTopics, type Topic } from '../rules/topics';

/** Everything that ever stood on the school's list; the program's own while the school has none. */
export async function allTopics(tx: Tx, { organisationId }: Pick<Author, 'organisationId'>) {
	const rows = await tx
		.selectFrom('registry_topics')
		.select(['key', 'block', 'name', 'removed_at as removedAt'])
		.where('organisation_id', '=', organisationId)
		.orderBy('position')
		.orderBy('key')
		.execute();
	if (rows.length === 0) return startingTopics.map((topic) => ({ ...topic, removed: false }));
	return rows.map(({ removedAt, ...topic }) => ({ ...topic, removed: removedAt !== null }));
}

/** The list to choose from. */
export const listTopics = async (tx: Tx, author: Pick<Author, 'organisationId'>): Promise<Topic[]> =>
	(await allTopics(tx, author)).filter(({ removed }) => !removed);
