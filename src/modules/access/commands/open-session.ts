import { sql } from 'kysely';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { newId } from '../../../db/id';
import { hashOf } from '../rules/secrets';
import { deviceWords, expiryOf } from '../rules/sessions';
import { newSecret } from './secret';

/** What a browser tells of itself; `device` is its long-lived cookie, if it has one. */
export type Browser = { userAgent?: string | undefined; device?: string | undefined };

/** Cookies to set: whoever holds `token` is signed in until `expiresAt`; `device` marks the browser as known. */
export type OpenedSession = { token: string; device: string; at: string; expiresAt: string; remembered: boolean };

type Wanted = { remembered: boolean; personId?: string; assurance?: number };

/** Undefined when the account opens nothing today. Without `personId`, it is the person of last time. */
export async function openSession(
	db: Db | Tx,
	accountId: string,
	{ userAgent, device = newSecret() }: Browser,
	{ remembered, personId, assurance = 1 }: Wanted,
	now: Now
): Promise<OpenedSession | undefined> {
	const token = newSecret();
	const expiresAt = expiryOf({ remembered, createdAt: now.at, at: now.at });
	const { rows } = await sql<{ person: string | null }>`select open_session(
		${newId(now)}, ${hashOf(token)}, ${accountId}, ${personId ?? null}, ${now.at}, ${expiresAt}, ${remembered},
		${deviceWords(userAgent)}, ${assurance}, ${hashOf(device)}) as person`.execute(db);
	return rows[0]?.person ? { token, device, at: now.at, expiresAt, remembered } : undefined;
}
