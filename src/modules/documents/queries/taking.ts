import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { canManageAccess } from '../../access/rules/roles';
import { findMentorships } from '../../mentorships/queries/mentorships';
import { titleOfDocument } from '../rules/life';
import { takingOf } from '../rules/registration';
import { findDocument, type StoredDocument } from './document';
import { listEffects } from './effects';

/** What registering this document will take back from those it replaces and cancels, in words. */
export async function listTaking(
	tx: Tx,
	actor: Actor,
	{ links }: Pick<StoredDocument, 'links'>,
	now: Now
): Promise<string[]> {
	const told: string[] = [];
	for (const { side, how, other } of links) {
		if (side === 'later' || how === 'amends') continue;
		const earlier = await findDocument(tx, actor, other);
		if (!earlier) continue;
		const pairs = await findMentorships(tx, actor, earlier.mentorships, now);
		const effects = await listEffects(tx, actor, other);
		told.push(...takingOf(titleOfDocument(earlier), effects, pairs, canManageAccess(actor)));
	}
	return told;
}
