import { createHash, createHmac } from 'node:crypto';

/** What is stored of a secret that is long and random: a thief of the database cannot go back. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest();

/** The secrets of an invitation as its link and its slip carry them. */
export type InvitationSecrets = { token: string; code: string };

/**
 * Follow from the session of the one who issues, which is stored nowhere, and the invitation's id: the slips may be shown
 * again (a reload, a second click, a jammed printer) as long as that session lives, and the database knows hashes only.
 */
export function invitationSecrets(sessionSecret: string, invitationId: string): InvitationSecrets {
	const bytes = createHmac('sha256', sessionSecret).update(`invitation ${invitationId}`).digest();
	return {
		token: bytes.subarray(0, 24).toString('base64url'),
		code: String(bytes.readBigUInt64BE(24) % 1_000_000_000_000n).padStart(12, '0')
	};
}
