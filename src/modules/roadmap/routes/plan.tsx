import type { Context } from 'hono';
import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { formOf, type Problems, readForm, rejected, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sendFile, sendXlsx } from '../../../http-tables';
import { archivePlan, restorePlan } from '../commands/archive';
import { type Marked, recordSeveral } from '../commands/review';
import { progressInWord } from '../engine/paper/progress';
import { progressForm, reviewForm, tokenForm } from '../form/plan';
import { ChangeNotice, removalNotice } from '../pages/activity-notice';
import { EditionLine, renewalNotice } from '../pages/editions/plan-line';
import { PlanPage } from '../pages/plan';
import { PlanActivities } from '../pages/plan-activities';
import { PlanListPage } from '../pages/plan-list';
import { PlanPrintPage } from '../pages/plan-print';
import { type About, PlanReviewPage } from '../pages/plan-review';
import { PlanTimeline } from '../pages/plan-timeline';
import { TemplateLine } from '../pages/template-line';
import { askedActivities, type PlanActivity, planActivities } from '../queries/activities';
import { colleagues } from '../queries/colleagues';
import { latestEdition } from '../queries/editions';
import { proofsOf } from '../queries/evidence';
import { findPlanChange } from '../queries/plan-changes';
import { findPlan, listPlans, type Plan, stagesOf } from '../queries/plans';
import { findRemoved } from '../queries/removed';
import { copyOf } from '../queries/templates';
import { writtenPlan } from '../queries/written-plan';
import type { Occurrence } from '../rules/activity-state';
import { planLeaders } from '../rules/plan';
import { readLook } from '../rules/plan-look';
import { asOf, progressHeadings, progressRows } from '../rules/progress';
import { reviewRows } from '../rules/review';
import { canPublishTemplates } from '../rules/template';
import { countOf, workingChanges } from '../rules/working-changes';

type PlanContext = Context<App, '/roadmap/:id'>;

/** The plan of this id with its activities; not there or not yours: 404. */
export async function planOf(c: Context<App>, id: string) {
	const { tx, actor, now } = c.var;
	const plan = (await findPlan(tx, actor, id)) ?? notFound();
	return { plan, activities: await planActivities(tx, actor, plan.id, now.today) };
}

/** «Информация о ходе выполнения» of a day, today's when none was typed: what each file of it is made from. */
async function progressOf(c: PlanContext) {
	const { tx, actor, now } = c.var;
	const form = readForm(formOf(c.req.query()), progressForm);
	if (!form.ok) return form;
	const on = form.value.on ?? now.today;
	if (on > now.today) return { ...rejected({ on: 'Этот день ещё не наступил' }), values: form.values };
	const { plan, activities } = await planOf(c, c.req.param('id'));
	const rows = progressRows(
		activities.map((activity) => asOf(activity, on)),
		await proofsOf(tx, actor, plan.id)
	);
	return { ok: true as const, on, plan, name: `Ход выполнения на ${showDate(on)}`, rows };
}

type More = { problems?: Problems; ticked?: ReadonlySet<unknown>; values?: Values };

/** The plan's page; with problems it is the same page, 422, with the rows still ticked. */
export async function planPage(c: Context<App>, id: string, { problems, ticked, values }: More = {}) {
	const { tx, actor, now, view } = c.var;
	const { plan, activities } = await planOf(c, id);
	const look = readLook(c.req.query());
	const mode = c.req.query('view') === 'timeline' ? 'timeline' : 'list';
	const people = await colleagues(tx, actor, now);
	const stages = await stagesOf(tx, actor, plan);
	const removed = view.saved === 'activity-removal' ? await findRemoved(tx, actor, c.req.query('of') ?? '') : undefined;
	const marked = removed?.removedAt
		? removalNotice(removed)
		: view.saved?.startsWith('renewal')
			? renewalNotice(view.saved, c.req.query('of'))
			: await changeNotice(c);
	return c.html(
		<PlanPage
			{...{ view, plan, activities, mode, problems, values }}
			notice={marked}
			edition={await editionLine(c, plan)}
		>
			{mode === 'timeline' ? (
				<PlanTimeline {...{ view, plan, activities }} />
			) : (
				<PlanActivities {...{ view, plan, activities, look, problems, people, stages, ticked }} />
			)}
		</PlanPage>,
		problems ? 422 : 200
	);
}

/** What has just been done to several rows, with its undo. */
export async function changeNotice({ var: { tx, actor, view }, req }: Context<App>) {
	if (view.saved === 'undone') return 'Изменение отменено, всё как было';
	const of = req.query('of');
	const change = view.saved && of ? await findPlanChange(tx, actor, of) : undefined;
	return change && !change.undoneAt ? <ChangeNotice change={change} /> : undefined;
}

