import { readForm } from '../../../core/forms';
import { post, type Route } from '../../../http';
import { linkDocuments, unlinkDocuments } from '../commands/links';
import { makeLater } from '../commands/make-later';
import { linkForm, unlinkForm } from '../form';
import type { StoredDocument } from '../queries/document';
import { findSettings } from '../queries/settings';
import { documentKeepers } from '../rules/documents';
import { type LinkKind, laterOrders } from '../rules/life';
import { showDocument } from './made';
import { type C, documentIn, templateAtWork } from './shared';

/** One button: the order that cancels or amends this one, as a draft that is linked. */
async function makeAnswer(
	c: C,
	earlier: StoredDocument,
	said: { token: string; how: LinkKind; making?: string | undefined }
) {
	const { tx, actor, now } = c.var;
	const { token, how, making } = said;
	const code = how === 'replaces' ? undefined : laterOrders[how];
	if (!code || !making)
		return showDocument(c, earlier, {
			values: {},
			problems: { form: 'Выберите документ или нажмите кнопку ещё раз.' }
		});
	const { settings } = await findSettings(tx, actor);
	const by = await templateAtWork(c, code, { settings });
	const result = await makeLater(tx, actor, earlier, { token, making, how, code, ...by }, now);
	if (!result.ok) return showDocument(c, earlier, { values: {}, problems: result.problems });
	return c.redirect(`/documents/made/${result.value}?saved=made-later`, 303);
}

/** A later document replaces, cancels or amends an earlier one. */
export const linkRoutes: readonly Route[] = [
	post(
		'/documents/made/:id/links',
		documentKeepers,
		['document.superseded', 'document.made', 'document.remade'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const document = await documentIn(c);
			const form = readForm(await c.req.formData(), linkForm);
			if (form.ok && form.value.later === 'new') return makeAnswer(c, document, form.value);
			const result = form.ok ? await linkDocuments(tx, actor, document, form.value, now) : form;
			if (!result.ok) return showDocument(c, document, { values: form.values, problems: result.problems });
			return c.redirect(`/documents/made/${document.id}?saved=linked#links`, 303);
		}
	),

	post('/documents/made/:id/links/undoing', documentKeepers, ['document.superseding-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const document = await documentIn(c);
		const form = readForm(await c.req.formData(), unlinkForm);
		const result = form.ok ? await unlinkDocuments(tx, actor, document, form.value, now) : form;
		if (!result.ok) return showDocument(c, document, { values: form.values, problems: result.problems });
		return c.redirect(`/documents/made/${document.id}?saved=unlinked#links`, 303);
	})
];
