import { notFound } from '../../../core/errors';
import { type Problems, readForm, statusOf, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { answerApproval, undoAnswer } from '../commands/answer';
import { ownAnswerForm, tokenForm } from '../form';
import { AgreementPage } from '../pages/agreement';
import { ApprovalPage } from '../pages/agreement-one';
import { findMyApproval, listMyApprovals, type MyApproval } from '../queries/my-approvals';
import { fileBytes } from '../queries/templates';
import { readPaper } from '../readers/paper-text';
import type { C } from './shared';

const approvalIn = async (c: C) => (await findMyApproval(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();

/** More than these are read in Word. */
const mostParagraphs = 400;

async function paragraphsOf({ var: { tx, actor } }: C, { fileId, fileName }: MyApproval) {
	if (!fileId || !/\.docx$/i.test(fileName)) return null;
	const read = readPaper(await fileBytes(tx, actor, fileId));
	if (!read.ok) return null;
	// a row of a table reads as one line
	const rows = Map.groupBy(read.pieces, ({ place, row }) => row ?? place);
	return [...rows.values()].map((cells) => cells.map(({ text }) => text).join(' | ')).slice(0, mostParagraphs);
}

async function show(
	c: C,
	approval: MyApproval,
	wrong?: { values: Values; problems: Problems },
	status: 409 | 422 = 422
) {
	const paragraphs = await paragraphsOf(c, approval);
	const shown = wrong ?? { values: {}, problems: {} };
	const values = { ...shown.values, token: crypto.randomUUID() };
	const page = <ApprovalPage {...{ view: c.var.view, approval, paragraphs, values, problems: shown.problems }} />;
	return c.html(page, wrong ? status : 200);
}

/** What somebody is asked to agree on: one's own, whatever the role. */
export const agreementRoutes: readonly Route[] = [
	get('/agreement', 'signed-in', async (c) => {
		const { tx, actor, view } = c.var;
		return c.html(<AgreementPage {...{ view }} approvals={await listMyApprovals(tx, actor)} />);
	}),

	get('/agreement/:id', 'signed-in', async (c) => show(c, await approvalIn(c))),

	post('/agreement/:id/answer', 'signed-in', ['document.approval-answered'], async (c) => {
		const { tx, actor, now } = c.var;
		const approval = await approvalIn(c);
		const form = readForm(await c.req.formData(), ownAnswerForm);
		const result = form.ok ? await answerApproval(tx, actor, approval, form.value, now) : form;
		if (result.ok) return c.redirect(`/agreement/${approval.id}?saved=answered`, 303);
		const status = statusOf('theirs' in result && result.theirs ? { theirs: result.theirs } : {});
		return show(c, await approvalIn(c), { values: form.values, problems: result.problems }, status);
	}),

	post('/agreement/:id/answer/undoing', 'signed-in', ['document.approval-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const approval = await approvalIn(c);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await undoAnswer(tx, actor, approval, form.value, now) : form;
		if (result.ok) return c.redirect(`/agreement/${approval.id}`, 303);
		return show(c, approval, { values: {}, problems: result.problems });
	})
];
