import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { closesIn } from '../../../ui/closes';
import { findOrganisation } from '../../organisations/queries';
import { listClosable } from '../../roadmap/queries/closable';
import { closeBySorting } from '../commands/close';
import { summaryInWord } from '../engine/summary-in-word';
import { tokenForm } from '../form';
import { SummaryPage } from '../pages/summary';
import { listSets } from '../queries/sets';
import { listSorted } from '../queries/staff';
import { groupKeepers } from '../rules/groups';
import { summaryOf } from '../rules/summary';
import { summaryPaper } from '../rules/summary-paper';

type C = Context<App>;

async function summaryFor(c: C) {
	const { tx, actor, now } = c.var;
	const set = (await listSets(tx, actor)).find(({ id }) => id === c.req.param('id')) ?? notFound();
	return { set, summary: summaryOf(set, await listSorted(tx, actor, set.id, now)) };
}

async function showSummary(c: C, wrong?: { values: Values; problems: Problems; chosen: readonly string[] }) {
	const { tx, actor, now, view } = c.var;
	const closable = await listClosable(tx, actor, ['classify'], now.today);
	const shown = wrong ?? { values: { token: crypto.randomUUID() } };
	return c.html(<SummaryPage {...{ view, closable }} {...(await summaryFor(c))} {...shown} />, wrong ? 422 : 200);
}

/** What is decided of everybody on a day, and the lines of the plan it closes. */
export const groupSummaryRoutes: readonly Route[] = [
	get('/group-sets/:id/summary', groupKeepers, (c) => showSummary(c)),

	get('/group-sets/:id/summary.docx', groupKeepers, async (c) => {
		const { tx, actor, now } = c.var;
		const { set, summary } = await summaryFor(c);
		const { fullName } = await findOrganisation(tx, actor, now);
		const paper = summaryPaper(set, summary, { organisation: fullName, day: now.today });
		return sendFile(c, `${paper.title}.docx`, await summaryInWord(paper));
	}),

	post('/group-sets/:id/closing', groupKeepers, ['activity.done', 'evidence.attached', 'file.stored'], async (c) => {
		const { tx, actor, now } = c.var;
		const { set } = await summaryFor(c);
		const data = await c.req.formData();
		const [form, closes] = [readForm(data, tokenForm), closesIn(data)];
		const result = form.ok ? await closeBySorting(tx, actor, set, { ...form.value, closes }, now) : form;
		if (!result.ok) return showSummary(c, { values: form.values, problems: result.problems, chosen: closes });
		return c.redirect(`/group-sets/${set.id}?saved=closed&closed=${result.value}`, 303);
	})
];
