import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { like, plain } from '../../../core/plain';
import type { Tx } from '../../../db/as-actor';
import type { ActKind } from '../../mentorships/rules/words';
import { canMakeDocuments } from '../rules/documents';
import type { Series } from '../rules/library/templates';
import type { FileKind, Happened } from '../rules/life';
import { type MadeFilter, type MadeSort, type MadeWanted, madePage } from '../rules/made';

export type DocumentLine = Happened & {
	id: string;
	code: string;
	title: string;
	actKind: ActKind | null;
	series: Series;
	number: string;
	madeAt: string;
	madeBy: string;
	amended: boolean; // by a registered later one
};

export const fullName = (alias: string) =>
	sql<string>`concat_ws(' ', ${sql.ref(`${alias}.family_name`)}, ${sql.ref(`${alias}.given_name`)}, nullif(${sql.ref(`${alias}.patronymic`)}, ''))`;

/** The number of the newest text of the document `of`; a copy that bears its registered number is no text to be agreed on. */
export const newestText = (of: RawBuilder<unknown>) => sql<number>`(select max(n.number) from document_files n
	where ${of} and n.kind in ('generated', 'edited') and not n.numbered)`;

/** Whether what was answered was said of a text that is no longer the newest. */
export const stale = (alias: string) => {
	const at = (column: string) => sql.ref(`${alias}.${column}`);
	const of = sql`n.organisation_id = ${at('organisation_id')} and n.document_id = ${at('document_id')}`;
	return sql<boolean>`coalesce(${at('outcome')} is not null and (select s.number from document_files s
		where s.organisation_id = ${at('organisation_id')} and s.id = ${at('seen_id')}) < ${newestText(of)}, false)`;
};

/** What has happened to a document `d` (rules/life.ts, Happened), and what names it. */
export const lineColumns = sql`d.id, d.code, d.title, d.act_kind as "actKind", d.series, d.number, d.made_at as "madeAt",
	(select ${fullName('m')} from people m where m.organisation_id = d.organisation_id and m.id = d.made_by) as "madeBy",
	d.removed_at is not null as removed, d.signed_on as "signedOn", d.dated_on as "datedOn", d.published_on as "publishedOn",
	d.archived_on as "archivedOn", a.approvals, a."approvalsLeft", a.refused, r.readers, r."readersLeft",
	(select case when bool_or(l.how = 'cancels') then 'cancels' when bool_or(l.how = 'replaces') then 'replaces' end
		from document_links l join documents t on t.organisation_id = l.organisation_id and t.id = l.later_id
		where l.organisation_id = d.organisation_id and l.earlier_id = d.id and l.undone_at is null and t.registered_at is not null)
		as superseded,
	exists (select from document_links l join documents t on t.organisation_id = l.organisation_id and t.id = l.later_id
		where l.organisation_id = d.organisation_id and l.earlier_id = d.id and l.undone_at is null and l.how = 'amends'
			and t.registered_at is not null) as amended`;
export const lineJoins = sql`
	left join lateral (select count(*)::int as approvals, count(*) filter (where p.outcome is null or ${stale('p')})::int as "approvalsLeft",
			coalesce(bool_or(p.outcome = 'refused' and not ${stale('p')}), false) as refused
		from document_approvals p where p.organisation_id = d.organisation_id and p.document_id = d.id and p.removed_at is null) a on true
	left join lateral (select count(*)::int as readers, count(*) filter (where q.acquainted_on is null)::int as "readersLeft"
		from document_readers q where q.organisation_id = d.organisation_id and q.document_id = d.id and q.removed_at is null) r on true`;

