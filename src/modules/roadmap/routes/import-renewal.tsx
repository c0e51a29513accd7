import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { ErrorPage } from '../../../ui/error-page';
import { renewPlan, undoRenewal } from '../commands/renew-plan';
import { renewalForm } from '../form/edition';
import { tokenForm } from '../form/plan';
import { AlreadyAcceptedPage } from '../pages/import-progress';
import { RenewalPage } from '../pages/import-renewal';
import { findImport, type RoadmapImport } from '../queries/imports';
import { findPlan, type Plan } from '../queries/plans';
import { listTerms } from '../queries/terms';
import { writtenPlan } from '../queries/written-plan';
import type { Draft } from '../rules/draft';
import { planLeaders } from '../rules/plan';
import { contentsOf } from '../rules/plan-contents';
import { differenceOf } from '../rules/plan-difference/difference';
import { hashOf } from '../rules/plan-hash';
import { contentsOfDraft } from '../rules/renewal';

type ImportContext = Context<App, '/roadmap/imports/:id/renewal'>;
type Open = { found: RoadmapImport & { draft: Draft }; plan: Plan };

/** The import of the address and the plan it is a newer version of: named by the address, or when the file was uploaded. */
async function openRenewal(c: ImportContext, found: RoadmapImport): Promise<Open> {
	const { tx, actor } = c.var;
	const { draft, state } = found;
	const plan = (await findPlan(tx, actor, c.req.query('plan') ?? found.renews ?? '')) ?? notFound();
	return state === 'read' && draft ? { found: { ...found, draft }, plan } : notFound();
}

type Typed = { values: Values; problems: Problems; ticked: ReadonlySet<unknown> };

async function renewalPage(c: ImportContext, { found, plan }: Open, typed?: Typed) {
	const { tx, actor, view } = c.var;
	const written = await writtenPlan(tx, actor, plan);
	const contents = contentsOf(written, 'written');
	const time = { acceptedOn: plan.acceptedOn, terms: await listTerms(tx, actor) };
	const { changes } = differenceOf(contents, contentsOfDraft(found.draft, written, time));
	const values = {
		token: typed?.values.token ?? crypto.randomUUID(),
		version: String(found.version),
		seen: hashOf(contents)
	};
	const { id } = found;
	return c.html(
		<RenewalPage {...{ view, id, plan, changes, values }} ticked={typed?.ticked} problems={typed?.problems} />,
		typed ? 422 : 200
	);
}

/** A newer version of a plan at work: what differs, taken over in one act, and the way back. */
export const renewalRoutes: readonly Route[] = [
	get('/roadmap/imports/:id/renewal', planLeaders, async (c) => {
		const found = (await findImport(c.var.tx, c.var.actor, c.req.param('id'))) ?? notFound();
		if (found.state !== 'read' || !found.draft) return c.redirect(`/roadmap/imports/${found.id}`, 303);
		return renewalPage(c, await openRenewal(c, found));
	}),

	post('/roadmap/imports/:id/renewal', planLeaders, ['roadmap.renewed'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const found = (await findImport(tx, actor, c.req.param('id'))) ?? notFound();
		const plan = (await findPlan(tx, actor, c.req.query('plan') ?? found.renews ?? '')) ?? notFound();
		const form = readForm(await c.req.formData(), renewalForm, ['change']);
		const given = { importId: found.id, plan };
		const result = form.ok
			? await renewPlan(tx, actor, given, { ...form.value, changes: form.value.change }, now)
			: form;
		if (result.ok) return c.redirect(`/roadmap/${plan.id}?saved=renewal&of=${found.id}`, 303);
		if (found.state !== 'read') return c.html(<AlreadyAcceptedPage view={view} found={found} />, 409);
		const ticked = new Set(form.ok ? form.value.change : []);
		return renewalPage(c, await openRenewal(c, found), { values: form.values, problems: result.problems, ticked });
	}),

	post('/roadmap/imports/:id/renewal/undoing', planLeaders, ['roadmap.renewal-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const found = (await findImport(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await undoRenewal(tx, actor, found.id, form.value.token, now) : form;
		if (!result.ok) return c.html(<ErrorPage status={422} />, 422);
		return c.redirect(`/roadmap/${result.value}?saved=renewal-undoing`, 303);
	})
];
