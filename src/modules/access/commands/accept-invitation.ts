import { sql } from 'kysely';
import type { Now } from '../../../core/dates';
import { type Result, rejected } from '../../../core/forms';
import type { Db } from '../../../db/connection';
import { newId } from '../../../db/id';
import type { Acceptance } from '../form/invitation';
import type { SeenInvitation } from '../queries/seen-invitation';
import { problemWithPassword } from '../rules/passwords';
import { hashOf } from '../rules/secrets';
import { type Browser, type OpenedSession, openSession } from './open-session';
import { hashPassword } from './password-hash';

const refusals: Record<string, Record<string, string>> = {
	'login-taken': { login: 'Такой логин уже занят. Добавьте к нему цифру или слово.' },
	'email-taken': { email: 'С этим адресом уже входит кто-то другой. Оставьте поле пустым или укажите свой адрес.' },
	gone: { form: 'Приглашение больше не действует: его уже приняли или отозвали. Попросите новое.' }
};

/** Makes the account (or renews its password), spends the invitation and opens a session; all or nothing. */
export async function acceptInvitation(
	db: Db,
	invitation: SeenInvitation,
	key: string,
	{ login, email, password, again, remember }: Acceptance,
	browser: Browser,
	now: Now
): Promise<Result<OpenedSession>> {
	const mine = [invitation.login ?? login, invitation.family_name, invitation.given_name];
	const problem = problemWithPassword(password, mine);
	if (problem) return rejected({ password: problem });
	if (password !== again) return rejected({ again: 'Пароли не совпали: введите ещё раз' });

	const secret = await hashPassword(password);
	const { rows } = await sql<{ outcome: string; account: string }>`select outcome, account from accept_invitation(
		${hashOf(key)}, ${now.at}, ${newId(now)}, ${newId(now)}, ${login}, ${email || null}, ${secret}, ${newId(now)})`.execute(
		db
	);
	const { outcome = 'gone', account } = rows[0] ?? {};
	if (outcome !== 'accepted' || !account) return rejected(refusals[outcome] ?? {});
	const wanted = { remembered: remember, personId: invitation.person_id };
	const session = await openSession(db, account, browser, wanted, now);
	return session ? { ok: true, value: session } : rejected(refusals.gone ?? {});
}

/** A code that leads nowhere is counted by the address it came from. */
export async function noteWrongCode(db: Db, address: string, now: Now) {
	await sql`select note_failed_code(${newId(now)}, ${hashOf(`address ${address}`)}, ${now.at})`.execute(db);
}
