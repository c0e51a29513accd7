import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { visiblePeople } from '../../people/queries/visible';

/** Since when each has taught: for what is asked about those who are no beginners any more. */
export async function teachingSinceOf(tx: Tx, actor: Actor): Promise<Map<string, string | null>> {
	const rows = await visiblePeople(tx, actor).select(['p.id', 'p.teaching_since as since']).execute();
	return new Map(rows.map(({ id, since }) => [id, since]));
}
