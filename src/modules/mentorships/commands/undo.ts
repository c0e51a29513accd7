import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { takeBackArtefact } from '../../roadmap/commands/close-by-artefact';
import { findMentorships } from '../queries/mentorships';
import type { Order } from '../queries/orders';
import { isOver } from '../rules/life';
import { type Mentorship, titleOf } from '../rules/mentorship';
import { canKeepMentorships } from '../rules/words';
import { problemWithClash } from './propose';
import { held, settle } from './write';

/**
 * Takes back the latest act of a mentorship, whole; it stays in the database as taken back. `act`: the one that was seen as the latest. Answers with
 * whether anything of the mentorship stands.
 */
export async function undoLastAct(
	tx: Tx,
	actor: Actor,
	seen: Mentorship,
	{ token, act }: Submitted<{ act: string }>,
	now: Now
): Promise<Result<{ stands: boolean }>> {
	allow(canKeepMentorships(actor));
	return once(tx, actor, token, now, async () => {
		const mentorship = await held(tx, actor, seen, now);
		const { state, last, lastAct, term } = mentorship.life;
		if (lastAct !== act) return rejected({ form: 'После этого уже сделано что-то ещё: сначала отмените последнее.' });
		const { rows: undone } = await sql<{ id: string; orderId: string | null }>`
			update mentorship_steps set undone_at = ${now.at}, undone_by = ${actor.personId}
			where organisation_id = ${actor.organisationId} and mentorship_id = ${seen.id} and act_id = ${act} and undone_at is null
			returning id, order_id as "orderId"`.execute(tx);
		const steps = undone.map(({ id }) => id);
		const back = mentorship.pairs.filter(({ leftStep }) => leftStep && steps.includes(leftStep));
		await sql`update mentorship_pairs set removed_at = ${now.at}
			where organisation_id = ${actor.organisationId} and joined_step = any(${steps}::uuid[])`.execute(tx);
		const together = await problemWithClash(
			tx,
			actor,
			[...back, ...(isOver(state) && last === state ? mentorship.pairs.filter(({ left }) => !left) : [])].map(
				({ mentor, mentee, from, until }) => ({
					...{ mentor: mentor.id, mentee: mentee.id, from },
					to: until ?? term.to
				})
			),
			seen.id
		);
		if (together) return rejected({ form: `Отменить не получится: ${together}` });
		await sql`update mentorship_pairs set left_step = null
			where organisation_id = ${actor.organisationId} and left_step = any(${steps}::uuid[])`.execute(tx);
		await withdrawOrders(
			tx,
			actor,
			undone.flatMap(({ orderId }) => orderId ?? []),
			now
		);
		const settled = await settle(tx, actor, seen, now);
		await journal(tx, actor, 'mentorship.undone', { kind: 'mentorship', id: seen.id }, now);
		return { ok: true, value: { stands: settled !== undefined } };
	});
}

/**
 * An order that was typed to the wrong pairs, or by mistake, goes from as many of them at once; from none of those after which something more was done.
 * Only the order goes: what was written in the same sitting stays.
 */
export async function undoOrder(
	tx: Tx,
	actor: Actor,
	order: Order,
	{ token, mentorship: chosen }: Submitted<{ mentorship: readonly string[] }>,
	now: Now
): Promise<Result<{ left: number }>> {
	allow(canKeepMentorships(actor));
	return once(tx, actor, token, now, async () => {
		const ids = order.mentorships.filter((id) => chosen.length === 0 || chosen.includes(id));
		if (ids.length === 0) return rejected({ mentorship: 'Отметьте пары, о которых этого приказа нет.' });
		await sql`select from mentorships where organisation_id = ${actor.organisationId} and id = any(${ids}::uuid[])
			order by id for no key update`.execute(tx);
		const found = await findMentorships(tx, actor, ids, now);
		const later = found.find(({ steps }) => steps.at(-1)?.orderId !== order.id);
		if (later)
			return rejected({
				mentorship: `${titleOf(later)}: после приказа уже сделано что-то ещё. Сначала отмените это на её странице или снимите отметку.`
			});
		await sql`update mentorship_steps set undone_at = ${now.at}, undone_by = ${actor.personId}
			where organisation_id = ${actor.organisationId} and mentorship_id = any(${ids}::uuid[]) and order_id = ${order.id}
				and undone_at is null`.execute(tx);
		await withdrawOrders(tx, actor, [order.id], now);
		for (const mentorship of found) await settle(tx, actor, mentorship, now);
		await journal(tx, actor, 'mentorship.order-undone', { kind: 'mentorship-order', id: order.id }, now, {
			details: { count: found.length }
		});
		return { ok: true, value: { left: order.mentorships.length - found.length } };
	});
}

/** An order of which no step stands was typed by mistake: what it proves says so. */
async function withdrawOrders(tx: Tx, actor: Actor, orders: readonly string[], now: Now) {
	for (const id of new Set(orders)) {
		const { rows } = await sql`
			update mentorship_orders o set withdrawn_at = ${now.at}
			where o.organisation_id = ${actor.organisationId} and o.id = ${id} and not exists (
				select from mentorship_steps s where s.organisation_id = o.organisation_id and s.order_id = o.id and s.undone_at is null)
			returning o.id`.execute(tx);
		if (rows.length > 0) await takeBackArtefact(tx, actor, { kind: 'mentorship-order', id }, now);
	}
}