const chosen: Record<MadeFilter, RawBuilder<boolean>> = {
	work: sql`"datedOn" is null`,
	agreeing: sql`"signedOn" is null and approvals > 0 and ("approvalsLeft" > 0 or refused)`,
	agreed: sql`"signedOn" is null and approvals > 0 and "approvalsLeft" = 0 and not refused`,
	registered: sql`"datedOn" is not null and superseded is null and "archivedOn" is null`,
	unread: sql`"datedOn" is not null and superseded is null and "readersLeft" > 0`,
	past: sql`superseded is not null or "archivedOn" is not null`,
	all: sql`true`
};

const order: Record<MadeSort, RawBuilder<unknown>> = {
	made: sql`"madeAt"`,
	title: sql`title collate "ru-x-icu"`,
	dated: sql`"datedOn"`
};

export type DocumentsFound = {
	documents: DocumentLine[];
	counts: Record<MadeFilter, number>;
	codes: { code: string; count: number }[];
};

/** The documents of the wanted kind and words, as `found`; all that somebody sees, as `seen`. */
function foundBy(actor: Actor, { q, code }: MadeWanted) {
	const words = plain(q).split(/\s+/).filter(Boolean);
	return sql`
		with seen as (
			select ${lineColumns}, translate(lower(concat_ws(' ', d.title, d.number) collate "ru-x-icu"), 'ё', 'е') as words
			from documents d ${lineJoins}
			where d.organisation_id = ${actor.organisationId} and d.removed_at is null and ${canMakeDocuments(actor)}
		), found as (
			select * from seen
			where ${words.length === 0 ? sql`true` : sql`words like all(${words.map(like)}::text[])`}
				and ${code ? sql`code = ${code}` : sql`true`}
		)`;
}

/** A page of stored documents, with what each filter and kind would show. One query. */
export async function listDocuments(tx: Tx, actor: Actor, wanted: MadeWanted): Promise<DocumentsFound> {
	const { rows } = await sql<DocumentsFound>`${foundBy(actor, wanted)}
		select
			coalesce((select json_agg(to_json(o)::jsonb - 'words') from (
				select * from found where ${chosen[wanted.filter]}
				order by ${order[wanted.sort]} ${wanted.descending ? sql`desc` : sql`asc`} nulls last, id desc
				limit ${madePage} offset ${(wanted.page - 1) * madePage}) o), '[]') as documents,
			json_build_object(${sql.join(
				Object.entries(chosen).flatMap(([name, condition]) => [
					sql.lit(name),
					sql`(select count(*) from found where ${condition})`
				])
			)}) as counts,
			coalesce((select json_agg(json_build_object('code', k.code, 'count', k.n) order by k.n desc, k.code) from (
				select code, count(*) as n from seen group by code) k), '[]') as codes`.execute(tx);
	return rows[0] as DocumentsFound;
}

export type DocumentFiles = {
	title: string;
	number: string;
	datedOn: string | null;
	files: { kind: FileKind; fileId: string; name: string; size: number; at: string }[];
};

/** Every document that a filter shows, with its newest text, its scans and its signatures. One query. */
export async function listDocumentFiles(tx: Tx, actor: Actor, wanted: MadeWanted): Promise<DocumentFiles[]> {
	const { rows } = await sql<DocumentFiles>`${foundBy(actor, wanted)}
		select d.title, d.number, d."datedOn", coalesce((
			select json_agg(json_build_object('kind', v.kind, 'fileId', f.id, 'name', f.name, 'size', f.size, 'at', v.added_at) order by v.number)
			from document_files v
			join files f on f.organisation_id = v.organisation_id and f.id = v.file_id
			where v.organisation_id = ${actor.organisationId} and v.document_id = d.id
				and (v.kind in ('scan', 'signature') or v.number = (select max(n.number) from document_files n
					where n.organisation_id = v.organisation_id and n.document_id = v.document_id
						and n.kind in ('generated', 'edited') and (d."datedOn" is not null or not n.numbered)))), '[]') as files
		from found d where ${chosen[wanted.filter]}
		order by d."datedOn" nulls last, d.number, d.id`.execute(tx);
	return rows;
}
