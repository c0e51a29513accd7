import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Rejected, type Result, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { movePair, rearrange, turnMove } from '../commands/board';
import { moveForm, turnForm } from '../form/board';
import { BoardPage } from '../pages/board';
import { listTies } from '../queries/details';
import { listMoves } from '../queries/moves';
import { namesOfRun } from '../queries/paper';
import type { Proposal } from '../queries/proposals';
import { findRun } from '../queries/runs';
import { betterThan } from '../rules/better';
import { costOf, keyOf, type Placed, standingOf, tableOf } from '../rules/board';
import { matchers } from '../rules/matchers';
import { placedByHand, turnsOf } from '../rules/moves';
import { isLarge } from '../rules/score/large';
import { revived } from '../rules/score/stored';
import { proposalIn } from './proposals';

type C = Context<App>;

/** All that a board is reckoned from: a query for each list, whatever the number of people. */
async function boardOf(c: C, proposal: Proposal) {
	const { tx, actor } = c.var;
	const run = (await findRun(tx, actor, proposal.runId)) ?? notFound();
	const ties = await listTies(tx, actor);
	const moves = await listMoves(tx, actor, proposal.id);
	const problem = revived(run.problem);
	const table = tableOf(problem);
	const pairs = proposal.pairs.filter(({ removed }) => !removed);
	const locks = new Set(ties.filter(({ kind }) => kind === 'lock').map(keyOf));
	const byHand = placedByHand(moves);
	const kept = pairs.filter((pair) => locks.has(keyOf(pair)) || byHand(pair));
	const proposed = new Set(run.result.pairs.map(keyOf));
	return { run, ties, moves, problem, table, pairs, locks, kept, fromRun: (pair: Placed) => proposed.has(keyOf(pair)) };
}

/** What the last move that stands has cost: the board as it was before it, beside what it became. */
function lastCost({ problem, table, pairs, moves }: Awaited<ReturnType<typeof boardOf>>) {
	const { last } = turnsOf(moves);
	if (!last) return undefined;
	const came = new Set(last.pairs.filter((pair) => pair.came).map(keyOf));
	const before = [...pairs.filter((pair) => !came.has(keyOf(pair))), ...last.pairs.filter((pair) => !pair.came)];
	return costOf(standingOf(problem, table, before), standingOf(problem, table, pairs));
}

async function showBoard(c: C, proposal: Proposal, wrong?: Rejected & { values: Values }) {
	const board = await boardOf(c, proposal);
	const { run, problem, table, pairs, kept, ties, moves } = board;
	const also = [...pairs, ...moves.flatMap((move) => move.pairs)].flatMap(({ mentee, mentor }) => [mentee, mentor]);
	// solving a large one takes seconds of everybody's: once, when asked for, not at each showing
	const askedFor = !isLarge(problem) || c.req.query('better') === 'on';
	const page = (
		<BoardPage
			view={c.var.view}
			{...{ proposal, ...board }}
			names={await namesOfRun(c.var.tx, c.var.actor, run, also)}
			standing={standingOf(problem, table, pairs)}
			cost={lastCost(board)}
			better={askedFor ? betterThan(problem, pairs, kept, ties, table) : 'not-asked'}
			q={c.req.query('q') ?? ''}
			who={wrong?.values.who ?? c.req.query('who') ?? ''}
			to={wrong?.values.to ?? ''}
			seen={Number(wrong?.values.version ?? proposal.version)}
			problems={wrong?.problems ?? {}}
			late={wrong?.theirs !== undefined}
		/>
	);
	return c.html(page, wrong ? (wrong.theirs ? 409 : 422) : 200);
}

const at = (path: string) => `/matching/proposals/:id/${path}` as const;

/** Answers an act on the board: the board again, with what was wrong or as it is now. */
async function answer(c: C, proposal: Proposal, result: Result<string>, values: Values) {
	if (result.ok) return c.redirect(`/matching/proposals/${proposal.id}/board`, 303);
	return showBoard(c, proposal, { ...result, values });
}

export const matchingBoardRoutes: readonly Route[] = [
	get(at('board'), matchers, async (c) => showBoard(c, await proposalIn(c))),

	post(at('moves'), matchers, ['matching-move.made'], async (c) => {
		const { tx, actor, now } = c.var;
		const proposal = await proposalIn(c);
		const form = readForm(await c.req.formData(), moveForm);
		const result = form.ok
			? await movePair(tx, actor, { proposal, ...(await boardOf(c, proposal)) }, form.value, now)
			: form;
		return answer(c, proposal, result, form.values);
	}),

	post(at('rearrangement'), matchers, ['matching-move.rearranged'], async (c) => {
		const { tx, actor, now } = c.var;
		const proposal = await proposalIn(c);
		const form = readForm(await c.req.formData(), turnForm);
		const { problem, pairs, kept, ties, table } = await boardOf(c, proposal);
		const best = betterThan(problem, pairs, kept, ties, table)?.pairs ?? pairs;
		const result = form.ok ? await rearrange(tx, actor, { proposal, pairs: best }, form.value, now) : form;
		return answer(c, proposal, result, form.values);
	}),

	...(
		[
			['moves/undoing', 'matching-move.undone', true],
			['moves/restoration', 'matching-move.restored', false]
		] as const
	).map(([path, act, back]) =>
		post(at(path), matchers, [act], async (c) => {
			const { tx, actor, now } = c.var;
			const proposal = await proposalIn(c);
			const form = readForm(await c.req.formData(), turnForm);
			const moves = await listMoves(tx, actor, proposal.id);
			const result = form.ok ? await turnMove(tx, actor, { proposal, moves }, { ...form.value, back }, now) : form;
			return answer(c, proposal, result, form.values);
		})
	)
];
