import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { type NewFile, storeFile } from '../../files/commands';
import { tidyName } from '../../files/rules';
import type { PlanActivity, PlanOccurrence } from '../queries/activities';
import type { Evidence } from '../queries/evidence';
import { canCarryOut, canTakeBack, inArchive } from '../rules/plan';

type Proof = { url: string; files: readonly NewFile[] };

/** Puts files and a link to an occurrence, done or not yet; at least one of them. Answers with how many. */
export async function attachEvidence(
	tx: Tx,
	actor: Actor,
	{ activity, occurrence }: { activity: PlanActivity; occurrence: PlanOccurrence },
	{ token, ...proof }: Proof & { token: string },
	now: Now
): Promise<Result<number>> {
	allow(canCarryOut(actor, activity));
	return once(tx, actor, token, now, async () => {
		if (activity.archivedAt) return rejected({ form: inArchive });
		if (!proof.url && proof.files.length === 0) return rejected({ files: 'Выберите файл или вставьте ссылку' });
		const count = await attach(tx, actor, { activityId: activity.id, occurrenceId: occurrence.id, ...proof }, now);
		return { ok: true, value: count };
	});
}

/** `coveringId`: it proves it for one of the many. */
type Place = { activityId: string; occurrenceId: string; coveringId?: string | undefined };

/** The rows and their lines in the journal, inside an act that has been allowed. */
export async function attach(
	tx: Tx,
	actor: Actor,
	{ activityId, occurrenceId, coveringId, url, files }: Proof & Place,
	now: Now
) {
	const things: { title: string; file_id: string | null; url: string | null }[] = [];
	for (const file of files) {
		things.push({ title: tidyName(file.name), file_id: await storeFile(tx, actor, file, now), url: null });
	}
	if (url) things.push({ title: titleOf(url), file_id: null, url });
	for (const thing of things) {
		const id = newId(now);
		await tx
			.insertInto('evidence')
			.values({
				organisation_id: actor.organisationId,
				id,
				occurrence_id: occurrenceId,
				covering_id: coveringId ?? null,
				...thing,
				attached_at: now.at,
				attached_by: actor.personId
			})
			.execute();
		const subject = { kind: 'activity', id: activityId } as const;
		await journal(tx, actor, 'evidence.attached', subject, now, { details: { evidenceId: id } });
	}
	return things.length;
}

/** A link is known by its place: «shkola5.ru/mentoring». */
const titleOf = (url: string) => {
	const { hostname, pathname } = new URL(url);
	return `${hostname.replace(/^www\./, '')}${readable(pathname).replace(/\/$/, '')}`.slice(0, 200);
};

/** Cyrillic in an address is shown as written; a broken escape stays as it came. */
function readable(path: string) {
	try {
		return decodeURI(path);
	} catch {
		return path;
	}
}

/** Takes evidence away: a removal record, so that it can be put back. */
export async function removeEvidence(tx: Tx, actor: Actor, evidence: Evidence, token: string, now: Now) {
	allow(canTakeBack(actor, { recordedBy: evidence.attachedBy }));
	return once(tx, actor, token, now, () =>
		setRemoved(tx, actor, evidence, { removed_at: now.at, removed_by: actor.personId }, 'evidence.removed', now)
	);
}

/** Puts back what was taken away. */
export async function restoreEvidence(tx: Tx, actor: Actor, evidence: Evidence, token: string, now: Now) {
	allow(canTakeBack(actor, { recordedBy: evidence.attachedBy }));
	return once(tx, actor, token, now, () =>
		setRemoved(tx, actor, evidence, { removed_at: null, removed_by: null }, 'evidence.restored', now)
	);
}

type Removal = { removed_at: string | null; removed_by: string | null };

async function setRemoved(
	tx: Tx,
	actor: Actor,
	{ id, activityId }: Evidence,
	removal: Removal,
	act: 'evidence.removed' | 'evidence.restored',
	now: Now
): Promise<Result<string>> {
	await tx
		.updateTable('evidence')
		.set(removal)
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.execute();
	await journal(tx, actor, act, { kind: 'activity', id: activityId }, now, { details: { evidenceId: id } });
	return { ok: true, value: id };
}
