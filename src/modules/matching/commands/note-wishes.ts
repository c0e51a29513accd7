import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { noteReading } from '../../surveys/commands/read-answers';
import type { Facts } from '../rules/score/people';

/** Reasons tell who named whom: noted for each who did, as wherever wishes are read. */
export const noteWishes = (tx: Tx, actor: Actor, { mentors, mentees }: Facts, now: Now) =>
	noteReading(
		tx,
		actor,
		[...mentors, ...mentees].filter(({ named }) => named !== null),
		now
	);
