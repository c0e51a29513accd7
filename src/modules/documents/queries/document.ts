import { sql } from 'kysely';
import { type Actor, has } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { ActKind } from '../../mentorships/rules/words';
import type { Appointment } from '../rules/appointments';
import { canMakeDocuments, documentMakers } from '../rules/documents';
import type { ApprovalKind, FileKind, LinkKind, Outcome } from '../rules/life';
import { type DocumentLine, fullName, lineColumns, lineJoins, newestText, stale } from './made';

export type DocumentFile = {
	id: string;
	number: number;
	kind: FileKind;
	fileId: string;
	name: string;
	size: number;
	sha256: string;
	template: number | null; // the school's own edition
	signs: number | null;
	numbered: boolean; // made when it was registered, bears its number
	addedAt: string;
	addedBy: string;
};
export type Approval = {
	id: string;
	position: number;
	kind: ApprovalKind;
	personId: string | null;
	name: string;
	post: string;
	comesIn: boolean; // has a way into the program
	askedOn: string | null;
	dueOn: string | null;
	outcome: Outcome | null;
	answeredOn: string | null;
	how: 'program' | 'paper' | null;
	seen: number | null; // the file it was said of
	stale: boolean;
	words: string;
};
export type Reader = {
	id: string;
	name: string;
	post: string;
	acquaintedOn: string | null;
	how: 'program' | 'paper' | null;
};
/** A document before or after: `side` says which the other one is. */
export type Linked = {
	id: string;
	how: LinkKind;
	side: 'earlier' | 'later';
	other: string;
	title: string;
	actKind: ActKind | null;
	number: string;
	datedOn: string | null;
};
export type StoredDocument = DocumentLine & {
	version: number;
	from: string | null; // the day it holds from, where the paper says so
	until: string | null;
	acquaintBy: string | null;
	ownNumber: number | null;
	override: string;
	unagreed: string; // why it was signed though somebody has not agreed
	publishedWhere: string;
	archivedWhere: string;
	checkCode: string | null;
	approvalList: Approval[];
	readerList: Reader[];
	links: Linked[];
	files: DocumentFile[];
	mentorships: string[];
	people: { id: string; name: string }[];
	appointed: { id: string; name: string; to: Appointment }[];
	roadmaps: { id: string; title: string }[];
};

