import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import type { ActKind } from '../../mentorships/rules/words';

export type MyDocument = {
	id: string;
	title: string;
	actKind: ActKind | null;
	number: string;
	datedOn: string;
	acquaintBy: string | null;
	fileId: string | null; // the newest text
	acquaintedOn: string | null;
	how: 'program' | 'paper' | null;
};

/** Registered documents somebody is to know, those not yet read first. */
export async function listMyDocuments(tx: Tx, { organisationId, personId }: Actor): Promise<MyDocument[]> {
	const { rows } = await sql<MyDocument>`
		select d.id, d.title, d.act_kind as "actKind", d.number, d.dated_on as "datedOn", d.acquaint_by as "acquaintBy", r.acquainted_on as "acquaintedOn",
			r.acquainted_how as how, (select v.file_id from document_files v where v.organisation_id = d.organisation_id
				and v.document_id = d.id and v.kind <> 'signature' order by v.number desc limit 1) as "fileId"
		from document_readers r
		join documents d on d.organisation_id = r.organisation_id and d.id = r.document_id
		where r.organisation_id = ${organisationId} and r.person_id = ${personId} and r.removed_at is null
			and d.registered_at is not null and d.removed_at is null
		order by r.acquainted_on is not null, d.dated_on desc, d.id limit 200`.execute(tx);
	return rows;
}
