import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { closedIn, closesIn } from '../../../ui/closes';
import { publishTemplate, templateContents, withdrawTemplate } from '../commands/publish-template';
import { answerTemplate, receiveTemplate, takeTemplate, templateProposals } from '../commands/take-template';
import { tokenForm } from '../form/plan';
import { publicationForm, templateAnswerForm } from '../form/template';
import { TemplatePage } from '../pages/starters';
import { TemplatePublicationPage } from '../pages/template-publication';
import { TemplateUpdatePage } from '../pages/template-update';
import { listAwaited, listClosable } from '../queries/closable';
import { findPlan } from '../queries/plans';
import { copyOf, findTemplate, templateOfPlan, uptakeOf } from '../queries/templates';
import { writtenPlan } from '../queries/written-plan';
import { planLeaders } from '../rules/plan';
import { contentsOf } from '../rules/plan-contents';
import { differenceOf } from '../rules/plan-difference/difference';
import { hashOf } from '../rules/plan-hash';
import { canPublishTemplates } from '../rules/template';

type PlanContext = Context<App, '/roadmap/:id'>;
type Typed = { values: Values; problems: Problems; closes?: readonly string[] };

/** What giving a plan to those below may be the end of: here, and where those below waited for it. */
const closedByPublication = ['plan', 'local-act'] as const;

const planOf = async (c: PlanContext) => (await findPlan(c.var.tx, c.var.actor, c.req.param('id'))) ?? notFound();

/** A plan of a level that has organisations below; a school has nobody to give it to. */
async function ownPlan(c: PlanContext) {
	return canPublishTemplates(c.var.actor) ? planOf(c) : notFound();
}

async function publicationPage(c: PlanContext, typed?: Typed) {
	const { tx, actor, view, now } = c.var;
	const plan = await ownPlan(c);
	const template = await templateOfPlan(tx, actor, plan);
	const uptake = template ? await uptakeOf(tx, template.id) : [];
	const standing = template && (await templateContents(tx, actor, plan, now));
	const changes = template && standing ? differenceOf(template.contents, standing).changes : [];
	const values = typed?.values ?? { token: crypto.randomUUID() };
	const page = (
		<TemplatePublicationPage
			{...{ view, plan, template, changes, uptake, values }}
			closable={await listClosable(tx, actor, closedByPublication, now.today)}
			chosen={typed?.closes}
			closed={closedIn(c.req.query('closed'))}
			problems={typed?.problems}
		/>
	);
	return c.html(page, typed ? 422 : 200);
}

async function updatePage(c: PlanContext, typed?: Typed & { ticked: ReadonlySet<string> }) {
	const { tx, actor, view } = c.var;
	const plan = await planOf(c);
	const copy = (await copyOf(tx, actor, plan)) ?? notFound();
	const written = await writtenPlan(tx, actor, plan);
	const { proposals } = await templateProposals(tx, actor, plan, written, copy);
	const values = {
		token: typed?.values.token ?? crypto.randomUUID(),
		version: String(copy.number),
		seen: hashOf(contentsOf(written, 'written'))
	};
	const props = { view, plan, copy, proposals, values, ticked: typed?.ticked, problems: typed?.problems };
	return c.html(<TemplateUpdatePage {...props} />, typed ? 422 : 200);
}

type OfferedContext = Context<App, '/roadmap/templates/:id'>;

/** What the journal says where something waited for has come. */
const receiving = ['activity.noted', 'evidence.attached', 'file.stored'] as const;

const offered = async ({ var: { tx, actor }, req }: OfferedContext) =>
	(await findTemplate(tx, actor, req.param('id'))) ?? notFound();

async function offeredPage(c: OfferedContext, typed?: Typed) {
	const { tx, actor, view, now } = c.var;
	const template = await offered(c);
	const page = (
		<TemplatePage
			{...{ view, template }}
			awaited={await listAwaited(tx, actor, closedByPublication, now.today)}
			chosen={typed?.closes}
			closed={closedIn(c.req.query('closed'))}
			values={typed?.values ?? { token: crypto.randomUUID() }}
			problems={typed?.problems}
		/>
	);
	return c.html(page, typed ? 422 : 200);
}

/** Plans given downwards as templates, and what schools do with them. */
export const templateRoutes: readonly Route[] = [
	get('/roadmap/:id/template', planLeaders, (c) => publicationPage(c)),

	post(
		'/roadmap/:id/template',
		planLeaders,
		['template.published', 'activity.done', 'evidence.attached'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const plan = await ownPlan(c);
			const data = await c.req.formData();
			const [form, closes] = [readForm(data, publicationForm), closesIn(data)];
			const result = form.ok ? await publishTemplate(tx, actor, plan, { ...form.value, closes }, now) : form;
			if (!result.ok) return publicationPage(c, { values: form.values, problems: result.problems, closes });
			return c.redirect(`/roadmap/${plan.id}/template?saved=publication&closed=${result.value.closed}`, 303);
		}
	),

	post('/roadmap/:id/template/withdrawal', planLeaders, ['template.withdrawn'], async (c) => {
		const { tx, actor, now } = c.var;
		const plan = await ownPlan(c);
		const template = (await templateOfPlan(tx, actor, plan)) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await withdrawTemplate(tx, actor, { plan, template }, form.value.token, now) : form;
		if (!result.ok) return publicationPage(c, { values: form.values, problems: result.problems });
		return c.redirect(`/roadmap/${plan.id}/template?saved=withdrawal`, 303);
	}),

	get('/roadmap/templates/:id', planLeaders, (c) => offeredPage(c)),

	post('/roadmap/templates/:id', planLeaders, ['roadmap.uploaded', ...receiving], async (c) => {
		const { tx, actor, now } = c.var;
		const template = await offered(c);
		const data = await c.req.formData();
		const [form, closes] = [readForm(data, tokenForm), closesIn(data)];
		const result = form.ok ? await takeTemplate(tx, actor, template, { ...form.value, closes }, now) : form;
		if (!result.ok) return offeredPage(c, { values: form.values, problems: result.problems, closes });
		const { id, closed } = result.value;
		return c.redirect(`/roadmap/imports/${id}${closed > 0 ? '?saved=received' : ''}`, 303);
	}),

	post('/roadmap/templates/:id/receipt', planLeaders, receiving, async (c) => {
		const { tx, actor, now } = c.var;
		const template = await offered(c);
		const data = await c.req.formData();
		const [form, closes] = [readForm(data, tokenForm), closesIn(data)];
		const result = form.ok ? await receiveTemplate(tx, actor, template, { ...form.value, closes }, now) : form;
		if (!result.ok) return offeredPage(c, { values: form.values, problems: result.problems, closes });
		return c.redirect(`/roadmap/templates/${template.id}?saved=receipt&closed=${result.value}`, 303);
	}),

	get('/roadmap/:id/template-update', planLeaders, (c) => updatePage(c)),

	post('/roadmap/:id/template-update', planLeaders, ['template.answered'], async (c) => {
		const { tx, actor, now } = c.var;
		const plan = await planOf(c);
		const form = readForm(await c.req.formData(), templateAnswerForm, ['change']);
		const result = form.ok
			? await answerTemplate(tx, actor, plan, { ...form.value, changes: form.value.change }, now)
			: form;
		if (!result.ok) {
			const ticked = new Set(form.ok ? form.value.change : []);
			return updatePage(c, { values: form.values, problems: result.problems, ticked });
		}
		return c.redirect(`/roadmap/${plan.id}?saved=template`, 303);
	})
];