/** One stored document with its files, for those who make papers. One query. */
export async function findDocument(tx: Tx, actor: Actor, id: string): Promise<StoredDocument | undefined> {
	if (!isId(id) || !canMakeDocuments(actor)) return undefined;
	const { rows } = await sql<StoredDocument>`
		select ${lineColumns}, d.version, d.values->'с'->>'day' as "from", d.values->'по'->>'day' as until,
			d.acquaint_by as "acquaintBy", d.own_number as "ownNumber", d.override, d.unagreed,
			d.published_where as "publishedWhere", d.archived_where as "archivedWhere", d.check_code as "checkCode",
			coalesce((select json_agg(json_build_object('id', k.id, 'position', k.position, 'kind', k.kind, 'personId', k.person_id,
					'name', coalesce(nullif(${fullName('p')}, ''), k.name), 'post', coalesce(t.title, k.post), 'comesIn', p.account_id is not null,
					'askedOn', k.asked_on, 'dueOn', k.due_on, 'outcome', k.outcome, 'answeredOn', k.answered_on, 'how', k.answered_how,
					'seen', f.number, 'stale', ${stale('k')}, 'words', k.words) order by k.position, k.id)
				from document_approvals k
				left join people p on p.organisation_id = k.organisation_id and p.id = k.person_id
				left join document_files f on f.organisation_id = k.organisation_id and f.id = k.seen_id
				left join lateral (select t.title from posts t where t.organisation_id = p.organisation_id and t.person_id = p.id
					and t.period @> coalesce(k.asked_on, d.made_at::date) order by t.main desc, t.title limit 1) t on true
				where k.organisation_id = d.organisation_id and k.document_id = d.id and k.removed_at is null), '[]') as "approvalList",
			coalesce((select json_agg(json_build_object('id', p.id, 'name', ${fullName('p')}, 'acquaintedOn', k.acquainted_on,
					'how', k.acquainted_how, 'post', coalesce((select t.title from posts t where t.organisation_id = p.organisation_id
						and t.person_id = p.id and t.period @> d.made_at::date order by t.main desc, t.title limit 1), ''))
					order by p.family_name collate "ru-x-icu", p.given_name, p.id)
				from document_readers k
				join people p on p.organisation_id = k.organisation_id and p.id = k.person_id
				where k.organisation_id = d.organisation_id and k.document_id = d.id and k.removed_at is null), '[]') as "readerList",
			coalesce((select json_agg(json_build_object('id', l.id, 'how', l.how,
					'side', case when l.later_id = d.id then 'earlier' else 'later' end, 'other', o.id, 'title', o.title,
					'actKind', o.act_kind, 'number', o.number, 'datedOn', o.dated_on) order by l.made_at)
				from document_links l
				join documents o on o.organisation_id = l.organisation_id
					and o.id = case when l.later_id = d.id then l.earlier_id else l.later_id end
				where l.organisation_id = d.organisation_id and d.id in (l.later_id, l.earlier_id) and l.undone_at is null), '[]') as links,
			coalesce((select json_agg(json_build_object('id', v.id, 'number', v.number, 'kind', v.kind, 'fileId', f.id, 'name', f.name,
					'size', f.size, 'sha256', encode(f.sha256, 'hex'), 'template', t.number, 'signs', s.number,
					'numbered', v.numbered, 'addedAt', v.added_at,
					'addedBy', ${fullName('p')}) order by v.number desc)
				from document_files v
				join files f on f.organisation_id = v.organisation_id and f.id = v.file_id
				join people p on p.organisation_id = v.organisation_id and p.id = v.added_by
				left join document_templates t on t.organisation_id = v.organisation_id and t.id = v.template_id
				left join document_files s on s.organisation_id = v.organisation_id and s.id = v.signs_id
				where v.organisation_id = d.organisation_id and v.document_id = d.id), '[]') as files,
			array(select s.mentorship_id from document_subjects s where s.organisation_id = d.organisation_id and s.document_id = d.id
				and s.mentorship_id is not null) as mentorships,
			coalesce((select json_agg(json_build_object('id', p.id, 'name', ${fullName('p')}) order by p.family_name, p.id)
				from document_subjects s join people p on p.organisation_id = s.organisation_id and p.id = s.person_id
				where s.organisation_id = d.organisation_id and s.document_id = d.id and s.appointed_to is null), '[]') as people,
			coalesce((select json_agg(json_build_object('id', p.id, 'name', ${fullName('p')}, 'to', s.appointed_to) order by s.id)
				from document_subjects s join people p on p.organisation_id = s.organisation_id and p.id = s.person_id
				where s.organisation_id = d.organisation_id and s.document_id = d.id and s.appointed_to is not null), '[]') as appointed,
			coalesce((select json_agg(json_build_object('id', x.id, 'title', x.title) order by x.id)
				from document_subjects s join roadmaps x on x.organisation_id = s.organisation_id and x.id = s.roadmap_id
				where s.organisation_id = d.organisation_id and s.document_id = d.id), '[]') as roadmaps
		from documents d ${lineJoins}
		where d.organisation_id = ${actor.organisationId} and d.id = ${id}`.execute(tx);
	return rows[0];
}

/** Files of documents that somebody may open: whoever makes papers, all; whoever has to know one, its newest, once it is registered. */
export const visibleDocumentFiles = (tx: Tx, actor: Actor) =>
	tx
		.selectFrom('document_files as v')
		.where('v.organisation_id', '=', actor.organisationId)
		.where((is) => (has(actor, ...documentMakers) ? is.lit(true) : sql<boolean>`${shownTo(actor)}`))
		.select('v.file_id');

const ofFile = sql`n.organisation_id = v.organisation_id and n.document_id = v.document_id`;

/** The text as it stands now is shown to those who are asked for a visa, the newest file to those who are to know it: never the drafts before. */
const shownTo = ({ personId }: Actor) => sql<boolean>`(exists (select from document_readers r
		join documents d on d.organisation_id = r.organisation_id and d.id = r.document_id
		where r.organisation_id = v.organisation_id and r.document_id = v.document_id and r.person_id = ${personId}
			and r.removed_at is null and d.registered_at is not null and d.removed_at is null
			and v.number = (select max(n.number) from document_files n where n.organisation_id = v.organisation_id
				and n.document_id = v.document_id and n.kind <> 'signature'))
	or exists (select from document_approvals a
		join documents d on d.organisation_id = a.organisation_id and d.id = a.document_id
		where a.organisation_id = v.organisation_id and a.document_id = v.document_id and a.person_id = ${personId}
			and a.removed_at is null and d.removed_at is null and d.registered_at is null and v.number = ${newestText(ofFile)}))`;

/** What a document was filled with. */
export async function documentValues(tx: Tx, { organisationId }: Actor, id: string): Promise<Record<string, unknown>> {
	const row = await tx
		.selectFrom('documents')
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.select('values')
		.executeTakeFirst();
	return (row?.values ?? {}) as Record<string, unknown>;
}
