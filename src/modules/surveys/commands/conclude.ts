import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Rejected, type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal, noteNothingDone } from '../../../db/journal';
import { once } from '../../../db/once';
import type { NewFile } from '../../files/commands';
import { closeByArtefact } from '../../roadmap/commands/close-by-artefact';
import { findResultWave, type ResultWave } from '../queries/results/wave';
import { canConclude } from '../rules/summary/reading';

type Written = { version: number; conclusion: string };

/** Keeps the words of the report with the wave; on an older page both are shown. */
export async function saveConclusion(
	tx: Tx,
	actor: Actor,
	wave: ResultWave,
	{ token, ...written }: Submitted<Written>,
	now: Now
): Promise<Result<string>> {
	allow(canConclude(actor, wave));
	return once(tx, actor, token, now, async () => {
		if (written.conclusion === wave.conclusion) noteNothingDone(tx);
		return (await write(tx, actor, wave, written, now)) ?? { ok: true, value: wave.id };
	});
}

async function write(
	tx: Tx,
	actor: Actor,
	wave: ResultWave,
	{ version, conclusion }: Written,
	now: Now
): Promise<Rejected | undefined> {
	if (conclusion === wave.conclusion) return undefined;
	const { numUpdatedRows } = await tx
		.updateTable('survey_waves')
		.set({ conclusion, version: version + 1 })
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', wave.id)
		.where('version', '=', version)
		.executeTakeFirst();
	if (!numUpdatedRows) {
		const fresh = (await findResultWave(tx, actor, wave.id)) ?? wave;
		return rejected(
			{ conclusion: 'Пока вы писали, анкетирование изменили. Посмотрите, что записано сейчас.' },
			{ conclusion: fresh.conclusion, version: String(fresh.version) }
		);
	}
	await journal(tx, actor, 'survey-report.concluded', { kind: 'survey-wave', id: wave.id }, now);
	return undefined;
}

type Filing = Submitted<Written> & { closes: readonly string[] };

/**
 * The end of a wave in one act: the conclusion is kept, no more answers are taken, and the report proves what was planned.
 * `word` makes the report as it is then: answers without names can be read only after the closing. Answers with how many
 * times were closed.
 */
export async function fileReport(
	tx: Tx,
	actor: Actor,
	wave: ResultWave,
	{ token, closes, ...written }: Filing,
	word: () => Promise<NewFile>,
	now: Now
): Promise<Result<number>> {
	allow(canConclude(actor, wave));
	return once(tx, actor, token, now, async () => {
		if (!written.conclusion)
			return rejected({ conclusion: 'Напишите вывод, хотя бы одну фразу: с ним отчёт станет подтверждением.' });
		if (wave.closedAt && closes.length === 0)
			return rejected({ closes: 'Отметьте, какое мероприятие выполнено, или просто сохраните вывод.' });
		const refused = await write(tx, actor, wave, written, now);
		if (refused) return refused;
		if (!wave.closedAt) await close(tx, actor, wave, now);
		if (closes.length === 0) return { ok: true, value: 0 };
		const ended = (await findResultWave(tx, actor, wave.id)) ?? wave;
		const artefact = {
			kind: 'survey-report' as const,
			id: wave.id,
			on: ended.closedOn ?? now.today,
			title: `Отчёт по анкетированию «${ended.title}»`,
			words: `Ответили ${ended.answered} из ${ended.invited}`,
			file: await word()
		};
		const { closed } = await closeByArtefact(tx, actor, closes, artefact, now);
		await journal(tx, actor, 'survey-report.filed', { kind: 'survey-wave', id: wave.id }, now);
		return { ok: true, value: closed.length };
	});
}

/** Who closed it a moment ago has closed it. */
async function close(tx: Tx, actor: Actor, { id }: ResultWave, now: Now) {
	const { numUpdatedRows } = await tx
		.updateTable('survey_waves')
		.set(({ eb }) => ({ closed_at: now.at, closed_by: actor.personId, version: eb('version', '+', 1) }))
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.where('closed_at', 'is', null)
		.executeTakeFirst();
	if (!numUpdatedRows) noteNothingDone(tx);
	else await journal(tx, actor, 'survey-wave.closed', { kind: 'survey-wave', id }, now);
}
