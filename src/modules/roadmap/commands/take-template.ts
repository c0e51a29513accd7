import type { Actor } from '../../../core/actor';
import { type Now, nowIn, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { templateFile } from '../engine/paper/template';
import { findSelf } from '../queries/imports';
import type { Plan } from '../queries/plans';
import type { Template, TemplateCopy } from '../queries/templates';
import { copyOf } from '../queries/templates';
import { listTerms } from '../queries/terms';
import { writtenPlan } from '../queries/written-plan';
import { inArchive, leadsPlans } from '../rules/plan';
import { contentsOf, type WrittenPlan } from '../rules/plan-contents';
import { hashOf } from '../rules/plan-hash';
import { contentsOfDraft, renewed } from '../rules/renewal';
import { inPaperOrder, paperOfTemplate, proposalsOf, type TemplateContents } from '../rules/template';
import { hold } from './approve-edition';
import { beginDraft, understoodPaper } from './begin-draft';
import { bringIn } from './bring-in/bring-in';
import { closeByArtefact } from './close-by-artefact';

/**
 * Begins a plan of one's own from a template above; it is looked at and accepted like any other. `closes`: what was waited for from
 * above and has come with it. Answers with the import and how many times it closed.
 */
export async function takeTemplate(
	tx: Tx,
	actor: Actor,
	template: Template,
	{ token, closes }: Received,
	now: Now
): Promise<Result<{ id: string; closed: number }>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		const { id, organisationId, number, contents } = template;
		const importId = await beginDraft(
			tx,
			actor,
			{
				paper: paperOfTemplate(contents),
				name: `Образец «${contents.title}»`,
				said: inPaperOrder(contents.rows),
				links: { template_organisation_id: organisationId, template_id: id, template_version: number }
			},
			now
		);
		await journal(tx, actor, 'roadmap.uploaded', { kind: 'roadmap-import', id: importId }, now);
		const { closed } = await closeByTemplateAbove(tx, actor, template, closes, now);
		return { ok: true, value: { id: importId, closed: closed.length } };
	});
}

/** What was waited for has come, and the school's own plan stays as it is. Answers with how many times it closed. */
export async function receiveTemplate(
	tx: Tx,
	actor: Actor,
	template: Template,
	{ token, closes }: Received,
	now: Now
): Promise<Result<number>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		if (closes.length === 0) return rejected({ closes: 'Отметьте, чего вы ждали' });
		const { closed } = await closeByTemplateAbove(tx, actor, template, closes, now);
		return closed.length > 0
			? { ok: true, value: closed.length }
			: rejected({ closes: 'Это уже отметил кто-то из коллег' });
	});
}

type Received = { token: string; closes: readonly string[] };

/** The document from above lies with what waited for it, as it was on this day. */
async function closeByTemplateAbove(
	tx: Tx,
	actor: Actor,
	{ id, by, number, publishedAt, contents }: Template,
	closes: readonly string[],
	now: Now
) {
	const published = showDate(nowIn(actor.timeZone, new Date(publishedAt)).today);
	const title = `${contents.title} – образец${by ? ` (${by})` : ''}, версия ${number} от ${published}`;
	const words = `Получено от организации выше${by ? ` (${by})` : ''}: мероприятий – ${contents.rows.length}`;
	const file = closes.length > 0 ? await templateFile({ contents, number }) : undefined;
	return closeByArtefact(
		tx,
		actor,
		closes,
		{ kind: 'template-above', id, on: now.today, title, words, ...(file && { file }) },
		now
	);
}

/** What the newest version of the template proposes to the plan, ready to be taken row by row. */
export async function templateProposals(tx: Tx, actor: Actor, plan: Plan, written: WrittenPlan, copy: TemplateCopy) {
	const { contents, seenContents } = copy;
	const { draft } = understoodPaper(beginningOf(contents), await findSelf(tx, actor));
	const time = { acceptedOn: plan.acceptedOn, terms: await listTerms(tx, actor) };
	const read = contentsOfDraft(draft, written, time);
	const ids = inPaperOrder(contents.rows);
	const whole = read.rows.length === ids.length;
	const theirs = {
		...read,
		rows: read.rows.map((row, at) => ({ ...row, id: (whole && ids[at]?.id) || null }))
	};
	return { ...proposalsOf(seenContents, contentsOf(written, 'written'), theirs), theirs };
}

const beginningOf = (contents: TemplateContents) => ({
	paper: paperOfTemplate(contents),
	name: contents.title,
	said: inPaperOrder(contents.rows)
});

/** `version`: the template's on the page; `seen`: the sum of the plan's words there; `changes`: keys of what is taken over. */
export type TemplateAnswer = { token: string; version: number; seen: string; changes: readonly string[] };

/**
 * Answers a newer version of the template: the chosen changes are taken over, the rest is left as it is, and nobody is asked
 * about this version again. Answers with how many changes it were.
 */
export async function answerTemplate(
	tx: Tx,
	actor: Actor,
	plan: Plan,
	{ token, version, seen, changes }: TemplateAnswer,
	now: Now
): Promise<Result<number>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		if (plan.archivedAt) return rejected({ form: inArchive });
		await hold(tx, actor, plan.id);
		const copy = await copyOf(tx, actor, plan);
		if (!copy || copy.seen >= copy.number) return rejected({ form: 'На это обновление образца уже ответили.' });
		const written = await writtenPlan(tx, actor, plan);
		if (copy.number !== version || hashOf(contentsOf(written, 'written')) !== seen)
			return rejected({ form: 'Пока вы смотрели, план или образец изменили. Посмотрите, что предлагается теперь.' });
		const found = await templateProposals(tx, actor, plan, written, copy);
		const offered = new Set(found.proposals.map(({ change }) => change.key).filter((key) => changes.includes(key)));
		if (offered.size > 0) {
			const taken = renewed(found.plan, found.theirs, (key) => offered.has(key));
			await bringIn(tx, actor, { id: plan.id, written }, taken, now);
		}
		await tx
			.updateTable('template_copies')
			.set({ version, seen_at: now.at, seen_by: actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('roadmap_id', '=', plan.id)
			.execute();
		await journal(tx, actor, 'template.answered', { kind: 'roadmap', id: plan.id }, now, {
			details: { version, changes: offered.size }
		});
		return { ok: true, value: offered.size };
	});
}
