import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { addDays, asRange, type Now } from '../../../core/dates';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { hasKeeperWithout, listRoles } from '../queries/roles';
import { isKeeper, lastKeeper } from '../rules/roles';
import { oneAfterAnother } from './keepers';

/** A role period as it was before somebody left. */
export type EndedRole = { id: string; from: string; to: string | null };

/**
 * Ends every role of somebody who leaves, `on` being the last day; the caller has asked whether they may. Answers with the
 * periods as they were, so that a dismissal entered by mistake can be taken back.
 */
export async function endAllRoles(
	tx: Tx,
	actor: Actor,
	personId: string,
	on: string,
	now: Now
): Promise<Result<EndedRole[]>> {
	await oneAfterAnother(tx, actor);
	const going = (await listRoles(tx, actor, personId)).filter(({ to }) => !to || to > on);
	if (going.some(({ from }) => from > on)) {
		return rejected({ on: 'У этого человека есть роль, которая начинается позже. Сначала уберите её.' });
	}
	const keeps = going.some(({ role }) => isKeeper(role));
	if (keeps && !(await hasKeeperWithout(tx, actor, { personId }, addDays(on, 1))))
		return rejected({ form: lastKeeper });
	for (const { id, role, from } of going) {
		await setPeriod(tx, actor, { id, from, to: on });
		await journal(tx, actor, 'role.ended', { kind: 'role', id }, now, { details: { role, on } });
	}
	return { ok: true, value: going.map(({ id, from, to }) => ({ id, from, to })) };
}

/** Gives back the roles that a dismissal entered by mistake had ended. */
export async function restoreRoles(tx: Tx, actor: Actor, ended: readonly EndedRole[], now: Now) {
	for (const period of ended) {
		await setPeriod(tx, actor, period);
		await journal(tx, actor, 'role.granted', { kind: 'role', id: period.id }, now, { details: { restored: true } });
	}
}

const setPeriod = (tx: Tx, actor: Actor, { id, from, to }: EndedRole) =>
	tx
		.updateTable('role_periods')
		.set({ period: sql<string>`${asRange({ from, to })}::daterange` })
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.execute();
