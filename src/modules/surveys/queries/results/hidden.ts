import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../../../../core/actor';
import { isId } from '../../../../core/ids';
import type { Tx } from '../../../../db/as-actor';

/** What words are known by: the key of equal words (rules/summary/words.ts), never the words themselves. */
export const hashOfWords = (key: string) => createHash('sha256').update(key).digest();

/** Which open answers of a wave are kept out of its report: `question:hash` → the id of the keeping out. */
export async function listHidden(tx: Tx, { organisationId }: Pick<Actor, 'organisationId'>, waveId: string) {
	const rows = await tx
		.selectFrom('survey_hidden_words')
		.where('organisation_id', '=', organisationId)
		.where('wave_id', '=', waveId)
		.where('shown_at', 'is', null)
		.select(['id', 'question', 'words_hash as hash'])
		.execute();
	return new Map(rows.map(({ id, question, hash }) => [`${question}:${hash.toString('hex')}`, id]));
}

export type Hidden = Awaited<ReturnType<typeof listHidden>>;

export const hiddenIn = (hidden: Hidden) => (question: string, key: string) =>
	hidden.get(`${question}:${hashOfWords(key).toString('hex')}`);

/** What was kept out, and of which wave. */
export async function findHidden(tx: Tx, { organisationId }: Pick<Actor, 'organisationId'>, id: string) {
	if (!isId(id)) return undefined;
	const { rows } = await sql<{ id: string; waveId: string }>`
		select id, wave_id as "waveId" from survey_hidden_words
		where organisation_id = ${organisationId} and id = ${id}`.execute(tx);
	return rows[0];
}
