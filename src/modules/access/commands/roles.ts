import type { Actor } from '../../../core/actor';
import { addDays, asRange, type Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findAccount } from '../queries/accounts';
import { findRole, type HeldRole, hasKeeperWithout, listRoles } from '../queries/roles';
import {
	canManageAccess,
	canWithdraw,
	isKeeper,
	lastKeeper,
	type NewRole,
	problemsWithEnding,
	problemsWithGrant
} from '../rules/roles';
import { oneAfterAnother } from './keepers';

/** Gives a role from a day on. Answers with the id of the period. */
export async function grantRole(
	tx: Tx,
	actor: Actor,
	personId: string,
	{ token, ...grant }: Submitted<NewRole>,
	now: Now
): Promise<Result<string>> {
	allow(canManageAccess(actor));

	return once(tx, actor, token, now, async () => {
		await oneAfterAnother(tx, actor);
		if (!(await findAccount(tx, actor, personId, now))) return notFound();
		const held = await listRoles(tx, actor, personId);
		const problems = problemsWithGrant(grant, held, actor.organisation.kind, now.today);
		if (Object.keys(problems).length > 0) return rejected(problems);

		return { ok: true, value: await give(tx, actor, personId, grant, now) };
	});
}

async function give(tx: Tx, actor: Actor, personId: string, { role, from, to = null, basis }: NewRole, now: Now) {
	const id = newId(now);
	await tx
		.insertInto('role_periods')
		.values({
			organisation_id: actor.organisationId,
			...{ id, person_id: personId, role, basis },
			period: asRange({ from, to }),
			granted_by: actor.personId
		})
		.execute();
	await journal(tx, actor, 'role.granted', { kind: 'role', id }, now, { details: { role, from } });
	return id;
}

/**
 * The same by a registered document, inside that act and to whoever works here, with an account or without. Null where there is nothing to
 * give: the role is theirs already.
 */
export async function grantByDocument(tx: Tx, actor: Actor, personId: string, grant: NewRole, now: Now) {
	allow(canManageAccess(actor));
	await oneAfterAnother(tx, actor);
	const problems = problemsWithGrant(grant, await listRoles(tx, actor, personId), actor.organisation.kind, now.today);
	return Object.keys(problems).length > 0 ? null : give(tx, actor, personId, grant, now);
}

/** Whether without this role nobody with a way in would give access and roles on that day. Who never came in keeps no door. */
async function locksTheDoor(tx: Tx, actor: Actor, personId: string, role: HeldRole, day: string, now: Now) {
	if (!isKeeper(role.role)) return false;
	const holder = await findAccount(tx, actor, personId, now);
	const hasWayIn = holder?.login && !holder.suspended;
	return Boolean(hasWayIn) && !(await hasKeeperWithout(tx, actor, { rolePeriodId: role.id }, day));
}

/** Ends a role; `on` is its last day. The last who gives access and roles keeps them. */
export async function endRole(
	tx: Tx,
	actor: Actor,
	{ personId, id }: { personId: string; id: string },
	{ token, on }: Submitted<{ on: string }>,
	now: Now
): Promise<Result<string>> {
	allow(canManageAccess(actor));

	return once(tx, actor, token, now, async () => {
		await oneAfterAnother(tx, actor);
		const role = (await findRole(tx, actor, personId, id)) ?? notFound();
		const problems = problemsWithEnding(role, on, now.today);
		if (Object.keys(problems).length > 0) return rejected(problems);
		if (await locksTheDoor(tx, actor, personId, role, addDays(on, 1), now)) return rejected({ form: lastKeeper });
		await tx
			.updateTable('role_periods')
			.set({ period: asRange({ from: role.from, to: on }) })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.execute();
		await journal(tx, actor, 'role.ended', { kind: 'role', id }, now, { details: { role: role.role, on } });
		return { ok: true, value: id };
	});
}

/** Takes back a role given by mistake: it leaves the periods and is remembered among the withdrawals. */
export async function withdrawRole(
	tx: Tx,
	actor: Actor,
	{ personId, id }: { personId: string; id: string },
	token: string,
	now: Now
): Promise<Result<string>> {
	allow(canManageAccess(actor));

	return once(tx, actor, token, now, async () => {
		await oneAfterAnother(tx, actor);
		const role = (await findRole(tx, actor, personId, id)) ?? notFound();
		if (!canWithdraw(role, now.at)) {
			return rejected({ form: 'Роль назначена больше суток назад: её можно снять с даты, но не убрать совсем.' });
		}
		if (await locksTheDoor(tx, actor, personId, role, now.today, now)) return rejected({ form: lastKeeper });
		const { period, granted_by, basis } = await tx
			.deleteFrom('role_periods')
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.returning(['period', 'granted_by', 'basis'])
			.executeTakeFirstOrThrow();
		await tx
			.insertInto('role_withdrawals')
			.values({
				organisation_id: actor.organisationId,
				id,
				person_id: personId,
				role: role.role,
				period,
				basis,
				granted_by,
				withdrawn_at: now.at,
				withdrawn_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'role.withdrawn', { kind: 'role', id }, now, { details: { role: role.role } });
		return { ok: true, value: id };
	});
}
