import { sql } from 'kysely';
import type { Db } from '../../../db/connection';
import type { ActKind } from '../../mentorships/rules/words';
import type { FileKind, LinkKind } from '../rules/life';

/** What anyone who holds a paper's code is told of it (migration 0068 says why this and no more). */
export type CheckedDocument = {
	organisation: string;
	kind: string;
	actKind: ActKind | null;
	number: string;
	datedOn: string | null;
	standing: 'draft' | 'registered' | 'replaced' | 'cancelled';
	later: { how: LinkKind; actKind: ActKind | null; number: string; datedOn: string }[];
	fingerprints: { kind: FileKind; sum: string }[]; // SHA-256
};

/** The document of a code, for somebody who has not signed in. */
export async function findChecked(db: Db, code: string): Promise<CheckedDocument | undefined> {
	const { rows } = await sql<CheckedDocument>`
		select organisation, kind, act_kind as "actKind", number, dated_on as "datedOn", standing, later, fingerprints
		from checked_document(${code})`.execute(db);
	return rows[0];
}
