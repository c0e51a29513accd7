import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { isIn } from '../rules/line';
import type { Register } from '../rules/registers';
import { listRegister } from './register';

/** Those of the other register, to be named as somebody's partner. */
export async function listPartners(tx: Tx, actor: Actor, register: Register, now: Now) {
	const lines = await listRegister(tx, actor, register, now);
	return lines.filter((line) => isIn(line, now.today)).map(({ personId, name }) => ({ id: personId, name }));
}
