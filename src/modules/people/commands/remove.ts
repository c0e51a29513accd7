import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { Person } from '../queries/person';
import { canKeepPeople, problemWithRemoval } from '../rules/person';

/** Takes away an entry made by mistake; it can be brought back. */
export async function removePerson(
	tx: Tx,
	actor: Actor,
	person: Person,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepPeople(actor));
	return once(tx, actor, token, now, async () => {
		const roles = (person.private?.roles ?? []).filter(({ to }) => !to || to >= now.today).map(({ role }) => role);
		const known = { id: person.id, hasAccount: person.private?.hasAccount ?? false, roles };
		const problem = problemWithRemoval(known, actor);
		if (problem) return rejected({ form: problem });
		await setRemoved(tx, actor, person, now.at);
		await journal(tx, actor, 'person.removed', { kind: 'person', id: person.id }, now);
		return { ok: true, value: person.id };
	});
}

export async function restorePerson(
	tx: Tx,
	actor: Actor,
	person: Person,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepPeople(actor));
	return once(tx, actor, token, now, async () => {
		if (person.mergedInto)
			return rejected({ form: 'Эта запись объединена с другой: разъединить их можно в «Возможных повторах».' });
		if (!person.removed) return rejected({ form: 'Эта запись на месте: возвращать нечего.' });
		await setRemoved(tx, actor, person, null);
		await journal(tx, actor, 'person.restored', { kind: 'person', id: person.id }, now);
		return { ok: true, value: person.id };
	});
}

const setRemoved = (tx: Tx, actor: Actor, { id }: Person, at: string | null) =>
	tx
		.updateTable('people')
		.set((row) => ({ removed_at: at, version: row('version', '+', 1) }))
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.execute();
