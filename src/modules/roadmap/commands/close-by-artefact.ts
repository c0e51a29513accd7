import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { type NewFile, storeFile } from '../../files/commands';
import { findByOccurrence } from '../queries/activities';
import type { ArtefactKind } from '../rules/artefacts';
import { canCarryOut } from '../rules/plan';
import { complete } from './complete';

/**
 * Something a room has made. `title` names it with what makes it a paper («Приказ № 12 от 01.09.2026»); `words` say what was done
 * («Пары закреплены: 14»); `file` is its copy as it is today: it goes into the proof folder.
 */
export type Artefact = {
	kind: ArtefactKind;
	id: string;
	on: string; // YYYY-MM-DD
	title: string;
	words?: string;
	file?: NewFile;
};

/** Titles of the activities that were closed, and of those that somebody had closed before. */
export type Closed = { closed: string[]; before: string[] };

/**
 * Marks the chosen times done (what others above answer for: noted) with what a room has made as their evidence, inside that room's own act: it has permitted itself and
 * holds the form's token. What has been closed meanwhile or lies in the archive is left as it is. Taken back like any mark.
 * `also`: times that get the evidence whether or not they are done by it: one of several meetings of a line.
 */
export async function closeByArtefact(
	tx: Tx,
	actor: Actor,
	occurrenceIds: readonly string[],
	artefact: Artefact,
	now: Now,
	also: readonly string[] = []
): Promise<Closed> {
	const result: Closed = { closed: [], before: [] };
	let fileId: string | undefined;
	for (const occurrenceId of new Set([...occurrenceIds, ...also])) {
		const found = await findByOccurrence(tx, actor, occurrenceId, now.today);
		if (!found) continue;
		const { activity } = found;
		allow(canCarryOut(actor, activity));
		const doneOn = artefact.on > now.today ? now.today : artefact.on;
		const note = artefact.words || artefact.title;
		const outcome = activity.awaited ? 'noted' : 'done';
		const chosen = occurrenceIds.includes(occurrenceId);
		const done =
			chosen &&
			!activity.archivedAt &&
			(await complete(tx, actor, activity.id, { occurrenceId, outcome, doneOn, note }, now));
		if (chosen) result[done ? 'closed' : 'before'].push(activity.title);
		if (!done && (activity.archivedAt || !also.includes(occurrenceId))) continue;
		fileId ??= artefact.file && (await storeFile(tx, actor, artefact.file, now));
		await attachArtefact(tx, actor, { activityId: activity.id, occurrenceId }, { ...artefact, fileId }, now);
	}
	return result;
}

/** A time that was opened again and closed by the same thing keeps the one line it has. */
async function attachArtefact(
	tx: Tx,
	actor: Actor,
	{ activityId, occurrenceId }: { activityId: string; occurrenceId: string },
	{ kind, id: artefact_id, on, title, words = '', fileId }: Artefact & { fileId: string | undefined },
	now: Now
) {
	const id = newId(now);
	const { numInsertedOrUpdatedRows: inserted } = await tx
		.insertInto('evidence')
		.values({
			organisation_id: actor.organisationId,
			id,
			occurrence_id: occurrenceId,
			title,
			artefact_kind: kind,
			artefact_id,
			made_on: on,
			words,
			file_id: fileId ?? null,
			attached_at: now.at,
			attached_by: actor.personId
		})
		.onConflict((is) => is.doNothing())
		.executeTakeFirstOrThrow();
	if (!inserted) return;
	const subject = { kind: 'activity', id: activityId } as const;
	await journal(tx, actor, 'evidence.attached', subject, now, { details: { evidenceId: id } });
}

type Thing = { kind: ArtefactKind; id: string };

/**
 * The thing has changed: the lines that hold its old copy go, and their times are answered, for the new copy to be put to them
 * (`also` of `closeByArtefact`).
 */
export async function takeOldCopies(tx: Tx, actor: Actor, { kind, id }: Thing, now: Now): Promise<string[]> {
	const rows = await tx
		.updateTable('evidence')
		.set({ removed_at: now.at, removed_by: actor.personId })
		.where('organisation_id', '=', actor.organisationId)
		.where('artefact_kind', '=', kind)
		.where('artefact_id', '=', id)
		.where('removed_at', 'is', null)
		.returning('occurrence_id as occurrenceId')
		.execute();
	return rows.map(({ occurrenceId }) => occurrenceId);
}

/** The thing was taken back in its room: what it proves says so, and is closed no longer only if somebody opens it again. */
export const takeBackArtefact = (tx: Tx, actor: Actor, thing: Thing, now: Now) =>
	setTakenBack(tx, actor, thing, { taken_back_at: now.at, taken_back_by: actor.personId });

/** The taking back was itself taken back. */
export const bringBackArtefact = (tx: Tx, actor: Actor, thing: Thing) =>
	setTakenBack(tx, actor, thing, { taken_back_at: null, taken_back_by: null });

const setTakenBack = (
	tx: Tx,
	actor: Actor,
	{ kind, id }: Thing,
	taken: { taken_back_at: string | null; taken_back_by: string | null }
) =>
	tx
		.updateTable('evidence')
		.set(taken)
		.where('organisation_id', '=', actor.organisationId)
		.where('artefact_kind', '=', kind)
		.where('artefact_id', '=', id)
		.execute();
