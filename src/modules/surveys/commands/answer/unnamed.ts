import { sql } from 'kysely';
import type { Now } from '../../../../core/dates';
import { allow } from '../../../../core/errors';
import { type Result, rejected } from '../../../../core/forms';
import type { Tx } from '../../../../db/as-actor';
import type { AskedToMe } from '../../queries/filling';
import type { Answers } from '../../rules/answers';
import { waveState } from '../../rules/wave';

/**
 * Takes in answers without a name: the database's own function marks the person and writes the answers apart from them.
 * There is no form token, no draft and no line of the journal: each of them would hold a time beside a person, in the
 * transaction that writes the answers. Sent twice, it is done once all the same: the second time the person has answered.
 * `late`: sheets collected before the last day are entered after it.
 */
export async function answerUnnamed(
	tx: Tx,
	asked: AskedToMe,
	answers: Answers,
	now: Now,
	{ late = false } = {}
): Promise<Result<'taken' | 'before'>> {
	allow(asked.identity !== 'named');
	if (waveState(asked, now.today) !== 'open' && !late)
		return rejected({ form: 'Анкетирование уже закрыто: ответ принять нельзя.' });
	const { rows } = await sql<{ taken: boolean }>`
		select answer_unnamed(${asked.id}, ${JSON.stringify(answers)}) as taken`.execute(tx);
	if (rows[0]?.taken) return { ok: true, value: 'taken' };
	const since = await tx
		.selectFrom('survey_participants')
		.select(['answered', 'removed_at'])
		.where('id', '=', asked.id)
		.executeTakeFirst();
	if (since?.answered) return { ok: true, value: 'before' };
	return rejected({ form: 'Анкетирование закрыто или вас в нём больше не спрашивают: ответ принять нельзя.' });
}
