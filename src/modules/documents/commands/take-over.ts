import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { addDays, type Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { findRole } from '../../access/queries/roles';
import { findMentorships } from '../../mentorships/queries/mentorships';
import { listTakenBy } from '../queries/links';
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
		const { actKind, series, number, datedOn } = earlier;
		if (!datedOn) continue;
		const words = {
			actKind,
			series,
			number,
			datedOn,
			version: 0,
			anyway: true,
			override: '',
			unagreed: '',
			closes: []
		};
		if (taken.what === 'order') {
			const pairs = await findMentorships(tx, actor, taken.mentorships, now);
			const waiting = waitingFor(pairs);
			if (waiting.length < pairs.length)
				return 'С парами прежнего приказа уже сделано что-то ещё: сначала отмените это.';
			await carryOut(tx, actor, { ...earlier, appointed: [] }, words, waiting, now);
		} else {
			const again = [];
			for (const one of earlier.appointed) {
				const ended = await findRole(tx, actor, one.id, taken.thingId);
				if (ended || earlier.appointed.length === 1) again.push({ one, from: ended?.to ? addDays(ended.to, 1) : null });
			}
			for (const { one, from } of again)
				await carryOut(tx, actor, { ...earlier, appointed: [one], from: from ?? earlier.from }, words, [], now);
		}
		await tx
			.updateTable('document_effects')
			.set({ taken_by_id: null })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', taken.id)
			.execute();
	}
	return undefined;
}
