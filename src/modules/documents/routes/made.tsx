import { showDate } from '../../../core/dates';
import { get, type Route } from '../../../http';
import { archiveLimit, archiveSize, archiveStream, mostInArchive } from '../../../http-archive';
import { closedIn } from '../../../ui/closes';
import { asAttachment } from '../../files/rules';
import { historyOf } from '../../journal/queries';
import { uniqueNames } from '../engine/template/archive';
import { DocumentPage } from '../pages/document';
import { MadePage } from '../pages/made';
import { listAskable } from '../queries/approvals';
import type { StoredDocument } from '../queries/document';
import { listEffects } from '../queries/effects';
import { listLinkable } from '../queries/links';
import { listDocumentFiles, listDocuments } from '../queries/made';
import { findSettings } from '../queries/settings';
import { mayBeAgreed } from '../rules/approvals';
import { documentMakers } from '../rules/documents';
import { missingIn, missingName, nameInArchive } from '../rules/documents-archive';
import { madeAddress, madeWanted } from '../rules/made';
import { findingsIn } from './checked';
import { type C, checkAddress, documentIn, type Wrong } from './shared';

/** The card of a stored document, as it is or with what is wrong. */
export async function showDocument(c: C, document: StoredDocument, wrong?: Wrong, status: 409 | 422 = 422) {
	const { tx, actor, now, view } = c.var;
	const history = await historyOf(tx, actor, { kind: 'document', id: document.id }, 200);
	const effects = await listEffects(tx, actor, document.id);
	const shown = wrong ?? { values: {} };
	const closed = closedIn(c.req.query('closed'));
	const checked = await findingsIn(c, document);
	const gone = c.req.query('person') ?? '';
	const checkAt = checkAddress(c, (await findSettings(tx, actor)).settings);
	const askable = mayBeAgreed(document) ? await listAskable(tx, actor, now) : [];
	const asked = c.req.query('approval');
	const linkable = document.datedOn && !document.superseded ? await listLinkable(tx, actor, document) : [];
	return c.html(
		<DocumentPage
			{...{ view, checkAt, document, history, effects, closed, checked, gone, askable, asked, linkable }}
			{...shown}
		/>,
		wrong ? status : 200
	);
}

const tooMuch = 'Документов больше, чем входит в один архив (4 ГБ). Выберите вид документа или поищите по названию.';

/** Documents that were made here. */
export const madeRoutes: readonly Route[] = [
	/** What the list shows now, as one archive: written while it is read, its weight said beforehand. */
	get('/documents/made/archive.zip', documentMakers, async (c) => {
		const { tx, actor, now, world } = c.var;
		const wanted = madeWanted(c.req.query());
		const documents = await listDocumentFiles(tx, actor, wanted);
		if (documents.length === 0) return c.redirect(madeAddress(wanted), 303);
		const named = uniqueNames();
		const files = documents.flatMap((one) =>
			one.files.map(({ fileId, size, at, ...file }) => ({ name: named(nameInArchive(one, file)), fileId, size, at }))
		);
		const lines = Buffer.from(
			missingIn(documents)
				.map((line) => `${line}\r\n`)
				.join('')
		);
		const missing = lines.length > 0 ? [{ name: missingName, at: now.at, bytes: lines, size: lines.length }] : [];
		const entries = [...missing, ...files];
		const size = archiveSize(entries);
		if (size > archiveLimit || entries.length > mostInArchive) return c.text(tooMuch, 422);
		return c.body(archiveStream(world.db, actor, entries), 200, {
			'content-type': 'application/zip',
			'content-length': String(size),
			'content-disposition': asAttachment(`Документы на ${showDate(now.today)}.zip`),
			'x-content-type-options': 'nosniff'
		});
	}),

	get('/documents/made', documentMakers, async (c) => {
		const { tx, actor, view } = c.var;
		const wanted = madeWanted(c.req.query());
		const found = await listDocuments(tx, actor, wanted);
		const [made, unmade] = [closedIn(c.req.query('made')), closedIn(c.req.query('unmade'))];
		return c.html(<MadePage {...{ view, wanted, made, unmade }} {...found} />);
	}),

	get('/documents/made/:id', documentMakers, async (c) => showDocument(c, await documentIn(c)))
];
