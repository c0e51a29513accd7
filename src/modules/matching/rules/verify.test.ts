import { expect, test } from 'vitest';
import { random, randomInput } from './fixtures/small-schools';
import type { MatchingInput, Pair } from './input';
import { compile } from './problem';
import { type Matching, matchingOf, solve } from './result';
import { verify } from './verify';

const schools = 400;

/** Small schools with at least one pair that is not locked, and their matchings. */
function* solved(): Generator<{
	seed: number;
	input: MatchingInput;
	matching: Matching;
	free: Pair[];
	next: () => number;
}> {
	for (let seed = 1; seed <= schools; seed++) {
		const next = random(seed);
		const input = randomInput(next);
		const compiled = compile(input);
		if (!compiled.ok) throw new Error(compiled.message);
		const matching = matchingOf(solve(compiled.problem));
		const isLocked = (pair: Pair) => (input.locked ?? []).some((one) => one[0] === pair[0] && one[1] === pair[1]);
		const free = matching.pairs.filter((pair) => !isLocked(pair));
		if (free.length > 0) yield { seed, input, matching, free, next };
	}
}

const scoreOf = ({ candidates }: MatchingInput, [mentee, mentor]: Pair) =>
	candidates.score.find((_, at) => candidates.mentee[at] === mentee && candidates.mentor[at] === mentor)!;

/** Says that this is no answer. */
function refused(seed: number, input: MatchingInput, matching: Matching, but: Partial<Matching>) {
	const said = verify(input, { ...matching, ...but });
	expect({ seed, but, ok: said.ok }).toEqual({ seed, but, ok: false });
}

test('a pair left out, put in twice or with somebody else is seen, even if the score is told accordingly', () => {
	for (const { seed, input, matching, free, next } of solved()) {
		const { pairs, score } = matching;
		const chosen = free[Math.floor(next() * free.length)]!;
		const rest = pairs.filter((pair) => pair !== chosen);
		refused(seed, input, matching, { pairs: rest });
		refused(seed, input, matching, { pairs: rest, score: score - scoreOf(input, chosen) });
		refused(seed, input, matching, { pairs: [...pairs, chosen], score: score + scoreOf(input, chosen) });
		for (const mentor of input.mentors.keys()) {
			const other: Pair = [chosen[0], mentor];
			if (pairs.some((pair) => pair[0] === other[0] && pair[1] === mentor)) continue;
			const points = scoreOf(input, other) ?? 0;
			refused(seed, input, matching, { pairs: [...rest, other], score: score - scoreOf(input, chosen) + points });
		}
	}
});

test('another score or another price is seen', () => {
	for (const { seed, input, matching, free } of solved()) {
		const { score, certificate } = matching;
		refused(seed, input, matching, { score: score + 1 });
		for (const [mentee, mentor] of free) {
			if (input.mentees[mentee]!.needs !== 1) continue;
			for (const by of [1, 0.5, Number.NaN, 1e300]) {
				const raised = (prices: number[], at: number) => prices.with(at, prices[at]! + by);
				const { menteeUtility, menteeUtilityLow, mentorPrice, mentorPriceLow } = certificate;
				for (const changed of [
					{ menteeUtility: raised(menteeUtility, mentee) },
					{ menteeUtilityLow: raised(menteeUtilityLow, mentee) },
					{ mentorPrice: raised(mentorPrice, mentor) },
					{ mentorPriceLow: raised(mentorPriceLow, mentor) }
				])
					refused(seed, input, matching, { certificate: { ...certificate, ...changed } });
			}
		}
	}
});

test('levels that run into each other prove nothing', () => {
	for (const { seed, input, matching } of solved()) {
		const { certificate } = matching;
		for (const changed of [{ person: 1 }, { step: 1 }, { lotBits: 0 }, { person: Number.NaN }, { mentorPrice: [] }])
			refused(seed, input, matching, { certificate: { ...certificate, ...changed } });
	}
});

test('a locked pair given up and a forbidden one made are seen', () => {
	for (const { seed, input, matching, free } of solved()) {
		refused(seed, { ...input, forbidden: [...(input.forbidden ?? []), free[0]!] }, matching, {});
		const [locked] = input.locked ?? [];
		if (locked)
			refused(seed, input, matching, {
				pairs: matching.pairs.filter((pair) => pair[0] !== locked[0] || pair[1] !== locked[1])
			});
	}
});
