import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { canKeepRegisters, type Register } from '../../registry/rules/registers';
import { bringBackArtefact, closeByArtefact, takeBackArtefact } from '../../roadmap/commands/close-by-artefact';
import { roundInWord } from '../engine/round-in-word';
import { type RoundContents, roundTitle } from '../rules/round';

type Finishing = {
	register: Register;
	since: string;
	on: string;
	note: string;
	contents: RoundContents;
	closes: readonly string[];
};

/** Finishes a round: the list is frozen, and it is the evidence of the activities it closes. */
export async function finishRound(
	tx: Tx,
	actor: Actor,
	{ token, register, since, on, note, contents, closes }: Submitted<Finishing>,
	now: Now
): Promise<Result<{ id: string; closed: number }>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		if (on > now.today) return rejected({ on: 'Этот день ещё не наступил.' });
		if (since > on) return rejected({ since: 'Начало позже конца: проверьте даты.' });
		const talked = contents.people.filter(({ heldOn }) => heldOn).length;
		if (talked === 0) return rejected({ form: 'За эти дни ещё ни с кем не поговорили: закрывать нечего.' });
		const id = newId(now);
		await tx
			.insertInto('interview_rounds')
			.values({
				organisation_id: actor.organisationId,
				id,
				register,
				since,
				finished_on: on,
				note,
				contents: JSON.stringify(contents),
				finished_at: now.at,
				finished_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'interview.round-finished', { kind: 'interview-round', id }, now, {
			details: { register, talked, all: contents.people.length }
		});
		const artefact = {
			kind: 'interviews' as const,
			id,
			on,
			title: roundTitle(register, showDate(on)),
			words: `Собеседование прошли ${talked} из ${contents.people.length}`,
			...(closes.length > 0 && {
				file: {
					name: 'Собеседования.docx',
					bytes: await roundInWord({ register, since, finishedOn: on, note, contents })
				}
			})
		};
		const { closed } = await closeByArtefact(tx, actor, closes, artefact, now);
		return { ok: true, value: { id, closed: closed.length } };
	});
}

export async function withdrawRound(
	tx: Tx,
	actor: Actor,
	id: string,
	{ token, back }: { token: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		await tx
			.updateTable('interview_rounds')
			.set({ withdrawn_at: back ? null : now.at, withdrawn_by: back ? null : actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.execute();
		const thing = { kind: 'interviews' as const, id };
		await (back ? bringBackArtefact(tx, actor, thing) : takeBackArtefact(tx, actor, thing, now));
		const act = back ? 'interview.round-restored' : 'interview.round-withdrawn';
		await journal(tx, actor, act, { kind: 'interview-round', id }, now);
		return { ok: true, value: id };
	});
}
