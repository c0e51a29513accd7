import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { type NewFile, storeFile } from '../../files/commands';
import type { ActKind } from '../../mentorships/rules/words';
import { type About, aboutNothing } from '../engine/papers';
import type { Fields } from '../engine/template/values';
import type { Series } from '../rules/library/templates';
import type { FileKind } from '../rules/life';

/** A paper to be kept as a draft: what it is, what it was filled with, about whom, the file as it was made. */
export type NewDocument = {
	code: string;
	series: Series;
	actKind?: ActKind | null;
	title: string;
	fields: Fields;
	about?: Partial<About>;
	file: NewFile;
	templateId?: string | null; // the school's own edition
	checkCode?: string | null; // the one printed on it; none: given when it is registered
};

const nothing = { mentorship_id: null, person_id: null, roadmap_id: null, appointed_to: null };

/** Keeps a paper as a draft, inside another act. Answers with its id: its page is /documents/made/:id. */
export async function storeDocument(tx: Tx, actor: Actor, paper: NewDocument, now: Now): Promise<string> {
	const { code, series, title, fields, file, templateId = null } = paper;
	const { organisationId: organisation_id, personId } = actor;
	const about = { ...aboutNothing, ...paper.about };
	const id = newId(now);
	await tx
		.insertInto('documents')
		.values({
			...{ organisation_id, id, code, series, title, made_at: now.at, made_by: personId },
			act_kind:
				paper.actKind === undefined && (series === 'main' || series === 'staff') ? 'order' : (paper.actKind ?? null),
			values: JSON.stringify(fields),
			check_code: paper.checkCode ?? null
		})
		.execute();
	const whole = { organisation_id, document_id: id };
	const subjects = [
		...about.mentorships.map((mentorship_id) => ({ mentorship_id })),
		...about.people.map((person_id) => ({ person_id })),
		...about.appointed.map(({ id: person_id, to: appointed_to }) => ({ person_id, appointed_to })),
		...about.roadmaps.map((roadmap_id) => ({ roadmap_id }))
	].map((one) => ({ ...nothing, ...one, ...whole, id: newId(now) }));
	if (subjects.length > 0) await tx.insertInto('document_subjects').values(subjects).execute();
	await nameReaders(tx, actor, id, about.readers, now);
	await addFile(tx, actor, id, { kind: 'generated', file, templateId }, now);
	await journal(tx, actor, 'document.made', { kind: 'document', id }, now, { details: { code } });
	return id;
}

/** Those whom the newest text names are to know it; whom somebody has added besides stays. */
export async function nameReaders(
	tx: Tx,
	{ organisationId: organisation_id }: Actor,
	document_id: string,
	named: readonly string[],
	now: Now
) {
	await tx
		.updateTable('document_readers')
		.set({ removed_at: now.at })
		.where('organisation_id', '=', organisation_id)
		.where('document_id', '=', document_id)
		.where('removed_at', 'is', null)
		.where('added_at', 'is', null)
		.where('acquainted_on', 'is', null)
		.$if(named.length > 0, (of) => of.where('person_id', 'not in', [...named]))
		.execute();
	const rows = [...new Set(named)].map((person_id) => ({ organisation_id, document_id, id: newId(now), person_id }));
	if (rows.length > 0)
		await tx
			.insertInto('document_readers')
			.values(rows)
			.onConflict((is) => is.doNothing())
			.execute();
}

type NewVersion = {
	kind: FileKind;
	file: NewFile;
	templateId?: string | null;
	signs?: string | null;
	numbered?: boolean; // the copy a registration makes
};

/** One more version of a document's file: numbered in order, nothing is written over. */
export async function addFile(
	tx: Tx,
	actor: Actor,
	documentId: string,
	{ kind, file, templateId = null, signs = null, numbered = false }: NewVersion,
	now: Now
): Promise<string> {
	const id = newId(now);
	const fileId = await storeFile(tx, actor, file, now);
	await sql`insert into document_files (organisation_id, id, document_id, number, kind, file_id, template_id, signs_id, numbered,
			added_at, added_by)
		select ${actor.organisationId}, ${id}, ${documentId}, coalesce(max(v.number), 0) + 1, ${kind}, ${fileId}, ${templateId}, ${signs}, ${numbered},
			${now.at}, ${actor.personId}
		from document_files v where v.organisation_id = ${actor.organisationId} and v.document_id = ${documentId}`.execute(
		tx
	);
	return id;
}
