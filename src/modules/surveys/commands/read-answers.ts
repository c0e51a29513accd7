import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { logReading } from '../../people/commands/log-reading';

/** Somebody looks at answers beside the names of those who gave them: noted for each, shown to each. */
export const noteReading = (tx: Tx, actor: Actor, people: readonly { id: string }[], now: Now) =>
	logReading(tx, actor, [...new Set(people.map(({ id }) => id))], 'answers', now);
