import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findMailState } from '../queries/letters';
import { canKeepMail } from '../rules/keepers';

/** The organisation mails nothing until it says otherwise; inside the program everything stays. */
export async function pauseMail(
	tx: Tx,
	actor: Actor,
	{ token }: Submitted<unknown>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepMail(actor));
	return once(tx, actor, token, now, async () => {
		const { paused } = await findMailState(tx, actor);
		if (paused) return rejected({ form: 'Отправку писем уже выключили.' });
		const id = newId(now);
		await tx
			.insertInto('mail_pauses')
			.values({ organisation_id: actor.organisationId, id, paused_at: now.at, paused_by: actor.personId })
			.execute();
		await journal(tx, actor, 'mail.paused', { kind: 'organisation', id: actor.organisationId }, now);
		return { ok: true, value: id };
	});
}

/** Letters go out again, from the next one on: what was kept meanwhile is not sent after. */
export async function resumeMail(
	tx: Tx,
	actor: Actor,
	{ token }: Submitted<unknown>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepMail(actor));
	return once(tx, actor, token, now, async () => {
		const { paused } = await findMailState(tx, actor);
		if (!paused) return rejected({ form: 'Отправка писем уже включена.' });
		await tx
			.updateTable('mail_pauses')
			.set({ resumed_at: now.at, resumed_by: actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('resumed_at', 'is', null)
			.execute();
		await journal(tx, actor, 'mail.resumed', { kind: 'organisation', id: actor.organisationId }, now);
		return { ok: true, value: actor.organisationId };
	});
}
