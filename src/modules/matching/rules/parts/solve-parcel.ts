import type { MatchingInput } from '../input';
import type { Market } from '../market';
import type { Problem } from '../problem';
import { scoreOf, solve } from '../result';
import { type Choice, keepWhole } from '../whole';
import { type Unmatched, whyUnmatched } from '../why-unmatched';
import type { Frame } from './frame';
import { problemOfParcel } from './parcel-problem';
import { listOf, sharedDoubles, sharedInts } from './shared';
import { whyBriefly } from './why-briefly';

/** Where parcels write what came of them, by places in the input; each writes its own people. */
export type Results = {
	/** Mentors of mentee i: partner[2 i], partner[2 i + 1]; −1 for none. */
	partner: Int32Array;
	utility: Float64Array;
	utilityLow: Float64Array;
	price: Float64Array;
	priceLow: Float64Array;
};

export const newResults = (mentees: number, mentors: number): Results => ({
	partner: sharedInts(2 * mentees).fill(-1),
	utility: sharedDoubles(mentees),
	utilityLow: sharedDoubles(mentees),
	price: sharedDoubles(mentors),
	priceLow: sharedDoubles(mentors)
});

/** What else is to be told of a parcel; people by places in the input. */
export type Report = {
	score: number;
	unmatched: Unmatched[];
	choices: Choice[];
	exact: boolean;
	steps: number;
	gap?: { served: number; score: number };
};

/** How much may be looked at to advise: as in why-unmatched.ts, each parcel has its share. */
const mostVisitsForAdvice = 20_000_000;

/** Up to how many mentees everybody who has nobody is told the rivals and what would help; beyond it only the kind of reason. */
export const mostToExplain = 20_000;

export function solveParcel(frame: Frame, parcel: number, results: Results, fully: boolean): Report {
	const problem = problemOfParcel(frame, parcel);
	const market = solve(problem, frame.byAuction);
	const { choices, ...whole } = keepWhole(market);
	const who = listOf(frame.mentees, parcel);
	const whose = listOf(frame.mentors, parcel);
	keepResults(market, results, who, whose);
	const unmatched = fully ? explained(frame, parcel, market, choices) : whyBriefly(market, choices);
	const ruled = choices.length > 0 || problem.together.includes(1) || problem.smallest.some((size) => size > 1);
	return {
		score: scoreOf(market),
		unmatched: unmatched.map((one) => inWhole(ruled ? { ...one, wouldUnlock: [] } : one, who, whose)),
		choices: choices.map(
			(choice): Choice =>
				'mentee' in choice
					? { ...choice, mentee: who[problem.menteeAt[choice.mentee]!]! }
					: { ...choice, mentor: whose[problem.mentorAt[choice.mentor]!]! }
		),
		...whole
	};
}

function keepResults(market: Market, results: Results, who: Int32Array, whose: Int32Array) {
	const { problem, first, second, mentor } = market;
	const { menteeNumber, mentorNumber, mentorAt } = problem;
	const give = (i: number, partner: number) => {
		const at = 2 * i;
		results.partner[results.partner[at]! < 0 ? at : at + 1] = partner;
	};
	for (const [at, i] of who.entries()) {
		const number = menteeNumber[at]!;
		results.utility[i] = market.utility[number]!;
		results.utilityLow[i] = market.utilityLow[number]!;
		for (const e of [first[number]!, second[number]!]) if (e >= 0) give(i, whose[mentorAt[mentor[e]!]!]!);
	}
	for (const pair of market.locked) give(who[problem.menteeAt[pair.mentee]!]!, whose[mentorAt[pair.mentor]!]!);
	for (const [at, j] of whose.entries()) {
		results.price[j] = market.price[mentorNumber[at]!]!;
		results.priceLow[j] = market.priceLow[mentorNumber[at]!]!;
	}
}

function explained(frame: Frame, parcel: number, market: Market, choices: readonly Choice[]): Unmatched[] {
	const { problem } = market;
	const share = problem.mentor.length / Math.max(1, frame.rows.mentor.length);
	return whyUnmatched(market, asInput(frame, parcel, problem), choices, Math.ceil(mostVisitsForAdvice * share));
}

/** As much of an input as the explanations ask for, by places in the parcel. */
function asInput(frame: Frame, parcel: number, problem: Problem): MatchingInput {
	const { needs, capacity, missing, missingOf, mentees, mentors } = frame;
	const none = new Int32Array();
	const who = listOf(mentees, parcel);
	const whose = listOf(mentors, parcel);
	const list = Array.from(listOf(missingOf, parcel), (at) => missing[at]!);
	const placeOf = (places: Int32Array) => new Map(Array.from(places, (place, at) => [place, at]));
	const [menteeAt, mentorAt] = list.length > 0 ? [placeOf(who), placeOf(whose)] : [];
	return {
		mentees: Array.from(who, (i, at) => ({ id: `${at}`, priority: 0, needs: needs[i] as 1 | 2 })),
		mentors: Array.from(whose, (j, at) => ({ id: `${problem.needs.length + at}`, capacity: capacity[j]! })),
		candidates: { mentee: none, mentor: none, score: none },
		missing: list.map((one) => ({
			...one,
			mentee: menteeAt!.get(one.mentee)!,
			mentor: mentorAt!.get(one.mentor)!
		}))
	};
}

function inWhole(one: Unmatched, who: Int32Array, whose: Int32Array): Unmatched {
	const { shortage } = one;
	return {
		...one,
		mentee: who[one.mentee]!,
		wouldUnlock: one.wouldUnlock.map((unlock) => ({ ...unlock, mentor: whose[unlock.mentor]! })),
		...(shortage && {
			shortage: {
				...shortage,
				rivals: shortage.rivals.map((at) => who[at]!),
				mentors: shortage.mentors.map((at) => whose[at]!)
			}
		})
	};
}
