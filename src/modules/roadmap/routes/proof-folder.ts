import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { get, type Route } from '../../../http';
import { archiveStream } from '../../../http-archive';
import { addressOf } from '../../../http-client';
import { asAttachment } from '../../files/rules';
import { contentsOfFolder } from '../engine/paper/contents';
import { planActivities } from '../queries/activities';
import { proofFilesOf } from '../queries/evidence';
import { findPlan } from '../queries/plans';
import { canOpenCopy } from '../rules/artefacts';
import { planLeaders } from '../rules/plan';
import { folderLimit, proofFolder } from '../rules/proof-folder';

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
		const contents = await contentsOfFolder(entries, addressOf(c, world));
		const files = entries.flatMap(({ name, proof: { fileId, attachedAt: at } }) =>
			name && fileId ? [{ name, fileId, at }] : []
		);
		const whole = [{ name: '00 Опись.xlsx', at: now.at, bytes: contents }, ...files];
		return c.body(archiveStream(world.db, actor, whole), 200, {
			'content-type': 'application/zip',
			'content-disposition': asAttachment(`Подтверждения на ${showDate(now.today)}.zip`),
			'x-content-type-options': 'nosniff'
		});
	})
];

const tooMuch = 'Подтверждений больше 4 ГБ: одной папкой их не отдать. Скачайте файлы на страницах мероприятий.';
