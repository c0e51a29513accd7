import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { readForm } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { listNames } from '../../surveys/queries/results/sheets';
import { joinVariants } from '../commands/proposals';
import { joinForm } from '../form/board';
import { ComparisonPage } from '../pages/comparison';
import { runTitle } from '../pages/words';
import { findProposal, listProposals } from '../queries/proposals';
import { findRun, listRuns, type Run } from '../queries/runs';
import { matchers } from '../rules/matchers';
import { revived } from '../rules/score/stored';
import { beside, joined, type Variant } from '../rules/variants';

type C = Context<App>;
type Found = Variant & { run: Run };

/** What the address names: a proposal, or a run. */
async function variantIn({ var: { tx, actor, now, view } }: C, id: string): Promise<Found | undefined> {
	const proposal = await findProposal(tx, actor, id, now);
	const run = await findRun(tx, actor, proposal?.runId ?? id);
	if (!run) return undefined;
	const problem = revived(run.problem);
	if (!proposal)
		return { id, title: runTitle(run, view), href: `/matching/runs/${id}`, pairs: run.result.pairs, problem, run };
	const pairs = proposal.pairs.filter(({ removed }) => !removed);
	return { id, title: proposal.title, href: `/matching/proposals/${id}`, pairs, problem, run };
}

async function show(c: C, wrong?: string) {
	const { tx, actor, view } = c.var;
	const proposals = await listProposals(tx, actor);
	const runs = await listRuns(tx, actor);
	const options = Object.fromEntries([
		...proposals.map(({ id, title, who, pairs }) => [id, `${title} (${who}, пар ${pairs})`]),
		...runs.map((run) => [run.id, runTitle(run, view)])
	]);
	const [first, second] = [
		await variantIn(c, c.req.query('first') ?? ''),
		await variantIn(c, c.req.query('second') ?? '')
	];
	const both = first && second && beside(first, second);
	const people = both ? [...both.lines.map(({ mentee }) => mentee), ...both.loads.map(({ mentor }) => mentor)] : [];
	const names = await listNames(tx, actor, people);
	return c.html(
		<ComparisonPage {...{ view, options, both, names }} chosen={[first, second]} problem={wrong} />,
		wrong ? 422 : 200
	);
}

export const matchingComparisonRoutes: readonly Route[] = [
	get('/matching/comparison', matchers, (c) => show(c)),

	post('/matching/comparison/proposals', matchers, ['matching-proposal.made'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), joinForm, ['taken']);
		const asked = [c.req.query('first') ?? '', c.req.query('second') ?? ''] as const;
		if (!form.ok || asked.includes('')) return show(c, 'Выберите два варианта и сравните их ещё раз.');
		const [first, second] = [
			(await variantIn(c, asked[0])) ?? notFound(),
			(await variantIn(c, asked[1])) ?? notFound()
		];
		const pairs = joined(first, second, new Set(form.value.taken));
		const result = await joinVariants(tx, actor, first.run, { token: form.value.token, pairs }, now);
		if (!result.ok) return show(c, result.problems.form);
		return c.redirect(`/matching/proposals/${result.value}?saved=made`, 303);
	})
];
