import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { beginNextYear } from '../commands/begin-next-year';
import { nextYearForm } from '../form/next-year';
import { NextYearPage } from '../pages/next-year';
import { planActivities } from '../queries/activities';
import { findPlan, stagesOf } from '../queries/plans';
import { nextHeading, proposalFor } from '../rules/next-year';
import { planLeaders } from '../rules/plan';

type PlanContext = Context<App, '/roadmap/:id'>;

async function oldPlanOf(c: PlanContext) {
	const { tx, actor, now } = c.var;
	const plan = (await findPlan(tx, actor, c.req.param('id'))) ?? notFound();
	return {
		plan,
		stages: await stagesOf(tx, actor, plan),
		activities: await planActivities(tx, actor, plan.id, now.today)
	};
}

/** The rows with what is proposed for each; `ticked`: what the person had chosen when the form came back. */
function page(
	c: PlanContext,
	{ plan, activities }: Awaited<ReturnType<typeof oldPlanOf>>,
	{ values, problems, ticked }: { values: Values; problems?: Problems; ticked?: ReadonlySet<string> }
) {
	const { view, now } = c.var;
	const rows = activities.map((activity) => {
		const { carry, why } = proposalFor(activity, now.today);
		return { activity, why, carry: ticked ? ticked.has(activity.id) : carry };
	});
	return <NextYearPage {...{ view, plan, rows, values, problems }} />;
}

/** «Новый учебный год»: the next plan out of this one. */
export const nextYearRoutes: readonly Route[] = [
	get('/roadmap/:id/next-year', planLeaders, async (c) => {
		const old = await oldPlanOf(c);
		const values = { token: crypto.randomUUID(), title: nextHeading(old.plan).title };
		return c.html(page(c, old, { values }));
	}),

	post('/roadmap/:id/next-year', planLeaders, ['roadmap.continued'], async (c) => {
		const { tx, actor, now } = c.var;
		const old = await oldPlanOf(c);
		const data = await c.req.formData();
		const rows = data.getAll('row').filter((value) => typeof value === 'string');
		const form = readForm(data, nextYearForm);
		const result = form.ok ? await beginNextYear(tx, actor, old, { ...form.value, rows }, now) : form;
		if (!result.ok) {
			const { values } = form;
			return c.html(page(c, old, { values, problems: result.problems, ticked: new Set(rows) }), 422);
		}
		return c.redirect(`/roadmap/imports/${result.value}`, 303);
	})
];
