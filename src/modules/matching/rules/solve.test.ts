import { expect, test } from 'vitest';
import { best, worthOf } from './fixtures/brute-force';
import { random, randomInput, shuffled } from './fixtures/small-schools';
import type { MatchingInput } from './input';
import { compile } from './problem';
import { matchingOf, solve } from './result';
import { verify } from './verify';

/** `MATCHING_TESTS=50000` for the long form. */
const schools = Number(process.env.MATCHING_TESTS ?? 3000);

function matchingOfInput(input: MatchingInput, byAuction?: boolean) {
	const compiled = compile(input);
	if (!compiled.ok) throw new Error(compiled.message);
	return matchingOf(solve(compiled.problem, byAuction));
}

test('small schools: as good as the best of all possible matchings, down to the lot, and proved', () => {
	for (let seed = 1; seed <= schools; seed++) {
		const input = randomInput(random(seed));
		const matching = matchingOfInput(input, seed % 2 === 0);
		expect({ seed, ...verify(input, matching) }).toEqual({ seed, ok: true });
		const [people, score, steps] = best(input)!;
		expect({ seed, worth: worthOf(input, matching.pairs).slice(0, 3) }).toEqual({
			seed,
			worth: [people, score, steps]
		});
		expect(matching.score).toBe(score);
	}
});

test('begun by auction or from nothing, it is the same matching', () => {
	for (let seed = 1; seed <= schools / 30; seed++) {
		const input = randomInput(random(seed), { mentees: 60, mentors: 20, capacity: 4 });
		const matching = matchingOfInput(input, true);
		expect({ seed, ...verify(input, matching) }).toEqual({ seed, ok: true });
		expect({ seed, pairs: matching.pairs }).toEqual({ seed, pairs: matchingOfInput(input, false).pairs });
	}
});

test('told in another order, a school has the same pairs', () => {
	const named = (input: MatchingInput) =>
		matchingOfInput(input)
			.pairs.map(([mentee, mentor]) => `${input.mentees[mentee]!.id} ${input.mentors[mentor]!.id}`)
			.sort();
	for (let seed = 1; seed <= schools / 10; seed++) {
		const next = random(seed);
		const input = randomInput(next, { mentees: 12, mentors: 8, capacity: 3 });
		const pairs = named(input);
		for (let time = 0; time < 3; time++) expect({ seed, pairs: named(shuffled(input, next)) }).toEqual({ seed, pairs });
	}
});

test('one more place never makes it worse, by people and then by points', () => {
	for (let seed = 1; seed <= schools / 10; seed++) {
		const next = random(seed + 3_000_000);
		const input = randomInput(next, { mentees: 12, mentors: 8, capacity: 3 });
		const [people, score] = worthOf(input, matchingOfInput(input).pairs);
		for (const [at, mentor] of input.mentors.entries()) {
			if (mentor.slotCosts) continue;
			const mentors = input.mentors.with(at, { ...mentor, capacity: mentor.capacity + 1 });
			const [morePeople, moreScore] = worthOf(input, matchingOfInput({ ...input, mentors }).pairs);
			const better = morePeople > people || (morePeople === people && moreScore >= score);
			expect({ seed, at, better }).toEqual({ seed, at, better: true });
		}
	}
});
