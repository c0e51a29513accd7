import type { Author } from '../../core/actor';
import { type Now, nowIn } from '../../core/dates';
import { asActor, readAs, type Tx } from '../../db/as-actor';
import type { World } from '../../http';
import { dropOldArchives, finishPackage, notePackage } from './commands/packages';
import { openOwnTemplate } from './engine/library/own';
import { layoutOf } from './engine/papers';
import { withAnnexStamp } from './engine/template/annex';
import { papersInZip, type Unmade } from './engine/template/archive';
import { joinedPapers } from './engine/template/joined';
import type { Template } from './engine/template/template';
import { findWaiting, type WantedPaper } from './queries/packages';
import { findSettings } from './queries/settings';
import { fileBytes, listVersions } from './queries/templates';
import { readTemplate } from './readers/template-file';
import { isOwnTemplate } from './rules/documents';

type Opened = { template: Template; own: boolean };

/** Every template a set needs, the school's own where there is one; places to sign are marked in the program's. */
async function openAll(tx: Tx, author: Author, codes: readonly string[]) {
	const { settings } = await findSettings(tx, author);
	const opened = new Map<string, Opened>();
	for (const code of new Set(codes)) {
		if (!isOwnTemplate(code)) continue;
		const [latest] = await listVersions(tx, author, code);
		const read = latest?.fileId ? readTemplate(await fileBytes(tx, author, latest.fileId)) : undefined;
		if (read?.ok) opened.set(code, { template: read.template, own: true });
		else opened.set(code, { template: openOwnTemplate(code, { ...layoutOf(settings), marks: true }), own: false });
	}
	return opened;
}

/** Makes a set: papers one after another into an archive and a file to print; how far it has come is seen meanwhile. */
export async function makePackage(world: World, author: Author, { packageId }: { packageId: string }) {
	const found = await readAs(world.db, author, async (tx) => {
		const waiting = await findWaiting(tx, author, packageId);
		return (
			waiting && {
				...waiting,
				templates: await openAll(
					tx,
					author,
					waiting.papers.map(({ code }) => code)
				)
			}
		);
	});
	if (!found) return;
	const { title, papers, templates } = found;
	const toPrint: Uint8Array[] = [];
	const render = (wanted: WantedPaper) => {
		if (wanted.reason) throw new Error(wanted.reason);
		const opened = templates.get(wanted.code);
		if (!opened) throw new Error('в этой версии программы такого документа нет');
		const bytes = opened.template.render(wanted.fields);
		const paper = wanted.annex === null || opened.own ? bytes : withAnnexStamp(bytes, wanted.annex);
		if (!opened.own) toPrint.push(paper);
		return paper;
	};
	let [at, result]: [number, { made: number; unmade: readonly Unmade[] }] = [0, { made: 0, unmade: [] }];
	async function* inParts() {
		for (const [place, { name, fields }] of papers.entries()) {
			if (place > 0 && place % 25 === 0)
				await asActor(world.db, author, 'read write', async (tx) => {
					await notePackage(tx, author, packageId, place - result.unmade.length);
					return { ok: true };
				});
			at = place;
			yield { name, fields };
		}
	}
	const filler = { render: () => render(papers[at] as WantedPaper) };
	const chunks: Uint8Array[] = [];
	for await (const chunk of papersInZip(filler, inParts(), (progress) => (result = { ...progress })))
		chunks.push(chunk);
	const print =
		toPrint.length > 0 ? { name: `${title} – печать одним файлом.docx`, bytes: joinedPapers(toPrint) } : null;
	const archive = { name: `${title}.zip`, bytes: Buffer.concat(chunks) };
	const now = nowIn(author.timeZone, world.clock());
	await asActor(world.db, author, 'read write', async (tx) => ({
		ok: await finishPackage(tx, author, packageId, { ...result, archive, print }, now)
	}));
}

/** The morning's round takes away archives whose term is over. */
export const dropArchives = async (world: World, author: Author, _: unknown, now: Now) => {
	await asActor(world.db, author, 'read write', async (tx) => {
		await dropOldArchives(tx, author, now);
		return { ok: true };
	});
};
