import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../db/connection';
import { firstRunAlphabet, showFirstRunCode } from './rules/first-run';
import { hashOf } from './rules/secrets';

/**
 * A new one-time code for the first-run wizard, to be printed on the console; undefined when somebody has an account.
 * Only its hash is stored; each start makes a new one, what was already told to the wizard stays. `owner`: the owner's role.
 */
export async function firstRunCode(owner: Db, now: Date): Promise<string | undefined> {
	const code = Array.from({ length: 12 }, () => firstRunAlphabet[randomInt(firstRunAlphabet.length)]).join('');
	const { numAffectedRows = 0n } = await sql`update instance
		set first_run_code_hash = ${hashOf(code)}, first_run_code_at = ${now.toISOString()}
		where first_run_pending()`.execute(owner);
	return numAffectedRows > 0n ? showFirstRunCode(code) : undefined;
}
