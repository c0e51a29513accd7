import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import type { Asking } from '../queries/askings';
import { findProposal } from '../queries/proposals';
import { canMatch } from '../rules/matchers';
import { type Decision, decisionsIn, roundOf } from '../rules/round';
import { hashOf, type Kept } from '../rules/score/kept';
import type { Facts } from '../rules/score/people';
import { endAsking, holdAsking } from './askings';
import { keepRound } from './rounds';
import { type Gathered, gatherInputs, keepRun } from './runs';

const noRight = 'Тот, кто начал подбор, больше не ведёт его: роль куратора закончилась или вход закрыт.';
const otherwise = 'Пока шёл подбор, о некоторых из этих пар решили иначе. Посмотрите решения и запишите их заново.';

/** What the round of an asking decides, as its pairs stand now; nothing where it is no round. */
async function decidedIn(tx: Tx, actor: Actor, asking: Asking, facts: Facts, now: Now): Promise<Result<Decision[]>> {
	const { proposalId, decided } = asking;
	if (!proposalId) return { ok: true, value: [] };
	const pairs = (await findProposal(tx, actor, proposalId, now))?.pairs.filter(({ removed }) => !removed) ?? [];
	const value = decisionsIn(decided, roundOf(pairs, facts));
	return value.length === decided.length ? { ok: true, value } : rejected({ form: otherwise });
}

export type Prepared = Gathered & { decisions: Decision[] };

/** What is reckoned, by the rights and the data of this moment. */
export async function prepareAsked(
	tx: Tx,
	actor: Actor | undefined,
	asking: Asking,
	now: Now
): Promise<Result<Prepared>> {
	if (!actor || !canMatch(actor)) return rejected({ form: noRight });
	const today = await gatherInputs(tx, actor, asking, [], now);
	if (!today.ok) return today;
	const decided = await decidedIn(tx, actor, asking, today.value.inputs.facts, now);
	if (!decided.ok) return decided;
	const gathered = decided.value.length > 0 ? await gatherInputs(tx, actor, asking, decided.value, now) : today;
	return gathered.ok ? { ok: true, value: { ...gathered.value, decisions: decided.value } } : gathered;
}

/**
 * Writes down what was reckoned aside: the right is asked again, and what it was reckoned from is compared with what stands now. A run of yesterday's
 * people is kept all the same, and says so. Stopped meanwhile: nothing is written.
 */
export async function keepAsked(
	tx: Tx,
	actor: Actor | undefined,
	asking: Asking,
	was: Gathered,
	reckoned: Kept,
	now: Now
): Promise<Result<'made' | 'stopped'>> {
	const { id, proposalId } = asking;
	const today = await prepareAsked(tx, actor, asking, now);
	if (!today.ok || !actor) return today.ok ? rejected({ form: noRight }) : today;
	if (!(await holdAsking(tx, actor, id))) return { ok: true, value: 'stopped' };
	const { decisions, inputs } = today.value;
	const kept = proposalId
		? await keepRound(tx, actor, { id, proposalId, decisions }, was, reckoned, now)
		: await keepRun(tx, actor, id, was, reckoned, now);
	if (!kept.ok) return kept;
	const changed = reckoned.ok && hashOf(inputs) !== reckoned.kept.sha256;
	await endAsking(tx, actor, id, { outcome: 'made', changed }, now);
	return { ok: true, value: 'made' };
}
