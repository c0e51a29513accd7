import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal, noteNothingDone } from '../../../db/journal';
import { once } from '../../../db/once';
import { proposeOffer } from '../../registry/commands/offers';
import { proposeRequest } from '../../registry/commands/requests';
import { takeBackProposed } from '../../registry/commands/take-back';
import { canKeepRegisters } from '../../registry/rules/registers';
import { listTakings, type Taking } from '../queries/results/takings';
import type { ResultWave } from '../queries/results/wave';
import type { ProposedOffer, ProposedRequest } from '../rules/bank';
import { hold } from './waves/hold';

/** What somebody's answers become; `thing` null: left. */
export type Choice = { participantId: string; personId: string } & (
	| { kind: 'request'; thing: ProposedRequest | null }
	| { kind: 'offer'; thing: ProposedOffer | null }
);

/** Takes answers into the bank as drafts, or leaves them; what was decided before stays as it was. Answers with the act's id. */
export async function takeAnswers(
	tx: Tx,
	actor: Actor,
	wave: ResultWave,
	{ token, choices }: Submitted<{ choices: readonly Choice[] }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		if (choices.length === 0) return rejected({ form: 'Отметьте хотя бы одного человека.' });
		await hold(tx, actor, wave); // whoever decides about the same answers at this moment is waited for
		const before = await listTakings(tx, actor, wave.id);
		const decided = new Set(before.map(({ participantId, kind }) => `${participantId}:${kind}`));
		const act = newId(now);
		for (const choice of choices.filter((one) => !decided.has(`${one.participantId}:${one.kind}`)))
			await tx
				.insertInto('survey_takings')
				.values({
					organisation_id: actor.organisationId,
					id: newId(now),
					act_id: act,
					participant_id: choice.participantId,
					kind: choice.kind,
					thing_id: await propose(tx, actor, wave, choice, now),
					decided_at: now.at,
					decided_by: actor.personId
				})
				.execute();
		await journal(tx, actor, 'survey-answers.taken', { kind: 'survey-wave', id: wave.id }, now);
		return { ok: true, value: act };
	});
}

async function propose(tx: Tx, actor: Actor, wave: ResultWave, choice: Choice, now: Now) {
	const from = { source: 'survey', sourceNote: wave.title, saidOn: wave.closedOn ?? now.today } as const;
	if (choice.kind === 'request') {
		if (!choice.thing) return null;
		const { words, priority, format, deficits } = choice.thing;
		const said = { words, priority, format, deficits: deficits.map((one) => ({ ...one, source: 'self' as const })) };
		return proposeRequest(tx, actor, choice.personId, { ...said, ...from }, now);
	}
	if (!choice.thing) return null;
	const said = { ...choice.thing, interests: '', category: '' as const, until: null };
	return proposeOffer(tx, actor, choice.personId, { ...said, ...from }, now);
}

/** What was decided is open again; drafts that nobody has looked at since leave the bank. */
export async function undoTaking(
	tx: Tx,
	actor: Actor,
	takings: readonly (Taking & { waveId: string })[],
	{ token }: Submitted<unknown>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const waveId = takings[0]?.waveId ?? '';
		const { numUpdatedRows } = await tx
			.updateTable('survey_takings')
			.set({ undone_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where(
				'id',
				'in',
				takings.map(({ id }) => id)
			)
			.where('undone_at', 'is', null)
			.executeTakeFirst();
		if (!numUpdatedRows) noteNothingDone(tx);
		else {
			await takeBackProposed(
				tx,
				actor,
				takings.flatMap(({ thingId }) => thingId ?? []),
				now
			);
			await journal(tx, actor, 'survey-answers.taking-undone', { kind: 'survey-wave', id: waveId }, now);
		}
		return { ok: true, value: waveId };
	});
}
