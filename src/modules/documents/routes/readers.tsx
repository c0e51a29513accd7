import { readForm } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { acquaintWithDocument, enterReaders, undoReader } from '../commands/acquaint';
import { readersForm, tokenForm, undoReaderForm } from '../form';
import { MyDocumentsPage } from '../pages/mine';
import { listMyDocuments } from '../queries/mine';
import { documentMakers } from '../rules/documents';
import { showDocument } from './made';
import { documentIn } from './shared';

const own = (path: `/my-documents/:id/${string}`, back: boolean): Route =>
	post(path, 'signed-in', [back ? 'document.acquainting-undone' : 'document.acquainted'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const form = readForm(await c.req.formData(), tokenForm);
		const id = c.req.param('id') ?? '';
		const result = form.ok ? await acquaintWithDocument(tx, actor, id, { ...form.value, back }, now) : form;
		if (result.ok) return c.redirect(`/my-documents?saved=${back ? 'undone' : 'read'}`, 303);
		const documents = await listMyDocuments(tx, actor);
		return c.html(<MyDocumentsPage {...{ view, documents }} problems={result.problems} />, 422);
	});

/** Who has to know a document: by their own word, or by their signature on the printed sheet. */
export const documentReaderRoutes: readonly Route[] = [
	get('/my-documents', 'signed-in', async (c) => {
		const { tx, actor, view } = c.var;
		return c.html(<MyDocumentsPage {...{ view }} documents={await listMyDocuments(tx, actor)} />);
	}),
	own('/my-documents/:id/acquaintance', false),
	own('/my-documents/:id/acquaintance/undoing', true),

	post('/documents/made/:id/sheet', documentMakers, ['document.sheet-entered'], async (c) => {
		const { tx, actor, now } = c.var;
		const document = await documentIn(c);
		const form = readForm(await c.req.formData(), readersForm, ['person']);
		const result = form.ok
			? await enterReaders(tx, actor, document, { ...form.value, on: form.value.readOn }, now)
			: form;
		if (!result.ok) return showDocument(c, document, { values: form.values, problems: result.problems });
		return c.redirect(`/documents/made/${document.id}?saved=sheet`, 303);
	}),

	post('/documents/made/:id/sheet/undoing', documentMakers, ['document.acquainting-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const document = await documentIn(c);
		const form = readForm(await c.req.formData(), undoReaderForm);
		const result = form.ok ? await undoReader(tx, actor, document, form.value, now) : form;
		if (!result.ok) return showDocument(c, document, { values: form.values, problems: result.problems });
		return c.redirect(`/documents/made/${document.id}?saved=sheet-undone`, 303);
	})
];
