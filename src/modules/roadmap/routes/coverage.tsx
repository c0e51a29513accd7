import type { Context } from 'hono';
import { showDate } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { bytesOf, chooseAgain, filesOf, problemsWithFiles, some, uploadLimit } from '../../files/rules';
import { cover, uncover } from '../commands/cover';
import { addUnits, endUnit, returnUnit } from '../commands/units';
import { coverForm, uncoverForm, unitsForm } from '../form/coverage';
import { tokenForm } from '../form/plan';
import { CoveringsPage } from '../pages/coverings';
import { PlanUnitsPage } from '../pages/plan-units';
import { unitsNotice } from '../pages/unit-notice';
import { findByOccurrence } from '../queries/activities';
import { findCovering } from '../queries/coverings';
import { findPlan } from '../queries/plans';
import { findUnit, unitsOf } from '../queries/units';
import { canCarryOut, planLeaders } from '../rules/plan';
import { activityPage } from './activity';

async function ofOccurrence(c: Context<App>, id: string) {
	const { tx, actor, now } = c.var;
	const found = (await findByOccurrence(tx, actor, id, now.today)) ?? notFound();
	allow(canCarryOut(actor, found.activity));
	return found;
}

type More = { values: Values; problems?: Problems };

/** The list of a plan; with problems it is the same page, 422, with what was typed. */
async function unitsPage(c: Context<App>, planId: string, { values, problems }: More) {
	const { tx, actor, view } = c.var;
	const plan = (await findPlan(tx, actor, planId)) ?? notFound();
	const units = await unitsOf(tx, actor, plan.id);
	const notice = unitsNotice(view.saved, c.req.query('of'), units);
	return c.html(<PlanUnitsPage {...{ view, plan, units, values, problems, notice }} />, problems ? 422 : 200);
}

export const coverageRoutes: readonly Route[] = [
	get('/occurrences/:id/coverings', 'signed-in', async (c) => {
		const { view, now } = c.var;
		const { activity, occurrence } = await ofOccurrence(c, c.req.param('id'));
		if (!occurrence.coverage || occurrence.outcome || activity.archivedAt) {
			return c.redirect(`/activities/${activity.id}`, 303);
		}
		const values: Values = { token: crypto.randomUUID(), coveredOn: showDate(now.today) };
		return c.html(<CoveringsPage {...{ view, activity, occurrence, values }} />);
	}),

	post(
		'/occurrences/:id/coverings',
		'signed-in',
		['activity.covered'],
		async (c) => {
			const { tx, actor, now, view } = c.var;
			const found = await ofOccurrence(c, c.req.param('id'));
			const data = await c.req.formData();
			const files = filesOf(data);
			const form = readForm(data, coverForm, ['ones']);
			const wrong = { ...(form.ok ? {} : form.problems), ...problemsWithFiles(files) };
			const left = found.occurrence.coverage?.left ?? [];
			const chosen = new Set(data.getAll('ones'));
			const result =
				form.ok && !some(wrong)
					? await cover(
							tx,
							actor,
							found,
							{
								...form.value,
								ones: form.value.who === 'all' ? left.map(({ id }) => id) : form.value.ones,
								outcome: form.value.who === 'excused' ? 'excused' : 'done',
								files: await bytesOf(files)
							},
							now
						)
					: { ok: false as const, problems: wrong };
			if (!result.ok) {
				const problems = chooseAgain(files, result.problems);
				const again = { values: form.values, ticked: chosen, problems };
				return c.html(<CoveringsPage view={view} {...found} {...again} />, 422);
			}
			return c.redirect(`/activities/${found.activity.id}?saved=coverings&of=${result.value}`, 303);
		},
		{ limit: uploadLimit }
	),

	post('/coverings/:id/withdrawal', 'signed-in', ['activity.uncovered'], async (c) => {
		const { tx, actor, now } = c.var;
		const covering = (await findCovering(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), uncoverForm);
		const result = form.ok ? await uncover(tx, actor, covering, form.value, now) : form;
		if (!result.ok) return activityPage(c, covering.activityId, { problems: result.problems });
		return c.redirect(`/activities/${covering.activityId}?saved=uncovered#coverage`, 303);
	}),

	get('/roadmap/:id/units', planLeaders, (c) =>
		unitsPage(c, c.req.param('id'), { values: { token: crypto.randomUUID() } })
	),

	post('/roadmap/:id/units', planLeaders, ['plan-units.added'], async (c) => {
		const { tx, actor, now } = c.var;
		const plan = (await findPlan(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), unitsForm);
		const result = form.ok ? await addUnits(tx, actor, plan, form.value, now) : form;
		if (!result.ok) return unitsPage(c, plan.id, { values: form.values, problems: result.problems });
		return c.redirect(`/roadmap/${plan.id}/units?saved=units&of=${result.value}`, 303);
	}),

	post('/units/:id/ending', planLeaders, ['plan-units.ended'], async (c) => {
		const { tx, actor, now } = c.var;
		const unit = (await findUnit(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await endUnit(tx, actor, unit, form.value.token, now) : form;
		if (!result.ok) return unitsPage(c, unit.roadmapId, { values: form.values, problems: result.problems });
		return c.redirect(`/roadmap/${unit.roadmapId}/units?saved=unit-ending&of=${unit.id}`, 303);
	}),

	post('/units/:id/return', planLeaders, ['plan-units.returned'], async (c) => {
		const { tx, actor, now } = c.var;
		const unit = (await findUnit(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await returnUnit(tx, actor, unit, form.value.token, now) : form;
		if (!result.ok) return unitsPage(c, unit.roadmapId, { values: form.values, problems: result.problems });
		return c.redirect(`/roadmap/${unit.roadmapId}/units?saved=unit-return&of=${unit.id}`, 303);
	})
];
