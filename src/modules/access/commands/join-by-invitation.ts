import { sql } from 'kysely';
import type { Now } from '../../../core/dates';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { hashOf } from '../rules/secrets';

const refusals: Record<string, string> = {
	gone: 'Приглашение больше не действует: его уже приняли или отозвали. Попросите новое.',
	'already-here':
		'У вашей учётной записи уже есть место работы в этой организации. Приглашение выписано другому человеку.'
};

/** Takes a second workplace to the account that is signed in. Answers with the person it may act as from now on. */
export async function joinByInvitation(tx: Tx, key: string, now: Now): Promise<Result<string>> {
	const { rows } = await sql<{ outcome: string; person: string }>`
		select outcome, person from join_by_invitation(${hashOf(key)}, ${now.at}, ${newId(now)})`.execute(tx);
	const { outcome = 'gone', person } = rows[0] ?? {};
	return outcome === 'accepted' && person
		? { ok: true, value: person }
		: rejected({ form: refusals[outcome] ?? refusals.gone });
}
