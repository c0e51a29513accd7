import type { Actor } from '../../../core/actor';
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

/** One's own note is taken away, or brought back. */
export async function removeNote(
	tx: Tx,
	actor: Actor,
	note: { id: string; interviewId: string },
	{ token, back }: { token: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		await tx
			.updateTable('interview_notes')
			.set({ removed_at: back ? null : now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', note.id)
			.execute();
		const act = back ? 'interview.note-restored' : 'interview.note-removed';
		await journal(tx, actor, act, { kind: 'interview', id: note.interviewId }, now);
		return { ok: true, value: note.id };
	});
}

/** A talk recorded by mistake is taken away, or brought back. */
export async function removeInterview(
	tx: Tx,
	actor: Actor,
	id: string,
	{ token, back }: { token: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		await tx
			.updateTable('interviews')
			.set({ removed_at: back ? null : now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.execute();
		await journal(tx, actor, back ? 'interview.restored' : 'interview.removed', { kind: 'interview', id }, now);
		return { ok: true, value: id };
	});
}

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
		const { number } = await findQuestions(tx, actor, register);
		if (number !== version)
			return rejected({ form: 'Пока вы правили, вопросы изменил кто-то другой. Сверьте и сохраните ещё раз.' }, {});
		const id = newId(now);
		await tx
			.insertInto('interview_forms')
			.values({
				organisation_id: actor.organisationId,
				id,
				register,
				number: number + 1,
				questions: JSON.stringify(wanted),
				published_at: now.at,
				published_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'interview.questions-published', { kind: 'organisation', id: actor.organisationId }, now, {
			details: { register, number: number + 1 }
		});
		return { ok: true, value: number + 1 };
	});
}
