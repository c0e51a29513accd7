import { createHash } from 'node:crypto';
import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { bringBackArtefact, closeByArtefact, takeBackArtefact } from '../../roadmap/commands/close-by-artefact';
import { editionInWord } from '../engine/edition-in-word';
import { actText, type EditionAct, type EditionContents, editionTitle } from '../rules/edition';
import { canKeepRegisters, type Register } from '../rules/registers';

export type Approving = EditionAct & {
	on: string;
	note: string;
	contents: EditionContents;
	closes: readonly string[];
	number?: number | null; // the edition that the page promised
};

/** Freezes a register as it stands with these people: the edition is never recounted. Answers with its id and number. */
export async function approveRegister(
	tx: Tx,
	actor: Actor,
	register: Register,
	{ token, on, note, contents, closes, actKind, actNumber, actDate, number: promised }: Submitted<Approving>,
	now: Now
): Promise<Result<{ id: string; number: number; closed: number }>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		if (on > now.today) return rejected({ on: 'Этот день ещё не наступил: утвердите, когда он придёт.' });
		if (contents.people.length === 0) return rejected({ person: 'Отметьте хотя бы одного человека.' });
		if (actDate && !actKind) return rejected({ actKind: 'Выберите, чем утверждён, или уберите дату акта.' });
		const { next } = await tx
			.selectFrom('register_editions')
			.select((is) => is.fn.coalesce(is.fn.max<number>('number'), is.lit(0)).as('next'))
			.where('organisation_id', '=', actor.organisationId)
			.where('register', '=', register)
			.executeTakeFirstOrThrow();
		const [id, number, words] = [newId(now), Number(next) + 1, JSON.stringify(contents)];
		if (promised && promised < number) return tooLate(number - 1);
		const { numInsertedOrUpdatedRows: inserted } = await tx
			.insertInto('register_editions')
			.values({
				organisation_id: actor.organisationId,
				id,
				register,
				number,
				approved_on: on,
				act_kind: actKind,
				act_number: actNumber,
				act_date: actDate,
				note,
				contents: words,
				sha256: createHash('sha256').update(words).digest('hex'),
				approved_at: now.at,
				approved_by: actor.personId
			})
			.onConflict((is) => is.doNothing()) // waits for whoever took the number a moment ago
			.executeTakeFirstOrThrow();
		if (!inserted) return tooLate(number);
		await journal(tx, actor, 'register.approved', { kind: 'register-edition', id }, now, {
			details: { register, number, count: contents.people.length }
		});
		const act = { actKind, actNumber, actDate };
		const { closed } = await closeByArtefact(
			tx,
			actor,
			closes,
			{
				kind: 'register-edition',
				id,
				on,
				title: [editionTitle(register, number), actText(act, showDate)].filter(Boolean).join(', '),
				words: `В банке человек: ${contents.people.length}`,
				...(closes.length > 0 && {
					file: {
						name: `${editionTitle(register, number)}.docx`,
						bytes: await editionInWord({ ...act, register, number, approvedOn: on, note, contents })
					}
				})
			},
			now
		);
		return { ok: true, value: { id, number, closed: closed.length } };
	});
}

/** Somebody was faster: the page that comes back promises the number after. */
const tooLate = (number: number) =>
	rejected(
		{
			person: `Пока вы утверждали, банк утвердил кто-то ещё: это редакция ${number}. Посмотрите её; если нужна и ваша, утвердите ещё раз.`
		},
		{}
	);

/** Approved by mistake: the edition stays in the list as withdrawn; its number is not given again. */
export async function withdrawEdition(
	tx: Tx,
	actor: Actor,
	id: string,
	{ token, back }: { token: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		await tx
			.updateTable('register_editions')
			.set({ withdrawn_at: back ? null : now.at, withdrawn_by: back ? null : actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.execute();
		const thing = { kind: 'register-edition' as const, id };
		await (back ? bringBackArtefact(tx, actor, thing) : takeBackArtefact(tx, actor, thing, now));
		const act = back ? 'register.approval-restored' : 'register.approval-withdrawn';
		await journal(tx, actor, act, { kind: 'register-edition', id }, now);
		return { ok: true, value: id };
	});
}
