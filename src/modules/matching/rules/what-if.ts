import { apply, type Edit } from './edits';
import { type Journal, type Market, matched, takeBack } from './market';
import { scoreOf } from './result';

/** How the best matching would change. */
export type Delta = {
	/** Pairs more or fewer, points more or fewer. */
	pairs: number;
	score: number;
	/** In ranks of queues: what the people served weigh more or less. Points count only where this is 0. */
	served: number;
	moves: Move[];
};

/** Who changes mentors: from whom (numbers of the market), to whom. */
export type Move = { mentee: number; from: number[]; to: number[] };

/** The best matching after these changes, and the way back. */
export type Done = { delta: Delta; undo: () => void };

/** Makes the changes. If one of them is refused, none is made. Takes microseconds: only who must move is looked at. */
export function commit(market: Market, edits: readonly Edit[]): Done {
	const outer = market.journal;
	const journal: Journal = [];
	market.journal = journal;
	const before = standing(market);
	try {
		for (const edit of edits) apply(market, edit);
	} catch (error) {
		takeBack(journal);
		market.journal = outer;
		throw error;
	}
	market.journal = outer;
	const delta = deltaSince(market, before, journal);
	return { delta, undo: () => takeBack(journal) };
}

/** What the changes would bring; the market stays as it is. */
export function whatIf(market: Market, edits: readonly Edit[]): Delta {
	const { delta, undo } = commit(market, edits);
	undo();
	return delta;
}

/** What mentee i with mentor j would cost everybody: points and people lost (0 or more), and who would have to move. */
export function priceOfWish(
	market: Market,
	mentee: number,
	mentor: number
): { score: number; served: number; chain: Move[] } {
	const { score, served, moves } = whatIf(market, [{ kind: 'lock', mentee, mentor }]);
	return { score: -score || 0, served: -served || 0, chain: inChain(moves, mentee) };
}

function standing(market: Market) {
	const { totals, locked } = market;
	return { score: scoreOf(market), pairs: totals[3]! + locked.length, penalty: totals[1]!, locked };
}

function deltaSince(market: Market, before: ReturnType<typeof standing>, journal: Journal): Delta {
	const after = standing(market);
	const ranks = (before.penalty - after.penalty) / market.problem.ranges.person;
	return {
		pairs: after.pairs - before.pairs,
		score: after.score - before.score,
		served: ranks || 0,
		moves: movesSince(market, before.locked, journal)
	};
}

/** Pairs before and after, from the first state that the journal holds of each edge. */
function movesSince(market: Market, lockedBefore: Market['locked'], journal: Journal): Move[] {
	const first = new Map<number, number>();
	for (const entry of journal)
		if (typeof entry !== 'function' && entry.array === market.state && !first.has(entry.index))
			first.set(entry.index, entry.old);
	const moves = new Map<number, Move>();
	const moveOf = (mentee: number) => {
		const move = moves.get(mentee) ?? { mentee, from: [], to: [] };
		moves.set(mentee, move);
		return move;
	};
	const lockedNow = new Set(market.locked);
	const wasLocked = new Set(lockedBefore);
	const edgesBefore = new Set(lockedBefore.map(({ edge }) => edge));
	const edgesNow = new Set(market.locked.map(({ edge }) => edge));
	for (const [e, old] of first) {
		const was = old === matched || edgesBefore.has(e);
		const is = market.state[e] === matched || edgesNow.has(e);
		if (was === is) continue;
		const move = moveOf(market.mentee[e]!);
		(was ? move.from : move.to).push(market.mentor[e]!);
	}
	for (const pair of lockedBefore)
		if (pair.edge < 0 && !lockedNow.has(pair)) moveOf(pair.mentee).from.push(pair.mentor);
	for (const pair of market.locked) if (pair.edge < 0 && !wasLocked.has(pair)) moveOf(pair.mentee).to.push(pair.mentor);
	return [...moves.values()].sort((one, other) => one.mentee - other.mentee);
}

/** «А goes to Б, who was there goes to В…»: begins with the mentee of the wish, then who gave up the place, and so on. */
export function inChain<Who, M extends { mentee: Who; from: readonly Who[]; to: readonly Who[] }>(
	moves: readonly M[],
	mentee?: Who
): M[] {
	const left = new Set(moves);
	const chain: M[] = [];
	let next = moves.find((move) => move.mentee === mentee);
	while (next ?? left.size > 0) {
		const move: M = next ?? left.values().next().value!;
		left.delete(move);
		chain.push(move);
		next = [...left].find(({ from }) => from.some((j) => move.to.includes(j)));
	}
	return chain;
}
