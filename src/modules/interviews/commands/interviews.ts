import type { Actor } from '../../../core/actor';
import type { Act } from '../../../core/acts';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { visiblePeople } from '../../people/queries/visible';
import { canKeepRegisters, type Register } from '../../registry/rules/registers';
import { findQuestions } from '../queries/interviews';
import { type Outcome, questionsFrom, type Visibility } from '../rules/questions';

export type Talk = {
	register: Register;
	formId: string | null;
	answers: readonly { question: string; answer: string }[];
	heldOn: string;
	conductedBy: string;
	outcome: Outcome;
	outcomeNote: string;
	note: string;
	visibility: Visibility;
};

/** Writes down a talk with its outcome; a first note goes with it. What the note says stands in no journal. */
export async function recordInterview(
	tx: Tx,
	actor: Actor,
	personId: string,
	{ token, note, visibility, ...talk }: Submitted<Talk>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		if (talk.heldOn > now.today)
			return rejected({ heldOn: 'Этот день ещё не наступил: запишите беседу, когда она будет.' });
		const known = await visiblePeople(tx, actor)
			.where('p.id', 'in', [personId, talk.conductedBy])
			.select('p.id')
			.execute();
		if (known.length < new Set([personId, talk.conductedBy]).size) return notFound();
		if (personId === talk.conductedBy)
			return rejected({ conductedBy: 'Человек не беседует сам с собой: выберите другого.' });
		const id = newId(now);
		await tx
			.insertInto('interviews')
			.values({
				organisation_id: actor.organisationId,
				id,
				person_id: personId,
				register: talk.register,
				form_id: talk.formId,
				answers: JSON.stringify(talk.answers),
				outcome: talk.outcome,
				outcome_note: talk.outcomeNote,
				held_on: talk.heldOn,
				conducted_by: talk.conductedBy,
				recorded_at: now.at,
				recorded_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'interview.recorded', { kind: 'interview', id }, now, {
			details: { register: talk.register }
		});
		if (note) await writeNote(tx, actor, id, { text: note, visibility }, now);
		return { ok: true, value: id };
	});
}

async function writeNote(
	tx: Tx,
	actor: Actor,
	interview_id: string,
	{ text, visibility }: { text: string; visibility: Visibility },
	now: Now
) {
	const id = newId(now);
	await tx
		.insertInto('interview_notes')
		.values({
			organisation_id: actor.organisationId,
			id,
			interview_id,
			text,
			visibility,
			written_at: now.at,
			written_by: actor.personId
		})
		.execute();
	await journal(tx, actor, 'interview.note-written', { kind: 'interview', id: interview_id }, now);
	return id;
}

export async function addNote(
	tx: Tx,
	actor: Actor,
	interviewId: string,
	{ token, ...note }: Submitted<{ text: string; visibility: Visibility }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => ({
		ok: true,
		value: await writeNote(tx, actor, interviewId, note, now)
	}));
}

type Way = { token: string; back: boolean };
type Thing = {
	table: 'interviews' | 'interview_notes';
	id: string;
	interview: string;
	acts: readonly [gone: Act, back: Act];
};

/** Taken away, or brought back. */
async function takeAway(tx: Tx, actor: Actor, { table, id, interview, acts }: Thing, { token, back }: Way, now: Now) {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		await tx
			.updateTable(table)
			.set({ removed_at: back ? null : now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.execute();
		await journal(tx, actor, acts[back ? 1 : 0], { kind: 'interview', id: interview }, now);
		return { ok: true, value: id };
	});
}

/** One's own note. */
export const removeNote = (tx: Tx, actor: Actor, note: { id: string; interviewId: string }, way: Way, now: Now) =>
	takeAway(
		tx,
		actor,
		{
			...{ table: 'interview_notes', id: note.id, interview: note.interviewId },
			acts: ['interview.note-removed', 'interview.note-restored']
		},
		way,
		now
	);

/** A talk recorded by mistake. */
export const removeInterview = (tx: Tx, actor: Actor, id: string, way: Way, now: Now) =>
	takeAway(
		tx,
		actor,
		{ ...{ table: 'interviews', id, interview: id }, acts: ['interview.removed', 'interview.restored'] },
		way,
		now
	);

/** The next number of the questions; talks before keep the words they were asked with. */
export async function publishQuestions(
	tx: Tx,
	actor: Actor,
	register: Register,
	{ token, version, questions }: Submitted<{ version: number; questions: string }>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const wanted = questionsFrom(questions);
		if (wanted.length === 0) return rejected({ questions: 'Нужен хотя бы один вопрос.' });
		if (wanted.length > 30)
			return rejected({ questions: 'Больше тридцати вопросов не задать за одну беседу. Сократите список.' });
		const late = { form: 'Пока вы правили, вопросы изменил кто-то другой. Сверьте и сохраните ещё раз.' };
		const { number } = await findQuestions(tx, actor, register);
		if (number !== version) return rejected(late, {});
		const { numInsertedOrUpdatedRows: inserted } = await tx
			.insertInto('interview_forms')
			.values({
				organisation_id: actor.organisationId,
				id: newId(now),
				register,
				number: number + 1,
				questions: JSON.stringify(wanted),
				published_at: now.at,
				published_by: actor.personId
			})
			.onConflict((is) => is.doNothing()) // waits for whoever took the number a moment ago
			.executeTakeFirstOrThrow();
		if (!inserted) return rejected(late, {});
		await journal(tx, actor, 'interview.questions-published', { kind: 'organisation', id: actor.organisationId }, now, {
			details: { register, number: number + 1 }
		});
		return { ok: true, value: number + 1 };
	});
}
