import { sql } from 'kysely';
import type { Now } from '../../../core/dates';
import { type Result, rejected } from '../../../core/forms';
import type { Db } from '../../../db/connection';
import { newId } from '../../../db/id';
import type { SignIn } from '../form/sign-in';
import { rememberedFor, waitBefore } from '../rules/attempts';
import { hashOf } from '../rules/secrets';
import { waitWords } from '../rules/wait-words';
import { type Browser, type OpenedSession, openSession } from './open-session';
import { passwordMatches } from './password-hash';

type Candidate = {
	account_id: string | null;
	secret: string | null;
	failures: number;
	last_failed_at: string | null;
	source_failures: number;
};

const wrong =
	'Логин или пароль не подошли. Проверьте раскладку клавиатуры и Caps Lock. Если забыли пароль, попросите у куратора новое приглашение.';
const wrongLayout =
	'Логин или пароль не подошли. Похоже, включена русская раскладка: логин пишется латинскими буквами.';
const closed = 'Пароль верный, но вход закрыт. Обратитесь к куратору или администратору вашей организации.';

/** Signs in by login or e-mail and password. The attempt is counted before the password is looked at. */
export async function signIn(
	db: Db,
	{ login, password, remember }: SignIn,
	browser: Browser & { address: string },
	now: Now
): Promise<Result<OpenedSession>> {
	const attempt = newId(now);
	const candidate = await beginAttempt(db, attempt, login, browser, now);
	const { failures, last_failed_at: lastFailedAt, source_failures: sourceFailures } = candidate;
	const wait = waitBefore({ failures, lastFailedAt, sourceFailures }, now.at);
	if (wait > 0) {
		await settle(db, attempt, 'refused');
		return rejected({ form: `Слишком много неудачных попыток. Подождите ${waitWords(wait)} и попробуйте ещё раз.` });
	}
	if (!(await passwordMatches(candidate.secret, password)) || !candidate.account_id) {
		await settle(db, attempt, 'failed');
		return rejected({ form: /[а-яё]/i.test(login) ? wrongLayout : wrong });
	}
	await settle(db, attempt, 'entered');
	const session = await openSession(db, candidate.account_id, browser, { remembered: remember }, now);
	return session ? { ok: true, value: session } : rejected({ form: closed });
}

async function beginAttempt(
	db: Db,
	attempt: string,
	login: string,
	{ address, device }: Browser & { address: string },
	now: Now
) {
	const since = new Date(Date.parse(now.at) - rememberedFor * 1000).toISOString();
	const deviceHash = device ? hashOf(device) : null;
	const { rows } = await sql<Candidate>`select account_id, secret, failures, last_failed_at, source_failures
		from begin_sign_in(${attempt}, ${login}, ${hashOf(login.toLowerCase())}, ${hashOf(`address ${address}`)},
			${deviceHash}, ${now.at}, ${since})`.execute(db);
	return rows[0] as Candidate;
}

async function settle(db: Db, attempt: string, outcome: 'failed' | 'refused' | 'entered') {
	await sql`select settle_sign_in(${attempt}, ${outcome})`.execute(db);
}
