import { sql } from 'kysely';
import { type Now, nowIn } from '../../../core/dates';
import { type Result, rejected } from '../../../core/forms';
import type { Db } from '../../../db/connection';
import { newId } from '../../../db/id';
import { type FirstRunDraft, type Founded, readFirstRunCode } from '../rules/first-run';
import { problemWithPassword } from '../rules/passwords';
import { founderRoles } from '../rules/roles';
import { hashOf } from '../rules/secrets';
import { type Browser, type OpenedSession, openSession } from './open-session';
import { hashPassword } from './password-hash';

/** Keeps what the wizard was told, so that it may be left and come back to. */
export async function keepFirstRunDraft(db: Db, code: string, draft: FirstRunDraft) {
	await sql`select keep_first_run_draft(${hashOf(readFirstRunCode(code))}, ${JSON.stringify(draft)}::jsonb)`.execute(
		db
	);
}

/** Founds the first organisation with its first person, who is signed in at once. The code is spent. */
export async function foundOrganisation(
	db: Db,
	code: string,
	{ organisation, person, account, again }: Founded & { again: string },
	browser: Browser,
	now: Now
): Promise<Result<OpenedSession>> {
	const problem = problemWithPassword(account.password, [account.login, person.familyName, person.givenName]);
	if (problem) return rejected({ password: problem });
	if (account.password !== again) return rejected({ again: 'Пароли не совпали: введите ещё раз' });

	const roles = founderRoles(organisation.kind);
	const { today } = nowIn(organisation.timeZone, new Date(now.at));
	const accountId = newId(now);
	const secret = await hashPassword(account.password);
	const { rows } = await sql<{ founded: boolean }>`select found_organisation(
		${hashOf(readFirstRunCode(code))}, ${now.at}, ${today}::date, ${newId(now)}, ${organisation.kind}, ${organisation.name},
		${organisation.fullName}, ${organisation.timeZone}, ${organisation.onePersonMode}, ${newId(now)}, ${person.familyName},
		${person.givenName}, ${person.patronymic}, ${person.post}, ${newId(now)}, ${roles}::text[],
		${roles.map(() => newId(now))}::uuid[], ${accountId}, ${account.login}, ${account.email || null}, ${newId(now)},
		${secret}, ${newId(now)}) as founded`.execute(db);
	const session = rows[0]?.founded && (await openSession(db, accountId, browser, { remembered: false }, now));
	return session
		? { ok: true, value: session }
		: rejected({ form: 'Первый запуск уже завершён: откройте страницу входа.' });
}
