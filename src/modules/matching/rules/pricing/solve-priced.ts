import type { AllPairs } from '../candidates/blocks';
import { apply } from '../edits';
import type { Candidates, MatchingInput, Pair } from '../input';
import type { Market } from '../market';
import { compile, type Problem } from '../problem';
import { hasWholes } from '../ranges';
import { type Matching, matchingOf, solve } from '../result';
import { hashOfId, lotOfPair, seedOfMentees, seedOfMentors } from '../tie';
import { verify } from '../verify';

export type Priced =
	| {
			ok: true;
			/** The best of all pairs that may be: no pair left out is worth more than the prices of its two sides. */
			matching: Matching;
			/** The pairs that were reckoned with: the short lists and what was added. */
			candidates: Candidates;
			/** Matchings made from the beginning, and pairs added one by one. */
			begun: number;
			added: number;
	  }
	| { ok: false; message: string };

type Short = { people: Omit<MatchingInput, 'candidates'>; pairs: AllPairs };

/** Of the pairs of one mentee that are worth more than their prices, so many are added when the matching is begun anew. */
const mostAtOnce = 8;

/**
 * The best matching over all pairs that may be, while only short lists are reckoned with: whoever could do better by a pair
 * left out gets it (as in what-if), until nobody could. Equal to the matching with all pairs, down to the lot.
 * @param most pairs of a mentee at the start, the ones with most points; today's and locked pairs are always among them
 */
export function solvePriced(people: Short['people'], pairs: AllPairs, most: number): Priced {
	if (hasWholes({ ...people, candidates: none }))
		throw new Error('Prices alone do not tell who is served with both or none');
	const lists = shortLists({ people, pairs }, most);
	for (let [begun, added] = [1, 0]; ; begun++) {
		const compiled = compile({ ...people, candidates: lists.candidates() });
		if (!compiled.ok) return compiled;
		const market = solve(compiled.problem);
		const seeker = seekerOf(market, { people, pairs });
		for (;;) {
			const better = seeker.seek(mostAtOnce);
			if (better.length === 0) {
				const candidates = lists.candidates();
				const matching = matchingOf(market);
				const checked = verify({ ...people, candidates }, matching);
				if (!checked.ok) throw new Error(`Подбор не прошёл проверку и не показан: ${checked.where}.`);
				return { ok: true, matching, candidates, begun, added };
			}
			const anew = market.edges + better.length > market.mentor.length;
			for (const one of better) {
				if (!anew && !seeker.isBetter(one)) continue; // a pair added before has mended it
				lists.add(one);
				if (anew) continue;
				added += 1;
				const { menteeNumber, mentorNumber } = compiled.problem;
				apply(market, {
					kind: 'candidate',
					mentee: menteeNumber[one.mentee]!,
					mentor: mentorNumber[one.mentor]!,
					score: one.score
				});
			}
			if (anew) break;
		}
	}
}

const none: Candidates = { mentee: new Int32Array(), mentor: new Int32Array(), score: new Int32Array() };

type Found = { mentee: number; mentor: number; score: number };

/** The pairs with most points of each mentee, by number of mentor where points are equal; and those that are wanted anyway. */
function shortLists({ people, pairs }: Short, most: number) {
	const [mentor, score] = [new Int32Array(pairs.longest), new Int32Array(pairs.longest)];
	const found: Found[] = [];
	const always = new Set([...(people.current ?? []), ...(people.locked ?? [])].map(([i, j]) => keyOf(people, i, j)));
	for (let i = 0; i < pairs.mentees; i++) {
		const end = pairs.fill(i, mentor, score, 0);
		const row = Array.from({ length: end }, (_, at) => at);
		if (end > most) row.sort((one, other) => score[other]! - score[one]! || mentor[one]! - mentor[other]!);
		for (const [place, at] of row.entries())
			if (place < most || always.has(keyOf(people, i, mentor[at]!)))
				found.push({ mentee: i, mentor: mentor[at]!, score: score[at]! });
	}
	return {
		add: (one: Found) => void found.push(one),
		candidates: (): Candidates => ({
			mentee: Int32Array.from(found, (one) => one.mentee),
			mentor: Int32Array.from(found, (one) => one.mentor),
			score: Int32Array.from(found, (one) => one.score)
		})
	};
}

const keyOf = ({ mentors }: Short['people'], i: number, j: number) => i * mentors.length + j;

/** Goes over all pairs that may be and finds those worth more than their prices. */
function seekerOf(market: Market, { people, pairs }: Short) {
	const { problem } = market;
	const { mentees, mentors, locked = [], forbidden = [] } = people;
	const settled = new Set([...locked, ...forbidden].map(([i, j]: Pair) => keyOf(people, i, j)));
	const menteeHash = mentees.map(({ id }) => hashOfId(id, seedOfMentees));
	const mentorHash = mentors.map(({ id }) => hashOfId(id, seedOfMentors));
	const [mentor, score] = [new Int32Array(pairs.longest), new Int32Array(pairs.longest)];
	const gain = ({ mentee, mentor: j, score: points }: Found): readonly [number, number] => {
		const [i, k] = [problem.menteeNumber[mentee]!, problem.mentorNumber[j]!];
		const high = points - market.utility[i]! - market.price[k]!;
		if (high < 0) return [high, 0];
		const lot = lotOfPair(menteeHash[mentee]!, mentorHash[j]!, problem.ranges.lotBits);
		return [high, lot - market.utilityLow[i]! - market.priceLow[k]!];
	};
	const isBetter = (one: Found) => {
		const [high, low] = gain(one);
		return (high > 0 || (high === 0 && low > 0)) && !isTogether(market, problem, one);
	};

	function seek(most: number): Found[] {
		const all: Found[] = [];
		for (let i = 0; i < pairs.mentees; i++) {
			if (market.needs[problem.menteeNumber[i]!] === 0) continue;
			const end = pairs.fill(i, mentor, score, 0);
			const row: Found[] = [];
			for (let at = 0; at < end; at++) {
				const one = { mentee: i, mentor: mentor[at]!, score: score[at]! };
				if (isBetter(one) && !settled.has(keyOf(people, i, one.mentor))) row.push(one);
			}
			if (row.length > most) row.sort((one, other) => gain(other)[0] - gain(one)[0] || gain(other)[1] - gain(one)[1]);
			all.push(...row.slice(0, most));
		}
		return all;
	}
	return { seek, isBetter };
}

/** Those who are together may be worth more than their prices. */
function isTogether(market: Market, { menteeNumber, mentorNumber }: Problem, { mentee, mentor }: Found): boolean {
	const i = menteeNumber[mentee]!;
	const j = mentorNumber[mentor]!;
	return [market.first[i]!, market.second[i]!].some((e) => e >= 0 && market.mentor[e] === j);
}
