import type { Actor } from '../../../../core/actor';
import type { Now } from '../../../../core/dates';
import { allow } from '../../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../../core/forms';
import type { Tx } from '../../../../db/as-actor';
import { newId } from '../../../../db/id';
import { journal, noteNothingDone } from '../../../../db/journal';
import { once } from '../../../../db/once';
import { listShowings } from '../../queries/assessment/assessed';
import type { ResultWave } from '../../queries/results/wave';
import { canConclude } from '../../rules/summary/reading';

/** The numbers about these people may be seen by themselves. Answers with the act, so that it can be taken back at once. */
export async function showAssessments(
	tx: Tx,
	actor: Actor,
	wave: ResultWave,
	{ token, subjects }: Submitted<{ subjects: readonly string[] }>,
	now: Now
): Promise<Result<string>> {
	allow(canConclude(actor, wave));
	return once(tx, actor, token, now, async () => {
		if (!wave.closedAt)
			return rejected({ form: 'Сначала закройте анкетирование: пока смотрят не все, показывать рано.' });
		const already = await listShowings(tx, actor, wave.id);
		const fresh = subjects.filter((id) => !already.has(id));
		const act = newId(now);
		if (fresh.length === 0) noteNothingDone(tx);
		else {
			const shown = { organisation_id: actor.organisationId, act_id: act, wave_id: wave.id };
			const by = { shown_at: now.at, shown_by: actor.personId };
			await tx
				.insertInto('assessment_showings')
				.values(fresh.map((subject_id) => ({ ...shown, id: newId(now), subject_id, ...by })))
				.execute();
			await journal(tx, actor, 'assessment.shown', { kind: 'survey-wave', id: wave.id }, now, {
				details: { count: fresh.length }
			});
		}
		return { ok: true, value: act };
	});
}

/** Takes back what was shown in one act, or to one person. */
export async function hideAssessments(
	tx: Tx,
	actor: Actor,
	wave: ResultWave,
	{ token, act, one }: Submitted<{ act: string | null; one: string | null }>,
	now: Now
): Promise<Result<string>> {
	allow(canConclude(actor, wave));
	return once(tx, actor, token, now, async () => {
		const { numUpdatedRows } = await tx
			.updateTable('assessment_showings')
			.set({ hidden_at: now.at, hidden_by: actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('wave_id', '=', wave.id)
			.where('hidden_at', 'is', null)
			.where((is) => is.or([is('act_id', '=', act), is('subject_id', '=', one)]))
			.executeTakeFirst();
		if (!numUpdatedRows) noteNothingDone(tx);
		else await journal(tx, actor, 'assessment.hidden', { kind: 'survey-wave', id: wave.id }, now);
		return { ok: true, value: wave.id };
	});
}
