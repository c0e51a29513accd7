import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findPlan } from '../queries/plans';
import { listTerms } from '../queries/terms';
import { acceptedPlan, type Choices } from '../rules/acceptance';
import { type Draft, kept } from '../rules/draft';
import type { Approval } from '../rules/edition';
import { leadsPlans } from '../rules/plan';
import type { Understanding } from '../rules/understanding';
import { freeze } from './approve-edition';
import { learnHints } from './learn-hints';
import { writePlan } from './write-plan';

export type Acceptance = Choices & {
	token: string;
	version: number;
	/** The order that approved the plan as the file has it: then the file is its first edition. */
	approval?: Approval | undefined;
};

/**
 * Takes the plan to work: stages, activities, who answers, results and every time something is due, all in one
 * transaction. Answers with the id of the roadmap.
 */
export async function acceptImport(
	tx: Tx,
	actor: Actor,
	importId: string,
	{ token, version, approval, ...choices }: Acceptance,
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));

	return once(tx, actor, token, now, async () => {
		const held = await tx
			.selectFrom('roadmap_imports')
			.select([
				'draft',
				'understood',
				'version',
				'accepted_at',
				'discarded_at',
				'template_organisation_id',
				'template_id',
				'template_version'
			])
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', importId)
			.forUpdate()
			.executeTakeFirst();
		if (!held?.draft) return notFound();
		if (held.accepted_at) return rejected({ form: 'Этот план уже принят к работе.' });
		if (held.discarded_at) return rejected({ form: 'Загрузка отменена. Сначала верните её.' });
		if (held.version !== version) {
			return rejected({
				form: 'Пока вы смотрели, разбор исправили. Посмотрите, что получится теперь, и примите ещё раз.'
			});
		}
		const draft = held.draft as Draft;
		if (kept(draft).length === 0) return rejected({ form: 'В плане не осталось мероприятий: принимать нечего.' });

		const plan = acceptedPlan(draft, choices, { today: now.today, terms: await listTerms(tx, actor) });
		const id = await writePlan(tx, actor, importId, draft, plan, now);
		if (held.template_id) await linkToTemplate(tx, actor, id, held, now);
		await tx
			.updateTable('roadmap_imports')
			.set({ accepted_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', importId)
			.execute();
		const understood = held.understood as Understanding | null;
		if (understood) await learnHints(tx, actor, importId, { understood, accepted: draft }, now);
		await journal(tx, actor, 'roadmap.accepted', { kind: 'roadmap', id }, now, {
			details: { activities: plan.activities.length }
		});
		if (plan.archived) await journal(tx, actor, 'roadmap.archived', { kind: 'roadmap', id }, now);
		// Moved into another year it is not what was approved.
		if (approval && choices.past !== 'move') {
			await freeze(tx, actor, (await findPlan(tx, actor, id)) ?? notFound(), approval, now);
		}
		return { ok: true, value: id };
	});
}

/** A plan begun from a template above remembers it: what changes there is proposed here. */
const linkToTemplate = (
	tx: Tx,
	actor: Actor,
	roadmap_id: string,
	held: { template_organisation_id: string | null; template_id: string | null; template_version: number | null },
	now: Now
) =>
	tx
		.insertInto('template_copies')
		.values({
			organisation_id: actor.organisationId,
			roadmap_id,
			template_organisation_id: held.template_organisation_id ?? '',
			template_id: held.template_id ?? '',
			version: held.template_version ?? 1,
			seen_at: now.at,
			seen_by: actor.personId
		})
		.execute();
