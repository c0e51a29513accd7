import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { logReading, type PrivateField } from '../../people/commands/log-reading';

/** Contacts of these people were looked at in a register, or carried away out of it. */
export const noteReading = (
	tx: Tx,
	actor: Actor,
	lines: readonly { personId: string }[],
	how: PrivateField,
	now: Now
) =>
	logReading(
		tx,
		actor,
		lines.map(({ personId }) => personId),
		how,
		now
	);
