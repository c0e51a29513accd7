import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { visiblePeople } from '../../people/queries/visible';
import type { Criterion, SelectionDecision } from '../rules/criteria';
import { canKeepRegisters, type Register } from '../rules/registers';

/** The school's own criteria take the place of the former ones; marks made by hand stay. */
export async function setCriteria(
	tx: Tx,
	actor: Actor,
	{ token, version, criteria }: Submitted<{ version: number; criteria: readonly Criterion[] }>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const words = { criteria: JSON.stringify(criteria), version: version + 1 };
		const { numInsertedOrUpdatedRows } = await tx
			.insertInto('selection_criteria')
			.values({ organisation_id: actor.organisationId, ...words })
			.onConflict((is) =>
				is.column('organisation_id').doUpdateSet(words).where('selection_criteria.version', '=', version)
			)
			.executeTakeFirstOrThrow();
		if (!numInsertedOrUpdatedRows)
			return rejected({ form: 'Пока вы правили, критерии изменил кто-то другой. Сверьте и сохраните ещё раз.' }, {});
		await journal(tx, actor, 'criteria.set', { kind: 'organisation', id: actor.organisationId }, now);
		return { ok: true, value: criteria.length };
	});
}

async function known(tx: Tx, actor: Actor, person: readonly string[]) {
	const people = [...new Set(person)];
	const rows = await visiblePeople(tx, actor).where('p.id', 'in', people).select('p.id').execute();
	return rows.length < people.length ? notFound() : people;
}

type Deciding = { person: readonly string[]; decision: SelectionDecision; reason: string; on: string };

/** The school decides about many: yes, no, or later; a refusal says why. */
export async function decideSelection(
	tx: Tx,
	actor: Actor,
	register: Register,
	{ token, person, decision, reason, on }: Submitted<Deciding>,
	now: Now
): Promise<Result<{ act: string; count: number }>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		if (on > now.today) return rejected({ on: 'Этот день ещё не наступил: проверьте дату.' });
		if (decision === 'no' && !reason) return rejected({ reason: 'Напишите, почему не отобран.' });
		const people = await known(tx, actor, person);
		const act = newId(now);
		await tx
			.insertInto('selection_decisions')
			.values(
				people.map((person_id) => ({
					organisation_id: actor.organisationId,
					id: newId(now),
					act_id: act,
					person_id,
					register,
					decision,
					reason,
					decided_on: on,
					decided_at: now.at,
					decided_by: actor.personId
				}))
			)
			.execute();
		await journal(tx, actor, 'selection.decided', { kind: 'register-act', id: act }, now, {
			details: { register, decision, count: people.length }
		});
		return { ok: true, value: { act, count: people.length } };
	});
}

export async function undoDecisions(
	tx: Tx,
	actor: Actor,
	act: string,
	{ token }: { token: string },
	now: Now
): Promise<Result<Register>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const rows = await tx
			.updateTable('selection_decisions')
			.set({ undone_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('act_id', '=', act)
			.where('undone_at', 'is', null)
			.returning('register')
			.execute();
		const [first] = rows;
		if (!first) return notFound();
		await journal(tx, actor, 'selection.decision-undone', { kind: 'register-act', id: act }, now);
		return { ok: true, value: first.register };
	});
}

type Marking = { person: readonly string[]; criterion: string; met: boolean; note: string };

/** A criterion that no date can tell, marked by hand for many; the last mark counts. */
export async function markCriterion(
	tx: Tx,
	actor: Actor,
	criteria: readonly Criterion[],
	{ token, person, criterion, met, note }: Submitted<Marking>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		if (!criteria.some((one) => one.kind === 'manual' && one.name === criterion))
			return rejected({ criterion: 'Выберите критерий из списка.' });
		const people = await known(tx, actor, person);
		await tx
			.insertInto('criterion_marks')
			.values(
				people.map((person_id) => ({
					organisation_id: actor.organisationId,
					id: newId(now),
					person_id,
					criterion,
					met,
					note,
					marked_at: now.at,
					marked_by: actor.personId
				}))
			)
			.execute();
		await journal(tx, actor, 'criterion.marked', { kind: 'organisation', id: actor.organisationId }, now, {
			details: { met, count: people.length }
		});
		return { ok: true, value: people.length };
	});
}
