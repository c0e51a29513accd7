import type { Now } from '../../../core/dates';
import { newId } from '../../../db/id';
import { expiresAt } from '../rules/invitations';
import { hashOf, invitationSecrets } from '../rules/secrets';

/** A row's worth of invitation. The secrets themselves are worked out again where the slip is shown (`invitationSecrets`). */
export function newInvitation(sessionSecret: string, now: Now) {
	const id = newId(now);
	const { token, code } = invitationSecrets(sessionSecret, id);
	return { id, token_hash: hashOf(token), code_hash: hashOf(code), issued_at: now.at, expires_at: expiresAt(now.at) };
}
