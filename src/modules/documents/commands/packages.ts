import { sql } from 'kysely';
import type { Actor, Author } from '../../../core/actor';
import { addDays, type Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { enqueue } from '../../../db/outbox';
import { type NewFile, storeFile } from '../../files/commands';
import { closeByArtefact } from '../../roadmap/commands/close-by-artefact';
import { type PackagePaper, registeredPapers } from '../engine/packages';
import type { Unmade } from '../engine/template/archive';
import type { StoredPackage } from '../queries/packages';
import { fileBytes } from '../queries/templates';
import { canMakeDocuments } from '../rules/documents';
import type { OwnTemplateCode } from '../rules/library/templates';
import { daysKept, mostPapers, type PackageKind, packageOf } from '../rules/packages';
import { keepDrafts, type Making } from './make';

type Templates = ReadonlyMap<OwnTemplateCode, Omit<Making, 'papers'>>;
type Asked = {
	kind: PackageKind;
	papers: readonly PackagePaper[];
	/** By what papers that get a number are kept as drafts; of a kind that is not there, none. */
	templates: Templates;
};

/** Drafts of the papers that get a number: the same that lie in the set, with the same code. */
async function draftsOf(tx: Tx, actor: Actor, papers: readonly PackagePaper[], templates: Templates, now: Now) {
	const drafts = new Map<PackagePaper, Awaited<ReturnType<typeof keepDrafts>>['kept'][number]>();
	for (const [code, template] of templates) {
		const these = registeredPapers(papers).filter((one) => one.code === code);
		const making = { ...template, papers: these.map(({ own, fields }) => ({ ...own, fields })) };
		const { kept } = await keepDrafts(tx, actor, code, making, now);
		for (const [at, one] of these.entries()) drafts.set(one, kept[at] ?? null);
	}
	return drafts;
}

/** Keeps what a set of papers is made of, its drafts, and asks for its making. */
export async function askPackage(
	tx: Tx,
	actor: Actor,
	{ token, kind, papers, templates }: Submitted<Asked>,
	now: Now
): Promise<Result<string>> {
	allow(canMakeDocuments(actor));
	return once(tx, actor, token, now, async () => {
		if (papers.length === 0) return rejected({ form: 'В этот комплект пока нечего положить.' });
		if (papers.length > mostPapers)
			return rejected({ form: `В комплекте больше ${mostPapers} документов. Делайте его по видам документов.` });
		const { organisationId: organisation_id, personId } = actor;
		const id = newId(now);
		const { title } = packageOf(kind);
		const row = { organisation_id, id, kind, title, asked_at: now.at, asked_by: personId, wanted: papers.length };
		await tx.insertInto('document_packages').values(row).execute();
		const drafts = await draftsOf(tx, actor, papers, templates, now);
		for (let from = 0; from < papers.length; from += 500)
			await tx
				.insertInto('document_package_papers')
				.values(
					papers.slice(from, from + 500).map((one, at) => ({
						...{ organisation_id, package_id: id, position: from + at + 1 },
						...{ name: one.name, code: one.code, annex: one.annex, reason: one.reason },
						...{
							values: JSON.stringify(drafts.get(one)?.fields ?? one.fields),
							document_id: drafts.get(one)?.id ?? null
						}
					}))
				)
				.execute();
		await enqueue(tx, 'documents.package', { packageId: id });
		await journal(tx, actor, 'document-package.asked', { kind: 'document-package', id }, now, { details: { kind } });
		return { ok: true, value: id };
	});
}

/** How far the making has come. */
export const notePackage = (tx: Tx, { organisationId }: Author, id: string, made: number) =>
	tx
		.updateTable('document_packages')
		.set({ made })
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.where('finished_at', 'is', null)
		.execute();

/** A set is taken away, or brought back: its drafts have lives of their own. */
export async function turnPackage(
	tx: Tx,
	actor: Actor,
	{ id }: Pick<StoredPackage, 'id'>,
	{ token, removed }: Submitted<{ removed: boolean }>,
	now: Now
): Promise<Result<string>> {
	allow(canMakeDocuments(actor));
	return once(tx, actor, token, now, async () => {
		const { numUpdatedRows: turned } = await tx
			.updateTable('document_packages')
			.set({ removed_at: removed ? now.at : null })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.where('removed_at', removed ? 'is' : 'is not', null)
			.executeTakeFirstOrThrow();
		if (turned > 0n)
			await journal(
				tx,
				actor,
				removed ? 'document-package.removed' : 'document-package.restored',
				{ kind: 'document-package', id },
				now
			);
		return { ok: true, value: id };
	});
}

type Finished = { made: number; unmade: readonly Unmade[]; archive: NewFile; print: NewFile | null };

/** The set is made: its archive, what could not be made, and the file to print. Done once. */
export async function finishPackage(
	tx: Tx,
	author: Author,
	id: string,
	{ made, unmade, archive, print }: Finished,
	now: Now
): Promise<boolean> {
	const waiting = await tx
		.selectFrom('document_packages')
		.where('organisation_id', '=', author.organisationId)
		.where('id', '=', id)
		.where('finished_at', 'is', null)
		.select('id')
		.forUpdate()
		.executeTakeFirst();
	if (!waiting) return false;
	const files = {
		file_id: await storeFile(tx, author, archive, now),
		print_id: print && (await storeFile(tx, author, print, now))
	};
	await tx
		.updateTable('document_packages')
		.set({ made, unmade: JSON.stringify(unmade), ...files, finished_at: now.at })
		.where('organisation_id', '=', author.organisationId)
		.where('id', '=', id)
		.execute();
	await journal(tx, author, 'document-package.made', { kind: 'document-package', id }, now, { details: { made } });
	return true;
}

/** The files of sets made long ago go: the set, its list and its drafts stay, and one button makes it anew. */
export async function dropOldArchives(tx: Tx, author: Author, now: Now) {
	const { organisationId } = author;
	const { rows } = await sql<{ id: string; files: string[] }>`
		select k.id, array_remove(array[k.file_id, k.print_id], null) as files from document_packages k
		where k.organisation_id = ${organisationId} and k.file_id is not null
			and (k.finished_at at time zone organisation_time_zone(k.organisation_id))::date < ${addDays(now.today, -daysKept)}::date
		for update`.execute(tx);
	if (rows.length === 0) return;
	const ids = rows.map(({ id }) => id);
	await tx
		.updateTable('document_packages')
		.set({ file_id: null, print_id: null })
		.where('organisation_id', '=', organisationId)
		.where('id', 'in', ids)
		.execute();
	for (const { id, files } of rows) {
		for (const file of files) await sql`select drop_loose_file(${file})`.execute(tx);
		await journal(tx, author, 'document-package.expired', { kind: 'document-package', id }, now);
	}
}

/** A made set closes the chosen lines of the plan: what is in it to print is the evidence. Answers with how many were closed. */
export async function closeByPackage(
	tx: Tx,
	actor: Actor,
	found: StoredPackage,
	{ token, closes }: Submitted<{ closes: readonly string[] }>,
	now: Now
): Promise<Result<number>> {
	allow(canMakeDocuments(actor));
	return once(tx, actor, token, now, async () => {
		const file = found.print ?? found.file;
		if (!file && found.finished && found.made > 0)
			return rejected({ form: 'Архив комплекта удалён по сроку. Соберите комплект заново и отметьте в нём.' });
		if (!file || found.made === 0) return rejected({ form: 'Комплект ещё не готов: подтверждать нечем.' });
		if (closes.length === 0) return rejected({ form: 'Отметьте, какое мероприятие выполнено.' });
		const artefact = {
			kind: 'document-package' as const,
			id: found.id,
			on: now.today,
			title: `Комплект: ${found.title}`,
			words: `Сделано документов: ${found.made}. ${found.names.slice(0, 12).join('; ')}`,
			file: { name: file.name, bytes: await fileBytes(tx, actor, file.id) }
		};
		const { closed } = await closeByArtefact(tx, actor, closes, artefact, now);
		const subject = { kind: 'document-package', id: found.id } as const;
		await journal(tx, actor, 'document-package.shown', subject, now, { details: { closed: closed.length } });
		return { ok: true, value: closed.length };
	});
}
