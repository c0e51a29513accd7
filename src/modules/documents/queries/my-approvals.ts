import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { ApprovalKind, Outcome } from '../rules/life';
import { fullName, newestText, stale } from './made';

export type MyApproval = {
	id: string;
	documentId: string;
	title: string;
	code: string;
	kind: ApprovalKind;
	askedOn: string | null;
	askedBy: string | null;
	asker: string;
	dueOn: string | null;
	outcome: Outcome | null;
	answeredOn: string | null;
	how: 'program' | 'paper' | null;
	words: string;
	stale: boolean;
	open: boolean; // neither signed nor removed: it waits for answers
	text: string | null; // the newest text: what is answered is said of it
	fileId: string | null;
	fileName: string;
};

/** Documents somebody is asked to agree on: those that wait first. Of each the text as it stands now, none before it. */
export async function listMyApprovals(
	tx: Tx,
	{ organisationId, personId }: Actor,
	one?: string
): Promise<MyApproval[]> {
	const { rows } = await sql<MyApproval>`
		select a.id, d.id as "documentId", d.title, d.code, a.kind, a.asked_on as "askedOn", a.asked_by as "askedBy",
			coalesce(${fullName('p')}, '') as asker, a.due_on as "dueOn", a.outcome, a.answered_on as "answeredOn", a.answered_how as how,
			a.words, ${stale('a')} as stale, d.signed_at is null as open, v.id as text,
			case when d.registered_at is null then v.file_id end as "fileId", coalesce(f.name, '') as "fileName"
		from document_approvals a
		join documents d on d.organisation_id = a.organisation_id and d.id = a.document_id
		left join people p on p.organisation_id = a.organisation_id and p.id = a.asked_by
		left join document_files v on v.organisation_id = d.organisation_id and v.document_id = d.id
			and v.number = ${newestText(sql`n.organisation_id = d.organisation_id and n.document_id = d.id`)}
		left join files f on f.organisation_id = v.organisation_id and f.id = v.file_id
		where a.organisation_id = ${organisationId} and a.person_id = ${personId} and a.removed_at is null and d.removed_at is null
			and ${one === undefined ? sql`true` : sql`a.id = ${one}`}
		order by (d.signed_at is null and (a.outcome is null or ${stale('a')})) desc, a.due_on, a.asked_at desc, a.id
		limit 200`.execute(tx);
	return rows;
}

export const findMyApproval = async (tx: Tx, actor: Actor, id: string): Promise<MyApproval | undefined> =>
	isId(id) ? (await listMyApprovals(tx, actor, id))[0] : undefined;
