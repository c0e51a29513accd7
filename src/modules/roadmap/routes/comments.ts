import { notFound } from '../../../core/errors';
import { readForm } from '../../../core/forms';
import { post, type Route } from '../../../http';
import { removeComment, restoreComment, writeComment } from '../commands/comments';
import { commentForm } from '../form/coverage';
import { tokenForm } from '../form/plan';
import { findActivity } from '../queries/activities';
import { findComment } from '../queries/comments';
import { activityPage } from './activity';

export const commentRoutes: readonly Route[] = [
	post('/activities/:id/comments', 'signed-in', ['comment.written'], async (c) => {
		const { tx, actor, now } = c.var;
		const activity = (await findActivity(tx, actor, c.req.param('id'), now.today)) ?? notFound();
		const form = readForm(await c.req.formData(), commentForm);
		const result = form.ok ? await writeComment(tx, actor, activity, form.value, now) : form;
		if (!result.ok) return activityPage(c, activity.id, { values: form.values, problems: result.problems });
		return c.redirect(`/activities/${activity.id}?saved=comment#comments`, 303);
	}),

	post('/comments/:id/removal', 'signed-in', ['comment.removed'], async (c) => {
		const { tx, actor, now } = c.var;
		const comment = (await findComment(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await removeComment(tx, actor, comment, form.value.token, now) : form;
		if (!result.ok) return activityPage(c, comment.activityId, { problems: result.problems });
		return c.redirect(`/activities/${comment.activityId}?saved=comment-removal&of=${comment.id}`, 303);
	}),

	post('/comments/:id/restoration', 'signed-in', ['comment.restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const comment = (await findComment(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await restoreComment(tx, actor, comment, form.value.token, now) : form;
		if (!result.ok) return activityPage(c, comment.activityId, { problems: result.problems });
		return c.redirect(`/activities/${comment.activityId}?saved=comment-restoration#comments`, 303);
	})
];
