import type { Context } from 'hono';
import { addDays, showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { readForm, statusOf, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { ErrorPage } from '../../../ui/error-page';
import { findCalendar } from '../../calendar/queries';
import { addActivity } from '../commands/add-activity';
import { activityValues, changeActivity } from '../commands/change-activity';
import { moveDeadline } from '../commands/move-deadline';
import { removeActivity, restoreActivity } from '../commands/remove-activity';
import { activityForm, addedForm, eventForm, moveForm } from '../form/activity';
import { tokenForm } from '../form/plan';
import { ActivityEditPage } from '../pages/activity-edit';
import { NewActivityPage } from '../pages/activity-new';
import { DeadlineMovePage } from '../pages/deadline-move';
import { findActivity, findByOccurrence, type PlanActivity } from '../queries/activities';
import { findPlan, stagesOf } from '../queries/plans';
import { findRemoved } from '../queries/removed';
import { canBeMoved } from '../rules/change';
import { planLeaders } from '../rules/plan';
import { afterEvent, dueAfter } from '../rules/working-term';
import { activityPage } from './activity';

/** A term «не позднее 5 рабочих дней после …»: the day of the event is said, the last day is counted by the organisation's calendar. */
async function countedMove({ var: { tx, actor } }: Context<App>, data: FormData, { deadlineText }: PlanActivity) {
	const form = readForm(data, eventForm);
	const term = afterEvent(deadlineText) ?? notFound();
	if (!form.ok) return form;
	const { token, eventOn } = form.value;
	const calendar = await findCalendar(tx, actor, { from: eventOn, to: addDays(eventOn, 1100) });
	const reason = `Считается от ${showDate(eventOn)}`;
	return { ok: true as const, value: { token, toDay: dueAfter(eventOn, term, calendar), reason }, values: form.values };
}

/** A plan at work is corrected by those who lead it. */
export const activityChangeRoutes: readonly Route[] = [
	get('/activities/:id/words', planLeaders, async (c) => {
		const { tx, actor, now, view } = c.var;
		const activity = (await findActivity(tx, actor, c.req.param('id'), now.today)) ?? notFound();
		const values: Values = { ...activityValues(activity), token: crypto.randomUUID() };
		return c.html(<ActivityEditPage {...{ view, activity, values }} />);
	}),

	post('/activities/:id/words', planLeaders, ['activity.changed'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const activity = (await findActivity(tx, actor, c.req.param('id'), now.today)) ?? notFound();
		const form = readForm(await c.req.formData(), activityForm);
		const result = form.ok ? await changeActivity(tx, actor, activity, form.value, now) : form;
		if (!result.ok) {
			const theirs = 'theirs' in result ? result.theirs : undefined;
			const { values } = form;
			const page = <ActivityEditPage {...{ view, activity, values, theirs }} problems={result.problems} />;
			return c.html(page, statusOf(theirs ? { theirs } : {}));
		}
		return c.redirect(`/activities/${activity.id}?saved=words`, 303);
	}),

	post('/activities/:id/removal', planLeaders, ['activity.removed'], async (c) => {
		const { tx, actor, now } = c.var;
		const removed = (await findRemoved(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await removeActivity(tx, actor, removed, form.value.token, now) : form;
		if (!result.ok) return activityPage(c, removed.id, { problems: result.problems });
		return c.redirect(`/roadmap/${removed.roadmapId}?saved=activity-removal&of=${removed.id}`, 303);
	}),

	post('/activities/:id/restoration', planLeaders, ['activity.restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const removed = (await findRemoved(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await restoreActivity(tx, actor, removed, form.value.token, now) : form;
		if (!result.ok) return c.html(<ErrorPage status={422} />, 422);
		return c.redirect(`/activities/${removed.id}?saved=activity-restoration`, 303);
	}),

	get('/roadmap/:id/activities/new', planLeaders, async (c) => {
		const { tx, actor, view } = c.var;
		const plan = (await findPlan(tx, actor, c.req.param('id'))) ?? notFound();
		const { stage, title, results, to } = c.req.query(); // what a model suggests, or a meeting decided, is filled in
		const values: Values = { token: crypto.randomUUID(), stage, title, results, to };
		return c.html(<NewActivityPage {...{ view, plan, values }} stages={await stagesOf(tx, actor, plan)} />);
	}),

	post('/roadmap/:id/activities', planLeaders, ['activity.added'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const plan = (await findPlan(tx, actor, c.req.param('id'))) ?? notFound();
		const stages = await stagesOf(tx, actor, plan);
		const form = readForm(await c.req.formData(), addedForm);
		const result = form.ok ? await addActivity(tx, actor, { plan, stages }, form.value, now) : form;
		if (!result.ok) {
			const { values } = form;
			return c.html(<NewActivityPage {...{ view, plan, stages, values }} problems={result.problems} />, 422);
		}
		return c.redirect(`/activities/${result.value}?saved=added`, 303);
	}),

	get('/occurrences/:id/deadline', planLeaders, async (c) => {
		const { tx, actor, now, view } = c.var;
		const found = (await findByOccurrence(tx, actor, c.req.param('id'), now.today)) ?? notFound();
		if (!canBeMoved(found.occurrence, found.activity)) return c.redirect(`/activities/${found.activity.id}`, 303);
		return c.html(<DeadlineMovePage view={view} {...found} values={{ token: crypto.randomUUID() }} />);
	}),

	post('/occurrences/:id/deadline', planLeaders, ['deadline.moved'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const found = (await findByOccurrence(tx, actor, c.req.param('id'), now.today)) ?? notFound();
		const data = await c.req.formData();
		const form = data.has('eventOn') ? await countedMove(c, data, found.activity) : readForm(data, moveForm);
		const result = form.ok ? await moveDeadline(tx, actor, found, form.value, now) : form;
		if (!result.ok) {
			return c.html(<DeadlineMovePage view={view} {...found} {...form} problems={result.problems} />, 422);
		}
		return c.redirect(`/activities/${found.activity.id}?saved=deadline`, 303);
	})
];
