import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { editionFile } from '../engine/paper/edition';
import { findEdition, latestEdition, type PlanEdition } from '../queries/editions';
import type { Plan } from '../queries/plans';
import { writtenPlan } from '../queries/written-plan';
import { type Approval, byOrder } from '../rules/edition';
import { inArchive, leadsPlans } from '../rules/plan';
import { frozenOf } from '../rules/plan-contents';
import { hashOf } from '../rules/plan-hash';
import { closeByArtefact, takeBackArtefact } from './close-by-artefact';

/**
 * Freezes the plan as it stands: the edition that an order has approved. `closes`: the times it is the result of; `seen`: the sum of the words on the page where it was said, so
 * that nothing is approved unseen. Answers with the id of the edition and how many times it closed.
 */
export async function approveEdition(
	tx: Tx,
	actor: Actor,
	plan: Plan,
	{ token, seen, closes, ...approval }: Submitted<Approval & { seen: string; closes: readonly string[] }>,
	now: Now
): Promise<Result<{ id: string; closed: number }>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		if (plan.archivedAt) return rejected({ form: inArchive });
		await hold(tx, actor, plan.id);
		const frozen = await freeze(tx, actor, plan, approval, now, seen);
		if (!frozen.ok) return frozen;
		const { closed } = await closeByEdition(tx, actor, frozen.value, closes, now);
		return { ok: true, value: { id: frozen.value, closed: closed.length } };
	});
}

/** The same said later, of an edition that came with its file or was approved without it. Answers with how many it closed. */
export async function markByEdition(
	tx: Tx,
	actor: Actor,
	edition: PlanEdition,
	{ token, closes }: { token: string; closes: readonly string[] },
	now: Now
): Promise<Result<number>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		if (closes.length === 0) return rejected({ closes: 'Отметьте мероприятие, которое этим выполнено' });
		const { closed } = await closeByEdition(tx, actor, edition.id, closes, now);
		return closed.length > 0
			? { ok: true, value: closed.length }
			: rejected({ closes: 'Это уже отметил кто-то из коллег' });
	});
}

/** What the approved plan was an activity of is done by it, with the edition as a file beside it. */
async function closeByEdition(tx: Tx, actor: Actor, id: string, closes: readonly string[], now: Now) {
	const edition = (await findEdition(tx, actor, id)) ?? notFound();
	const { contents, number, orderDay: on } = edition;
	const title = `${contents.title} – редакция № ${number}, утверждена ${byOrder(edition)}`;
	const words = `План утверждён: мероприятий – ${contents.rows.length}`;
	const file = closes.length > 0 ? await editionFile(edition, 'docx') : undefined;
	return closeByArtefact(tx, actor, closes, { kind: 'edition', id, on, title, words, ...(file && { file }) }, now);
}

/** The freezing itself, for acts that have permitted and tokened themselves. */
export async function freeze(
	tx: Tx,
	actor: Actor,
	plan: Plan,
	{ orderNumber, orderDay, paper }: Approval,
	now: Now,
	seen?: string
): Promise<Result<string>> {
	const contents = frozenOf(await writtenPlan(tx, actor, plan));
	const sha256 = hashOf(contents);
	if (contents.rows.length === 0) return rejected({ form: 'В плане нет мероприятий: утверждать нечего.' });
	if (seen !== undefined && seen !== sha256) {
		return rejected({ form: 'Пока вы заполняли, план изменили. Посмотрите, каким он стал, и утвердите ещё раз.' });
	}
	const last = await latestEdition(tx, actor, plan.id);
	const id = newId(now);
	await tx
		.insertInto('plan_editions')
		.values({
			organisation_id: actor.organisationId,
			id,
			roadmap_id: plan.id,
			number: (last?.number ?? 0) + 1,
			contents: JSON.stringify(contents),
			sha256,
			order_number: orderNumber,
			order_day: orderDay,
			paper: JSON.stringify(paper),
			approved_at: now.at,
			approved_by: actor.personId
		})
		.execute();
	await journal(tx, actor, 'edition.approved', { kind: 'roadmap', id: plan.id }, now, {
		details: { editionId: id, number: (last?.number ?? 0) + 1 }
	});
	return { ok: true, value: id };
}

/** The last approval was a mistake: it no longer counts, the plan goes on from the one before. */
export async function withdrawEdition(
	tx: Tx,
	actor: Actor,
	edition: PlanEdition,
	token: string,
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		await hold(tx, actor, edition.roadmapId);
		const last = await latestEdition(tx, actor, edition.roadmapId);
		if (last?.id !== edition.id) {
			return rejected({ form: 'После этой редакции утверждена другая: отменить можно только последнюю.' });
		}
		await takeBackArtefact(tx, actor, { kind: 'edition', id: edition.id }, now);
		await tx
			.updateTable('plan_editions')
			.set({ withdrawn_at: now.at, withdrawn_by: actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', edition.id)
			.execute();
		await journal(tx, actor, 'edition.withdrawn', { kind: 'roadmap', id: edition.roadmapId }, now, {
			details: { editionId: edition.id, number: edition.number }
		});
		return { ok: true, value: edition.roadmapId };
	});
}

/** Two who approve or change at once do it one after the other. */
export async function hold(tx: Tx, actor: Actor, planId: string) {
	const row = await tx
		.selectFrom('roadmaps')
		.select('id')
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', planId)
		.forUpdate()
		.executeTakeFirst();
	return row ?? notFound();
}
