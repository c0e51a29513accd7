import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';

/** Sets the e-mail one may sign in by; empty takes it away. Nobody is written to: it is only another name. */
export async function changeEmail(
	tx: Tx,
	actor: Actor,
	{ token, email }: Submitted<{ email: string }>,
	now: Now
): Promise<Result<string>> {
	return once(tx, actor, token, now, async () => {
		const { rows } = await sql<{ changed: boolean }>`select change_email(${email || null}) as changed`.execute(tx);
		if (!rows[0]?.changed) {
			return rejected({
				email: 'С этим адресом уже входит кто-то другой. Укажите свой адрес или оставьте поле пустым.'
			});
		}
		await journal(tx, actor, 'account.email-changed', { kind: 'account', id: actor.accountId }, now);
		return { ok: true, value: email };
	});
}
