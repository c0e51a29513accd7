import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findPlan, type Plan } from '../queries/plans';
import { findRenewal } from '../queries/renewals';
import { listTerms } from '../queries/terms';
import { writtenPlan } from '../queries/written-plan';
import type { Draft } from '../rules/draft';
import { inArchive, leadsPlans } from '../rules/plan';
import { contentsOf, frozenOf } from '../rules/plan-contents';
import { hashOf } from '../rules/plan-hash';
import { contentsOfDraft, renewed } from '../rules/renewal';
import { hold } from './approve-edition';
import { bringIn } from './bring-in/bring-in';

/** `version`: of the import; `seen`: the sum of the plan's words on the page; `changes`: keys of what is to be taken over. */
export type Renewal = { token: string; version: number; seen: string; changes: readonly string[] };

/**
 * Takes the chosen changes of a file over into a plan at work, in one act: marks, evidence, people and history of the rows it keeps stay
 * theirs. Answers with how many changes it were.
 */
export async function renewPlan(
	tx: Tx,
	actor: Actor,
	{ importId, plan }: { importId: string; plan: Plan },
	{ token, version, seen, changes }: Renewal,
	now: Now
): Promise<Result<number>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		if (plan.archivedAt) return rejected({ form: inArchive });
		const held = await heldImport(tx, actor, importId);
		if (held.accepted_at || held.discarded_at) return rejected({ form: 'Эта загрузка уже принята или отменена.' });
		await hold(tx, actor, plan.id);
		const written = await writtenPlan(tx, actor, plan);
		if (held.version !== version || hashOf(contentsOf(written, 'written')) !== seen) {
			return rejected({ form: 'Пока вы смотрели, план или разбор файла изменили. Посмотрите отличия ещё раз.' });
		}
		const file = contentsOfDraft(held.draft, written, {
			acceptedOn: plan.acceptedOn,
			terms: await listTerms(tx, actor)
		});
		const chosen = new Set(changes);
		const taken = renewed(contentsOf(written, 'written'), file, (key) => chosen.has(key));
		if (taken.changes.length === 0) return rejected({ form: 'Ничего не выбрано: отметьте, что взять из файла.' });

		await bringIn(tx, actor, { id: plan.id, written }, taken, now);
		const after = hashOf(contentsOf(await writtenPlan(tx, actor, await again(tx, actor, plan)), 'written'));
		await record(
			tx,
			actor,
			{ importId, planId: plan.id },
			{
				before: JSON.stringify(frozenOf(written, 'written')),
				after_sha256: after,
				renewed_at: now.at,
				renewed_by: actor.personId
			}
		);
		await setAccepted(tx, actor, importId, now.at);
		await journal(tx, actor, 'roadmap.renewed', { kind: 'roadmap', id: plan.id }, now, {
			details: { importId, changes: taken.changes.length }
		});
		return { ok: true, value: taken.changes.length };
	});
}

/** Takes all of it back, as long as nothing was changed since; the file waits again as it was. Answers with the plan's id. */
export async function undoRenewal(
	tx: Tx,
	actor: Actor,
	importId: string,
	token: string,
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		await heldImport(tx, actor, importId);
		const renewal = (await findRenewal(tx, actor, importId)) ?? notFound();
		const plan = (await findPlan(tx, actor, renewal.roadmapId)) ?? notFound();
		if (!renewal.before || renewal.undoneAt) return rejected({ form: 'Обновление уже отменено.' });
		if (plan.archivedAt) return rejected({ form: inArchive });
		await hold(tx, actor, plan.id);
		const written = await writtenPlan(tx, actor, plan);
		const contents = contentsOf(written, 'written');
		if (hashOf(contents) !== renewal.after) {
			return rejected({
				form: 'После обновления план уже меняли. Отменить его целиком нельзя: поправьте нужные строки.'
			});
		}
		await bringIn(
			tx,
			actor,
			{ id: plan.id, written },
			renewed(contents, renewal.before, () => true),
			now,
			true
		);
		await tx
			.updateTable('plan_renewals')
			.set({ undone_at: now.at, undone_by: actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('import_id', '=', importId)
			.execute();
		await setAccepted(tx, actor, importId, null);
		await journal(tx, actor, 'roadmap.renewal-undone', { kind: 'roadmap', id: plan.id }, now, {
			details: { importId }
		});
		return { ok: true, value: plan.id };
	});
}

const again = async (tx: Tx, actor: Actor, { id }: Plan) => (await findPlan(tx, actor, id)) ?? notFound();

async function heldImport(tx: Tx, actor: Actor, id: string) {
	const row = await tx
		.selectFrom('roadmap_imports')
		.select(['draft', 'version', 'accepted_at', 'discarded_at'])
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	return row?.draft ? { ...row, draft: row.draft as Draft } : notFound();
}

const setAccepted = (tx: Tx, actor: Actor, id: string, accepted_at: string | null) =>
	tx
		.updateTable('roadmap_imports')
		.set({ accepted_at })
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.execute();

type Done = { before: string; after_sha256: string; renewed_at: string; renewed_by: string };

/** Done anew after it was taken back, it is as if it had never been. */
function record(tx: Tx, actor: Actor, of: { importId: string; planId: string }, done: Done) {
	const kept = { ...done, roadmap_id: of.planId, undone_at: null, undone_by: null };
	return tx
		.insertInto('plan_renewals')
		.values({ organisation_id: actor.organisationId, import_id: of.importId, ...kept })
		.onConflict((is) => is.columns(['organisation_id', 'import_id']).doUpdateSet(kept))
		.execute();
}
