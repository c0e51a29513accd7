import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted, type Values } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findOrganisation } from '../../organisations/queries';
import { closeByArtefact, takeBackArtefact, takeOldCopies } from '../../roadmap/commands/close-by-artefact';
import { promotionInWord } from '../engine/promotion-in-word';
import type { PromotionPlan } from '../queries/promotion';
import { canKeepEvents } from '../rules/event';
import { type PromotionLine, startingLines } from '../rules/promotion';

/** Begins a plan of promotion from lines in our words, from a day on. Answers with its id. */
export async function beginPromotion(
	tx: Tx,
	actor: Actor,
	{ token, title, from }: Submitted<{ title: string; from: string }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		const id = newId(now);
		await tx
			.insertInto('promotion_plans')
			.values({
				organisation_id: actor.organisationId,
				id,
				title,
				goal: 'Чтобы педагоги узнали о наставничестве и те, кто готов, стали наставниками',
				lines: JSON.stringify(startingLines(from)),
				made_at: now.at,
				made_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'promotion.begun', { kind: 'promotion-plan', id }, now);
		return { ok: true, value: id };
	});
}

type Said = { version: number; title: string; goal: string; lines: readonly PromotionLine[] };

async function save(tx: Tx, { organisationId }: Actor, id: string, said: Said, theirs: Values): Promise<Result<null>> {
	const { version, title, goal, lines } = said;
	const { numUpdatedRows } = await tx
		.updateTable('promotion_plans')
		.set({ title, goal, lines: JSON.stringify(lines), version: version + 1 })
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.where('version', '=', version)
		.where('approved_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows
		? { ok: true, value: null }
		: rejected(
				{ form: 'Пока вы правили, программу изменил или утвердил кто-то другой. Сверьте и сохраните ещё раз.' },
				theirs
			);
}

export async function changePromotion(
	tx: Tx,
	actor: Actor,
	plan: PromotionPlan,
	{ token, theirs, ...said }: Submitted<Said & { theirs: Values }>,
	now: Now
): Promise<Result<null>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		const saved = await save(tx, actor, plan.id, said, theirs);
		if (saved.ok) await journal(tx, actor, 'promotion.changed', { kind: 'promotion-plan', id: plan.id }, now);
		return saved;
	});
}

type Approving = Said & { on: string; closes: readonly string[]; theirs: Values };

/** Its words stand from a day on, and it is the evidence. Answers with how many lines of the roadmap were closed. */
export async function approvePromotion(
	tx: Tx,
	actor: Actor,
	plan: PromotionPlan,
	{ token, theirs, on, closes, ...said }: Submitted<Approving>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		if (on > now.today) return rejected({ on: 'Этот день ещё не наступил.' });
		if (said.lines.length === 0) return rejected({ form: 'В программе нет ни одной строки.' });
		const saved = await save(tx, actor, plan.id, said, theirs);
		if (!saved.ok) return saved;
		await setApproved(tx, actor, plan.id, { approved_on: on, approved_at: now.at, approved_by: actor.personId });
		await journal(tx, actor, 'promotion.approved', { kind: 'promotion-plan', id: plan.id }, now);
		const thing = { kind: 'promotion' as const, id: plan.id };
		const also = await takeOldCopies(tx, actor, thing, now);
		if (closes.length + also.length === 0) return { ok: true, value: 0 };
		const { fullName } = await findOrganisation(tx, actor, now);
		const written = { ...said, approvedOn: on };
		const artefact = {
			...thing,
			on,
			title: `${said.title}, утверждена ${showDate(on)}`,
			words: `Строк: ${said.lines.length}`,
			file: {
				name: 'Программа продвижения.docx',
				bytes: await promotionInWord({ organisation: fullName, plan: written })
			}
		};
		const { closed } = await closeByArtefact(tx, actor, closes, artefact, now, also);
		return { ok: true, value: closed.length };
	});
}

/** The approval is taken back, to change the words. */
export async function withdrawPromotion(
	tx: Tx,
	actor: Actor,
	plan: PromotionPlan,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		await setApproved(tx, actor, plan.id, { approved_on: null, approved_at: null, approved_by: null });
		await takeBackArtefact(tx, actor, { kind: 'promotion', id: plan.id }, now);
		await journal(tx, actor, 'promotion.withdrawn', { kind: 'promotion-plan', id: plan.id }, now);
		return { ok: true, value: plan.id };
	});
}

const setApproved = (
	tx: Tx,
	{ organisationId }: Actor,
	id: string,
	set: { approved_on: string | null; approved_at: string | null; approved_by: string | null }
) =>
	tx
		.updateTable('promotion_plans')
		.set(set)
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.execute();

/** Taken away, or brought back. An approved one is not taken away. */
export async function removePromotion(
	tx: Tx,
	actor: Actor,
	plan: PromotionPlan,
	{ token, back }: { token: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		if (plan.approvedOn && !back)
			return rejected({ form: 'Утверждённую программу не убирают: сначала отмените утверждение.' });
		await tx
			.updateTable('promotion_plans')
			.set({ removed_at: back ? null : now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', plan.id)
			.execute();
		const act = back ? 'promotion.restored' : 'promotion.removed';
		await journal(tx, actor, act, { kind: 'promotion-plan', id: plan.id }, now);
		return { ok: true, value: plan.id };
	});
}
