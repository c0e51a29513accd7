import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { bringBackArtefact, closeByArtefact, takeBackArtefact } from '../../roadmap/commands/close-by-artefact';
import { proposalInWord } from '../engine/proposal-in-word';
import type { Proposal } from '../queries/proposals';
import { canMatch } from '../rules/matchers';
import { type ProposalContents, type Stage, stages, unitsText } from '../rules/proposal';
import { accepted } from './proposals';

type Accepting = {
	stage: Stage;
	on: string;
	conclusion: string;
	version: number;
	contents: ProposalContents;
	closes: readonly string[];
};

/** Accepts a proposal: its table is frozen with the conclusion, and it is the evidence of the activities it closes. */
export async function acceptProposal(
	tx: Tx,
	actor: Actor,
	proposal: Proposal,
	{ token, stage, on, conclusion, version, contents, closes }: Submitted<Accepting>,
	now: Now
): Promise<Result<{ id: string; closed: number }>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		const { id } = proposal;
		if (accepted(proposal)) return rejected({ form: 'Предложение уже принято.' });
		if (version !== proposal.version)
			return rejected(
				{ form: 'Пока вы смотрели, пары предложения изменились. Сверьте таблицу и примите ещё раз.' },
				{ version: String(proposal.version) }
			);
		if (on > now.today) return rejected({ on: 'Этот день ещё не наступил.' });
		if (contents.pairs.length === 0) return rejected({ form: 'В предложении нет ни одной пары.' });
		await tx
			.updateTable('matching_proposals')
			.set({
				stage,
				accepted_on: on,
				accepted_at: now.at,
				accepted_by: actor.personId,
				conclusion,
				contents: JSON.stringify(contents),
				version: version + 1,
				withdrawn_at: null,
				withdrawn_by: null,
				removed_at: null
			})
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.execute();
		await journal(tx, actor, 'matching-proposal.accepted', { kind: 'matching-proposal', id }, now, {
			details: { stage, pairs: contents.pairs.length }
		});
		const artefact = {
			kind: 'matching' as const,
			id,
			on,
			title: `${stages[stage].name}, ${showDate(on)}`,
			words: `Подобрано: ${unitsText(contents.pairs)}; без наставника: ${contents.alone.length}`,
			...(closes.length > 0 && {
				file: { name: `${stages[stage].name}.docx`, bytes: await proposalInWord({ stage, on, conclusion, contents }) }
			})
		};
		const { closed } = await closeByArtefact(tx, actor, closes, artefact, now);
		return { ok: true, value: { id, closed: closed.length } };
	});
}

/** Takes the acceptance back, or the taking back. */
export async function withdrawProposal(
	tx: Tx,
	actor: Actor,
	{ id, stage, askedAt }: Proposal,
	{ token, back }: { token: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		if (stage === null) return rejected({ form: 'Это предложение ещё не принято.' });
		if (askedAt && !back)
			return rejected({ form: 'Пары уже предложены участникам: сначала отмените это, потом принятие.' });
		await tx
			.updateTable('matching_proposals')
			.set({ withdrawn_at: back ? null : now.at, withdrawn_by: back ? null : actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.execute();
		const thing = { kind: 'matching' as const, id };
		await (back ? bringBackArtefact(tx, actor, thing) : takeBackArtefact(tx, actor, thing, now));
		const act = back ? 'matching-proposal.restored' : 'matching-proposal.withdrawn';
		await journal(tx, actor, act, { kind: 'matching-proposal', id }, now);
		return { ok: true, value: id };
	});
}
