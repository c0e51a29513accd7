import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { listNames } from '../../surveys/queries/results/sheets';
import { stopAsking } from '../commands/askings';
import { noteWishes } from '../commands/note-wishes';
import { makeRun, putRunAway, withNames } from '../commands/runs';
import { runForm, tokenForm } from '../form/matching';
import { MatchingPage } from '../pages/home';
import { AskingPage } from '../pages/large';
import { RunPage } from '../pages/run';
import { WishPage } from '../pages/wish';
import { type Asking, findAsking, findGoing } from '../queries/askings';
import { gatherFacts } from '../queries/facts';
import { namesOfRun } from '../queries/paper';
import { listProposals } from '../queries/proposals';
import { findRun, listRuns, type Run } from '../queries/runs';
import { findTerms } from '../queries/terms';
import { matchers } from '../rules/matchers';
import { changesSince } from '../rules/score/changes';
import { pricesFor } from '../rules/score/prices';
import { explainer, stillProved } from '../rules/score/reckon';
import { type Role, roleNamed } from '../rules/score/roles';
import { leadsOf } from '../rules/score/score';
import { revived } from '../rules/score/stored';

type C = Context<App>;

async function showHome(c: C, wrong?: { values: Values; problems: Problems }) {
	const { tx, actor, now, view } = c.var;
	const { facts } = await gatherFacts(tx, actor, now);
	const leads = leadsOf(facts);
	const paired = new Set(facts.current.map(({ mentee }) => mentee));
	const standing = {
		mentors: facts.mentors.length,
		places: facts.mentors.reduce((sum, { id, capacity }) => sum + Math.max(0, capacity - (leads.get(id) ?? 0)), 0),
		mentees: facts.mentees.length,
		paired: facts.mentees.filter(({ id }) => paired.has(id)).length,
		ties: facts.ties.length
	};
	const runs = await listRuns(tx, actor);
	const proposals = await listProposals(tx, actor);
	const going = await findGoing(tx, actor);
	const gone = view.saved === 'removed' ? await findRun(tx, actor, c.req.query('run') ?? '') : undefined;
	const values = wrong?.values ?? { token: crypto.randomUUID(), kind: 'one-to-one' };
	const page = (
		<MatchingPage {...{ view, runs, proposals, standing, gone, going, values }} problems={wrong?.problems ?? {}} />
	);
	return c.html(page, wrong ? 422 : 200);
}

export const runIn = async (c: C): Promise<Run> =>
	(await findRun(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();

/** A large run that is no run yet: how far it is, or how it ended without one. */
async function showAsking(c: C, asking: Asking, status: 200 | 409 | 422 = 200) {
	const { tx, actor, view } = c.var;
	const ids = asking.said.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
	const said = withNames(asking.said, await listNames(tx, actor, ids));
	return c.html(<AskingPage {...{ view, asking, said }} />, status);
}

type Shown = { problem?: string | undefined; status?: 409 | 422; asking?: Asking | undefined };

export async function showRun(c: C, run: Run, { problem, status = 422, asking }: Shown = {}) {
	const { tx, actor, now, view } = c.var;
	const { facts } = await gatherFacts(tx, actor, now);
	const { terms } = await findTerms(tx, actor);
	const changes = changesSince(run.inputs, { ...run.inputs, facts, terms });
	const names = await namesOfRun(
		tx,
		actor,
		run,
		changes.flatMap(({ people }) => people)
	);
	await noteWishes(tx, actor, run.inputs.facts, now);
	const page = (
		<RunPage
			{...{ view, run, names, changes, problem, asking }}
			proved={stillProved(revived(run.problem), run.result)}
			shown={c.req.query('view') === 'cards' ? 'cards' : 'table'}
			fresh={view.saved === 'made'}
			token={crypto.randomUUID()}
		/>
	);
	return c.html(page, problem ? status : 200);
}

const reads = (route: Route): Route => ({ ...route, writes: true }); // who looked at wishes by name is noted

export const matchingRunRoutes: readonly Route[] = [
	get('/matching', matchers, (c) => showHome(c)),

	post('/matching/runs', matchers, ['matching-run.made', 'matching-run.asked'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), runForm);
		const result = form.ok ? await makeRun(tx, actor, form.value, now) : form;
		if (!result.ok) return showHome(c, { values: form.values, problems: result.problems });
		return c.redirect(`/matching/runs/${result.value}?saved=made`, 303);
	}),

	reads(
		get('/matching/runs/:id', matchers, async (c) => {
			const { tx, actor } = c.var;
			const asking = await findAsking(tx, actor, c.req.param('id') ?? '');
			return asking && asking.outcome !== 'made' ? showAsking(c, asking) : showRun(c, await runIn(c), { asking });
		})
	),

	post('/matching/runs/:id/stopping', matchers, ['matching-run.stopped'], async (c) => {
		const { tx, actor, now } = c.var;
		const asking = (await findAsking(tx, actor, c.req.param('id') ?? '')) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		if (!form.ok) return showAsking(c, asking, 422);
		const result = await stopAsking(tx, actor, asking.id, form.value.token, now);
		if (result.ok) return c.redirect(`/matching/runs/${asking.id}`, 303);
		const ended = (await findAsking(tx, actor, asking.id)) ?? notFound();
		return ended.outcome === 'made'
			? showRun(c, await runIn(c), { problem: result.problems.form, status: 409 })
			: showAsking(c, ended, 409);
	}),

	reads(
		get('/matching/runs/:id/people/:person', matchers, async (c) => {
			const run = await runIn(c);
			const person = c.req.param('person');
			const problem = revived(run.problem);
			if (!problem.mentees.some(({ id }) => id === person)) return notFound();
			const names = await namesOfRun(c.var.tx, c.var.actor, run);
			const explain = explainer(run.inputs);
			const seat = (mentor: string, role?: Role) => `${mentor} ${role ?? ''}`;
			const prices = new Map(pricesFor(problem, person).map((price) => [seat(price.mentor, price.role), price]));
			const own = run.result.pairs.filter(({ mentee }) => mentee === person);
			const has = new Set(own.map(({ mentor, role }) => seat(mentor, role)));
			const wanted = problem.mentees.find(({ id }) => id === person)?.roles?.map(roleNamed) ?? [undefined];
			const mentors = problem.mentors
				.filter(({ id }) => id !== person)
				.flatMap(({ id }) =>
					wanted.map((role) => {
						const at = seat(id, role);
						return { ...explain(person, id, role), has: has.has(at), price: prices.get(at) };
					})
				)
				.sort((one, other) => Number(other.has) - Number(one.has) || other.score - one.score);
			const { tx, actor, now, view } = c.var;
			await noteWishes(tx, actor, run.inputs.facts, now);
			return c.html(<WishPage {...{ view }} {...{ run, person, names, mentors }} />);
		})
	),

	...(['removal', 'restoration'] as const).map((act) =>
		post(
			`/matching/runs/:id/${act}`,
			matchers,
			[act === 'removal' ? 'matching-run.removed' : 'matching-run.restored'],
			async (c) => {
				const { id } = await runIn(c);
				const form = readForm(await c.req.formData(), tokenForm);
				if (form.ok)
					await putRunAway(c.var.tx, c.var.actor, id, { ...form.value, back: act === 'restoration' }, c.var.now);
				return c.redirect(act === 'removal' ? `/matching?saved=removed&run=${id}` : `/matching/runs/${id}`, 303);
			}
		)
	)
];
