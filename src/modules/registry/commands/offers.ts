import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted, type Values } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { visiblePeople } from '../../people/queries/visible';
import { type Category, canKeepRegisters, type Source } from '../rules/registers';

export type OfferWords = {
	competences: string[];
	otherCompetences: string;
	achievements: string;
	interests: string;
	formats: string[];
	capacity: number;
	freeTime: string;
	wishes: string;
	category: Category;
	source: Source;
	sourceNote: string;
	saidOn: string;
	until: string | null;
};

const rowOf = (said: OfferWords) => ({
	competences: said.competences,
	other_competences: said.otherCompetences,
	achievements: said.achievements,
	interests: said.interests,
	formats: said.formats,
	capacity: said.capacity,
	free_time: said.freeTime,
	wishes: said.wishes,
	category: said.category,
	source: said.source,
	source_note: said.sourceNote,
	said_on: said.saidOn,
	until: said.until
});

const problemWith = ({ saidOn, until }: OfferWords, now: Now) => {
	if (saidOn > now.today) return rejected({ saidOn: 'Этот день ещё не наступил: проверьте дату.' });
	if (until && until < saidOn) return rejected({ until: 'Кончается раньше, чем сказано. Проверьте даты.' });
	return undefined;
};

/** Writes down what somebody can give as a mentor. */
export async function recordOffer(
	tx: Tx,
	actor: Actor,
	personId: string,
	{ token, ...said }: Submitted<OfferWords>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const wrong = problemWith(said, now);
		if (wrong) return wrong;
		const confirmed = { confirmed_at: now.at, confirmed_by: actor.personId };
		return { ok: true, value: await insertOffer(tx, actor, personId, said, confirmed, now) };
	});
}

/** The row of an offer, inside an act that has been allowed. */
export async function insertOffer(
	tx: Tx,
	actor: Actor,
	personId: string,
	said: OfferWords,
	confirmed: { confirmed_at: string | null; confirmed_by: string | null },
	now: Now
) {
	const person = await visiblePeople(tx, actor).where('p.id', '=', personId).select('p.id').executeTakeFirst();
	if (!person) return notFound();
	const id = newId(now);
	const [organisation_id, recorded_by] = [actor.organisationId, actor.personId];
	await tx
		.insertInto('mentor_offers')
		.values({
			organisation_id,
			id,
			person_id: personId,
			...rowOf(said),
			...confirmed,
			recorded_at: now.at,
			recorded_by
		})
		.execute();
	const act = confirmed.confirmed_at ? 'offer.recorded' : 'offer.proposed';
	await journal(tx, actor, act, { kind: 'mentor-offer', id }, now, { details: { source: said.source } });
	return id;
}

/** A draft made from answers, waiting for the curator's look: see `proposeRequest`. */
export async function proposeOffer(
	tx: Tx,
	actor: Actor,
	personId: string,
	said: OfferWords,
	now: Now
): Promise<string> {
	allow(canKeepRegisters(actor));
	return insertOffer(tx, actor, personId, said, { confirmed_at: null, confirmed_by: null }, now);
}

/** Changes an offer; saving a draft is the curator's look. */
export async function changeOffer(
	tx: Tx,
	actor: Actor,
	offer: { id: string },
	{ token, version, theirs, ...said }: Submitted<OfferWords & { version: number; theirs: Values }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const wrong = problemWith(said, now);
		if (wrong) return wrong;
		const { numUpdatedRows } = await tx
			.updateTable('mentor_offers')
			.set((is) => ({
				...rowOf(said),
				version: version + 1,
				confirmed_at: is.fn.coalesce('confirmed_at', is.cast<string>(is.val(now.at), 'timestamptz')),
				confirmed_by: is.fn.coalesce('confirmed_by', is.cast<string>(is.val(actor.personId), 'uuid'))
			}))
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', offer.id)
			.where('version', '=', version)
			.executeTakeFirst();
		if (!numUpdatedRows) return rejected({ form: 'Пока вы правили, предложение изменил кто-то другой.' }, theirs);
		await journal(tx, actor, 'offer.changed', { kind: 'mentor-offer', id: offer.id }, now);
		return { ok: true, value: offer.id };
	});
}

/** The mentor can no longer: the offer ends on a day and stays in the history. */
export async function withdrawOffer(
	tx: Tx,
	actor: Actor,
	offer: { id: string; saidOn: string },
	{ token, on, note }: Submitted<{ on: string; note: string }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		if (on < offer.saidOn) return rejected({ on: `Предложение записано ${showDate(offer.saidOn)}: проверьте дату.` });
		await setEnd(tx, actor, offer.id, { withdrawn_on: on, withdrawn_note: note });
		await journal(tx, actor, 'offer.withdrawn', { kind: 'mentor-offer', id: offer.id }, now);
		return { ok: true, value: offer.id };
	});
}

export async function restoreOffer(
	tx: Tx,
	actor: Actor,
	offer: { id: string },
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		await setEnd(tx, actor, offer.id, { withdrawn_on: null, withdrawn_note: '' });
		await journal(tx, actor, 'offer.restored', { kind: 'mentor-offer', id: offer.id }, now);
		return { ok: true, value: offer.id };
	});
}

/** Taken away as a mistake; what was offered before stands again. */
export async function removeOffer(
	tx: Tx,
	actor: Actor,
	offer: { id: string },
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		await tx
			.updateTable('mentor_offers')
			.set({ removed_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', offer.id)
			.execute();
		await journal(tx, actor, 'offer.removed', { kind: 'mentor-offer', id: offer.id }, now);
		return { ok: true, value: offer.id };
	});
}

const setEnd = (
	tx: Tx,
	{ organisationId }: Actor,
	id: string,
	end: { withdrawn_on: string | null; withdrawn_note: string }
) =>
	tx.updateTable('mentor_offers').set(end).where('organisation_id', '=', organisationId).where('id', '=', id).execute();
