import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { About, OwnPaper } from '../engine/papers';
import { fileName } from '../engine/template/archive';
import type { Template } from '../engine/template/template';
import type { Fields } from '../engine/template/values';
import { checkLink, newCheckCode, withCheckLink } from '../rules/check-page';
import { canMakeDocuments } from '../rules/documents';
import { wantedOf } from '../rules/library/template';
import { type OwnTemplateCode, ownTemplates, type Series } from '../rules/library/templates';
import { tellNewText } from './new-text';
import { addFile, type NewDocument, nameReaders, storeDocument } from './store';

export type Made = { ids: string[]; unmade: string[] };
export type Making = {
	papers: readonly OwnPaper[];
	template: Pick<Template, 'render'>;
	templateId: string | null;
	/** The address of this server, where papers carry the code of the page that verifies them. */
	checkAt: string | null;
};

/**
 * Makes papers of one kind and keeps each as a draft. A draft of the same that is not signed yet gets one more version of its file: the
 * earlier ones stay. What could not be made is named and does not stop the rest.
 */
export async function makeDocuments(
	tx: Tx,
	actor: Actor,
	code: OwnTemplateCode,
	{ token, ...making }: Submitted<Making>,
	now: Now
): Promise<Result<Made>> {
	allow(canMakeDocuments(actor));
	return once(tx, actor, token, now, () => make(tx, actor, code, making, now));
}

/** The same inside another act. */
export async function make(
	tx: Tx,
	actor: Actor,
	code: OwnTemplateCode,
	{ papers, ...by }: Making,
	now: Now
): Promise<Result<Made>> {
	const { needs } = ownTemplates[code];
	if (papers.length === 0)
		return rejected({ form: needs ? `${wantedOf(needs, actor).advice}.` : 'Пока не о ком делать этот документ.' });
	const { kept, unmade } = await keepDrafts(tx, actor, code, { papers, ...by }, now);
	const made: Made = { ids: kept.flatMap((one) => one?.id ?? []), unmade };
	if (made.ids.length === 0) return rejected({ form: `Сделать не получилось. ${made.unmade[0]}` });
	return { ok: true, value: made };
}

type Kept = { id: string; fields: Fields };

/** A draft of each paper and what it is filled with, in their order; null where one could not be made. */
export async function keepDrafts(
	tx: Tx,
	actor: Actor,
	code: OwnTemplateCode,
	{ papers, template, templateId, checkAt }: Making,
	now: Now
) {
	const { series } = ownTemplates[code];
	const drafts = await draftsOf(tx, actor, code);
	const made: { kept: (Kept | null)[]; unmade: string[] } = { kept: [], unmade: [] };
	for (const { name, fields: values, about } of papers) {
		const title = name.replace(/\.docx$/, '');
		const draft = drafts.get(keyOf(title, about));
		const checkCode = checkAt === null ? null : (draft?.checkCode ?? newCheckCode());
		const fields = checkAt && checkCode ? withCheckLink(values, checkLink(checkAt, checkCode)) : values;
		let bytes: Uint8Array;
		try {
			bytes = template.render(fields);
		} catch (error) {
			made.kept.push(null);
			made.unmade.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
			continue;
		}
		const file = { name: fileName(name), bytes };
		const filled = { fields, file, templateId, actKind: actKindOf(series, fields), checkCode };
		if (draft) await renew(tx, actor, draft.id, { title, ...filled, readers: about.readers }, now);
		const id = draft?.id ?? (await storeDocument(tx, actor, { code, series, title, about, ...filled }, now));
		made.kept.push({ id, fields });
	}
	return made;
}

/** What it was filled with changes with its newest version. */
async function renew(
	tx: Tx,
	actor: Actor,
	id: string,
	{
		title,
		fields,
		file,
		templateId,
		actKind,
		checkCode,
		readers
	}: Omit<NewDocument, 'code' | 'series' | 'about'> & Pick<About, 'readers'>,
	now: Now
) {
	await tx
		.updateTable('documents')
		.set((of) => ({
			...{ act_kind: actKind ?? null, values: JSON.stringify(fields), version: of('version', '+', 1) },
			...(checkCode && { check_code: checkCode })
		}))
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.execute();
	await nameReaders(tx, actor, id, readers, now);
	await addFile(tx, actor, id, { kind: 'generated', file, templateId: templateId ?? null }, now);
	await tellNewText(tx, actor, { id, title }, now);
	await journal(tx, actor, 'document.remade', { kind: 'document', id }, now);
}

/** An order is called as the form has called it. */
const actKindOf = (series: Series, { акт }: Fields) =>
	series === 'main' || series === 'staff'
		? (акт as Fields | undefined)?.распоряжение
			? ('directive' as const)
			: ('order' as const)
		: null;

/** One draft is for one thing: whom or what it is about, and its name, which tells one partner or meeting from another. */
const keyOf = (title: string, { mentorships, people, roadmaps, appointed }: About) =>
	keyBy(title, [...mentorships, ...people, ...roadmaps, ...appointed.map(({ id, to }) => `${id} ${to}`)]);
const keyBy = (title: string, about: readonly string[]) => [title, ...about.toSorted()].join(' ');

/** Drafts of a kind by what they are about, held until the act is over. */
async function draftsOf(tx: Tx, { organisationId }: Actor, code: string) {
	const { rows } = await sql<{ id: string; title: string; checkCode: string | null; about: string[] }>`
		with d as (
			select id, title, check_code from documents where organisation_id = ${organisationId} and code = ${code}
				and signed_at is null and removed_at is null order by id for no key update)
		select d.id, d.title, d.check_code as "checkCode", array(select concat_ws(' ', coalesce(s.mentorship_id, s.person_id, s.roadmap_id), s.appointed_to) from document_subjects s
			where s.organisation_id = ${organisationId} and s.document_id = d.id) as about from d`.execute(tx);
	return new Map(rows.map(({ title, about, ...draft }) => [keyBy(title, about), draft]));
}
