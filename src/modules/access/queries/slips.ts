import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';

export type SlipRow = Awaited<ReturnType<typeof listSlips>>[number];

/** The invitations issued together, by name; empty for a batch of another organisation. */
export async function listSlips(tx: Tx, actor: Actor, batch: string) {
	if (!isId(batch)) return [];
	return tx
		.selectFrom('invitations as i')
		.innerJoin('people as p', (on) =>
			on.onRef('p.organisation_id', '=', 'i.organisation_id').onRef('p.id', '=', 'i.person_id')
		)
		.where('i.organisation_id', '=', actor.organisationId)
		.where('i.batch_id', '=', batch)
		.select([
			'i.id',
			'i.token_hash',
			'i.expires_at',
			'i.used_at',
			'i.revoked_at',
			'p.id as person_id',
			'p.family_name',
			'p.given_name',
			'p.patronymic'
		])
		.orderBy(sql`p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu"`)
		.orderBy('i.id')
		.execute();
}
