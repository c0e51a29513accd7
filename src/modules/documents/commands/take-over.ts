import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { addDays, type Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { findMentorships } from '../../mentorships/queries/mentorships';
import type { StoredDocument } from '../queries/document';
import { listTakenBy } from '../queries/links';
import { appointments } from '../rules/appointments';
import { waitingFor } from '../rules/registration';
import { carryOut, type TakenBack, takeBackEffects } from './effects';
import { heldDocument } from './hold';

/** A later document has got its number: what those it replaces and cancels have done ends with its day. `on`: the first day without it. */
export async function takeOver(tx: Tx, actor: Actor, laterId: string, on: string, now: Now): Promise<TakenBack> {
	const { rows } = await sql<{ id: string }>`
		select l.earlier_id as id from document_links l
		where l.organisation_id = ${actor.organisationId} and l.later_id = ${laterId} and l.undone_at is null
			and l.how in ('replaces', 'cancels') order by l.earlier_id`.execute(tx);
	const all: TakenBack = { undone: [], left: [] };
	for (const { id } of rows) {
		const { undone, left } = await takeBackEffects(tx, actor, await heldDocument(tx, actor, { id }), on, now, laterId);
		all.undone.push(...undone);
		all.left.push(...left);
	}
	return all;
}

/** The later one has lost its number, or its link to `only`: what it took back is done again. Answers with what hinders that. */
export async function giveBack(
	tx: Tx,
	actor: Actor,
	laterId: string,
	now: Now,
	only?: string
): Promise<string | undefined> {
	for (const taken of await listTakenBy(tx, actor, laterId)) {
		if (only && taken.documentId !== only) continue;
		const earlier = await heldDocument(tx, actor, { id: taken.documentId });
		if (!earlier.datedOn) continue;
		// where yet another one ends it, it stays ended, by that one
		const by = earlier.links.find(({ side, how, datedOn }) => side === 'later' && how !== 'amends' && datedOn)?.other;
		const hindered = by ? undefined : await doAgain(tx, actor, { ...earlier, datedOn: earlier.datedOn }, taken, now);
		if (hindered) return hindered;
		await tx
			.updateTable('document_effects')
			.set({ taken_by_id: by ?? null })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', taken.id)
			.execute();
	}
	return undefined;
}

type Taken = Awaited<ReturnType<typeof listTakenBy>>[number];

async function doAgain(
	tx: Tx,
	actor: Actor,
	earlier: StoredDocument & { datedOn: string },
	{ what, mentorships, personId, role, until }: Taken,
	now: Now
): Promise<string | undefined> {
	const words = { ...earlier, anyway: true, closes: [] };
	if (what === 'order') {
		const pairs = await findMentorships(tx, actor, mentorships, now);
		const waiting = waitingFor(pairs);
		if (waiting.length < pairs.length) return 'С парами прежнего приказа уже сделано что-то ещё: сначала отмените это.';
		await carryOut(tx, actor, { ...earlier, appointed: [] }, words, waiting, now);
		return undefined;
	}
	const appointed = earlier.appointed.filter(({ id, to }) => id === personId && appointments[to].role === role);
	const from = until ? addDays(until, 1) : earlier.from; // withdrawn whole, it is given whole
	await carryOut(tx, actor, { ...earlier, appointed, from }, words, [], now);
	return undefined;
}
