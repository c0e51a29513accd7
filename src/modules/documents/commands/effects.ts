import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Actor, roleNames } from '../../../core/actor';
import { addDays, type Now, showDate } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { endRole, grantByDocument, withdrawRole } from '../../access/commands/roles';
import { findRole } from '../../access/queries/roles';
import { canManageAccess, canWithdraw } from '../../access/rules/roles';
import { order } from '../../mentorships/commands/orders';
import { undoLastAct } from '../../mentorships/commands/undo';
import { findMentorships } from '../../mentorships/queries/mentorships';
import { type Mentorship, titleOf } from '../../mentorships/rules/mentorship';
import { orderTitle } from '../../mentorships/rules/words';
import type { StoredDocument } from '../queries/document';
import { listEffects } from '../queries/effects';
import { appointments } from '../rules/appointments';
import type { Registration } from './register';

/** What a registered document does elsewhere: the order stands in its pairs with number and day, whoever is appointed has the role. */
export async function carryOut(
	tx: Tx,
	actor: Actor,
	document: StoredDocument,
	{ actKind, series, number, datedOn }: Registration,
	waiting: readonly Mentorship[],
	now: Now
) {
	const effect = (what: 'order' | 'role', thing_id: string, act_id: string | null = null) =>
		tx
			.insertInto('document_effects')
			.values({
				...{ organisation_id: actor.organisationId, id: newId(now), document_id: document.id },
				...{ what, thing_id, act_id, made_at: now.at }
			})
			.execute();
	if (actKind !== null && (series === 'main' || series === 'staff') && waiting.length > 0) {
		const ids = waiting.map(({ id }) => id);
		await sql`select from mentorships where organisation_id = ${actor.organisationId} and id = any(${ids}::uuid[])
			order by id for no key update`.execute(tx);
		const act = newId(now);
		const words = { actKind, series, number, signedOn: datedOn, anyway: true, closes: [] };
		const done = await order(tx, actor, waiting, { ...words, mentorships: ids }, act, now);
		if (!done.ok) throw new Error(`an order that was looked at was refused: ${JSON.stringify(done.problems)}`);
		await effect('order', done.value.id, act);
	}
	if (!canManageAccess(actor)) return;
	const from = document.from ?? datedOn;
	const to = document.code === 'curator-order' && document.until && document.until >= from ? document.until : null;
	for (const { id, to: what } of document.appointed) {
		const { role } = appointments[what];
		if (!role) continue;
		const basis = orderTitle(actKind, number, datedOn);
		const given = await grantByDocument(tx, actor, id, { role, from, to, basis }, now);
		if (given) await effect('role', given);
	}
}

/** What was taken back, and what could not be, in words. */
export type TakenBack = { undone: string[]; left: string[] };

/** Takes back what a document has done elsewhere. `on`: the first day without it. */
export async function takeBackEffects(
	tx: Tx,
	actor: Actor,
	document: Pick<StoredDocument, 'id' | 'mentorships'>,
	on: string,
	now: Now,
	by: string | null = null // the later document that ends it
): Promise<TakenBack> {
	const result: TakenBack = { undone: [], left: [] };
	const effects = await listEffects(tx, actor, document.id);
	for (const { id, what, thingId, actId, personId, person } of effects) {
		const before = result.left.length;
		if (what === 'order') {
			for (const one of await findMentorships(tx, actor, document.mentorships, now)) {
				if (!one.steps.some((step) => step.actId === actId)) continue;
				const undone =
					one.life.lastAct === actId &&
					(await undoLastAct(tx, actor, one, { token: randomUUID(), act: actId ?? '' }, now)).ok;
				(undone ? result.undone : result.left).push(
					undone ? `Приказ снят с пары: ${titleOf(one)}` : `С парой уже сделано что-то ещё: ${titleOf(one)}`
				);
			}
		} else if (personId) {
			const role = await findRole(tx, actor, personId, thingId);
			if (!role) continue;
			if (!canManageAccess(actor)) {
				result.left.push(
					`Роль «${roleNames[role.role]}» снимает тот, кто ведёт доступ, – куратор или директор: ${person}`
				);
				continue;
			}
			const whose = { personId, id: thingId };
			const token = randomUUID();
			const last = addDays(on, -1);
			const gone =
				canWithdraw(role, now.at) || last < role.from
					? await withdrawRole(tx, actor, whose, token, now)
					: await endRole(tx, actor, whose, { token, on: last }, now);
			if (gone.ok)
				result.undone.push(
					`Роль «${roleNames[role.role]}» снята с ${showDate(last < role.from ? role.from : on)}: ${person}`
				);
			else result.left.push(`Роль «${roleNames[role.role]}» осталась: ${gone.problems.form ?? gone.problems.on ?? ''}`);
		}
		if (result.left.length === before)
			await tx
				.updateTable('document_effects')
				.set({ undone_at: now.at, taken_by_id: by })
				.where('organisation_id', '=', actor.organisationId)
				.where('id', '=', id)
				.execute();
	}
	return result;
}
