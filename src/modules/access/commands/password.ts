import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { NewPassword } from '../form/own-access';
import { problemWithPassword } from '../rules/passwords';
import { hashPassword, passwordMatches } from './password-hash';
import { endOthers } from './sessions';

/** Changes one's own password; every other session ends. Answers how many there were. */
export async function changePassword(
	tx: Tx,
	actor: Actor,
	{ token, current, password, again }: NewPassword,
	now: Now
): Promise<Result<number>> {
	return once(tx, actor, token, now, async () => {
		const account = await tx
			.selectFrom('accounts as a')
			.leftJoin('credentials as c', (on) =>
				on.onRef('c.account_id', '=', 'a.id').on('c.kind', '=', 'password').on('c.replaced_at', 'is', null)
			)
			.select(['a.login', 'c.id', 'c.secret'])
			.where('a.id', '=', actor.accountId)
			.executeTakeFirstOrThrow();

		if (!(await passwordMatches(account.secret, current))) return rejected({ current: 'Нынешний пароль не подошёл' });
		const problem = problemWithPassword(password, [account.login, actor.name.split(' ')[0] ?? '']);
		if (problem) return rejected({ password: problem });
		if (password !== again) return rejected({ again: 'Пароли не совпали: введите новый ещё раз' });

		await tx
			.updateTable('credentials')
			.set({ replaced_at: now.at, secret: null })
			.where('account_id', '=', actor.accountId)
			.where('id', '=', account.id)
			.execute();
		await tx
			.insertInto('credentials')
			.values({
				account_id: actor.accountId,
				id: newId(now),
				kind: 'password',
				secret: await hashPassword(password),
				created_at: now.at
			})
			.execute();
		await journal(tx, actor, 'account.password-changed', { kind: 'account', id: actor.accountId }, now);
		return { ok: true, value: await endOthers(tx, actor, now) };
	});
}
