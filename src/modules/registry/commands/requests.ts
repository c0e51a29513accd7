import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted, type Values } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { visiblePeople } from '../../people/queries/visible';
import type { Deficit } from '../rules/line';
import { canKeepRegisters, type Priority, type RequestEvent, type Source } from '../rules/registers';

export type RequestWords = {
	words: string;
	priority: Priority;
	format: string;
	source: Source;
	sourceNote: string;
	saidOn: string;
	deficits: readonly Deficit[];
};

const rowOf = ({ words, priority, format, source, sourceNote, saidOn }: RequestWords) => ({
	words,
	priority,
	format,
	source,
	source_note: sourceNote,
	said_on: saidOn
});

async function writeDeficits(tx: Tx, organisation_id: string, request_id: string, deficits: readonly Deficit[]) {
	await tx
		.deleteFrom('request_deficits')
		.where('organisation_id', '=', organisation_id)
		.where('request_id', '=', request_id)
		.execute();
	if (deficits.length > 0)
		await tx
			.insertInto('request_deficits')
			.values(deficits.map((deficit) => ({ organisation_id, request_id, ...deficit })))
			.execute();
}

const notYet = (saidOn: string, now: Now) =>
	saidOn > now.today ? rejected({ saidOn: 'Этот день ещё не наступил: проверьте дату.' }) : undefined;

/** Writes down what somebody asks for. */
export async function recordRequest(
	tx: Tx,
	actor: Actor,
	personId: string,
	{ token, ...said }: Submitted<RequestWords>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const early = notYet(said.saidOn, now);
		if (early) return early;
		const confirmed = { confirmed_at: now.at, confirmed_by: actor.personId };
		return { ok: true, value: await insertRequest(tx, actor, personId, { ...said, ...confirmed }, now) };
	});
}

type Confirmed = { confirmed_at: string | null; confirmed_by: string | null };

async function insertRequest(
	tx: Tx,
	actor: Actor,
	personId: string,
	{ confirmed_at, confirmed_by, ...said }: RequestWords & Confirmed,
	now: Now
) {
	const person = await visiblePeople(tx, actor).where('p.id', '=', personId).select('p.id').executeTakeFirst();
	if (!person) return notFound();
	const id = newId(now);
	await tx
		.insertInto('mentee_requests')
		.values({
			organisation_id: actor.organisationId,
			id,
			person_id: personId,
			...rowOf(said),
			confirmed_at,
			confirmed_by,
			recorded_at: now.at,
			recorded_by: actor.personId
		})
		.execute();
	await writeDeficits(tx, actor.organisationId, id, said.deficits);
	const act = confirmed_at ? 'request.recorded' : 'request.proposed';
	await journal(tx, actor, act, { kind: 'mentee-request', id }, now, { details: { source: said.source } });
	return id;
}

/**
 * A draft made from answers to a questionnaire: it waits in the register for the curator's look and counts nowhere till then.
 * For the room of surveys, which calls it in its own act (no form token of ours); the levels are what the person said.
 */
export async function proposeRequest(
	tx: Tx,
	actor: Actor,
	personId: string,
	said: RequestWords,
	now: Now
): Promise<string> {
	allow(canKeepRegisters(actor));
	return insertRequest(tx, actor, personId, { ...said, confirmed_at: null, confirmed_by: null }, now);
}

/** Changes the words of a request; looking through a draft and saving it is the curator's look. */
export async function changeRequest(
	tx: Tx,
	actor: Actor,
	request: { id: string; personId: string },
	{ token, version, theirs, ...said }: Submitted<RequestWords & { version: number; theirs: Values }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const early = notYet(said.saidOn, now);
		if (early) return early;
		const { numUpdatedRows } = await tx
			.updateTable('mentee_requests')
			.set((is) => ({
				...rowOf(said),
				version: version + 1,
				confirmed_at: is.fn.coalesce('confirmed_at', is.cast<string>(is.val(now.at), 'timestamptz')),
				confirmed_by: is.fn.coalesce('confirmed_by', is.cast<string>(is.val(actor.personId), 'uuid'))
			}))
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', request.id)
			.where('version', '=', version)
			.executeTakeFirst();
		if (!numUpdatedRows) return rejected({ form: 'Пока вы правили, запрос изменил кто-то другой.' }, theirs);
		await writeDeficits(tx, actor.organisationId, request.id, said.deficits);
		await journal(tx, actor, 'request.changed', { kind: 'mentee-request', id: request.id }, now);
		return { ok: true, value: request.id };
	});
}

/** Takes away a request that was written by mistake, or brings it back. */
export async function removeRequest(
	tx: Tx,
	actor: Actor,
	id: string,
	{ token, back }: { token: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		await tx
			.updateTable('mentee_requests')
			.set({ removed_at: back ? null : now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.execute();
		await journal(tx, actor, back ? 'request.restored' : 'request.removed', { kind: 'mentee-request', id }, now);
		return { ok: true, value: id };
	});
}

/** Something became of a request: it was taken up, met, or withdrawn. */
export async function noteRequestEvent(
	tx: Tx,
	actor: Actor,
	request: { id: string; saidOn: string },
	{ token, what, on, note }: Submitted<{ what: RequestEvent; on: string; note: string }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		if (on > now.today) return rejected({ on: 'Этот день ещё не наступил: отметьте, когда это случится.' });
		if (on < request.saidOn)
			return rejected({ on: `Запрос записан ${showDate(request.saidOn)}: раньше этого дня с ним ничего не было.` });
		const id = newId(now);
		await tx
			.insertInto('request_events')
			.values({
				organisation_id: actor.organisationId,
				id,
				request_id: request.id,
				what,
				on_date: on,
				note,
				recorded_at: now.at,
				recorded_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'request.moved', { kind: 'mentee-request', id: request.id }, now, { details: { what } });
		return { ok: true, value: id };
	});
}

export async function undoRequestEvent(
	tx: Tx,
	actor: Actor,
	event: { id: string; requestId: string },
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		await tx
			.updateTable('request_events')
			.set({ undone_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', event.id)
			.execute();
		await journal(tx, actor, 'request.move-undone', { kind: 'mentee-request', id: event.requestId }, now);
		return { ok: true, value: event.id };
	});
}
