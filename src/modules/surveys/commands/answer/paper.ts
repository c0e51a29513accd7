import { sql } from 'kysely';
import type { Actor } from '../../../../core/actor';
import type { Now } from '../../../../core/dates';
import { allow } from '../../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../../core/forms';
import type { Tx } from '../../../../db/as-actor';
import { once } from '../../../../db/once';
import type { Wave } from '../../queries/waves';
import type { Answers } from '../../rules/answers';
import { canKeepWaves } from '../../rules/wave';

/**
 * Enters a sheet without a name. Of those who have handed in a sheet one is marked at random: nothing in the database says
 * whose sheet was entered when, and at the end of the sitting all of them are marked. The token is that of whoever
 * enters: it holds neither answers nor anybody who was asked. Answers with how many sheets are left.
 */
export async function enterUnnamedSheet(
	tx: Tx,
	actor: Actor,
	wave: Wave,
	{ token, participant, answers }: Submitted<{ participant: readonly string[]; answers: Answers }>,
	now: Now
): Promise<Result<{ left: number }>> {
	allow(canKeepWaves(actor) && wave.identity === 'anonymous');
	return once(tx, actor, token, now, async () => {
		const { rows: waiting } = await sql<{ id: string }>`
			select id from survey_participants
			where organisation_id = ${actor.organisationId} and wave_id = ${wave.id} and id = any(${participant}::uuid[])
				and not answered and removed_at is null
			order by random()`.execute(tx);
		for (const [at, { id }] of waiting.entries()) {
			const { rows } = await sql<{ taken: boolean }>`
				select answer_unnamed(${id}, ${JSON.stringify(answers)}) as taken`.execute(tx);
			if (rows[0]?.taken) return { ok: true, value: { left: waiting.length - at - 1 } };
		}
		return rejected({ form: 'Все отмеченные уже ответили: для этого листа никого не осталось.' });
	});
}
