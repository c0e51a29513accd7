import { expect, test } from 'vitest';
import { candidatesOf } from './fixtures/small-schools';
import type { MatchingInput } from './input';
import { newMarket } from './market';
import { compile, type Problem } from './problem';
import { matchingOf, solve } from './result';
import { secondPartsOf } from './second-parts';
import { tradeOfPoints } from './start';
import { hashOfId, lotOfPair, seedOfMentees, seedOfMentors } from './tie';
import { verify } from './verify';

/** From 0 to 1, as the pair of these would draw it. */
const lotOf = (mentee: string, mentor: string) =>
	lotOfPair(hashOfId(mentee, seedOfMentees), hashOfId(mentor, seedOfMentors), 30) / 2 ** 30;

/** The first of these names whom lots want with this mentor rather than with that one, by four fifths of all they may want. */
function drawn(name: string, mentor: string, other: string): string {
	for (let time = 0; ; time++)
		if (lotOf(`${name}-${time}`, mentor) - lotOf(`${name}-${time}`, other) >= 0.8) return `${name}-${time}`;
}

/**
 * Everybody in a row could have this mentor or the one before, and would by lot rather have this one; but whoever comes last may only have the
 * last mentor, so that all move on by one, to the two places of the first. What the last place costs beside the first is the sum of all these lots.
 */
function aLongRow(length: number): MatchingInput {
	const mentors = Array.from({ length: length + 1 }, (_, j) => ({
		...{ id: `наставник ${j}`, capacity: j === 0 ? 2 : 1 },
		slotCosts: j === 0 ? [0, 0] : [0]
	}));
	const names = mentors.slice(1).map(({ id }, i) => drawn(`наставляемый ${i + 1}`, id, mentors[i]!.id));
	const rows = names.flatMap((_, i) => [[i, i, 500] as const, [i, i + 1, 500] as const]);
	return {
		mentors,
		mentees: [...names, 'последний'].map((id) => ({ id, priority: 1, needs: 1 })),
		candidates: candidatesOf([...rows, [length, length, 500]])
	};
}

function compiled(input: MatchingInput): Problem {
	const made = compile(input);
	if (!made.ok) throw new Error(made.message);
	return made.problem;
}

function secondPartsIn(problem: Problem) {
	const market = newMarket(problem);
	const points = tradeOfPoints(market);
	market.step = problem.ranges.step;
	return secondPartsOf(market, points);
}

test('where lots in a long row add up to nearly a step, prices of second parts are only a start, and the pairs are the same', () => {
	for (const [length, isSafe] of [
		[60, true],
		[150, false]
	] as const) {
		const input = aLongRow(length);
		const problem = compiled(input);
		expect({ length, isSafe: secondPartsIn(problem).isSafe }).toEqual({ length, isSafe });
		const matching = matchingOf(solve(problem, true));
		expect(verify(input, matching)).toEqual({ ok: true });
		expect(matching.pairs).toEqual(matchingOf(solve(problem, false)).pairs);
		expect(matching.pairs).toEqual(input.mentees.map((_, i) => [i, i]));
		const furthest = Math.max(...matching.certificate.mentorPriceLow.map(Math.abs));
		expect(furthest > problem.ranges.step / 4).toBe(!isSafe);
	}
});
