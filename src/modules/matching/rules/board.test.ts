import { expect, test } from 'vitest';
import { betterThan } from './better';
import { costOf, keyOf, type Placed, standingOf, tableOf } from './board';
import { random, randomInput } from './fixtures/small-schools';
import type { MatchingInput } from './input';
import type { Tie } from './score/people';

/** `MATCHING_TESTS=50000` for the long form. */
const boards = Number(process.env.MATCHING_TESTS ?? 3000) / 3;

type Board = { problem: MatchingInput; pairs: Placed[]; kept: Placed[]; ties: Tie[] };

/** A board as people leave it: full mentors overfull, pairs that were no candidates, somebody whom the run did not know on either side. */
function randomBoard(next: () => number): Board {
	const { mentors: priced, mentees: needy, candidates } = randomInput(next, { mentees: 4, mentors: 3, capacity: 2 });
	const problem = { mentors: priced.map(({ id, capacity }) => ({ id, capacity })), mentees: needy, candidates };
	const mentees = [...problem.mentees.map(({ id }) => id), 'м-новый'];
	const mentors = [...problem.mentors.map(({ id }) => id), 'н-новый'];
	const all = mentees.flatMap((mentee) => mentors.map((mentor) => ({ mentee, mentor })));
	const known = tableOf(problem).knows;
	const pairs = all.filter((pair) => next() < (known(pair) ? 0.3 : 0.15));
	const ties = all.filter(() => next() < 0.1).map((pair): Tie => ({ ...pair, kind: 'apart' }));
	return { problem, pairs, kept: pairs.filter(() => next() < 0.4), ties: [...ties, ...ties.slice(0, 1)] };
}

const loadsOf = (of: 'mentee' | 'mentor', pairs: readonly Placed[]) => Map.groupBy(pairs, (pair) => pair[of]);

/** Every board that may be: what stands for good, and any candidates beside it for whom there is need and place. */
function* allBoards({ problem, pairs, kept, ties }: Board): Generator<Placed[]> {
	const { knows } = tableOf(problem);
	const fixed = pairs.filter((pair) => !knows(pair) || kept.includes(pair));
	const { mentees, mentors, candidates } = problem;
	const apart = new Set(ties.map(keyOf));
	const open = Array.from(candidates.mentee, (i, at) => ({
		mentee: mentees[i]!.id,
		mentor: mentors[candidates.mentor[at]!]!.id
	})).filter((pair) => !apart.has(keyOf(pair)) && !fixed.some((one) => keyOf(one) === keyOf(pair)));
	const many = (of: 'mentee' | 'mentor', id: string, board: Placed[]) => board.filter((pair) => pair[of] === id).length;
	function* more(at: number, board: Placed[]): Generator<Placed[]> {
		const pair = open[at];
		if (!pair) return yield board;
		yield* more(at + 1, board);
		const { needs } = mentees.find(({ id }) => id === pair.mentee)!;
		const { capacity } = mentors.find(({ id }) => id === pair.mentor)!;
		if (many('mentee', pair.mentee, board) < needs && many('mentor', pair.mentor, board) < capacity)
			yield* more(at + 1, [...board, pair]);
	}
	yield* more(0, fixed);
}

/** First the people by their queue, then the points. Whom somebody unknown to the run leads lacks so many fewer; for the other of two they count as half, as at first. */
function worthOf({ problem, pairs }: Board, board: readonly Placed[]) {
	const { knows } = tableOf(problem);
	const got = loadsOf('mentee', board);
	const elsewhere = loadsOf(
		'mentee',
		pairs.filter((pair) => !knows(pair))
	);
	const people = problem.mentees.map(({ id, needs, priority }) => {
		const others = elsewhere.get(id)?.length ?? 0;
		const lacks = Math.max(0, needs - others);
		return (4 * (priority || 1 / 4) * Math.min(lacks, (got.get(id)?.length ?? 0) - others)) / needs;
	});
	return [people.reduce((sum, one) => sum + one, 0), standingOf(problem, tableOf(problem), board).points] as const;
}

test('the best rearrangement of a board is the best of all that keep what was decided, and harms no decision', () => {
	const next = random(2607);
	let moved = 0;
	for (let at = 0; at < boards; at++) {
		const board = randomBoard(next);
		const { problem, pairs, kept, ties } = board;
		const better = betterThan(problem, pairs, kept, ties)!;
		const told = `board ${at}: ${JSON.stringify({ pairs, kept, ties, people: [problem.mentees, problem.mentors] })}`;
		const [stands, is] = [pairs, better.pairs].map((list) => new Set(list.map(keyOf)));
		for (const pair of pairs)
			if (kept.includes(pair) || !tableOf(problem).knows(pair)) expect(is!.has(keyOf(pair)), told).toBe(true);
		for (const tie of ties) expect(is!.has(keyOf(tie)) && !stands!.has(keyOf(tie)), told).toBe(false);

		let [people, points] = [-1, -1];
		for (const other of allBoards(board)) {
			const worth = worthOf(board, other);
			if (worth[0] > people || (worth[0] === people && worth[1] > points)) [people, points] = worth;
		}
		expect(worthOf(board, better.pairs), told).toEqual([people, points]);
		const [before, after] = [pairs, better.pairs].map((list) => standingOf(problem, tableOf(problem), list));
		expect(better.cost, told).toEqual(costOf(before!, after!));
		if (better.moves.length > 0) moved++;
	}
	expect(moved, 'there was something to move').toBeGreaterThan(boards / 3);
});
