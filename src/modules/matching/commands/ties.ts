import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { visiblePeople } from '../../people/queries/visible';
import { type KeptTie, listTies } from '../queries/details';
import { canMatch } from '../rules/matchers';
import type { Tie } from '../rules/score/people';

/** A pair that stands whatever comes out, or two who are never put together. */
export async function tie(
	tx: Tx,
	actor: Actor,
	{ token, mentee, mentor, kind, reason }: Submitted<Tie & { reason: string }>,
	now: Now
): Promise<Result<string>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		if (mentee === mentor) return rejected({ mentor: 'Это один и тот же человек: сам себе он наставником не бывает.' });
		const found = await visiblePeople(tx, actor).where('p.id', 'in', [mentee, mentor]).select('p.id').execute();
		if (found.length < 2) return notFound();
		const problem = contradiction(await listTies(tx, actor), { mentee, mentor, kind });
		if (problem) return rejected({ mentor: problem });
		const id = newId(now);
		await tx
			.insertInto('matching_ties')
			.values({
				organisation_id: actor.organisationId,
				id,
				mentee_id: mentee,
				mentor_id: mentor,
				kind,
				reason,
				tied_at: now.at,
				tied_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'tie.made', { kind: 'matching-tie', id }, now, { details: { kind } });
		return { ok: true, value: id };
	});
}

const same = (one: Tie, other: Tie) =>
	(one.mentee === other.mentee && one.mentor === other.mentor) ||
	((one.kind === 'apart' || other.kind === 'apart') && one.mentee === other.mentor && one.mentor === other.mentee);

/** Why the new decision cannot stand beside the ones that do. */
export function contradiction(ties: readonly Tie[], made: Tie): string | undefined {
	const there = ties.find((one) => same(one, made));
	if (!there) return undefined;
	if (there.kind === made.kind)
		return made.kind === 'lock' ? 'Эта пара уже закреплена.' : 'Об этих двоих уже решено: вместе не ставить.';
	return made.kind === 'lock'
		? 'Об этих двоих решено не ставить их вместе. Сначала отмените то решение.'
		: 'Эта пара закреплена. Сначала снимите закрепление.';
}

/** Takes a decision back, or the taking back. */
export async function undoTie(
	tx: Tx,
	actor: Actor,
	one: KeptTie,
	{ token, back }: { token: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		const others = (await listTies(tx, actor)).filter(({ id }) => id !== one.id);
		const problem = back ? contradiction(others, one) : undefined;
		if (problem) return rejected({ form: problem });
		await tx
			.updateTable('matching_ties')
			.set({ undone_at: back ? null : now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', one.id)
			.execute();
		await journal(tx, actor, back ? 'tie.restored' : 'tie.undone', { kind: 'matching-tie', id: one.id }, now);
		return { ok: true, value: one.id };
	});
}
