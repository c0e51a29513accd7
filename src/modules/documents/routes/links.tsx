import { readForm } from '../../../core/forms';
import { post, type Route } from '../../../http';
import { linkDocuments, unlinkDocuments } from '../commands/links';
import { linkForm, unlinkForm } from '../form';
import { documentKeepers } from '../rules/documents';
import { showDocument } from './made';
import { documentIn } from './shared';

/** A later document replaces, cancels or amends an earlier one. */
export const linkRoutes: readonly Route[] = [
	post('/documents/made/:id/links', documentKeepers, ['document.superseded'], async (c) => {
		const { tx, actor, now } = c.var;
		const document = await documentIn(c);
		const form = readForm(await c.req.formData(), linkForm);
		const result = form.ok ? await linkDocuments(tx, actor, document, form.value, now) : form;
		if (!result.ok) return showDocument(c, document, { values: form.values, problems: result.problems });
		return c.redirect(`/documents/made/${document.id}?saved=linked#links`, 303);
	}),

	post('/documents/made/:id/links/undoing', documentKeepers, ['document.superseding-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const document = await documentIn(c);
		const form = readForm(await c.req.formData(), unlinkForm);
		const result = form.ok ? await unlinkDocuments(tx, actor, document, form.value, now) : form;
		if (!result.ok) return showDocument(c, document, { values: form.values, problems: result.problems });
		return c.redirect(`/documents/made/${document.id}?saved=unlinked#links`, 303);
	})
];
