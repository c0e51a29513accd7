import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { findSettings } from '../../consents/queries/texts';
import { type KnownPerson, listStaff } from '../../people/queries/staff-lines';
import type { Beside } from '../rules/exchange/fates';
import type { Register } from '../rules/registers';
import { problemWithStrict } from '../rules/strict';
import { namesOf } from '../rules/topics';
import { listCandidates } from './candidates';
import { listRegister } from './register';
import { allTopics } from './topics';

/** Everything a foreign table of a register is compared with: five queries, whatever its size. */
export async function besideOf(tx: Tx, actor: Actor, register: Register, now: Now): Promise<Beside<KnownPerson>> {
	const settings = await findSettings(tx, actor);
	const candidates = new Map((await listCandidates(tx, actor, register, now)).map((one) => [one.id, one]));
	return {
		register,
		people: await listStaff(tx, actor, now),
		lines: await listRegister(tx, actor, register, now),
		names: namesOf(await allTopics(tx, actor)),
		today: now.today,
		hindrance: (person) => {
			const one = person ? candidates.get(person.id) : { name: 'Новый человек', consents: [] };
			return one && problemWithStrict([one], settings, register);
		}
	};
}
