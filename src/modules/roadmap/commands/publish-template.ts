import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { templateFile } from '../engine/paper/template';
import { planActivities } from '../queries/activities';
import type { Plan } from '../queries/plans';
import { type OwnTemplate, templateOfPlan } from '../queries/templates';
import { writtenPlan } from '../queries/written-plan';
import { contentsOf } from '../rules/plan-contents';
import { hashOf } from '../rules/plan-hash';
import { canPublishTemplates, type TemplateContents } from '../rules/template';
import { hold } from './approve-edition';
import { closeByArtefact, takeBackArtefact } from './close-by-artefact';

/** The plan as a template holds it: its words, and how each row is carried out. */
export async function templateContents(tx: Tx, actor: Actor, plan: Plan, now: Now): Promise<TemplateContents> {
	const { title, goal, period, stages, rows } = contentsOf(await writtenPlan(tx, actor, plan), 'written');
	const known = new Map((await planActivities(tx, actor, plan.id, now.today)).map((one) => [one.id, one]));
	return {
		title,
		goal,
		period,
		stages: stages.map(({ number, title, goal }) => ({ id: null, number, title, goal })),
		rows: rows.map(({ held: _, carries: __, ...row }) => ({
			...row,
			capability: known.get(row.key)?.capability ?? null,
			coverage: known.get(row.key)?.coverage ?? null
		}))
	};
}

/**
 * Gives the plan as it stands to the organisations below: a first version, or the next. `closes`: lines of one's own plan this is
 * the end of. Answers with its number and how many it closed.
 */
export async function publishTemplate(
	tx: Tx,
	actor: Actor,
	plan: Plan,
	{ token, note, closes }: Submitted<{ note: string; closes: readonly string[] }>,
	now: Now
): Promise<Result<{ number: number; closed: number }>> {
	allow(canPublishTemplates(actor));
	return once(tx, actor, token, now, async () => {
		await hold(tx, actor, plan.id);
		const contents = await templateContents(tx, actor, plan, now);
		if (contents.rows.length === 0) return rejected({ form: 'В плане нет мероприятий: публиковать нечего.' });
		const before = await templateOfPlan(tx, actor, plan);
		const sha256 = hashOf(contents);
		if (before && !before.withdrawnAt && before.sha256 === sha256)
			return rejected({ form: 'С прошлой публикации в плане ничего не изменилось.' });
		const id = before?.id ?? (await createTemplate(tx, actor, plan, now));
		if (before?.withdrawnAt) await offer(tx, actor, before, { withdrawn_at: null, withdrawn_by: null });
		const number = (before?.number ?? 0) + 1;
		await tx
			.insertInto('plan_template_versions')
			.values({
				organisation_id: actor.organisationId,
				template_id: id,
				number,
				contents: JSON.stringify(contents),
				sha256,
				note,
				published_at: now.at,
				published_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'template.published', { kind: 'roadmap', id: plan.id }, now, { details: { number } });
		const { closed } = await closeByTemplate(tx, actor, plan, { contents, number, closes }, now);
		return { ok: true, value: { number, closed: closed.length } };
	});
}

async function closeByTemplate(
	tx: Tx,
	actor: Actor,
	plan: Plan,
	{ contents, number, closes }: { contents: TemplateContents; number: number; closes: readonly string[] },
	now: Now
) {
	if (closes.length === 0) return { closed: [] };
	const title = `${contents.title} – образец для организаций, версия ${number} от ${showDate(now.today)}`;
	const words = `Дорожная карта дана организациям: мероприятий – ${contents.rows.length}`;
	const file = await templateFile({ contents, number });
	return closeByArtefact(tx, actor, closes, { kind: 'template', id: plan.id, on: now.today, title, words, file }, now);
}

async function createTemplate(tx: Tx, actor: Actor, plan: Plan, now: Now) {
	const id = newId(now);
	await tx
		.insertInto('plan_templates')
		.values({
			organisation_id: actor.organisationId,
			id,
			roadmap_id: plan.id,
			created_at: now.at,
			created_by: actor.personId
		})
		.execute();
	return id;
}

/** No longer offered to anybody new. Whoever has taken it keeps the plan, and is told of nothing more. */
export async function withdrawTemplate(
	tx: Tx,
	actor: Actor,
	{ plan, template }: { plan: Plan; template: OwnTemplate },
	token: string,
	now: Now
): Promise<Result<string>> {
	allow(canPublishTemplates(actor));
	return once(tx, actor, token, now, async () => {
		if (template.withdrawnAt) return rejected({ form: 'Образец уже снят с публикации.' });
		await offer(tx, actor, template, { withdrawn_at: now.at, withdrawn_by: actor.personId });
		await takeBackArtefact(tx, actor, { kind: 'template', id: plan.id }, now);
		await journal(tx, actor, 'template.withdrawn', { kind: 'roadmap', id: plan.id }, now);
		return { ok: true, value: plan.id };
	});
}

type Offer = { withdrawn_at: string | null; withdrawn_by: string | null };

const offer = (tx: Tx, actor: Actor, { id }: Pick<OwnTemplate, 'id'>, change: Offer) =>
	tx
		.updateTable('plan_templates')
		.set(change)
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.execute();
