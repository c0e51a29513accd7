import { expect, test } from 'vitest';
import { candidatesOfAll, pairsOf } from '../candidates/blocks';
import { randomCrowd } from '../fixtures/crowd';
import { random } from '../fixtures/small-schools';
import type { MatchingInput, Pair } from '../input';
import { compile } from '../problem';
import { matchingOf, solve } from '../result';
import { verify } from '../verify';
import { solvePriced } from './solve-priced';

/** `MATCHING_TESTS=50000` for the long form. */
const regions = Number(process.env.MATCHING_TESTS ?? 3000) / 20;

/** People by chance, with all their pairs, places scarce or not; some pairs locked, forbidden, of today. */
function region(seed: number, size = { mentees: 60, mentors: 30 }) {
	const next = random(seed);
	const pairs = pairsOf(randomCrowd(next, size.mentees, size.mentors));
	const candidates = candidatesOfAll(pairs);
	const some = (share: number) =>
		Array.from(candidates.mentee, (i, at): Pair => [i, candidates.mentor[at]!]).filter(() => next() < share);
	const input: MatchingInput = {
		mentees: Array.from({ length: size.mentees }, (_, i) => ({
			id: `м${i * 7}`,
			priority: Math.floor(next() * 3),
			needs: next() < 0.2 ? 2 : 1
		})),
		mentors: Array.from({ length: size.mentors }, (_, j) => ({ id: `н${j * 3}`, capacity: Math.floor(next() * 4) })),
		candidates,
		forbidden: some(0.05),
		current: some(0.05)
	};
	const free = input.mentors.map(({ capacity }) => capacity);
	const met = new Set<number>();
	const apart = new Set(input.forbidden!.map(String));
	input.locked = some(0.03).filter(([i, j]) => {
		if (met.has(i) || free[j] === 0 || apart.has(String([i, j]))) return false;
		met.add(i);
		free[j]! -= 1;
		return true;
	});
	return { input, pairs };
}

function withAll(input: MatchingInput) {
	const compiled = compile(input);
	if (!compiled.ok) throw new Error(compiled.message);
	return matchingOf(solve(compiled.problem));
}

test('from short lists, by prices: the matching of all pairs, proved over all pairs', () => {
	let [added, left] = [0, 0];
	for (let seed = 1; seed <= regions; seed++) {
		const { input, pairs } = region(seed);
		const { candidates, ...people } = input;
		const priced = solvePriced(people, pairs, 1 + (seed % 4));
		if (!priced.ok) throw new Error(priced.message);
		expect({ seed, pairs: priced.matching.pairs }).toEqual({ seed, pairs: withAll(input).pairs });
		expect({ seed, ...verify(input, priced.matching) }).toEqual({ seed, ok: true });
		added += priced.added;
		left += candidates.score.length - priced.candidates.score.length;
	}
	expect(added).toBeGreaterThan(regions / 5);
	expect(left).toBeGreaterThan(regions / 5);
});

test('where very many pairs are missing, it is begun anew with longer lists', () => {
	const { input, pairs } = region(5, { mentees: 1500, mentors: 700 });
	const { candidates: _, ...people } = input;
	const priced = solvePriced(people, pairs, 1);
	if (!priced.ok) throw new Error(priced.message);
	expect(priced.begun).toBeGreaterThan(1);
	expect(priced.matching.pairs).toEqual(withAll(input).pairs);
	expect(verify(input, priced.matching)).toEqual({ ok: true });
});

test('without prices the short lists lose people: that is what they are for', () => {
	let lost = 0;
	for (let seed = 1; seed <= 20; seed++) {
		const { input, pairs } = region(seed);
		const { candidates, ...people } = input;
		const one = solvePriced(people, pairs, 1);
		if (!one.ok) throw new Error(one.message);
		const first = new Map<number, number>();
		for (const [at, i] of candidates.mentee.entries())
			if (!first.has(i) || candidates.score[at]! > candidates.score[first.get(i)!]!) first.set(i, at);
		const kept = Int32Array.from(first.values());
		const short = {
			mentee: kept.map((at) => candidates.mentee[at]!),
			mentor: kept.map((at) => candidates.mentor[at]!),
			score: kept.map((at) => candidates.score[at]!)
		};
		lost += one.matching.pairs.length - withAll({ ...people, candidates: short }).pairs.length;
	}
	expect(lost).toBeGreaterThan(5);
});
