import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { listTies } from '../queries/details';
import type { Run } from '../queries/runs';
import { keyOf } from '../rules/board';
import { canMatch } from '../rules/matchers';
import type { Decision } from '../rules/round';
import { type Kept, keptOf } from '../rules/score/kept';
import { isLarge } from '../rules/score/large';
import { askAside } from './askings';
import { type Gathered, gatherInputs, keepRun } from './runs';
import { contradiction } from './ties';

export type Round = { id: string; runId: string; undone: boolean };

type Deciding = { id: string; proposalId: string; decisions: readonly Decision[] };

/**
 * Every decision of a round at once, and the pairs reckoned anew with them. A run that cannot be made takes the decisions back with it. Where there
 * are many people the run is made aside, and the decisions are written down with it.
 */
export async function decideRound(
	tx: Tx,
	actor: Actor,
	{ proposalId, run, decisions }: Omit<Deciding, 'id'> & { run: Run },
	token: string,
	now: Now
): Promise<Result<{ id: string; aside: boolean }>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		if (decisions.length === 0)
			return rejected({ form: 'Отметьте хотя бы одну пару: закрепить или не ставить вместе.' });
		const gathered = await gatherInputs(tx, actor, run.inputs, decisions, now);
		if (!gathered.ok) return gathered;
		const { inputs } = gathered.value;
		const [id, aside] = [newId(now), isLarge(inputs.facts)];
		const decided = decisions.map((one) => `${one.kind} ${keyOf(one)}`);
		const { kind, review } = inputs;
		const done = aside
			? await askAside(tx, actor, { id, kind, review, proposalId, decided }, now)
			: await keepRound(tx, actor, { id, proposalId, decisions }, gathered.value, keptOf(inputs), now);
		return done.ok ? { ok: true, value: { id, aside } } : done;
	});
}

/** The run, the decisions and that they belong together; the round is called as its run. */
export async function keepRound(
	tx: Tx,
	actor: Actor,
	{ id, proposalId, decisions }: Deciding,
	gathered: Gathered,
	reckoned: Kept,
	now: Now
): Promise<Result<string>> {
	const made = await keepRun(tx, actor, id, gathered, reckoned, now);
	if (!made.ok) return made;
	const own = { organisation_id: actor.organisationId };
	const ties = decisions.map((one) => ({ ...one, id: newId(now) }));
	await tx
		.insertInto('matching_ties')
		.values(
			ties.map(({ id: tie, mentee, mentor, kind, reason }) => ({
				...{ ...own, id: tie, mentee_id: mentee, mentor_id: mentor, kind, reason },
				...{ tied_at: now.at, tied_by: actor.personId }
			}))
		)
		.execute();
	await tx
		.insertInto('matching_rounds')
		.values({ ...own, id, proposal_id: proposalId, run_id: id, made_at: now.at, made_by: actor.personId })
		.execute();
	await tx
		.insertInto('matching_round_ties')
		.values(ties.map((tie) => ({ ...own, round_id: id, tie_id: tie.id })))
		.execute();
	const count = (of: Decision['kind']) => decisions.filter((one) => one.kind === of).length;
	await journal(tx, actor, 'matching-round.decided', { kind: 'matching-proposal', id: proposalId }, now, {
		details: { locked: count('lock'), apart: count('apart') }
	});
	return made;
}

/** Takes back all that a round decided, with its run; or brings it back. */
export async function turnRound(
	tx: Tx,
	actor: Actor,
	{ id, runId }: Round,
	{ token, back }: { token: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		const mine = actor.organisationId;
		const undone_at = back ? null : now.at;
		const ties = await listTies(tx, actor, { round: id });
		const ids = ties.map((one) => one.id);
		const others = (await listTies(tx, actor)).filter((one) => !ids.includes(one.id));
		const problem = back && ties.map((one) => contradiction(others, one)).find(Boolean);
		if (problem) return rejected({ form: `Вернуть эти решения нельзя. ${problem}` });
		await tx
			.updateTable('matching_ties')
			.set({ undone_at })
			.where('organisation_id', '=', mine)
			.where('id', 'in', ids)
			.execute();
		await tx
			.updateTable('matching_rounds')
			.set({ undone_at })
			.where('organisation_id', '=', mine)
			.where('id', '=', id)
			.execute();
		await tx
			.updateTable('matching_runs')
			.set({ removed_at: undone_at })
			.where('organisation_id', '=', mine)
			.where('id', '=', runId)
			.execute();
		const act = back ? 'matching-round.restored' : 'matching-round.undone';
		await journal(tx, actor, act, { kind: 'matching-run', id: runId }, now);
		return { ok: true, value: id };
	});
}
