import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findAccount } from '../queries/accounts';
import { hasKeeperWithout } from '../queries/roles';
import { canManageAccess, isKeeper, lastKeeper } from '../rules/roles';
import { oneAfterAnother } from './keepers';
import { endSessionsOf } from './sessions';

/** Closes this organisation's door to a person at once; their account and other workplaces are untouched. */
export async function suspendAccess(
	tx: Tx,
	actor: Actor,
	personId: string,
	{ token, reason }: Submitted<{ reason: string }>,
	now: Now
): Promise<Result<string>> {
	allow(canManageAccess(actor));

	return once(tx, actor, token, now, async () => {
		await oneAfterAnother(tx, actor);
		const account = (await findAccount(tx, actor, personId, now)) ?? notFound();
		if (account.suspended) return rejected({ form: 'Вход уже закрыт' });
		if (personId === actor.personId) return rejected({ form: 'Закрыть вход самому себе нельзя: попросите коллегу.' });
		if (
			account.login &&
			account.roles.some(isKeeper) &&
			!(await hasKeeperWithout(tx, actor, { personId }, now.today))
		) {
			return rejected({ form: lastKeeper });
		}
		const id = newId(now);
		await tx
			.insertInto('access_suspensions')
			.values({
				organisation_id: actor.organisationId,
				id,
				person_id: personId,
				reason,
				suspended_at: now.at,
				suspended_by: actor.personId
			})
			.execute();
		await endSessionsOf(tx, actor, personId, now);
		await journal(tx, actor, 'access.suspended', { kind: 'suspension', id }, now);
		return { ok: true, value: id };
	});
}

/** Opens the door again; the login and the password are as before. */
export async function restoreAccess(
	tx: Tx,
	actor: Actor,
	personId: string,
	token: string,
	now: Now
): Promise<Result<string>> {
	allow(canManageAccess(actor));

	return once(tx, actor, token, now, async () => {
		const lifted = await tx
			.updateTable('access_suspensions')
			.set({ lifted_at: now.at, lifted_by: actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('person_id', '=', personId)
			.where('lifted_at', 'is', null)
			.returning('id')
			.executeTakeFirst();
		if (!lifted) return notFound();
		await journal(tx, actor, 'access.restored', { kind: 'suspension', id: lifted.id }, now);
		return { ok: true, value: lifted.id };
	});
}