/** The edition in force and how far the plan has gone on since; the template it was begun from. */
async function editionLine({ var: { tx, actor } }: Context<App>, plan: Plan) {
	const edition = await latestEdition(tx, actor, plan.id);
	const changes = edition ? countOf(workingChanges(edition.contents, await writtenPlan(tx, actor, plan))) : 0;
	return (
		<>
			<EditionLine {...{ plan, edition, changes }} />
			<TemplateLine plan={plan} copy={await copyOf(tx, actor, plan)} publishes={canPublishTemplates(actor)} />
		</>
	);
}

async function reviewPage(c: PlanContext, values: Values, problems?: Problems) {
	const { plan, about, rows } = await reviewOf(c);
	const page = <PlanReviewPage {...{ view: c.var.view, plan, about, rows, values, problems }} />;
	return c.html(page, problems ? 422 : 200);
}

async function reviewOf(c: PlanContext) {
	const { tx, actor, now } = c.var;
	const plan = (await findPlan(tx, actor, c.req.param('id'))) ?? notFound();
	const about: About = c.req.query('about') === 'past' ? 'past' : 'term';
	const kind = about === 'term' ? 'review' : 'deadline';
	const activities = await askedActivities(tx, actor, { roadmapId: plan.id, kind }, now.today);
	return { plan, about, rows: reviewRows(activities, about, now.today) };
}

type ReviewRow = { activity: PlanActivity; occurrence: Occurrence };

/** What was said of each row of the review; a row without an answer waits. */
function answersOf(values: Record<string, string | undefined>, rows: readonly ReviewRow[]): Marked[] {
	return rows.flatMap(({ activity, occurrence }) => {
		const outcome = values[`outcome-${occurrence.id}`];
		const note = values[`note-${occurrence.id}`]?.trim() ?? '';
		return outcome === 'done' || outcome === 'not-done'
			? [{ activity, occurrenceId: occurrence.id, outcome, note }]
			: [];
	});
}

export const planRoutes: readonly Route[] = [
	get('/roadmap', planLeaders, async (c) => {
		const { tx, actor, now, view } = c.var;
		return c.html(<PlanListPage view={view} plans={await listPlans(tx, actor, now.today)} />);
	}),

	get('/roadmap/:id', planLeaders, (c) => planPage(c, c.req.param('id'))),

	get('/roadmap/:id/print', planLeaders, async (c) => {
		const { plan, activities } = await planOf(c, c.req.param('id'));
		return c.html(<PlanPrintPage view={c.var.view} {...{ plan, activities }} />);
	}),

	get('/roadmap/:id/progress.xlsx', planLeaders, async (c) => {
		const found = await progressOf(c);
		if (!found.ok) return planPage(c, c.req.param('id'), found);
		return sendXlsx(c, { name: found.name, headings: progressHeadings, rows: found.rows });
	}),

	get('/roadmap/:id/progress.docx', planLeaders, async (c) => {
		const found = await progressOf(c);
		if (!found.ok) return planPage(c, c.req.param('id'), found);
		const { plan, name, rows, on } = found;
		const told = { organisation: c.var.actor.organisation.name, title: plan.title, today: on, rows };
		return sendFile(c, `${name}.docx`, await progressInWord(told));
	}),

	get('/roadmap/:id/review', planLeaders, (c) => reviewPage(c, { token: crypto.randomUUID() })),

	post('/roadmap/:id/review', planLeaders, ['activity.done', 'activity.not-done'], async (c) => {
		const { tx, actor, now } = c.var;
		const { plan, rows } = await reviewOf(c);
		const form = readForm(await c.req.formData(), reviewForm);
		const marks = answersOf(form.values, rows);
		const result = form.ok ? await recordSeveral(tx, actor, { token: form.value.token, marks }, now) : form;
		if (!result.ok) return reviewPage(c, form.values, result.problems);
		return c.redirect(`/roadmap/${plan.id}?saved=completions&of=${result.value}`, 303);
	}),

	post('/roadmap/:id/archiving', planLeaders, ['roadmap.archived'], async (c) => {
		const { tx, actor, now } = c.var;
		const plan = (await findPlan(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await archivePlan(tx, actor, plan, form.value.token, now) : form;
		if (!result.ok) return planPage(c, c.req.param('id'), { problems: result.problems });
		return c.redirect(`/roadmap/${plan.id}?saved=archiving`, 303);
	}),

	post('/roadmap/:id/restoration', planLeaders, ['roadmap.restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const plan = (await findPlan(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await restorePlan(tx, actor, plan, form.value.token, now) : form;
		if (!result.ok) return planPage(c, c.req.param('id'), { problems: result.problems });
		return c.redirect(`/roadmap/${plan.id}?saved=restoration`, 303);
	})
];
