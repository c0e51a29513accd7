import type { Actor, Author } from '../../../../core/actor';
import type { Act } from '../../../../core/acts';
import type { Now } from '../../../../core/dates';
import { allow } from '../../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../../core/forms';
import type { Tx } from '../../../../db/as-actor';
import { journal, noteNothingDone } from '../../../../db/journal';
import { once } from '../../../../db/once';
import type { Wave } from '../../queries/waves';
import { canKeepWaves, canReopen, canUndoOpening, waveState } from '../../rules/wave';
import { hold } from './hold';
import { problemsWithDates } from './make';

type Changes = {
	opened_at?: string | null;
	opened_by?: string | null;
	closed_at?: string | null;
	closed_by?: string | null;
	opens_on?: string;
	closes_on?: string;
	removed_at?: string | null;
};

/** Writes one thing that has happened to a wave, and its line of the journal. */
async function happen(tx: Tx, actor: Actor, id: string, changes: Changes, act: Act, now: Now): Promise<Result<string>> {
	await tx
		.updateTable('survey_waves')
		.set(({ eb }) => ({ ...changes, version: eb('version', '+', 1) }))
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.execute();
	await journal(tx, actor, act, { kind: 'survey-wave', id }, now);
	return { ok: true, value: id };
}

const already = (tx: Tx, id: string): Result<string> => {
	noteNothingDone(tx);
	return { ok: true, value: id };
};

/** From its first day on people are asked. */
export async function openWave(tx: Tx, actor: Actor, seen: Wave, { token }: Submitted<unknown>, now: Now) {
	allow(canKeepWaves(actor));
	return once(tx, actor, token, now, async () => {
		const wave = await hold(tx, actor, seen);
		if (wave.openedAt) return already(tx, wave.id);
		if (wave.asked === 0) return rejected({ form: 'Отвечать пока некому: добавьте людей.' });
		if (wave.closesOn < now.today) return rejected({ form: 'Последний день уже прошёл: сначала измените даты.' });
		const changes = { opened_at: now.at, opened_by: actor.personId };
		return happen(tx, actor, wave.id, changes, 'survey-wave.opened', now);
	});
}

/** Opened too early: nobody has answered yet, so nobody loses anything. */
export async function undoOpening(tx: Tx, actor: Actor, seen: Wave, { token }: Submitted<unknown>, now: Now) {
	allow(canKeepWaves(actor));
	return once(tx, actor, token, now, async () => {
		const wave = await hold(tx, actor, seen);
		if (!canUndoOpening(waveState(wave, now.today), wave))
			return rejected({ form: 'Уже есть ответы: анкетирование можно только закрыть.' });
		const changes = { opened_at: null, opened_by: null };
		return happen(tx, actor, wave.id, changes, 'survey-wave.opening-undone', now);
	});
}

/** Moves the days of a wave that is not closed; those that are over cannot be moved back over answers already given. */
export async function changeDates(
	tx: Tx,
	actor: Actor,
	seen: Wave,
	{ token, opensOn, closesOn }: Submitted<{ opensOn: string; closesOn: string }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepWaves(actor));
	return once(tx, actor, token, now, async () => {
		const wave = await hold(tx, actor, seen);
		if (wave.closedAt) return rejected({ form: 'Анкетирование закрыто.' });
		const problems = problemsWithDates({ opensOn, closesOn }, now.today);
		if (wave.answered > 0 && opensOn > now.today)
			problems.opensOn = 'Уже есть ответы: первый день не может быть впереди.';
		if (Object.keys(problems).length > 0) return rejected(problems);
		const changes = { opens_on: opensOn, closes_on: closesOn };
		return happen(tx, actor, wave.id, changes, 'survey-wave.dates-changed', now);
	});
}

/** No more answers are taken. The results' own page closes a wave with its report (surveys/routes). */
export async function closeWave(tx: Tx, actor: Actor, seen: Wave, { token }: Submitted<unknown>, now: Now) {
	allow(canKeepWaves(actor));
	return once(tx, actor, token, now, async () => {
		const wave = await hold(tx, actor, seen);
		if (wave.closedAt) return already(tx, wave.id);
		if (!wave.openedAt) return rejected({ form: 'Анкетирование ещё не открывали: закрывать нечего.' });
		const changes = { closed_at: now.at, closed_by: actor.personId };
		return happen(tx, actor, wave.id, changes, 'survey-wave.closed', now);
	});
}

/** Closed too early: people go on answering until the given day. */
export async function reopenWave(
	tx: Tx,
	actor: Actor,
	seen: Wave,
	{ token, closesOn }: Submitted<{ closesOn: string }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepWaves(actor));
	return once(tx, actor, token, now, async () => {
		const wave = await hold(tx, actor, seen);
		if (!wave.closedAt) return already(tx, wave.id);
		if (!canReopen(waveState(wave, now.today), wave.identity, wave))
			return rejected({
				form: 'Ответы без имени уже можно прочитать: следующий ответ был бы виден как разница. Начните новое анкетирование.'
			});
		const problems = problemsWithDates({ opensOn: wave.opensOn, closesOn }, now.today);
		if (problems.closesOn) return rejected(problems);
		const changes = { closed_at: null, closed_by: null, closes_on: closesOn };
		return happen(tx, actor, wave.id, changes, 'survey-wave.reopened', now);
	});
}

/** What was prepared and never opened is taken away; it can be brought back. */
export async function removeWave(tx: Tx, actor: Actor, seen: Wave, { token }: Submitted<unknown>, now: Now) {
	allow(canKeepWaves(actor));
	return once(tx, actor, token, now, async () => {
		const wave = await hold(tx, actor, seen);
		if (wave.openedAt) return rejected({ form: 'Анкетирование открывали: его можно закрыть, но не убрать.' });
		return happen(tx, actor, wave.id, { removed_at: now.at }, 'survey-wave.removed', now);
	});
}

export async function restoreWave(
	tx: Tx,
	actor: Actor,
	{ id }: { id: string },
	{ token }: Submitted<unknown>,
	now: Now
) {
	allow(canKeepWaves(actor));
	return once(tx, actor, token, now, async () =>
		happen(tx, actor, id, { removed_at: null }, 'survey-wave.restored', now)
	);
}

/** The morning after its last day a wave is closed by the program itself; its keeper makes the report when there is time. */
export async function closeEnded(tx: Tx, author: Author, now: Now) {
	const ended = await tx
		.updateTable('survey_waves')
		.set(({ eb }) => ({ closed_at: now.at, version: eb('version', '+', 1) }))
		.where('organisation_id', '=', author.organisationId)
		.where('opened_at', 'is not', null)
		.where('closed_at', 'is', null)
		.where('removed_at', 'is', null)
		.where('closes_on', '<', now.today)
		.returning('id')
		.execute();
	for (const { id } of ended) await journal(tx, author, 'survey-wave.closed', { kind: 'survey-wave', id }, now);
	return ended.length;
}
