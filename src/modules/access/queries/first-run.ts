import { sql } from 'kysely';
import type { Db } from '../../../db/connection';
import { type FirstRunDraft, readFirstRunCode } from '../rules/first-run';
import { hashOf } from '../rules/secrets';

/** What the wizard was told under this code; undefined when the code is wrong or the first run is over. */
export async function readFirstRunDraft(db: Db, code: string): Promise<FirstRunDraft | undefined> {
	const { rows } = await sql<{ draft: FirstRunDraft | null }>`
		select first_run_draft(${hashOf(readFirstRunCode(code))}) as draft`.execute(db);
	return rows[0]?.draft ?? undefined;
}
