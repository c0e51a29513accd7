import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { closeByArtefact } from '../../roadmap/commands/close-by-artefact';
import { requestsInWord } from '../engine/requests-in-word';
import { canKeepRegisters } from '../rules/registers';
import type { Analysis } from '../rules/requests';
import type { TopicNames } from '../rules/topics';

type Filing = {
	conclusion: string;
	pupils: number; // requests of pupils, collected apart
	closes: readonly string[];
	analysis: Analysis;
	names: TopicNames;
	organisation: string;
};

/** The analysis of today, with the list of requests, becomes the evidence of what it was planned for. Answers with how many were closed. */
export async function fileRequests(
	tx: Tx,
	actor: Actor,
	{ token, closes, conclusion, pupils, analysis, names, organisation }: Submitted<Filing>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		if (analysis.open.length === 0)
			return rejected({ form: 'Открытых запросов нет: запишите их или возьмите из анкет.' });
		if (closes.length === 0) return rejected({ closes: 'Отметьте, какое мероприятие выполнено.' });
		const bytes = await requestsInWord({ organisation, on: now.today, conclusion, pupils, analysis, names });
		const artefact = {
			kind: 'requests' as const,
			id: actor.organisationId,
			on: now.today,
			title: `Анализ запросов наставляемых, ${showDate(now.today)}`,
			words: [
				`Запросов: ${analysis.open.length}, педагогов: ${analysis.people}`,
				...(pupils > 0 ? [`запросов обучающихся: ${pupils}`] : [])
			].join(', '),
			file: { name: 'Анализ запросов наставляемых.docx', bytes }
		};
		const { closed } = await closeByArtefact(tx, actor, closes, artefact, now);
		await journal(tx, actor, 'requests.filed', { kind: 'organisation', id: actor.organisationId }, now, {
			details: { count: analysis.open.length }
		});
		return { ok: true, value: closed.length };
	});
}
