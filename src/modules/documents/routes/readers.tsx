import { showDate } from '../../../core/dates';
import { readForm } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { acquaintWithDocument, enterReaders, undoReader } from '../commands/acquaint';
import { addReaders, remindReaders, removeReader } from '../commands/readers';
import { sheetValues } from '../engine/sheet-values';
import { addReadersForm, readersForm, removeReaderForm, tokenForm, undoReaderForm } from '../form';
import { MyDocumentsPage } from '../pages/mine';
import { AcquaintanceSheetPage, AddReadersPage } from '../pages/readers';
import { listCandidates } from '../queries/candidates';
import type { StoredDocument } from '../queries/document';
import { findPaperFacts } from '../queries/facts';
import { listMyDocuments } from '../queries/mine';
import { workerOf } from '../queries/pair-facts';
import { listWorkers } from '../queries/settings';
import { documentMakers } from '../rules/documents';
import { showDocument } from './made';
import { type C, documentIn, templateAtWork, type Wrong } from './shared';

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

async function showAdding(c: C, document: StoredDocument, wrong?: Wrong & Pick<Adding, 'chosen'>) {
	const { tx, actor, now, view } = c.var;
	const candidates = await listCandidates(tx, actor, document.id, now);
	const acquaintBy = document.acquaintBy ? showDate(document.acquaintBy) : '';
	const fresh = { values: { token: crypto.randomUUID(), acquaintBy }, chosen: { group: [], person: [] } };
	return c.html(<AddReadersPage {...{ view, document, candidates }} {...(wrong ?? fresh)} />, wrong ? 422 : 200);
}
type Adding = Parameters<typeof AddReadersPage>[0];

/** Who has to know a document: by their own word, or by their signature on the printed sheet. */
export const documentReaderRoutes: readonly Route[] = [
	get('/my-documents', 'signed-in', async (c) => {
		const { tx, actor, view } = c.var;
		return c.html(<MyDocumentsPage {...{ view }} documents={await listMyDocuments(tx, actor)} />);
	}),
	own('/my-documents/:id/acquaintance', false),
	own('/my-documents/:id/acquaintance/undoing', true),

	get('/documents/made/:id/readers', documentMakers, async (c) => showAdding(c, await documentIn(c))),

	post('/documents/made/:id/readers', documentMakers, ['document.readers-named'], async (c) => {
		const { tx, actor, now } = c.var;
		const document = await documentIn(c);
		const data = await c.req.formData();
		const form = readForm(data, addReadersForm, ['group', 'person']);
		const result = form.ok ? await addReaders(tx, actor, document, form.value, now) : form;
		if (result.ok) return c.redirect(`/documents/made/${document.id}?saved=readers#person`, 303);
		const chosen = { group: data.getAll('group').map(String), person: data.getAll('person').map(String) };
		return showAdding(c, document, { values: form.values, problems: result.problems, chosen });
	}),

	post('/documents/made/:id/readers/removal', documentMakers, ['document.reader-removed'], async (c) => {
		const { tx, actor, now } = c.var;
		const document = await documentIn(c);
		const form = readForm(await c.req.formData(), removeReaderForm);
		const result = form.ok
			? await removeReader(tx, actor, document, { ...form.value, person: form.value.gone }, now)
			: form;
		if (!result.ok) return showDocument(c, document, { values: form.values, problems: result.problems });
		return c.redirect(`/documents/made/${document.id}?saved=reader-removed&person=${result.value}`, 303);
	}),

	post('/documents/made/:id/reminder', documentMakers, ['document.reminded'], async (c) => {
		const { tx, actor, now } = c.var;
		const document = await documentIn(c);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await remindReaders(tx, actor, document, form.value, now) : form;
		if (!result.ok) return showDocument(c, document, { values: form.values, problems: result.problems });
		return c.redirect(`/documents/made/${document.id}?saved=reminded`, 303);
	}),

	get('/documents/made/:id/sheet', documentMakers, async (c) =>
		c.html(<AcquaintanceSheetPage view={c.var.view} document={await documentIn(c)} />)
	),

	get('/documents/made/:id/sheet.docx', documentMakers, async (c) => {
		const { tx, actor, now } = c.var;
		const document = await documentIn(c);
		const facts = await findPaperFacts(tx, actor, now);
		const ids = document.readerList.map(({ id }) => id);
		const workers = new Map((await listWorkers(tx, actor, ids, now)).map((one) => [one.id, workerOf(one)]));
		const readers = document.readerList.flatMap((one) => {
			const worker = workers.get(one.id);
			return worker ? { ...one, worker } : [];
		});
		const { template } = await templateAtWork(c, 'acquaintance-sheet', facts);
		const values = sheetValues(facts.common, { ...document, readers });
		return sendFile(c, 'Лист ознакомления.docx', template.render(values));
	}),

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
