import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { readForm } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { forgetHint } from '../commands/learn-hints';
import { onlyToken } from '../form/imports';
import { HintsPage } from '../pages/hints';
import { findHint, listHints } from '../queries/hints';
import { planLeaders } from '../rules/plan';

async function showHints(c: Context<App>, problem?: string) {
	const hints = await listHints(c.var.tx, c.var.actor);
	const tokens = new Map(hints.map(({ id }) => [id, crypto.randomUUID()]));
	return c.html(<HintsPage view={c.var.view} {...{ hints, tokens, problem }} />, problem ? 422 : 200);
}

export const hintRoutes: readonly Route[] = [
	get('/roadmap/hints', planLeaders, (c) => showHints(c)),

	post('/roadmap/hints/:id/removal', planLeaders, ['roadmap.hint-forgotten'], async (c) => {
		const { tx, actor, now } = c.var;
		const { id } = (await findHint(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), onlyToken);
		const result = form.ok ? await forgetHint(tx, actor, id, form.value.token, now) : form;
		if (!result.ok) return showHints(c, Object.values(result.problems).find(Boolean));
		return c.redirect('/roadmap/hints?saved=forgotten', 303);
	})
];
