import type { Actor } from '../../../../core/actor';
import type { Now } from '../../../../core/dates';
import { allow, notFound } from '../../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../../core/forms';
import type { Tx } from '../../../../db/as-actor';
import { newId } from '../../../../db/id';
import { journal } from '../../../../db/journal';
import { once } from '../../../../db/once';
import type { NewFile } from '../../../files/commands';
import type { OwnWords } from '../../../organisations/rules/words';
import { closeByArtefact } from '../../../roadmap/commands/close-by-artefact';
import { listCandidates } from '../../queries/participants';
import { findWave, listEditions } from '../../queries/waves';
import { nobody } from '../../rules/audience';
import { inGroup, libraryCodeOf, type OfRound, roundStanding } from '../../rules/rounds';
import { canKeepWaves, longestTitle } from '../../rules/wave';
import { addQuestionnaire } from '../questionnaires/add';
import { publishQuestionnaire } from '../questionnaires/publish';
import { addWave, type WaveWords } from './make';
import { closeWave, openWave } from './run';

type Sent = Omit<WaveWords, 'edition' | 'series' | 'stage'> & {
	/** What each group is asked: an edition, or one of the library. */
	groups: readonly { id: string; name: string; edition: string }[];
	own: OwnWords;
};

const fresh = () => crypto.randomUUID();

/** Sends to each group a questionnaire of its own in one act; all are open at once. Answers with the round. */
export async function sendToGroups(
	tx: Tx,
	actor: Actor,
	{ token, groups, own, ...words }: Submitted<Sent>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepWaves(actor));
	return once(tx, actor, token, now, async () => {
		const staff = await listCandidates(tx, actor, now, { id: null, opensOn: words.opensOn });
		const asked = groups.filter(({ id }) => inGroup(staff, id).length > 0);
		if (asked.length === 0) return rejected({ form: 'Выберите анкету хотя бы для одной группы, в которой есть люди.' });
		const round = newId(now);
		for (const { id, name, edition: chosen } of asked) {
			const library = libraryCodeOf(chosen);
			const edition = library ? await takeFromLibrary(tx, actor, library, own, now) : chosen;
			if (!edition) return notFound();
			const title = `${words.title}: ${name}`.slice(0, longestTitle);
			const wave = { ...words, title, edition, series: null, stage: null };
			const added = await addWave(tx, actor, { ...wave, token: fresh(), audience: { ...nobody, groups: [id] } }, now);
			if (!added.ok) return added;
			await tx
				.updateTable('survey_waves')
				.set({ round_id: round, group_id: id })
				.where('organisation_id', '=', actor.organisationId)
				.where('id', '=', added.value)
				.execute();
			const made = (await findWave(tx, actor, added.value)) ?? notFound();
			const opened = await openWave(tx, actor, made, { token: fresh() }, now);
			if (!opened.ok) return opened;
		}
		await journal(tx, actor, 'survey-round.sent', { kind: 'survey-round', id: round }, now, {
			details: { groups: asked.length }
		});
		return { ok: true, value: round };
	});
}

/** Becomes the school's own and is published in the same act; answers with the edition. */
async function takeFromLibrary(tx: Tx, actor: Actor, library: string, words: OwnWords, now: Now) {
	const begun = { token: fresh(), library, title: '', text: '', words };
	const added = await addQuestionnaire(tx, actor, begun, now);
	if (!added.ok) return undefined;
	const own = { id: added.value, addedBy: actor.personId };
	await publishQuestionnaire(tx, actor, own, { token: fresh(), version: 1 }, now);
	return (await listEditions(tx, actor)).find(({ questionnaireId }) => questionnaireId === added.value)?.id;
}

type Filing = Submitted<{ conclusion: string; closes: readonly string[] }>;

/** The end of a round: no group answers any more, and the report over all of them proves what was planned. */
export async function fileRound(
	tx: Tx,
	actor: Actor,
	{ id, waves }: { id: string; waves: readonly OfRound[] },
	{ token, conclusion, closes }: Filing,
	word: () => Promise<NewFile>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepWaves(actor));
	return once(tx, actor, token, now, async () => {
		if (!conclusion)
			return rejected({ conclusion: 'Напишите вывод, хотя бы одну фразу: с ним отчёт станет подтверждением.' });
		const { asked, answered, groups } = roundStanding(waves);
		if (answered === 0) return rejected({ form: 'Пока никто не ответил: отчитываться не о чем.' });
		for (const { id: waveId, openedAt, closedAt } of waves) {
			if (!openedAt || closedAt) continue;
			const wave = (await findWave(tx, actor, waveId)) ?? notFound();
			await closeWave(tx, actor, wave, { token: fresh() }, now);
		}
		const artefact = {
			kind: 'survey-round' as const,
			id,
			on: now.today,
			title: `Анкетирование по группам: ${groups}`,
			words: `Ответили ${answered} из ${asked}`,
			file: await word()
		};
		const { closed } = await closeByArtefact(tx, actor, closes, artefact, now);
		await journal(tx, actor, 'survey-round.filed', { kind: 'survey-round', id }, now);
		return { ok: true, value: closed.length };
	});
}
