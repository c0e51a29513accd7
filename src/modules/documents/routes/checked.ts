import { checkPaper } from '../engine/checker/check';
import type { StoredDocument } from '../queries/document';
import { findPaperHome } from '../queries/paper-home';
import { fileBytes } from '../queries/templates';
import { readPaper } from '../readers/paper-text';
import { maxTemplateBytes } from '../readers/word-file';
import { currentText } from '../rules/approvals';
import type { Finding } from '../rules/checker/paper';
import { type OwnTemplate, ownTemplates } from '../rules/library/templates';
import type { C } from './shared';

/** What the checker says of the newest Word file of a document that has no number yet; null where there is nothing to read. */
export async function findingsIn(c: C, { datedOn, removed, files, code }: StoredDocument): Promise<Finding[] | null> {
	const { tx, actor, now } = c.var;
	const file = currentText(files);
	if (datedOn || removed || !file || file.size > maxTemplateBytes || !/\.docx$/i.test(file.name)) return null;
	const read = readPaper(await fileBytes(tx, actor, file.fileId));
	if (!read.ok) return null;
	const own: Record<string, OwnTemplate> = ownTemplates;
	const byHand = Object.hasOwn(own, code) && own[code]?.byHand === true;
	const findings = checkPaper(read.pieces, await findPaperHome(tx, actor, now));
	return findings.filter(({ kind }) => !(byHand && kind === 'blank'));
}
