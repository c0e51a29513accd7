import type { Actor } from '../../../core/actor';
import type { Act } from '../../../core/acts';
import { type Now, showDate } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Rejected, type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { visiblePeople } from '../../people/queries/visible';
import { listTies } from '../queries/details';
import type { Proposal } from '../queries/proposals';
import type { Run } from '../queries/runs';
import { canMatch } from '../rules/matchers';
import type { Role } from '../rules/score/roles';
import { putAway } from './put-away';

type Pair = { mentee: string; mentor: string; role?: Role | '' };

/** Pairs chosen out of a run become a proposal that can be changed by hand; the run stays as it is. */
export async function makeProposal(
	tx: Tx,
	actor: Actor,
	run: Run,
	{ token, pairs }: Submitted<{ pairs: readonly string[] }>,
	now: Now
): Promise<Result<string>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		const chosen = run.result.pairs.filter(({ mentee, mentor }) => pairs.includes(`${mentee} ${mentor}`));
		if (chosen.length === 0) return rejected({ form: 'Отметьте хотя бы одну пару, чтобы составить предложение.' });
		const id = await newProposal(tx, actor, run.id, `Пары, подобранные ${showDate(now.today)}`, chosen.length, now);
		await insertPairs(tx, actor, id, chosen, { byHand: false, reason: '' }, now);
		return { ok: true, value: id };
	});
}

async function newProposal(tx: Tx, actor: Actor, runId: string, title: string, pairs: number, now: Now) {
	const id = newId(now);
	await tx
		.insertInto('matching_proposals')
		.values({
			organisation_id: actor.organisationId,
			id,
			run_id: runId,
			title,
			made_at: now.at,
			made_by: actor.personId
		})
		.execute();
	await journal(tx, actor, 'matching-proposal.made', { kind: 'matching-proposal', id }, now, { details: { pairs } });
	return id;
}

/** Two variants become one proposal: what was chosen out of either. What its run did not propose is the curator's own. */
export async function joinVariants(
	tx: Tx,
	actor: Actor,
	run: Run,
	{ token, pairs }: Submitted<{ pairs: readonly Pair[] }>,
	now: Now
): Promise<Result<string>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		if (pairs.length === 0) return rejected({ form: 'В обоих вариантах нет ни одной пары.' });
		const proposed = new Set(run.result.pairs.map(({ mentee, mentor }) => `${mentee} ${mentor}`));
		const [own, other] = [true, false].map((byHand) =>
			pairs.filter(({ mentee, mentor }) => proposed.has(`${mentee} ${mentor}`) !== byHand)
		);
		const id = await newProposal(
			tx,
			actor,
			run.id,
			`Сведено из двух вариантов ${showDate(now.today)}`,
			pairs.length,
			now
		);
		await insertPairs(tx, actor, id, own ?? [], { byHand: true, reason: '' }, now);
		await insertPairs(tx, actor, id, other ?? [], { byHand: false, reason: '' }, now);
		return { ok: true, value: id };
	});
}

/** Puts pairs into a proposal; answers with their ids. */
export async function insertPairs(
	tx: Tx,
	{ organisationId, personId }: Actor,
	proposalId: string,
	pairs: readonly Pair[],
	{ byHand, reason }: { byHand: boolean; reason: string },
	now: Now
) {
	const made = pairs.map(({ mentee, mentor, role = '' }) => ({
		organisation_id: organisationId,
		id: newId(now),
		proposal_id: proposalId,
		mentee_id: mentee,
		mentor_id: mentor,
		role,
		by_hand: byHand,
		reason,
		added_at: now.at,
		added_by: personId
	}));
	if (made.length > 0) await tx.insertInto('matching_proposal_pairs').values(made).execute();
	return made.map(({ id }) => id);
}

/** An accepted proposal is a paper: to change it, its acceptance is taken back first. */
export const accepted = ({ stage, withdrawn }: Pick<Proposal, 'stage' | 'withdrawn'>) => stage !== null && !withdrawn;
export const frozen = (): Rejected =>
	rejected({ form: 'Предложение уже принято. Чтобы изменить пары, сначала отмените принятие.' });

/** Moves a proposal on by one version, within the act that changed it. */
async function touch(tx: Tx, actor: Actor, { id }: Pick<Proposal, 'id'>, act: Act, now: Now) {
	await tx
		.updateTable('matching_proposals')
		.set((eb) => ({ version: eb('version', '+', 1) }))
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.execute();
	await journal(tx, actor, act, { kind: 'matching-proposal', id }, now);
}

/** A pair that no reckoning proposed: the curator's own. */
export async function addPair(
	tx: Tx,
	actor: Actor,
	proposal: Proposal,
	{ token, mentee, mentor, role = '', reason }: Submitted<Pair & { reason: string }>,
	now: Now
): Promise<Result<string>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		if (accepted(proposal)) return frozen();
		if (mentee === mentor) return rejected({ mentor: 'Это один и тот же человек: сам себе он наставником не бывает.' });
		const found = await visiblePeople(tx, actor).where('p.id', 'in', [mentee, mentor]).select('p.id').execute();
		if (found.length < 2) return notFound();
		if (proposal.pairs.some((pair) => !pair.removed && pair.mentee === mentee && pair.mentor === mentor))
			return rejected({ mentor: 'Эта пара уже есть в предложении.' });
		const apart = (await listTies(tx, actor)).some(
			(tie) =>
				tie.kind === 'apart' && [tie.mentee, tie.mentor].includes(mentee) && [tie.mentee, tie.mentor].includes(mentor)
		);
		if (apart) return rejected({ mentor: 'Об этих двоих решено не ставить их вместе. Сначала отмените то решение.' });
		await insertPairs(tx, actor, proposal.id, [{ mentee, mentor, role }], { byHand: true, reason }, now);
		await touch(tx, actor, proposal, 'matching-proposal.changed', now);
		return { ok: true, value: proposal.id };
	});
}

/** Takes a pair out of a proposal, or brings it back. */
export async function dropPair(
	tx: Tx,
	actor: Actor,
	proposal: Proposal,
	{ token, pairId, back }: { token: string; pairId: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		if (accepted(proposal)) return frozen();
		const pair = proposal.pairs.find(({ id }) => id === pairId) ?? notFound();
		const again = proposal.pairs.some(
			(one) => !one.removed && one.id !== pairId && one.mentee === pair.mentee && one.mentor === pair.mentor
		);
		if (back && again) return rejected({ form: 'Эта пара уже есть в предложении.' });
		await putAway(tx, actor, 'matching_proposal_pairs', pairId, back, now);
		await touch(tx, actor, proposal, 'matching-proposal.changed', now);
		return { ok: true, value: proposal.id };
	});
}

/** A draft of no use is put away, or brought back. */
export async function putProposalAway(
	tx: Tx,
	actor: Actor,
	proposal: Proposal,
	{ token, back }: { token: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		if (accepted(proposal)) return frozen();
		await putAway(tx, actor, 'matching_proposals', proposal.id, back, now);
		const act = back ? 'matching-proposal.brought-back' : 'matching-proposal.removed';
		await journal(tx, actor, act, { kind: 'matching-proposal', id: proposal.id }, now);
		return { ok: true, value: proposal.id };
	});
}
