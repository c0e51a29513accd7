import { expect, test } from 'vitest';
import { answerOf, claimOf } from './fixtures/answers';
import { best, worthOf } from './fixtures/brute-force';
import { candidatesOf, random, randomInput, withWholes } from './fixtures/small-schools';
import { bestByHighs } from './fixtures/with-highs';
import type { MatchingInput } from './input';

/** `MATCHING_TESTS=50000` for the long form. */
const schools = Math.ceil(Number(process.env.MATCHING_TESTS ?? 3000) / 3);

test('both or none, groups of enough people: as good as the best of all possible matchings', () => {
	let kept = 0;
	for (let seed = 1; seed <= schools; seed++) {
		const next = random(seed);
		const input = withWholes(randomInput(next), next);
		const { whole, ...claim } = claimOf(input);
		expect({ seed, ...claim }).toEqual({ seed, worth: best(input, { whole: true })!.slice(0, 3), exact: true });
		if (whole) kept += 1;
	}
	expect(kept).toBeGreaterThan(schools / 20);
});

test('in schools of sixteen an independent solver finds nothing better', { timeout: 3_600_000 }, async () => {
	for (let seed = 1; seed <= schools / 20; seed++) {
		const next = random(seed + 2_000_000);
		const input = withWholes(randomInput(next, { mentees: 16, mentors: 8, capacity: 4 }), next);
		const { worth, exact } = claimOf(input);
		expect({ seed, worth, exact }).toEqual({ seed, worth: await bestByHighs(input, { whole: true }), exact: true });
	}
});

test('where the search is cut short, the answer is allowed, never called the best, and its gap holds', () => {
	let cut = 0;
	for (let seed = 1; seed <= schools; seed++) {
		const next = random(seed);
		const input = withWholes(randomInput(next), next);
		const answer = answerOf(input, 0);
		if (!answer.whole || answer.whole.exact) continue;
		cut += 1;
		const [people, score] = worthOf(input, answer.pairs);
		const [bestPeople, bestScore] = best(input, { whole: true })!;
		expect(bestPeople).toBeGreaterThanOrEqual(people);
		if (bestPeople > people) expect({ seed, served: answer.whole.gap!.served > 0 }).toEqual({ seed, served: true });
		else if (answer.whole.gap!.served === 0) expect(answer.whole.gap!.score).toBeGreaterThanOrEqual(bestScore - score);
	}
	expect(cut).toBeGreaterThan(0);
});

test('Иванов wants both or none: two places go to him alone or to two others, and he is told why', () => {
	const input: MatchingInput = {
		mentors: [
			{ id: 'Анна', capacity: 1 },
			{ id: 'Борис', capacity: 1 }
		],
		mentees: [
			{ id: 'Иванов', priority: 1, needs: 2, together: true },
			{ id: 'Петров', priority: 1, needs: 1 }
		],
		candidates: candidatesOf([
			[0, 0, 900],
			[0, 1, 900],
			[1, 0, 10]
		])
	};
	const answer = answerOf(input);
	expect(answer.pairs).toEqual([
		[0, 0],
		[0, 1]
	]);
	const first = { ...input, mentees: [input.mentees[0]!, { ...input.mentees[1]!, priority: 5 }] };
	expect(answerOf(first)).toMatchObject({
		pairs: [[1, 0]],
		unmatched: [
			{ mentee: 0, got: 0, needs: 2, kind: 'whole', reason: expect.stringContaining('оба наставника или ни одного') }
		]
	});
});
