import type { Context } from 'hono';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { closedIn, closesIn } from '../../../ui/closes';
import { findOrganisation } from '../../organisations/queries';
import { listClosable } from '../../roadmap/queries/closable';
import { fileRequests } from '../commands/requests-report';
import { requestsInWord } from '../engine/requests-in-word';
import { requestsReportForm } from '../form/selection';
import { RequestsPage } from '../pages/requests';
import { listRequests } from '../queries/requests';
import { allTopics } from '../queries/topics';
import { registryKeepers } from '../rules/registers';
import { analysisDraft, analysisOf, chosenRequests, requestsWanted } from '../rules/requests';
import { namesOf } from '../rules/topics';

type C = Context<App>;

async function analysed(c: C) {
	const { tx, actor, now } = c.var;
	const names = namesOf(await allTopics(tx, actor));
	const every = await listRequests(tx, actor, now);
	return { names, every, analysis: analysisOf(every, names) };
}

async function show(c: C, wrong?: { values: Values; problems: Problems; chosen: readonly string[] }) {
	const { tx, actor, now, view } = c.var;
	const { names, every, analysis } = await analysed(c);
	const wanted = requestsWanted(c.req.query());
	const { chosen: requests, ...counts } = chosenRequests(every, wanted);
	const closable = await listClosable(tx, actor, ['assess', 'survey', 'monitor', 'registry'], now.today);
	const shown = wrong ?? {
		values: { token: crypto.randomUUID(), conclusion: analysisDraft(analysis) },
		chosen: undefined
	};
	const page = (
		<RequestsPage
			{...{ view, requests, wanted, names, analysis, closable }}
			{...counts}
			{...shown}
			closed={closedIn(c.req.query('closed'))}
		/>
	);
	return c.html(page, wrong ? 422 : 200);
}

/** Requests from every source in one list, and their analysis. */
export const requestListRoutes: readonly Route[] = [
	get('/registry/requests', registryKeepers, (c) => show(c)),

	get('/registry/requests/document.docx', registryKeepers, async (c) => {
		const { tx, actor, now } = c.var;
		const { names, analysis } = await analysed(c);
		const { fullName: organisation } = await findOrganisation(tx, actor, now);
		const conclusion = analysisDraft(analysis);
		const bytes = await requestsInWord({ organisation, on: now.today, conclusion, analysis, names });
		return sendFile(c, 'Анализ запросов наставляемых.docx', bytes);
	}),

	post(
		'/registry/requests',
		registryKeepers,
		['requests.filed', 'activity.done', 'evidence.attached', 'file.stored'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const data = await c.req.formData();
			const [form, closes] = [readForm(data, requestsReportForm), closesIn(data)];
			const { names, analysis } = await analysed(c);
			const { fullName: organisation } = await findOrganisation(tx, actor, now);
			const result = form.ok
				? await fileRequests(tx, actor, { ...form.value, closes, analysis, names, organisation }, now)
				: form;
			if (!result.ok) return show(c, { values: form.values, problems: result.problems, chosen: closes });
			return c.redirect(`/registry/requests?saved=filed&closed=${result.value}`, 303);
		}
	)
];
