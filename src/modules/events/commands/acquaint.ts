import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { addYears, type Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal, noteNothingDone } from '../../../db/journal';
import { once } from '../../../db/once';
import { offerOneself, withdrawOwnOffer } from '../../registry/commands/offer-oneself';
import type { Event } from '../queries/event';
import { canKeepEvents } from '../rules/event';
import { proveBySheet } from './prove';

const nobody = { acquainted_on: null, acquainted_how: null, acquainted_at: null, acquainted_by: null };

const mark = (tx: Tx, { organisationId }: Actor, eventId: string, people: readonly string[]) =>
	tx
		.updateTable('event_people')
		.where('organisation_id', '=', organisationId)
		.where('event_id', '=', eventId)
		.where('person_id', 'in', [...people])
		.where('removed_at', 'is', null);

/** «Ознакомлен(а)», said by the person. */
export async function acquaint(
	tx: Tx,
	actor: Actor,
	event: Event,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	if (!event.mine || !event.acquaints) return notFound();
	const { acquaintedOn } = event.mine;
	return once(tx, actor, token, now, async () => {
		if (event.cancelledAt) return rejected({ form: 'Это отменено: знакомиться не с чем.' });
		if (acquaintedOn) noteNothingDone(tx);
		else {
			await mark(tx, actor, event.id, [actor.personId])
				.set({
					acquainted_on: now.today,
					acquainted_how: 'program',
					acquainted_at: now.at,
					acquainted_by: actor.personId
				})
				.execute();
			await journal(tx, actor, 'event.acquainted', { kind: 'event', id: event.id }, now);
		}
		return { ok: true, value: event.id };
	});
}

/** Said too soon: taken back by the one who said it. What was signed on paper is not. */
export async function undoAcquainting(
	tx: Tx,
	actor: Actor,
	event: Event,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	if (!event.mine) return notFound();
	const { acquaintedHow } = event.mine;
	return once(tx, actor, token, now, async () => {
		if (acquaintedHow !== 'program') return rejected({ form: 'Отметку с подписанного листа снимает куратор.' });
		await mark(tx, actor, event.id, [actor.personId]).set(nobody).execute();
		await journal(tx, actor, 'event.acquainting-undone', { kind: 'event', id: event.id }, now);
		return { ok: true, value: event.id };
	});
}

/** Signatures of a paper sheet are entered by ticking; who said so in the program stays as they said. */
export async function enterSheet(
	tx: Tx,
	actor: Actor,
	event: Event,
	{ token, on, person }: Submitted<{ on: string; person: readonly string[] }>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		if (on > now.today) return rejected({ on: 'Этот день ещё не наступил: проверьте дату на листе.' });
		if (on < addYears(event.heldOn, -1)) return rejected({ on: 'Это больше чем за год до объявления: проверьте год.' });
		const { numUpdatedRows } = await mark(tx, actor, event.id, person)
			.set({ acquainted_on: on, acquainted_how: 'paper', acquainted_at: now.at, acquainted_by: actor.personId })
			.where('acquainted_on', 'is', null)
			.executeTakeFirstOrThrow();
		const count = Number(numUpdatedRows);
		if (count === 0) return rejected({ person: 'Все отмеченные уже ознакомились: записывать нечего.' });
		await journal(tx, actor, 'event.sheet-entered', { kind: 'event', id: event.id }, now, { details: { count } });
		return { ok: true, value: count };
	});
}

/** Ticks entered from paper by mistake are taken back: all of one day's entering of somebody. */
export async function undoSheet(
	tx: Tx,
	actor: Actor,
	event: Event,
	{ token, person }: Submitted<{ person: string }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		const { numUpdatedRows } = await mark(tx, actor, event.id, [person])
			.set(nobody)
			.where('acquainted_how', '=', 'paper')
			.executeTakeFirstOrThrow();
		if (numUpdatedRows === 0n) return notFound();
		await journal(tx, actor, 'event.sheet-undone', { kind: 'event', id: event.id }, now);
		return { ok: true, value: event.id };
	});
}

/** An announcement has done its work: the sheet as it stands is the evidence. Answers with how many lines of the plan were closed. */
export async function finishTelling(
	tx: Tx,
	actor: Actor,
	event: Event,
	{
		token,
		outsideCount,
		outcome,
		closes
	}: Submitted<{ outsideCount: number | null; outcome: string; closes: readonly string[] }>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		if (event.heldOn > now.today) return rejected({ form: 'День объявления ещё не наступил.' });
		await tx
			.updateTable('events')
			.set({
				outside_count: outsideCount,
				outcome,
				attended_at: now.at,
				attended_by: actor.personId,
				...(!event.announcedAt && { announced_at: now.at, announced_by: actor.personId })
			})
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', event.id)
			.execute();
		await journal(tx, actor, 'event.told', { kind: 'event', id: event.id }, now);
		return { ok: true, value: await proveBySheet(tx, actor, { ...event, outsideCount, outcome }, closes, now) };
	});
}

/** «Хочу быть наставником»: the register of mentors gets a draft of an offer, for the curator's look. */
export async function answerCall(
	tx: Tx,
	actor: Actor,
	event: Event,
	{ token, reply }: Submitted<{ reply: string }>,
	now: Now
): Promise<Result<string>> {
	if (!event.mine || !event.callsMentors) return notFound();
	const { repliedAt } = event.mine;
	return once(tx, actor, token, now, async () => {
		if (event.cancelledAt) return rejected({ form: 'Приглашение отменено.' });
		if (repliedAt) {
			noteNothingDone(tx);
			return { ok: true, value: event.id };
		}
		const offer = await offerOneself(tx, actor, { wishes: reply, sourceNote: event.title.slice(0, 200) }, now);
		await mark(tx, actor, event.id, [actor.personId]).set({ replied_at: now.at, reply, offer_id: offer }).execute();
		await journal(tx, actor, 'event.replied', { kind: 'event', id: event.id }, now);
		return { ok: true, value: event.id };
	});
}

/** Thought better of it: the draft goes, unless the curator has looked at it already. */
export async function undoAnswer(
	tx: Tx,
	actor: Actor,
	event: Event,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	if (!event.mine?.repliedAt) return notFound();
	return once(tx, actor, token, now, async () => {
		const { rows } = await sql<{ offer: string | null }>`
			select offer_id as offer from event_people where organisation_id = ${actor.organisationId}
				and event_id = ${event.id} and person_id = ${actor.personId}`.execute(tx);
		const offer = rows[0]?.offer;
		if (offer && !(await withdrawOwnOffer(tx, actor, offer, now)))
			return rejected({ form: 'Куратор уже занимается вашим откликом: скажите ему, что передумали.' });
		await mark(tx, actor, event.id, [actor.personId]).set({ replied_at: null, reply: '', offer_id: null }).execute();
		await journal(tx, actor, 'event.reply-undone', { kind: 'event', id: event.id }, now);
		return { ok: true, value: event.id };
	});
}
