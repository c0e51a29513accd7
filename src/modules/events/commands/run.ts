import type { UpdateObject } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Act } from '../../../core/acts';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal, noteNothingDone } from '../../../db/journal';
import { once } from '../../../db/once';
import type { DB } from '../../../db/types';
import type { Event } from '../queries/event';
import { canKeepEvents } from '../rules/event';

type Set = UpdateObject<DB, 'events'>;

const update = (tx: Tx, { organisationId }: Actor, id: string, set: Set) =>
	tx.updateTable('events').set(set).where('organisation_id', '=', organisationId).where('id', '=', id).execute();

/** One change of how an event stands, with its line in the journal. */
async function turn(
	tx: Tx,
	actor: Actor,
	event: Event,
	token: string,
	act: Act,
	set: Set,
	now: Now
): Promise<Result<string>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		await update(tx, actor, event.id, set);
		await journal(tx, actor, act, { kind: 'event', id: event.id }, now);
		return { ok: true, value: event.id };
	});
}

/** From now on those called see it: in «Сегодня», in letters, in their calendars. */
export async function announceEvent(tx: Tx, actor: Actor, event: Event, { token }: { token: string }, now: Now) {
	if (event.called === 0 && !event.outside)
		return rejected({
			form: 'Позвать некого: откройте «Изменить» и отметьте людей или напишите, кого зовёте со стороны.'
		});
	if (event.announcedAt) {
		noteNothingDone(tx);
		return { ok: true as const, value: event.id };
	}
	const announced = { announced_at: now.at, announced_by: actor.personId };
	return turn(tx, actor, event, token, 'event.announced', announced, now);
}

/** Takes the announcement back while nobody has marked anything. */
export async function undoAnnouncement(tx: Tx, actor: Actor, event: Event, { token }: { token: string }, now: Now) {
	if (event.acquainted + event.replied > 0 || event.attendedAt)
		return rejected({
			form: 'Кто-то уже ознакомился или откликнулся: объявление не забрать. Его можно отменить с причиной.'
		});
	return turn(tx, actor, event, token, 'event.announcement-undone', { announced_at: null, announced_by: null }, now);
}

export async function cancelEvent(
	tx: Tx,
	actor: Actor,
	event: Event,
	{ token, reason }: Submitted<{ reason: string }>,
	now: Now
): Promise<Result<string>> {
	if (event.attendedAt)
		return rejected({ form: 'Уже отмечено, кто был: состоявшееся не отменяют. Сначала снимите отметку.' });
	const cancelled = { cancelled_at: now.at, cancelled_by: actor.personId, cancelled_because: reason };
	return turn(tx, actor, event, token, 'event.cancelled', { ...cancelled, version: event.version + 1 }, now);
}

export const returnEvent = (tx: Tx, actor: Actor, event: Event, { token }: { token: string }, now: Now) =>
	turn(
		tx,
		actor,
		event,
		token,
		'event.returned',
		{ cancelled_at: null, cancelled_by: null, cancelled_because: '', version: event.version + 1 },
		now
	);

/** Made by mistake: nobody sees it any more. What was held stays. */
export async function removeEvent(tx: Tx, actor: Actor, event: Event, { token }: { token: string }, now: Now) {
	if (event.attendedAt || event.minutes?.signedOn)
		return rejected({
			form: 'Это состоялось: снимите отметку о том, кто был, и подпись протокола, тогда запись можно убрать.'
		});
	return turn(tx, actor, event, token, 'event.removed', { removed_at: now.at }, now);
}

export const restoreEvent = (tx: Tx, actor: Actor, event: Event, { token }: { token: string }, now: Now) =>
	turn(tx, actor, event, token, 'event.restored', { removed_at: null }, now);
