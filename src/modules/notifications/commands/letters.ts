import type { Author } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { enqueue } from '../../../db/outbox';
import { type LetterKind, type NewLetter, nextTry } from '../rules/letters';

type Letter = NewLetter | { kind: 'confirmation'; key: string; contents: { code: string } };

/**
 * Writes a letter to a person and, with an address, asks for it to be carried; the same one never twice. Answers with its id,
 * or undefined when it has been written before.
 */
export async function writeLetter(
	tx: Tx,
	{ organisationId }: Author,
	personId: string,
	{ kind, key, contents }: Letter,
	address: string | null,
	now: Now
) {
	const written = await tx
		.insertInto('letters')
		.values({
			organisation_id: organisationId,
			id: newId(now),
			person_id: personId,
			kind: kind satisfies LetterKind,
			key,
			address,
			contents: JSON.stringify(contents),
			made_at: now.at
		})
		.onConflict((is) => is.doNothing())
		.returning('id')
		.executeTakeFirst();
	if (written && address) await enqueue(tx, 'letters.send', { letterId: written.id }, { key: `letter ${written.id}` });
	return written?.id;
}

/** How one try to carry a letter ended. `refused`: for good; `address`: because of the address itself. */
export type Sending =
	| { outcome: 'sent' }
	| { outcome: 'later'; reason: string }
	| { outcome: 'refused'; reason: string; address?: boolean };

type Carried = { id: string; personId: string; kind: LetterKind; attempts: number; address: string };

/** Keeps what became of a try: sent, given up with the reason, or asked for once more later. */
export async function recordSending(
	tx: Tx,
	{ organisationId }: Author,
	{ id, personId, kind, attempts, address }: Carried,
	sending: Sending,
	now: Now
) {
	const tries = attempts + 1;
	const again = sending.outcome === 'later' ? nextTry(tries, now.at) : undefined;
	const ended = sending.outcome === 'sent' ? { sent_at: now.at, reason: '' } : again ? {} : { given_up_at: now.at };
	await tx
		.updateTable('letters')
		.set({
			attempts: tries,
			...(sending.outcome !== 'sent' && { reason: sending.reason }),
			...ended,
			...(kind === 'confirmation' && !again && { contents: '{}' }) // the code has gone where it had to
		})
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.execute();
	if (again) await enqueue(tx, 'letters.send', { letterId: id }, { key: `letter ${id}`, runAt: again });
	if (sending.outcome === 'refused' && sending.address) {
		await tx
			.updateTable('letter_wishes')
			.set({ refused_at: now.at })
			.where('organisation_id', '=', organisationId)
			.where('person_id', '=', personId)
			.where('address', '=', address) // another one given meanwhile is not to blame
			.execute();
	}
}

/** A letter that will not be carried: it stays to be read inside the program. */
export const keepAtHome = (
	tx: Tx,
	{ organisationId }: Author,
	{ id, kind }: Pick<Carried, 'id' | 'kind'>,
	reason: string,
	now: Now
) =>
	tx
		.updateTable('letters')
		.set({ given_up_at: now.at, reason, ...(kind === 'confirmation' && { contents: '{}' }) })
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.execute();
