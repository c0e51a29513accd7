import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { readForm } from '../../../core/forms';
import { type App, post, type Route } from '../../../http';
import { leaveRemark, mendRemark } from '../commands/correct-remark';
import { remarkForm } from '../form/imports';
import { findImport } from '../queries/imports';
import { planLeaders } from '../rules/plan';
import { showUnderstood } from './show-understood';

/** One button beside a remark; what went wrong is said on «Что понято». */
async function answer(c: Context<App>, act: typeof mendRemark) {
	const { tx, actor, now } = c.var;
	const found = await findImport(tx, actor, c.req.param('id') ?? '');
	if (found?.state !== 'read') return notFound();
	const form = readForm(await c.req.formData(), remarkForm);
	const result = form.ok ? await act(tx, actor, found.id, form.value, now) : form;
	if (result.ok) return c.redirect(`/roadmap/imports/${found.id}?saved=correction`, 303);
	return showUnderstood(c, found, Object.values(result.problems).find(Boolean));
}

export const importRemarkRoutes: readonly Route[] = [
	post('/roadmap/imports/:id/remarks/mending', planLeaders, ['roadmap.corrected'], (c) => answer(c, mendRemark)),
	post('/roadmap/imports/:id/remarks/leaving', planLeaders, ['roadmap.corrected'], (c) => answer(c, leaveRemark))
];
