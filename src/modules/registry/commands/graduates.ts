import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../core/actor';
import { addDays, type Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import type { Result, Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { once } from '../../../db/once';
import { listGraduates } from '../queries/graduates';
import { canKeepRegisters } from '../rules/registers';
import { type Entered, enterRegister, leaveRegister } from './entries';

/**
 * Those who have finished go on as mentors: they leave the register of mentees the day before and enter that of mentors, in one act,
 * which is undone whole. Answers with it.
 */
export async function takeAsMentors(
	tx: Tx,
	actor: Actor,
	{ token, person, from }: Submitted<{ person: readonly string[]; from: string }>,
	now: Now
): Promise<Result<Entered>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const graduates = await listGraduates(tx, actor, now);
		const chosen = [...new Set(person)].map((id) => graduates.find((one) => one.id === id) ?? notFound());
		const act = newId(now);
		const still = chosen.filter(({ stillIn }) => stillIn).map(({ id }) => id);
		if (still.length > 0) {
			const leaving = {
				token: randomUUID(),
				person: still,
				on: addDays(from, -1),
				reason: 'to-mentors' as const,
				note: '',
				act
			};
			const left = await leaveRegister(tx, actor, 'mentees', leaving, now);
			if (!left.ok) {
				const { on, ...others } = left.problems;
				return { ok: false, problems: { ...others, ...(on && { from: on }) } };
			}
		}
		const entering = {
			token: randomUUID(),
			person: chosen.map(({ id }) => id),
			from,
			basis: 'завершена программа наставляемого',
			act
		};
		return enterRegister(tx, actor, 'mentors', entering, now);
	});
}
