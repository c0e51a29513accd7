import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { proposeMentorships } from '../../mentorships/commands/propose';
import { undoLastAct } from '../../mentorships/commands/undo';
import { findMentorships } from '../../mentorships/queries/mentorships';
import { formOf } from '../../mentorships/rules/proposal';
import type { Format } from '../../registry/rules/registers';
import type { Proposal } from '../queries/proposals';
import { canMatch } from '../rules/matchers';
import { joined } from '../rules/proposal';
import { accepted } from './proposals';

type Asking = { kind: Format; from: string; to: string; together: boolean };

/** Puts an accepted proposal to its people: each pair, or each triad and group whole, becomes a proposed mentorship. */
export async function askPeople(
	tx: Tx,
	actor: Actor,
	proposal: Proposal,
	{ token, kind, from, to, together }: Submitted<Asking>,
	now: Now
): Promise<Result<number>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		if (!accepted(proposal) || proposal.stage !== 'final')
			return rejected({ form: 'Сначала примите предложение как окончательно сформированные пары.' });
		if (proposal.askedAt) return rejected({ form: 'Эти пары уже предложены участникам.' });
		const pairs = proposal.pairs
			.filter(({ removed }) => !removed)
			.map(({ mentee, mentor, role }) => ({ mentee, mentor, role }));
		const units = together ? joined(pairs) : pairs.map((pair) => [pair]);
		const made = await proposeMentorships(
			tx,
			actor,
			units.map((unit) => ({ kind, form: formOf(unit), from, to, pairs: unit })),
			now
		);
		// Whose names a clash is about it says itself; its field is of another form.
		if (!made.ok) return rejected({ form: Object.values(made.problems)[0] ?? 'Проверьте дни.' });
		const { act, ids } = made.value;
		await tx
			.updateTable('matching_proposals')
			.set({ asked_act: act, asked_at: now.at, asked_by: actor.personId, mentorships: ids })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', proposal.id)
			.execute();
		await journal(tx, actor, 'matching-proposal.asked', { kind: 'matching-proposal', id: proposal.id }, now, {
			details: { mentorships: ids.length }
		});
		return { ok: true, value: ids.length };
	});
}

/** Takes the asking back, whole, as long as nothing has come of it. */
export async function unaskPeople(
	tx: Tx,
	actor: Actor,
	proposal: Proposal,
	{ token }: Submitted<object>,
	now: Now
): Promise<Result<string>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		const { askedAct } = proposal;
		if (!askedAct) return rejected({ form: 'Эти пары участникам ещё не предлагали.' });
		const standing = await findMentorships(tx, actor, proposal.mentorships, now);
		const moved = standing.filter(({ life }) => life.lastAct !== askedAct);
		if (moved.length > 0)
			return rejected({
				form: `Вместе отменить уже нельзя: по некоторым парам есть ответ или бумаги (${moved.length}). Снимите остальные в разделе «Пары».`
			});
		for (const mentorship of standing) {
			const undone = await undoLastAct(tx, actor, mentorship, { token: crypto.randomUUID(), act: askedAct }, now);
			if (!undone.ok) return rejected({ form: undone.problems.form ?? 'Отменить не получилось.' });
		}
		await tx
			.updateTable('matching_proposals')
			.set({ asked_act: null, asked_at: null, asked_by: null, mentorships: [] })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', proposal.id)
			.execute();
		await journal(tx, actor, 'matching-proposal.unasked', { kind: 'matching-proposal', id: proposal.id }, now);
		return { ok: true, value: proposal.id };
	});
}
