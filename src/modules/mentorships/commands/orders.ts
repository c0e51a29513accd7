import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { addYears, type Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findOrganisation } from '../../organisations/queries';
import { closeByArtefact } from '../../roadmap/commands/close-by-artefact';
import { pairsInWord } from '../engine/pairs-in-word';
import { findMentorships } from '../queries/mentorships';
import { ordersOfYear } from '../queries/orders';
import { may } from '../rules/life';
import { type Mentorship, titleOf } from '../rules/mentorship';
import { missingWords, needsOf } from '../rules/missing';
import { doubtsAboutOrder, type OrderWords, sameOrder } from '../rules/orders';
import { tableOf } from '../rules/table';
import { canReadMentorships, orderTitle } from '../rules/words';
import { tell } from './tell';
import { settle, writeSteps } from './write';

export type Ordering = OrderWords & { mentorships: readonly string[]; anyway: boolean; closes: readonly string[] };
export type Ordered = { id: string; count: number; closed: number };

/**
 * Registers an order given outside for many mentorships at once: those that were agreed begin to work, changes of the others are settled. What is
 * unusual is asked about once (`anyway`).
 */
export async function registerOrder(
	tx: Tx,
	actor: Actor,
	{ token, ...ordering }: Submitted<Ordering>,
	now: Now
): Promise<Result<Ordered>> {
	allow(canReadMentorships(actor));
	return once(tx, actor, token, now, async () => {
		await sql`select from mentorships where organisation_id = ${actor.organisationId}
			and id = any(${[...ordering.mentorships]}::uuid[]) order by id for no key update`.execute(tx);
		const chosen = await findMentorships(tx, actor, ordering.mentorships, now);
		if (chosen.length < new Set(ordering.mentorships).size) return notFound();
		return order(tx, actor, chosen, ordering, newId(now), now);
	});
}

/** The same inside another act, of mentorships that are held. */
export async function order(
	tx: Tx,
	actor: Actor,
	chosen: readonly Mentorship[],
	ordering: Ordering,
	act: string,
	now: Now
): Promise<Result<Ordered>> {
	const { actKind, series, number, signedOn, anyway, closes } = ordering;
	if (chosen.length === 0) return rejected({ mentorship: 'Отметьте пары, о которых этот приказ.' });
	const early = chosen.find(({ life }) => !may('ordered', life.state) || (life.state !== 'agreed' && !life.unordered));
	if (early)
		return rejected({
			mentorship:
				early.life.state === 'proposed'
					? `${titleOf(early)}: сначала запишите, что согласны все участники.`
					: `${titleOf(early)}: приказ уже есть, и с тех пор ничего не менялось.`
		});
	if (signedOn < addYears(now.today, -5)) return rejected({ signedOn: 'Больше пяти лет назад: проверьте год.' });
	if (signedOn > addYears(now.today, 1)) return rejected({ signedOn: 'Больше чем на год вперёд: проверьте год.' });
	const known = await ordersOfYear(tx, actor, signedOn.slice(0, 4));
	const lacking = chosen.flatMap((one) => {
		const missing = missingWords(
			needsOf(one, now.today).filter(({ code }) => code === 'consent' || code === 'agreement')
		);
		return missing.length > 0 ? [`${titleOf(one)}: нет – ${missing.join(', ')}.`] : [];
	});
	const doubts = [...doubtsAboutOrder(ordering, known, now.today), ...lacking];
	if (doubts.length > 0 && !anyway)
		return rejected({
			anyway: `${doubts.slice(0, 5).join(' ')} Если так и должно быть, отметьте это и запишите ещё раз.`
		});

	const id = sameOrder(ordering, known)?.id ?? newId(now);
	await tx
		.insertInto('mentorship_orders')
		.values({
			organisation_id: actor.organisationId,
			...{ id, act_kind: actKind, series, number },
			signed_on: signedOn,
			registered_at: now.at,
			registered_by: actor.personId
		})
		.onConflict((is) => is.doNothing())
		.execute();
	const steps = [{ what: 'ordered' as const, on: signedOn, orderId: id }];
	await writeSteps(
		tx,
		actor,
		act,
		chosen.map((mentorship) => ({ mentorship, steps })),
		now
	);
	for (const mentorship of chosen) await settle(tx, actor, mentorship, now);
	await journal(tx, actor, 'mentorship.ordered', { kind: 'mentorship-order', id }, now, {
		details: { count: chosen.length }
	});
	const begun = chosen.filter(({ life }) => life.state === 'agreed');
	const title = orderTitle(actKind, number, signedOn);
	await tell(tx, actor, 'ordered', act, begun, { on: signedOn, order: title }, now);
	if (closes.length === 0) return { ok: true, value: { id, count: chosen.length, closed: 0 } };
	const all = await findMentorships(
		tx,
		actor,
		chosen.map((one) => one.id),
		now
	);
	const { fullName: organisation } = await findOrganisation(tx, actor, now);
	const paper = { organisation, title, table: tableOf(all, now.today) };
	const artefact = {
		kind: 'mentorship-order' as const,
		id,
		on: signedOn,
		title,
		words: `Закреплены наставнические пары и группы: ${chosen.length}`,
		file: { name: 'Пары.docx', bytes: await pairsInWord(paper) }
	};
	const { closed } = await closeByArtefact(tx, actor, closes, artefact, now);
	return { ok: true, value: { id, count: chosen.length, closed: closed.length } };
}
