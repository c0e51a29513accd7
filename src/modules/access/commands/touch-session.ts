import { sql } from 'kysely';
import type { Db } from '../../../db/connection';

/** Notes that a session is used, which moves its end. */
export async function touchSession(db: Db, tokenHash: Buffer, { at, expiresAt }: { at: string; expiresAt: string }) {
	await sql`select touch_session(${tokenHash}, ${at}, ${expiresAt})`.execute(db);
}
