import type { Actor } from '../../../../core/actor';
import type { Now } from '../../../../core/dates';
import { allow } from '../../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../../core/forms';
import type { Tx } from '../../../../db/as-actor';
import { journal, noteNothingDone } from '../../../../db/journal';
import { once } from '../../../../db/once';
import { listLooks, listPairs } from '../../queries/assessment/asking';
import { listCandidates } from '../../queries/participants';
import type { Wave } from '../../queries/waves';
import { type Look, looksOf, type WhoLooks } from '../../rules/assessment/eyes';
import { canKeepWaves } from '../../rules/wave';
import { insertParticipants } from '../waves/ask';

/** More at once is a slip of the finger. */
const mostLooks = 10_000;

/** Puts on the list of a wave who looks at whom; `earlier`: as it was in that wave, as far as people still work here. */
export async function askLooks(
	tx: Tx,
	actor: Actor,
	wave: Wave,
	{ token, earlier, ...who }: Submitted<WhoLooks & { earlier: boolean }>,
	now: Now
): Promise<Result<{ count: number }>> {
	allow(canKeepWaves(actor));
	return once(tx, actor, token, now, async () => {
		if (wave.closedAt) return rejected({ form: 'Анкетирование закрыто: добавить в него некого.' });
		if (wave.identity !== 'named')
			return rejected({ form: 'Оценивают с именем: иначе не видно, кто о ком. Измените анкетирование.' });
		const staff = await listCandidates(tx, actor, now, wave);
		const looks = earlier && wave.series ? await asBefore(tx, actor, wave.series.id, staff) : await chosen();
		if (looks.length === 0)
			return rejected(
				earlier
					? { form: 'В прежнем анкетировании никто никого не оценивал: выберите ниже.' }
					: { sides: 'Отметьте, кого оценить, и кто на них смотрит: так получается ноль листов.' }
			);
		if (looks.length > mostLooks) return rejected({ form: 'Больше 10 000 листов за один раз: разделите на части.' });
		const count = await insertParticipants(tx, actor, wave.id, looks, now);
		if (count === 0) noteNothingDone(tx);
		else
			await journal(tx, actor, 'assessment.asked', { kind: 'survey-wave', id: wave.id }, now, { details: { count } });
		return { ok: true, value: { count } };

		async function chosen() {
			return looksOf(who, staff, who.pair ? await listPairs(tx, actor, now) : []);
		}
	});
}

async function asBefore(tx: Tx, actor: Actor, waveId: string, staff: readonly { id: string }[]): Promise<Look[]> {
	const here = new Set(staff.map(({ id }) => id));
	const looks = await listLooks(tx, actor, waveId);
	return looks.filter(({ personId, aboutId }) => here.has(personId) && (!aboutId || here.has(aboutId)));
}
