import type { Actor } from '../../../../core/actor';
import { addDays, type Now } from '../../../../core/dates';
import { allow, notFound } from '../../../../core/errors';
import { type Problems, type Result, rejected, type Submitted } from '../../../../core/forms';
import type { Tx } from '../../../../db/as-actor';
import { newId } from '../../../../db/id';
import { journal } from '../../../../db/journal';
import { once } from '../../../../db/once';
import { listCandidates } from '../../queries/participants';
import { findWave, listEditions, type Wave } from '../../queries/waves';
import { type Audience, membersOf } from '../../rules/audience';
import type { Identity } from '../../rules/questionnaire';
import { canKeepWaves, longestAheadDays, type ReaderRole, waveState } from '../../rules/wave';
import { insertParticipants } from './ask';
import { hold } from './hold';

export type WaveWords = {
	edition: string;
	title: string;
	words: string;
	identity: Identity;
	readers: ReaderRole[];
	opensOn: string;
	closesOn: string;
	series: string | null; // the wave it is compared with
	stage: 'before' | 'after' | null;
};

/** Prepares a wave: what is asked, how, until when, and whom. Nobody is asked yet. Answers with its id. */
export async function addWave(
	tx: Tx,
	actor: Actor,
	{ token, audience, ...words }: Submitted<WaveWords & { audience: Audience }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepWaves(actor));
	return once(tx, actor, token, now, async () => {
		const checked = await check(tx, actor, words, now);
		if (!checked.ok) return checked;
		const id = newId(now);
		const staff = await listCandidates(tx, actor, now, { id: null, opensOn: words.opensOn });
		await tx
			.insertInto('survey_waves')
			.values({
				organisation_id: actor.organisationId,
				id,
				...rowOf(words, checked.value ?? id),
				added_at: now.at,
				added_by: actor.personId
			})
			.execute();
		const people = membersOf(audience, staff).map((one) => ({ personId: one.id, aboutId: null }));
		await insertParticipants(tx, actor, id, people, now);
		await journal(tx, actor, 'survey-wave.added', { kind: 'survey-wave', id }, now, {
			details: { title: words.title, asked: people.length }
		});
		return { ok: true, value: id };
	});
}

/** Changes a wave that nobody has been asked by yet: everything but whom it asks. */
export async function changeWave(
	tx: Tx,
	actor: Actor,
	seen: Wave,
	{ token, version, ...words }: Submitted<WaveWords & { version: number }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepWaves(actor));
	return once(tx, actor, token, now, async () => {
		const wave = await hold(tx, actor, seen);
		if (waveState(wave, now.today) !== 'draft')
			return rejected({ form: 'Анкетирование уже открыто: в нём меняются только даты. Новое можно начать с этого.' });
		const checked = await check(tx, actor, words, now, wave);
		if (!checked.ok) return checked;
		const { numUpdatedRows } = await tx
			.updateTable('survey_waves')
			.set({ ...rowOf(words, checked.value ?? wave.id), version: version + 1 })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', wave.id)
			.where('version', '=', version)
			.where('opened_at', 'is', null)
			.executeTakeFirst();
		if (!numUpdatedRows)
			return rejected({ form: 'Пока вы правили, это анкетирование изменил кто-то другой. Сверьте и сохраните.' }, {});
		if (words.identity !== 'named') await dropDrafts(tx, actor, wave.id);
		await journal(tx, actor, 'survey-wave.changed', { kind: 'survey-wave', id: wave.id }, now);
		return { ok: true, value: wave.id };
	});
}

/** What somebody had begun to write under their name would lead to their answer without it. */
const dropDrafts = (tx: Tx, { organisationId }: Actor, waveId: string) =>
	tx
		.deleteFrom('survey_drafts')
		.where('organisation_id', '=', organisationId)
		.where(({ eb, selectFrom }) =>
			eb(
				'participant_id',
				'in',
				selectFrom('survey_participants as p')
					.select('p.id')
					.where('p.organisation_id', '=', organisationId)
					.where('p.wave_id', '=', waveId)
			)
		)
		.execute();

const rowOf = (words: WaveWords, series_id: string) => ({
	version_id: words.edition,
	series_id,
	stage: words.stage,
	title: words.title,
	words: words.words,
	identity: words.identity,
	readers: words.readers,
	opens_on: words.opensOn,
	closes_on: words.closesOn
});

/** What no field alone can tell; answers with the series the wave joins, null when it begins its own. */
async function check(tx: Tx, actor: Actor, words: WaveWords, now: Now, wave?: Wave): Promise<Result<string | null>> {
	const problems: Problems = problemsWithDates(words, now.today);
	const editions = await listEditions(tx, actor);
	const edition = editions.find(({ id }) => id === words.edition);
	if (!edition && words.edition !== wave?.edition) return notFound();
	if (edition?.asksFiles && words.identity !== 'named')
		problems.identity =
			'Анкета просит приложить файл, а файл выдаёт автора. Спросите с именем или уберите из неё файл.';
	const earlier = words.series ? ((await findWave(tx, actor, words.series)) ?? notFound()) : null;
	if (earlier && earlier.id === wave?.id) problems.series = 'Сравнить можно только с другим анкетированием.';
	else if (earlier && earlier.identity !== words.identity)
		problems.series = 'С ним не сравнить: там спрашивали иначе. В одной серии либо все с именем, либо все без.';
	if (Object.keys(problems).length > 0) return rejected(problems);
	return { ok: true, value: earlier?.seriesId ?? null };
}

/** Both ends make sense beside each other and beside today. */
export function problemsWithDates(
	{ opensOn, closesOn }: { opensOn: string; closesOn: string },
	today: string
): Problems {
	if (opensOn > addDays(today, longestAheadDays) || opensOn < addDays(today, -longestAheadDays))
		return { opensOn: 'Больше года от сегодняшнего дня: проверьте год.' };
	if (closesOn < opensOn) return { closesOn: 'Последний день раньше первого: проверьте даты.' };
	if (closesOn < today) return { closesOn: 'Этот день уже прошёл: отвечать было бы некогда.' };
	if (closesOn > addDays(today, longestAheadDays)) return { closesOn: 'Больше года вперёд: проверьте год.' };
	return {};
}
