import type { Now } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import type { Db } from '../../../db/connection';
import { listDemonstrationAccounts } from '../queries/before-sign-in';
import { type Browser, openSession } from './open-session';

/** One click instead of a password, in a demonstration copy only. */
export async function enterDemonstration(db: Db, personId: string, browser: Browser, now: Now) {
	const accounts = await listDemonstrationAccounts(db, now.at);
	const account = accounts.find(({ person_id }) => person_id === personId) ?? notFound();
	const session = await openSession(
		db,
		account.account_id,
		browser,
		{ remembered: false, personId, assurance: 0 },
		now
	);
	return session ?? notFound();
}
