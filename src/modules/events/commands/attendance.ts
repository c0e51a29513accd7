import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { takeBackArtefact } from '../../roadmap/commands/close-by-artefact';
import type { Event } from '../queries/event';
import { type Attendance, canBeMarked, canKeepEvents } from '../rules/event';
import { proveByAttendance } from './prove';

export type Marks = Readonly<Record<string, Attendance>>;
type Marked = { marks: Marks; outcome: string; outsideCount: number | null; closes: readonly string[] };

/** Writes down who came: with it the event is held. Marked again, it is corrected. */
export async function markAttendance(
	tx: Tx,
	actor: Actor,
	event: Event,
	{ token, marks, outcome, outsideCount, closes }: Submitted<Marked>,
	now: Now
): Promise<Result<{ came: number; closed: number }>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		if (!canBeMarked(event, now.today)) return rejected({ form: 'Этот день ещё не наступил, или событие отменено.' });
		const people = Object.keys(marks);
		await sql`
			update event_people i set attendance = m.attendance
			from unnest(${people}::uuid[], ${people.map((id) => marks[id])}::text[]) m (person_id, attendance)
			where i.organisation_id = ${actor.organisationId} and i.event_id = ${event.id} and i.person_id = m.person_id
				and i.removed_at is null`.execute(tx);
		const announced = event.announcedAt ? {} : { announced_at: now.at, announced_by: actor.personId };
		await tx
			.updateTable('events')
			.set({
				attended_at: now.at,
				attended_by: actor.personId,
				outcome,
				outside_count: outsideCount,
				...announced
			})
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', event.id)
			.execute();
		const came = Object.values(marks).filter((mark) => mark === 'came').length;
		await journal(tx, actor, 'event.attended', { kind: 'event', id: event.id }, now, {
			details: { came, called: people.length }
		});
		const closed = await proveByAttendance(tx, actor, { ...event, outcome, outsideCount }, closes, now);
		return { ok: true, value: { came, closed } };
	});
}

/** It was not held after all, or somebody pressed by mistake: the marks go. */
export async function undoAttendance(
	tx: Tx,
	actor: Actor,
	event: Event,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		if (event.minutes?.signedOn) return rejected({ form: 'Протокол подписан: сначала снимите подпись.' });
		await tx
			.updateTable('events')
			.set({ attended_at: null, attended_by: null })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', event.id)
			.execute();
		await tx
			.updateTable('event_people')
			.set({ attendance: null })
			.where('organisation_id', '=', actor.organisationId)
			.where('event_id', '=', event.id)
			.execute();
		const kind = event.meets ? 'event' : 'acquaintance';
		await takeBackArtefact(tx, actor, { kind, id: event.id }, now);
		await journal(tx, actor, 'event.attendance-undone', { kind: 'event', id: event.id }, now);
		return { ok: true, value: event.id };
	});
}
