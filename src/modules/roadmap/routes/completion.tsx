import type { Context } from 'hono';
import { showDate } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { bytesOf, chooseAgain, filesOf, problemsWithFiles, some, uploadLimit } from '../../files/rules';
import { recordCompletion } from '../commands/complete';
import { attachEvidence, removeEvidence, restoreEvidence } from '../commands/evidence';
import { withdrawCompletion } from '../commands/withdraw';
import { completionForm, evidenceForm } from '../form/completion';
import { tokenForm } from '../form/plan';
import { backTo, CompletionPage } from '../pages/completion';
import { findActivity, findByOccurrence } from '../queries/activities';
import { findCompletion } from '../queries/completion';
import { findEvidence } from '../queries/evidence';
import { outcomesOf } from '../rules/completion';
import { canCarryOut } from '../rules/plan';
import { activityPage } from './activity';

async function openForm(c: Context<App>, id: string) {
	const { tx, actor, now } = c.var;
	const found = (await findByOccurrence(tx, actor, id, now.today)) ?? notFound();
	allow(canCarryOut(actor, found.activity));
	return found;
}

export const completionRoutes: readonly Route[] = [
	get('/occurrences/:id/completion', 'signed-in', async (c) => {
		const { view, now } = c.var;
		const { activity, occurrence } = await openForm(c, c.req.param('id'));
		if (occurrence.completionId || activity.archivedAt) return c.redirect(`/activities/${activity.id}`, 303);
		const values: Values = {
			token: crypto.randomUUID(),
			outcome: outcomesOf(activity)[0],
			doneOn: showDate(now.today),
			back: c.req.query('back')
		};
		return c.html(<CompletionPage {...{ view, activity, occurrence, values }} />);
	}),

	post(
		'/occurrences/:id/completion',
		'signed-in',
		['activity.done', 'activity.not-done', 'activity.noted'],
		async (c) => {
			const { tx, actor, now, view } = c.var;
			const found = await openForm(c, c.req.param('id'));
			const data = await c.req.formData();
			const files = filesOf(data);
			const form = readForm(data, completionForm);
			const wrong = { ...(form.ok ? {} : form.problems), ...problemsWithFiles(files) };
			const result =
				form.ok && !some(wrong)
					? await recordCompletion(tx, actor, found, { ...form.value, files: await bytesOf(files) }, now)
					: { ok: false as const, problems: wrong };
			if (!result.ok) {
				const problems = chooseAgain(files, result.problems);
				return c.html(<CompletionPage view={view} {...found} values={form.values} problems={problems} />, 422);
			}
			const back = backTo[(form.values.back ?? '') as keyof typeof backTo] ?? backTo.activity;
			return c.redirect(`${back(found.activity)}?saved=completion&of=${result.value}`, 303);
		},
		{ limit: uploadLimit }
	),

	post('/completions/:id/withdrawal', 'signed-in', ['activity.reopened'], async (c) => {
		const { tx, actor, now } = c.var;
		const completion = (await findCompletion(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await withdrawCompletion(tx, actor, completion, form.value.token, now) : form;
		if (!result.ok) return activityPage(c, completion.activityId, { problems: result.problems });
		return c.redirect(`/activities/${completion.activityId}?saved=withdrawal`, 303);
	}),

	post(
		'/activities/:id/evidence',
		'signed-in',
		['evidence.attached'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const activity = (await findActivity(tx, actor, c.req.param('id'), now.today)) ?? notFound();
			allow(canCarryOut(actor, activity));
			const data = await c.req.formData();
			const occurrence = activity.occurrences.find(({ id }) => id === data.get('occurrence')) ?? notFound();
			const files = filesOf(data);
			const form = readForm(data, evidenceForm);
			const wrong = { ...(form.ok ? {} : form.problems), ...problemsWithFiles(files) };
			const result =
				form.ok && !some(wrong)
					? await attachEvidence(
							tx,
							actor,
							{ activity, occurrence },
							{ ...form.value, files: await bytesOf(files) },
							now
						)
					: { ok: false as const, problems: wrong };
			if (!result.ok) {
				return activityPage(c, activity.id, { values: form.values, problems: chooseAgain(files, result.problems) });
			}
			return c.redirect(`/activities/${activity.id}?saved=evidence`, 303);
		},
		{ limit: uploadLimit }
	),

	post('/evidence/:id/removal', 'signed-in', ['evidence.removed'], async (c) => {
		const { tx, actor, now } = c.var;
		const evidence = (await findEvidence(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await removeEvidence(tx, actor, evidence, form.value.token, now) : form;
		if (!result.ok) return activityPage(c, evidence.activityId, { problems: result.problems });
		return c.redirect(`/activities/${evidence.activityId}?saved=removal&of=${evidence.id}`, 303);
	}),

	post('/evidence/:id/restoration', 'signed-in', ['evidence.restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const evidence = (await findEvidence(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await restoreEvidence(tx, actor, evidence, form.value.token, now) : form;
		if (!result.ok) return activityPage(c, evidence.activityId, { problems: result.problems });
		return c.redirect(`/activities/${evidence.activityId}?saved=evidence-restoration`, 303);
	})
];
