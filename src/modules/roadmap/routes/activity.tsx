import type { Context } from 'hono';
import { addDays } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { findCalendar } from '../../calendar/queries';
import { historyOf } from '../../journal/queries';
import { assignPerson, unassignPerson } from '../commands/assign';
import { assignmentForm, tokenForm } from '../form/plan';
import { ActivityPage } from '../pages/activity';
import { activityNotice } from '../pages/activity-notice';
import { RemovedActivityPage } from '../pages/activity-removed';
import { findActivity } from '../queries/activities';
import { colleagues, findColleague } from '../queries/colleagues';
import { commentsOf } from '../queries/comments';
import { evidenceOf, findEvidence } from '../queries/evidence';
import { findRemoved } from '../queries/removed';
import { leadsPlans, planLeaders } from '../rules/plan';
import { workingDayBefore } from '../rules/working-term';

type More = { values?: Values; problems?: Problems };

/** The card of an activity; with problems it is the same card, 422, with what was typed. */
export async function activityPage(c: Context<App>, id: string, { values = {}, problems }: More = {}) {
	const { tx, actor, now, view } = c.var;
	const activity = await findActivity(tx, actor, id, now.today);
	if (!activity) return removedPage(c, id, problems);
	const evidence = await evidenceOf(tx, actor, activity.id);
	const comments = await commentsOf(tx, actor, activity.id);
	const history = await historyOf(tx, actor, { kind: 'activity', id: activity.id });
	const due = activity.standing.next?.dueOn ?? null;
	const workBy = due
		? workingDayBefore(due, await findCalendar(tx, actor, { from: addDays(due, -60), to: due }))
		: null;
	const people = leadsPlans(actor) ? await colleagues(tx, actor, now) : [];
	const removed =
		c.req.query('saved') === 'removal' ? await findEvidence(tx, actor, c.req.query('of') ?? '') : undefined;
	const notice = activityNotice(activity, view.saved, c.req.query('of'), removed);
	return c.html(
		<ActivityPage
			{...{ view, activity, evidence, comments, history, values, problems, notice, workBy }}
			colleagues={people}
		/>,
		problems ? 422 : 200
	);
}

/** What has left its plan is still known to those who lead it: the journal leads here. */
async function removedPage(c: Context<App>, id: string, problems: Problems | undefined) {
	const removed = (await findRemoved(c.var.tx, c.var.actor, id)) ?? notFound();
	return c.html(<RemovedActivityPage view={c.var.view} removed={removed} />, problems ? 422 : 200);
}

export const activityRoutes: readonly Route[] = [
	get('/activities/:id', 'signed-in', (c) => activityPage(c, c.req.param('id'))),

	post('/activities/:id/responsible', planLeaders, ['activity.assigned'], async (c) => {
		const { tx, actor, now } = c.var;
		const activity = (await findActivity(tx, actor, c.req.param('id'), now.today)) ?? notFound();
		const form = readForm(await c.req.formData(), assignmentForm);
		if (!form.ok) return activityPage(c, activity.id, form);
		const person = (await findColleague(tx, actor, form.value.personId, now)) ?? notFound();
		const result = await assignPerson(tx, actor, activity, person, form.value, now);
		if (!result.ok) return activityPage(c, activity.id, { ...form, problems: result.problems });
		return c.redirect(`/activities/${activity.id}?saved=responsible&of=${result.value}`, 303);
	}),

	post('/activities/:id/responsible/:person/removal', planLeaders, ['activity.unassigned'], async (c) => {
		const { tx, actor, now } = c.var;
		const activity = (await findActivity(tx, actor, c.req.param('id'), now.today)) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok
			? await unassignPerson(tx, actor, activity, c.req.param('person'), form.value.token, now)
			: form;
		if (!result.ok) return activityPage(c, activity.id, { problems: result.problems });
		return c.redirect(`/activities/${activity.id}?saved=no-responsible`, 303);
	})
];
