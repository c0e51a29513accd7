import { notFound } from '../../../core/errors';
import { readForm } from '../../../core/forms';
import { post, type Route } from '../../../http';
import { assignSeveral } from '../commands/assign';
import { editSeveral } from '../commands/edit-several';
import { undoChange } from '../commands/plan-changes';
import { type Marked, recordSeveral } from '../commands/review';
import { bulkAssignmentForm, bulkEditForm, tokenForm } from '../form/plan';
import type { PlanActivity } from '../queries/activities';
import { findColleague } from '../queries/colleagues';
import { findPlanChange } from '../queries/plan-changes';
import { isCapability } from '../rules/capabilities';
import { planLeaders } from '../rules/plan';
import { readEdit } from '../rules/plan-changes';
import { planOf, planPage } from './plan';

/** The rows whose boxes were ticked: a box holds one of the times of its row. */
const chosenOf = (activities: readonly PlanActivity[], ticked: ReadonlySet<unknown>) =>
	activities.filter(({ id, occurrences }) => ticked.has(id) || occurrences.some((one) => ticked.has(one.id)));

/** Acts on several rows of a plan at once; each is taken back as a whole. */
export const planBulkRoutes: readonly Route[] = [
	post('/roadmap/:id/completions', planLeaders, ['activity.done'], async (c) => {
		const { tx, actor, now } = c.var;
		const { plan, activities } = await planOf(c, c.req.param('id'));
		const data = await c.req.formData();
		const form = readForm(data, tokenForm);
		const ticked = new Set(data.getAll('occurrence'));
		const marks = activities.flatMap((activity) =>
			activity.occurrences
				.filter(({ id, outcome }) => ticked.has(id) && !outcome)
				.map(({ id }): Marked => ({ activity, occurrenceId: id, outcome: 'done', note: '' }))
		);
		const result = form.ok ? await recordSeveral(tx, actor, { ...form.value, marks }, now) : form;
		if (!result.ok) return planPage(c, plan.id, { problems: result.problems, ticked });
		return c.redirect(`/roadmap/${plan.id}?saved=completions&of=${result.value}`, 303);
	}),

	post('/roadmap/:id/assignments', planLeaders, ['activity.assigned'], async (c) => {
		const { tx, actor, now } = c.var;
		const { plan, activities } = await planOf(c, c.req.param('id'));
		const data = await c.req.formData();
		const ticked = new Set(data.getAll('occurrence'));
		const form = readForm(data, bulkAssignmentForm);
		if (!form.ok)
			return planPage(c, plan.id, { problems: { personId: 'Выберите, кому поручить отмеченные строки' }, ticked });
		const person = (await findColleague(tx, actor, form.value.personId, now)) ?? notFound();
		const result = await assignSeveral(tx, actor, chosenOf(activities, ticked), person, form.value.token, now);
		if (!result.ok) return planPage(c, plan.id, { problems: result.problems, ticked });
		return c.redirect(`/roadmap/${plan.id}?saved=assignments&of=${result.value}&by=${person.id}#activities`, 303);
	}),

	post('/roadmap/:id/edits', planLeaders, ['plan.edited'], async (c) => {
		const { tx, actor, now } = c.var;
		const { plan, activities } = await planOf(c, c.req.param('id'));
		const data = await c.req.formData();
		const ticked = new Set(data.getAll('occurrence'));
		const form = readForm(data, bulkEditForm);
		if (!form.ok) return planPage(c, plan.id, { problems: form.problems, ticked });
		const edit = readEdit(form.value.edit, form.value.toDay, isCapability);
		if (!edit) return planPage(c, plan.id, { problems: { toDay: 'Укажите новый последний день: ДД.ММ.ГГГГ' }, ticked });
		const chosen = chosenOf(activities, ticked);
		const result = await editSeveral(tx, actor, { plan, chosen }, { token: form.value.token, edit }, now);
		if (!result.ok) return planPage(c, plan.id, { problems: result.problems, ticked });
		return c.redirect(`/roadmap/${plan.id}?saved=edits&of=${result.value}#activities`, 303);
	}),

	post('/plan-changes/:id/undoing', planLeaders, ['plan.change-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const change = (await findPlanChange(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await undoChange(tx, actor, change, form.value.token, now) : form;
		if (!result.ok) return planPage(c, change.roadmapId, { problems: result.problems });
		return c.redirect(`/roadmap/${change.roadmapId}?saved=undone`, 303);
	})
];
