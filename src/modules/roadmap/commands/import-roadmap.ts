import type { Actor, Author } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { enqueue } from '../../../db/outbox';
import { type NewFile, storeFile } from '../../files/commands';
import { tidyName } from '../../files/rules';
import { findSelf, type RoadmapImport } from '../queries/imports';
import { findPlan } from '../queries/plans';
import { draftOf } from '../rules/draft';
import { askOnce } from '../rules/every-year';
import { readingIsStuck } from '../rules/imports';
import { knowOurselves } from '../rules/ourselves';
import { leadsPlans } from '../rules/plan';
import type { Understanding } from '../rules/understanding';

export type NewImport = {
	token: string;
	renews?: string;
	source: { file: NewFile } | { pasted: string; name?: string };
};

/** Keeps what came and asks for it to be read; answers with the id of the import. */
export async function importRoadmap(
	tx: Tx,
	actor: Actor,
	{ token, renews, source }: NewImport,
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));

	return once(tx, actor, token, now, async () => {
		const id = newId(now);
		const kept =
			'file' in source
				? { source_name: tidyName(source.file.name), file_id: await storeFile(tx, actor, source.file, now) }
				: { source_name: source.name ?? 'Вставленный текст', pasted: source.pasted };
		await tx
			.insertInto('roadmap_imports')
			.values({
				organisation_id: actor.organisationId,
				id,
				...kept,
				created_at: now.at,
				created_by: actor.personId,
				asked_at: now.at
			})
			.execute();
		const plan = renews ? await findPlan(tx, actor, renews) : undefined;
		if (plan) {
			await tx
				.insertInto('plan_renewals')
				.values({ organisation_id: actor.organisationId, import_id: id, roadmap_id: plan.id })
				.execute();
		}
		await enqueue(tx, 'roadmap.read', { importId: id }, { key: `roadmap.read:${id}` });
		await journal(tx, actor, 'roadmap.uploaded', { kind: 'roadmap-import', id }, now);
		return { ok: true, value: id };
	});
}

/** Another try at a file that could not be read, or whose reading something stopped. */
export async function readAgain(
	tx: Tx,
	actor: Actor,
	asked: RoadmapImport,
	token: string,
	now: Now
): Promise<Result<null>> {
	allow(leadsPlans(actor));

	return once(tx, actor, token, now, async () => {
		const stuck = asked.state === 'reading' && readingIsStuck(asked.askedAt, now.at);
		if (asked.state !== 'unread' && !stuck) {
			return rejected({ form: 'Этот файл уже читается или прочитан: откройте страницу заново.' });
		}
		await tx
			.updateTable('roadmap_imports')
			.set({ failed_at: null, failure: null, asked_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', asked.id)
			.execute();
		await enqueue(tx, 'roadmap.read', { importId: asked.id }, { key: `roadmap.read:${asked.id}` });
		await journal(tx, actor, 'roadmap.asked-again', { kind: 'roadmap-import', id: asked.id }, now);
		return { ok: true, value: null };
	});
}

/**
 * Writes down what the reading gave. Answers false when there was nothing to wait for any more: another reading was
 * first, or the import was thrown away.
 */
export async function recordReading(
	tx: Tx,
	author: Author,
	id: string,
	reading: { understood: Understanding } | { failure: string },
	now: Now
): Promise<boolean> {
	const outcome =
		'failure' in reading
			? { failed_at: now.at, failure: reading.failure }
			: {
					read_at: now.at,
					understood: JSON.stringify(reading.understood),
					draft: JSON.stringify(askOnce(knowOurselves(draftOf(reading.understood), await findSelf(tx, author))))
				};
	const { numUpdatedRows } = await tx
		.updateTable('roadmap_imports')
		.set(outcome)
		.where('organisation_id', '=', author.organisationId)
		.where('id', '=', id)
		.where('read_at', 'is', null)
		.where('failed_at', 'is', null)
		.where('discarded_at', 'is', null)
		.executeTakeFirstOrThrow();
	if (numUpdatedRows === 0n) return false;
	const act = 'failure' in reading ? 'roadmap.unread' : 'roadmap.read';
	await journal(tx, author, act, { kind: 'roadmap-import', id }, now);
	return true;
}
