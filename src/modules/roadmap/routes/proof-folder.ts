import { Zip, ZipPassThrough } from 'fflate';
import type { Actor } from '../../../core/actor';
import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { readAs } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { get, type Route } from '../../../http';
import { addressOf } from '../../../http-client';
import { readChunk } from '../../files/queries';
import { asAttachment } from '../../files/rules';
import { contentsOfFolder } from '../engine/paper/contents';
import { planActivities } from '../queries/activities';
import { proofFilesOf } from '../queries/evidence';
import { findPlan } from '../queries/plans';
import { canOpenCopy } from '../rules/artefacts';
import { planLeaders } from '../rules/plan';
import { type FolderEntry, folderLimit, proofFolder } from '../rules/proof-folder';

export const proofFolderRoutes: readonly Route[] = [
	get('/roadmap/:id/proof.zip', planLeaders, async (c) => {
		const { tx, actor, now, world } = c.var;
		const plan = (await findPlan(tx, actor, c.req.param('id'))) ?? notFound();
		const activities = await planActivities(tx, actor, plan.id, now.today);
		const proofs = (await proofFilesOf(tx, actor, plan.id)).map((proof) =>
			canOpenCopy(actor, proof) ? proof : { ...proof, fileId: null, size: null }
		);
		const entries = proofFolder(activities, proofs);
		const size = entries.reduce((sum, { proof }) => sum + (proof.size ?? 0), 0);
		if (size > folderLimit) return c.text(tooMuch, 422);
		const folder = { entries, at: now.at, origin: addressOf(c, world) };
		return c.body(folderStream(world.db, actor, folder), 200, {
			'content-type': 'application/zip',
			'content-disposition': asAttachment(`Подтверждения на ${showDate(now.today)}.zip`),
			'x-content-type-options': 'nosniff'
		});
	})
];

/** `origin`: the address of this program, for what opens in it. */
type Folder = { entries: readonly FolderEntry[]; at: string; origin: string };

const tooMuch = 'Подтверждений больше 4 ГБ: одной папкой их не отдать. Скачайте файлы на страницах мероприятий.';

/** Written as fast as it is read: one piece of one file is in memory, each fetched in a short transaction of its own. */
function folderStream(db: Db, actor: Actor, folder: Folder) {
	const pieces = folderPieces(db, actor, folder);
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				const { done, value } = await pieces.next();
				if (done) controller.close();
				else controller.enqueue(value);
			},
			async cancel() {
				await pieces.return(undefined);
			}
		},
		{ highWaterMark: 0 }
	);
}

async function* folderPieces(db: Db, actor: Actor, { entries, at, origin }: Folder) {
	const ready: Uint8Array[] = [];
	const zip = new Zip((error, bytes) => {
		if (error) throw error;
		ready.push(bytes);
	});
	const begin = (name: string, mtime: string) => {
		const file = new ZipPassThrough(name);
		file.mtime = mtime;
		zip.add(file);
		return file;
	};
	begin('00 Опись.xlsx', at).push(new Uint8Array(await contentsOfFolder(entries, origin)), true);
	yield* ready.splice(0);
	for (const { name, proof } of entries) {
		const { fileId } = proof;
		if (!name || !fileId) continue;
		const file = begin(name, proof.attachedAt);
		for (let position = 0; ; position++) {
			const bytes = await readAs(db, actor, (tx) => readChunk(tx, actor.organisationId, fileId, position));
			file.push(new Uint8Array(bytes ?? []), !bytes);
			yield* ready.splice(0);
			if (!bytes) break;
		}
	}
	zip.end();
	yield* ready.splice(0);
}
