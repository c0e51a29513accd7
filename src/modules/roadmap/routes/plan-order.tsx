import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, readForm } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { addStage, changeStage, reorder } from '../commands/reorder';
import { newStageForm, orderForm, stageForm } from '../form/plan';
import { PlanOrderPage } from '../pages/plan-order';
import { planActivities } from '../queries/activities';
import { findPlan, stagesOf } from '../queries/plans';
import { planLeaders } from '../rules/plan';
import { groupsOf } from '../rules/plan-order';
import { changeNotice } from './plan';

/** «Порядок и этапы»; with problems it is the same page, 422. */
async function orderPage(c: Context<App>, planId: string, problems?: Problems) {
	const { tx, actor, now, view } = c.var;
	const plan = (await findPlan(tx, actor, planId)) ?? notFound();
	const activities = await planActivities(tx, actor, plan.id, now.today);
	const stages = await stagesOf(tx, actor, plan);
	const groups = groupsOf(stages, activities);
	const notice = await changeNotice(c);
	const moved = c.req.query('at');
	return c.html(
		<PlanOrderPage {...{ view, plan, activities, stages, groups, notice, moved, problems }} />,
		problems ? 422 : 200
	);
}

export const planOrderRoutes: readonly Route[] = [
	get('/roadmap/:id/order', planLeaders, (c) => orderPage(c, c.req.param('id'))),

	post('/roadmap/:id/order', planLeaders, ['plan.reordered'], async (c) => {
		const { tx, actor, now } = c.var;
		const plan = (await findPlan(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), orderForm);
		const result = form.ok ? await reorder(tx, actor, plan, form.value, now) : form;
		if (!result.ok) return orderPage(c, plan.id, result.problems);
		const at = form.ok ? form.value.activity : '';
		return c.redirect(`/roadmap/${plan.id}/order?saved=order&of=${result.value}&at=${at}#a-${at}`, 303);
	}),

	post('/roadmap/:id/stages', planLeaders, ['plan.stages-changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const plan = (await findPlan(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), newStageForm);
		const result = form.ok ? await addStage(tx, actor, plan, form.value, now) : form;
		if (!result.ok) return orderPage(c, plan.id, result.problems);
		return c.redirect(`/roadmap/${plan.id}/order?saved=stages&of=${result.value}`, 303);
	}),

	post('/roadmap/:id/stages/change', planLeaders, ['plan.stages-changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const plan = (await findPlan(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), stageForm);
		const result = form.ok ? await changeStage(tx, actor, plan, form.value, now) : form;
		if (!result.ok) return orderPage(c, plan.id, result.problems);
		return c.redirect(`/roadmap/${plan.id}/order?saved=stages&of=${result.value}`, 303);
	})
];
