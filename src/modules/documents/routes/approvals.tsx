import { type Result, readForm } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { findOrganisation } from '../../organisations/queries';
import { type ApprovalTurn, askApproval, enterAnswer, turnApproval } from '../commands/approvals';
import { approvalSheetInWord } from '../engine/approval-sheet';
import { answerOnPaperForm, askApprovalForm, oneApprovalForm } from '../form';
import { ApprovalSheetPage } from '../pages/approval-sheet';
import type { StoredDocument } from '../queries/document';
import { sheetLines } from '../rules/approval-sheet';
import { currentText } from '../rules/approvals';
import { documentMakers } from '../rules/documents';
import { showDocument } from './made';
import { type C, documentIn } from './shared';

const turns = {
	removal: ['document.approval-withdrawn', 'approval-removed'],
	restoration: ['document.approval-asked', 'approval-restored'],
	undoing: ['document.approval-undone', 'approval-undone']
} as const;

const turn = (name: ApprovalTurn, path: `/documents/made/:id/approvals/${string}`): Route =>
	post(path, documentMakers, [turns[name][0]], async (c) => {
		const { tx, actor, now } = c.var;
		const document = await documentIn(c);
		const form = readForm(await c.req.formData(), oneApprovalForm);
		const result = form.ok ? await turnApproval(tx, actor, document, name, form.value, now) : form;
		return answer(c, document, result, form.values, turns[name][1]);
	});

/** The card again with what is wrong, or the notice; `approval` in the address lets the notice offer to take it back. */
function answer(
	c: C,
	document: StoredDocument,
	result: Result<string>,
	values: Parameters<typeof showDocument>[2] extends { values: infer V } | undefined ? V : never,
	saved: string
) {
	if (!result.ok) return showDocument(c, document, { values, problems: result.problems });
	return c.redirect(`/documents/made/${document.id}?saved=${saved}&approval=${result.value}#approvals`, 303);
}

/** Visas and the union's opinion, asked and written down by whoever makes the document; the sheet of them. */
export const approvalRoutes: readonly Route[] = [
	post('/documents/made/:id/approvals', documentMakers, ['document.approval-asked'], async (c) => {
		const { tx, actor, now } = c.var;
		const document = await documentIn(c);
		const form = readForm(await c.req.formData(), askApprovalForm);
		if (!form.ok) return answer(c, document, form, form.values, '');
		const { approvalKind: kind, ...asking } = form.value;
		const result = await askApproval(tx, actor, document, { ...asking, kind }, now);
		return answer(c, document, result, form.values, 'approval-asked');
	}),

	post('/documents/made/:id/approvals/answers', documentMakers, ['document.approval-answered'], async (c) => {
		const { tx, actor, now } = c.var;
		const document = await documentIn(c);
		const form = readForm(await c.req.formData(), answerOnPaperForm);
		const result = form.ok ? await enterAnswer(tx, actor, document, form.value, now) : form;
		return answer(c, document, result, form.values, 'approval-answered');
	}),

	turn('undoing', '/documents/made/:id/approvals/answers/undoing'),
	turn('removal', '/documents/made/:id/approvals/removal'),
	turn('restoration', '/documents/made/:id/approvals/restoration'),

	get('/documents/made/:id/approval-sheet', documentMakers, async (c) =>
		c.html(<ApprovalSheetPage view={c.var.view} document={await documentIn(c)} />)
	),

	get('/documents/made/:id/approval-sheet.docx', documentMakers, async (c) => {
		const { tx, actor, now } = c.var;
		const { title, approvalList, files, unagreed } = await documentIn(c);
		const { fullName: organisation } = await findOrganisation(tx, actor, now);
		const text = currentText(files);
		const sheet = {
			...{ organisation, title, unagreed, on: now.today, lines: sheetLines(approvalList) },
			text: text ? `${text.name}, файл ${text.number}, SHA-256 ${text.sha256.slice(0, 16)}…` : title
		};
		return sendFile(c, `Лист согласования – ${title}.docx`, await approvalSheetInWord(sheet));
	})
];
