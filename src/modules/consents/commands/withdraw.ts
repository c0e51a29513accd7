import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal, noteNothingDone } from '../../../db/journal';
import { once } from '../../../db/once';
import { type ConsentKind, canKeepConsents } from '../rules/kinds';
import { standingOf } from './record';

type Withdrawal = { kind: ConsentKind; withdrawnOn: string };

/** Somebody no longer agrees: whatever of the kind was given before ends on that day. Their own act, or noted from their paper. */
export async function withdrawConsent(
	tx: Tx,
	actor: Actor,
	personId: string,
	{ token, kind, withdrawnOn }: Submitted<Withdrawal>,
	now: Now
): Promise<Result<string>> {
	const own = personId === actor.personId;
	allow(own || canKeepConsents(actor));
	return once(tx, actor, token, now, async () => {
		if (withdrawnOn > now.today)
			return rejected({ withdrawnOn: 'Этот день ещё не наступил: укажите, когда согласие отозвано.' });
		const standing = await standingOf(tx, actor, personId, kind, now);
		if (!standing) return rejected({ form: 'Действующего согласия этого вида нет: отзывать нечего.' });
		if (withdrawnOn < standing.givenOn)
			return rejected({
				withdrawnOn: `Согласие дано ${showDate(standing.givenOn)}: отозвать его раньше нельзя. Проверьте дату.`
			});
		const id = newId(now);
		await tx
			.insertInto('consent_withdrawals')
			.values({
				organisation_id: actor.organisationId,
				id,
				person_id: personId,
				kind,
				withdrawn_on: withdrawnOn,
				how: own ? 'program' : 'paper',
				recorded_at: now.at,
				recorded_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'consent.withdrawn', { kind: 'consent-withdrawal', id }, now, { details: { kind } });
		return { ok: true, value: id };
	});
}

/** What was noted from paper by mistake is taken back: the consent stands again. What somebody withdrew themselves, nobody takes back. */
export const undoWithdrawal = (tx: Tx, actor: Actor, id: string, { token }: { token: string }, now: Now) =>
	changeWithdrawal(tx, actor, id, token, 'consent.withdrawal-undone', { undone_at: now.at }, now);

/** What was published is taken down, what was handed over is asked back. */
export const settleWithdrawal = (tx: Tx, actor: Actor, id: string, { token }: { token: string }, now: Now) =>
	changeWithdrawal(tx, actor, id, token, 'consent.settled', { settled_on: now.today, settled_by: actor.personId }, now);

async function changeWithdrawal(
	tx: Tx,
	actor: Actor,
	id: string,
	token: string,
	act: 'consent.withdrawal-undone' | 'consent.settled',
	change: { undone_at: string } | { settled_on: string; settled_by: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepConsents(actor));
	return once(tx, actor, token, now, async () => {
		const { numUpdatedRows } = await tx
			.updateTable('consent_withdrawals')
			.set(change)
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.where('undone_at', 'is', null)
			.$if('undone_at' in change, (update) => update.where('how', '=', 'paper'))
			.$if('settled_on' in change, (update) => update.where('settled_on', 'is', null))
			.executeTakeFirst();
		if (!numUpdatedRows) noteNothingDone(tx);
		else await journal(tx, actor, act, { kind: 'consent-withdrawal', id }, now);
		return { ok: true, value: id };
	});
}
