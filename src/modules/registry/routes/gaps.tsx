import type { Context } from 'hono';
import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { closedIn, closesIn } from '../../../ui/closes';
import { listClosable } from '../../roadmap/queries/closable';
import { acceptGaps, withdrawGaps } from '../commands/gaps';
import { gapsInWord } from '../engine/gaps-in-word';
import { gapsForm, tokenForm } from '../form/selection';
import { GapReportPage, GapsPage } from '../pages/gaps';
import { findGaps, listGapReports } from '../queries/gaps';
import { conclusionOf } from '../rules/gaps';
import { registryKeepers } from '../rules/registers';

type C = Context<App>;
type Wrong = { values: Values; problems: Problems; closes: readonly string[] };

async function showGaps(c: C, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const gaps = await findGaps(tx, actor, now);
	const reports = await listGapReports(tx, actor);
	const closable = await listClosable(tx, actor, ['match', 'registry', 'select'], now.today);
	const fresh = { token: crypto.randomUUID(), on: showDate(now.today), conclusion: conclusionOf(gaps) };
	const page = (
		<GapsPage
			{...{ view, gaps, reports, closable }}
			closes={wrong ? wrong.closes : []}
			values={wrong?.values ?? fresh}
			problems={wrong?.problems ?? {}}
		/>
	);
	return c.html(page, wrong ? 422 : 200);
}

const reportIn = async (c: C) =>
	(await listGapReports(c.var.tx, c.var.actor, c.req.param('id') ?? ''))[0] ?? notFound();

export const gapRoutes: readonly Route[] = [
	get('/registry/gaps', registryKeepers, (c) => showGaps(c)),

	post('/registry/gaps', registryKeepers, ['gaps.accepted'], async (c) => {
		const { tx, actor, now } = c.var;
		const data = await c.req.formData();
		const [form, closes] = [readForm(data, gapsForm), closesIn(data)];
		const contents = await findGaps(tx, actor, now);
		const result = form.ok ? await acceptGaps(tx, actor, { ...form.value, contents, closes }, now) : form;
		if (!result.ok) return showGaps(c, { values: form.values, problems: result.problems, closes });
		const { id, closed } = result.value;
		return c.redirect(`/gap-reports/${id}?saved=accepted&closed=${closed}`, 303);
	}),

	get('/gap-reports/:id', registryKeepers, async (c) => {
		const report = await reportIn(c);
		return c.html(<GapReportPage view={c.var.view} report={report} closed={closedIn(c.req.query('closed'))} />);
	}),

	get('/gap-reports/:id/document.docx', registryKeepers, async (c) =>
		sendFile(c, 'Сопоставление запросов и предложений.docx', await gapsInWord(await reportIn(c)))
	),

	post('/gap-reports/:id/withdrawal', registryKeepers, ['gaps.withdrawn'], async (c) => {
		const { tx, actor, now } = c.var;
		const { id } = await reportIn(c);
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await withdrawGaps(tx, actor, id, { ...form.value, back: false }, now);
		return c.redirect(`/gap-reports/${id}`, 303);
	}),

	post('/gap-reports/:id/restoration', registryKeepers, ['gaps.restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const { id } = await reportIn(c);
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await withdrawGaps(tx, actor, id, { ...form.value, back: true }, now);
		return c.redirect(`/gap-reports/${id}`, 303);
	})
];
