import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { readForm } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { listNames } from '../../surveys/queries/results/sheets';
import { noteWishes } from '../commands/note-wishes';
import { decideRound, turnRound } from '../commands/rounds';
import { roundForm } from '../form/board';
import { tokenForm } from '../form/matching';
import { RoundPage } from '../pages/round';
import { gatherFacts } from '../queries/facts';
import { type RoundLine as DecidedRound, findRound } from '../queries/rounds';
import { findRun } from '../queries/runs';
import { matchers } from '../rules/matchers';
import { decisionsIn, roundOf } from '../rules/round';
import { compare } from '../rules/score/compare';
import { isLarge } from '../rules/score/large';
import { reckon } from '../rules/score/reckon';
import { proposalIn } from './proposals';

type C = Context<App>;

async function roundIn(c: C, proposalId?: string) {
	const { tx, actor, now } = c.var;
	const proposal = await proposalIn(c, proposalId);
	const run = (await findRun(tx, actor, proposal.runId)) ?? notFound();
	const { facts } = await gatherFacts(tx, actor, now);
	const lines = roundOf(
		proposal.pairs.filter(({ removed }) => !removed),
		facts
	);
	return { proposal, run, facts, lines };
}

/** What these decisions would give, beside today's people without them: nothing is written. */
function foresee({ run, facts, lines }: Awaited<ReturnType<typeof roundIn>>, chosen: readonly string[]) {
	const decisions = decisionsIn(chosen, lines);
	if (decisions.length === 0) return 'Отметьте хотя бы одну пару: закрепить или не ставить вместе.';
	if (isLarge(facts)) return { decisions };
	const before = reckon({ ...run.inputs, facts });
	const after = reckon({ ...run.inputs, facts: { ...facts, ties: [...facts.ties, ...decisions] } });
	if (!before.ok || !after.ok)
		return 'Решения противоречат друг другу: закреплено больше людей, чем у наставника мест.';
	return { decisions, change: compare(before.result, after.result) };
}

async function show(c: C, chosen: readonly string[] | undefined, wrong?: string, of?: DecidedRound) {
	const { tx, actor, now, view } = c.var;
	const found = await roundIn(c, of?.proposalId);
	const { proposal, facts, lines } = found;
	const foreseen = chosen && !wrong ? foresee(found, chosen) : undefined;
	const names = await listNames(
		tx,
		actor,
		[...facts.mentees, ...facts.mentors].map(({ id }) => id)
	);
	const round = of ?? (await findRound(tx, actor, c.req.query('round') ?? ''));
	await noteWishes(tx, actor, facts, now);
	const problem = wrong ?? (typeof foreseen === 'string' ? foreseen : undefined);
	const page = (
		<RoundPage
			{...{ view, proposal, names, lines, chosen, problem }}
			foreseen={typeof foreseen === 'string' ? undefined : foreseen}
			round={round?.proposalId === proposal.id ? round : undefined}
		/>
	);
	return c.html(page, wrong ? 422 : 200);
}

const at = '/matching/proposals/:id/round' as const;

export const matchingRoundRoutes: readonly Route[] = [
	{
		...get(at, matchers, (c) => show(c, c.req.query('preview') ? (c.req.queries('decide') ?? []) : undefined)),
		writes: true // who looked at wishes by name is noted
	},

	post(at, matchers, ['matching-round.decided', 'matching-run.asked'], async (c) => {
		const { tx, actor, now } = c.var;
		const { proposal, run, lines } = await roundIn(c);
		const form = readForm(await c.req.formData(), roundForm, ['decide']);
		if (!form.ok) return show(c, undefined, 'Откройте страницу заново и решите ещё раз.');
		const decisions = decisionsIn(form.value.decide, lines);
		const result = await decideRound(tx, actor, { proposalId: proposal.id, run, decisions }, form.value.token, now);
		if (!result.ok) return show(c, form.value.decide, result.problems.form ?? '');
		const { id, aside } = result.value;
		return c.redirect(aside ? `/matching/runs/${id}` : `/matching/proposals/${proposal.id}/round?round=${id}`, 303);
	}),

	...(
		[
			['undoing', 'matching-round.undone', false],
			['restoration', 'matching-round.restored', true]
		] as const
	).map(([path, act, back]) =>
		post(`/matching/rounds/:id/${path}`, matchers, [act], async (c) => {
			const { tx, actor, now } = c.var;
			const round = (await findRound(tx, actor, c.req.param('id') ?? '')) ?? notFound();
			const form = readForm(await c.req.formData(), tokenForm);
			const result = form.ok ? await turnRound(tx, actor, round, { ...form.value, back }, now) : form;
			if (form.ok && !result.ok) return show(c, undefined, result.problems.form, round);
			return c.redirect(`/matching/proposals/${round.proposalId}/round?round=${round.id}`, 303);
		})
	)
];
