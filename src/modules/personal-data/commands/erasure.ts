import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { forgetReplies } from '../../events/commands/forget';
import { forgetInterviews } from '../../interviews/commands/forget';
import { forgetInMatching } from '../../matching/commands/forget';
import { forgetMentorships } from '../../mentorships/commands/forget';
import { forgetInRegistry } from '../../registry/commands/forget';
import type { Candidate } from '../queries/erasure';
import { canKeepData, erasureOf } from '../rules/erasure';

/** The person, or somebody at their word, asks for an erasure; a second request while one is open changes nothing. */
export async function askErasure(
	tx: Tx,
	actor: Actor,
	personId: string,
	{ token, words }: Submitted<{ words: string }>,
	now: Now
): Promise<Result<string>> {
	allow(personId === actor.personId || canKeepData(actor));
	return once(tx, actor, token, now, async () => {
		const id = newId(now);
		const { numInsertedOrUpdatedRows } = await tx
			.insertInto('erasure_requests')
			.values({
				organisation_id: actor.organisationId,
				id,
				person_id: personId,
				words,
				asked_at: now.at,
				asked_by: actor.personId
			})
			.onConflict((is) => is.doNothing())
			.executeTakeFirstOrThrow();
		if (!numInsertedOrUpdatedRows) return rejected({ form: 'Просьба уже записана, на неё ещё не ответили.' });
		await journal(tx, actor, 'erasure.asked', { kind: 'person', id: personId }, now);
		return { ok: true, value: id };
	});
}

/** One's own request taken back before it was answered. */
export async function withdrawErasure(tx: Tx, actor: Actor, { token }: { token: string }, now: Now) {
	return once(tx, actor, token, now, async () => {
		const { numUpdatedRows } = await open(tx, actor, actor.personId)
			.set({ withdrawn_at: now.at })
			.executeTakeFirstOrThrow();
		if (numUpdatedRows === 0n) return rejected({ form: 'Просьбы уже нет: на неё ответили или её забрали.' });
		await journal(tx, actor, 'erasure.withdrawn', { kind: 'person', id: actor.personId }, now);
		return { ok: true, value: null };
	});
}

/** Says no, with the reason the person will read. */
export async function refuseErasure(
	tx: Tx,
	actor: Actor,
	personId: string,
	{ token, reason }: Submitted<{ reason: string }>,
	now: Now
) {
	allow(canKeepData(actor));
	return once(tx, actor, token, now, async () => {
		const { numUpdatedRows } = await open(tx, actor, personId)
			.set({ refused_at: now.at, refused_by: actor.personId, reason })
			.executeTakeFirstOrThrow();
		if (numUpdatedRows === 0n) return rejected({ form: 'Просьбы уже нет: на неё ответили или её забрали.' });
		await journal(tx, actor, 'erasure.refused', { kind: 'person', id: personId }, now);
		return { ok: true, value: null };
	});
}

const open = (tx: Tx, { organisationId }: Actor, personId: string) =>
	tx
		.updateTable('erasure_requests')
		.where('organisation_id', '=', organisationId)
		.where('person_id', '=', personId)
		.where('withdrawn_at', 'is', null)
		.where('refused_at', 'is', null);

/**
 * Takes the name and the words of somebody who left. Cannot be undone, so the family name is typed once more.
 * @param person as listed now; the rule of the moment decides, not that of the page
 */
export async function erasePerson(
	tx: Tx,
	actor: Actor,
	person: Candidate,
	{ token, familyName }: Submitted<{ familyName: string }>,
	years: number,
	now: Now
): Promise<Result<null>> {
	allow(canKeepData(actor) && person.id !== actor.personId);
	return once(tx, actor, token, now, async () => {
		const { may, because, consents } = erasureOf(person, years, now.today);
		if (!may) return rejected({ form: because });
		if (!person.name.toLocaleLowerCase('ru').startsWith(`${familyName.toLocaleLowerCase('ru')} `))
			return rejected({ familyName: 'Это не фамилия с этой карточки. Проверьте, того ли человека вы открыли.' });
		await sql`select forget_account(${person.id}, ${now.at}, ${now.today})`.execute(tx); // while it is known whose it is
		await sql`select forget_packages(${person.id}, ${now.today})`.execute(tx); // while the name is known
		const { rows } = await sql<{ done: boolean }>`
			select erase_person(${person.id}, ${now.at}, ${now.today}, ${consents === 'go'}) as done`.execute(tx);
		if (!rows[0]?.done) return rejected({ form: 'Человек снова работает у вас: откройте карточку.' });
		await forgetInRegistry(tx, actor, person.id);
		await forgetInterviews(tx, actor, person.id);
		await forgetInMatching(tx, actor, person.id);
		await forgetReplies(tx, actor, person.id);
		await forgetMentorships(tx, actor, person.id);
		await sql`select forget_merged(${person.id}, ${now.at})`.execute(tx);
		await journal(tx, actor, 'person.erased', { kind: 'person', id: person.id }, now);
		return { ok: true, value: null };
	});
}

/** How many years after the last day at work people are kept by name. */
export async function setRetention(
	tx: Tx,
	actor: Actor,
	{ token, years, version }: Submitted<{ years: number; version: number }>,
	now: Now
): Promise<Result<null>> {
	allow(canKeepData(actor));
	return once(tx, actor, token, now, async () => {
		const mine = { organisation_id: actor.organisationId };
		const { numInsertedOrUpdatedRows } = await tx
			.insertInto('retention_settings')
			.values({ ...mine, years, version: 1 })
			.onConflict((is) =>
				is
					.column('organisation_id')
					.doUpdateSet({ years, version: version + 1 })
					.where('retention_settings.version', '=', version)
			)
			.executeTakeFirstOrThrow();
		if (!numInsertedOrUpdatedRows)
			return rejected({ years: 'Срок только что изменили. Откройте страницу заново и решите, какой нужен.' });
		await journal(tx, actor, 'retention.set', { kind: 'organisation', id: actor.organisationId }, now, {
			details: { years }
		});
		return { ok: true, value: null };
	});
}
