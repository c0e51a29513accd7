import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import type { Tx } from '../../../db/as-actor';
import { logReading } from '../../people/commands/log-reading';
import { canKeepData } from '../rules/erasure';

/** Notes that everything about somebody is handed out, at their request (ст. 14 152-ФЗ). */
export async function noteHandingOut(tx: Tx, actor: Actor, personId: string, now: Now) {
	allow(canKeepData(actor));
	await logReading(tx, actor, [personId], 'data', now);
}
