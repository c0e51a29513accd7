import { sql } from 'kysely';
import type { Actor } from '../../../../core/actor';
import type { Now } from '../../../../core/dates';
import { allow } from '../../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../../core/forms';
import type { Tx } from '../../../../db/as-actor';
import { newId } from '../../../../db/id';
import { once } from '../../../../db/once';
import { storeFile } from '../../../files/commands';
import { fileLimit } from '../../../files/rules';
import type { AskedToMe } from '../../queries/filling';
import type { Answer, Answers } from '../../rules/answers';
import type { Filled } from '../../rules/fields';
import { fieldOf } from '../../rules/fields';
import { waveState } from '../../rules/wave';

export type Given = {
	answers: Answers;
	uploads: Readonly<Record<string, File>>;
	version: number; // of the answers the form was opened on; 0: none
	how: 'program' | 'link' | 'paper';
};

const overdue = { form: 'Анкетирование уже закрыто: ответ принять нельзя.' };

/** Takes in answers with a name, or changes them. Nothing is journalled: the answers say themselves who, when and how. */
export async function answerNamed(
	tx: Tx,
	actor: Actor,
	asked: AskedToMe,
	{ token, answers, uploads, version, how }: Submitted<Given>,
	now: Now
): Promise<Result<string>> {
	allow(asked.identity === 'named' && !asked.removed);
	return once(tx, actor, token, now, async () => {
		if (waveState(asked, now.today) !== 'open' && how !== 'paper') return rejected(overdue);
		const large = Object.entries(uploads).find(([, { size }]) => size > fileLimit);
		if (large)
			return rejected({ [fieldOf({ code: large[0] })]: 'Файл слишком большой. Уменьшите его и приложите снова.' });
		const entered = how === 'paper' ? actor.personId : null;
		const files = await keepFiles(tx, actor, asked, uploads, answers, now);
		const taken = await write(tx, actor, asked, { answers: { ...answers, ...files }, version, how, entered }, now);
		if (!taken) return rejected({ form: 'Пока вы отвечали, ваш ответ уже записали: с листа или из другого окна.' }, {});
		return { ok: true, value: asked.id };
	});
}

type Row = { answers: Answers; version: number; how: Given['how']; entered: string | null };

/** False: the answers are no longer those the form was opened on, or the wave has just been closed. */
async function write(tx: Tx, { organisationId }: Actor, asked: AskedToMe, row: Row, now: Now) {
	const { rows } = await sql`
		select from survey_waves w
		join survey_participants p on p.organisation_id = w.organisation_id and p.wave_id = w.id
		where w.organisation_id = ${organisationId} and p.id = ${asked.id} and w.opened_at is not null and w.closed_at is null
			and w.removed_at is null and p.removed_at is null
		for no key update of p for share of w`.execute(tx);
	if (rows.length === 0) return false;
	const answers = JSON.stringify(row.answers);
	const { numAffectedRows = 0n } = row.version
		? await sql`
			update survey_answers set answers = ${answers}, how = ${row.how}, answered_at = ${now.at},
				entered_by = ${row.entered}, version = version + 1
			where organisation_id = ${organisationId} and participant_id = ${asked.id} and version = ${row.version}`.execute(
				tx
			)
		: await sql`
			insert into survey_answers (organisation_id, id, participant_id, answers, how, answered_at, entered_by)
			values (${organisationId}, ${newId(now)}, ${asked.id}, ${answers}, ${row.how}, ${now.at}, ${row.entered})
			on conflict (organisation_id, participant_id) do nothing`.execute(tx);
	if (numAffectedRows === 0n) return false;
	await sql`
		update survey_participants set answered = true
		where organisation_id = ${organisationId} and id = ${asked.id} and not answered`.execute(tx);
	await tx
		.deleteFrom('survey_drafts')
		.where('organisation_id', '=', organisationId)
		.where('participant_id', '=', asked.id)
		.execute();
	return true;
}

/** Stores what was uploaded; what the answers no longer hold is let go. Answers with the answers of the new files. */
async function keepFiles(
	tx: Tx,
	actor: Actor,
	asked: AskedToMe,
	uploads: Given['uploads'],
	answers: Answers,
	now: Now
): Promise<Record<string, Answer>> {
	const kept = Object.keys(asked.files).filter((code) => !uploads[code] && answers[code]);
	if (Object.keys(asked.files).length > kept.length) {
		const loose = await tx
			.deleteFrom('survey_answer_files')
			.where('organisation_id', '=', actor.organisationId)
			.where('participant_id', '=', asked.id)
			.$if(kept.length > 0, (is) => is.where('question', 'not in', kept))
			.returning('file_id')
			.execute();
		for (const { file_id } of loose) await sql`select drop_loose_file(${file_id})`.execute(tx);
	}
	const stored: Record<string, Answer> = {};
	for (const [question, file] of Object.entries(uploads)) {
		const bytes = new Uint8Array(await file.arrayBuffer());
		const id = await storeFile(tx, actor, { name: file.name, bytes }, now);
		await tx
			.insertInto('survey_answer_files')
			.values({
				organisation_id: actor.organisationId,
				id: newId(now),
				participant_id: asked.id,
				question,
				file_id: id
			})
			.execute();
		stored[question] = { file: id };
	}
	return stored;
}

/** What somebody has filled in so far, as it stands in the form. Of waves with names only: it would lead to an author. */
export async function saveDraft(tx: Tx, { organisationId }: Actor, asked: AskedToMe, filled: Filled, now: Now) {
	allow(asked.identity === 'named' && !asked.removed);
	if (waveState(asked, now.today) !== 'open') return;
	const answers = JSON.stringify(filled);
	await tx
		.insertInto('survey_drafts')
		.values({ organisation_id: organisationId, participant_id: asked.id, answers, saved_at: now.at })
		.onConflict((is) => is.columns(['organisation_id', 'participant_id']).doUpdateSet({ answers, saved_at: now.at }))
		.execute();
}
