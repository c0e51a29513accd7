import type { Pair } from './input';
import { type Market, newMarket } from './market';
import type { Problem } from './problem';
import type { RolePrices } from './roles/fold';
import { settleAll } from './start';
import type { Choice } from './whole';

/**
 * Prices that prove a matching to be the best (verify.ts says how), in the order of the input. `person`, `step`,
 * `lotBits`, `stay`: how the parts of a worth were put together (Ranges).
 */
export type Certificate = {
	person: number;
	step: number;
	lotBits: number;
	stay: number;
	menteeUtility: number[];
	menteeUtilityLow: number[];
	mentorPrice: number[];
	mentorPriceLow: number[];
	/** What was decided beyond prices (whole.ts); they prove the rest to be the best given this. */
	decided?: Decided;
	/** Prices of roles, where there are any (roles/verify-roles.ts says how they prove it). */
	roles?: RolePrices;
};

/** Mentees served with both or dropped, groups opened or closed; outweighing: `force`. */
export type Decided = { force: number; serve: number[]; drop: number[]; open: number[]; close: number[] };

/** The best matching of the problem, at work. How it starts is a matter of speed only (tests try both). */
export function solve(problem: Problem, byAuction?: boolean): Market {
	const market = newMarket(problem);
	settleAll(market, byAuction);
	return market;
}

/** Pairs as places in the input, by mentee and then by mentor; locked ones among them. */
export function pairsOf(market: Market): Pair[] {
	const { problem, first, second, mentor } = market;
	const pairs: [number, number][] = market.locked.map((pair) => [pair.mentee, pair.mentor]);
	for (let i = 0; i < market.mentees; i++)
		for (const e of [first[i]!, second[i]!]) if (e >= 0) pairs.push([i, mentor[e]!]);
	return pairs
		.map(([i, j]) => [problem.menteeAt[i]!, problem.mentorAt[j]!] as const)
		.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
}

/** Sum of the scores of all pairs, locked ones too. */
export const scoreOf = (market: Market) => market.totals[0]! + market.locked.reduce((sum, { score }) => sum + score, 0);

export function certificateOf(market: Market, choices: readonly Choice[] = []): Certificate {
	const { problem, utility, utilityLow, price, priceLow } = market;
	const { person, step, lotBits, stay } = problem.ranges;
	const inOrder = (values: Float64Array, number: Int32Array) => Array.from(number, (of) => values[of]!);
	return {
		person,
		step,
		lotBits,
		stay,
		menteeUtility: inOrder(utility, problem.menteeNumber),
		menteeUtilityLow: inOrder(utilityLow, problem.menteeNumber),
		mentorPrice: inOrder(price, problem.mentorNumber),
		mentorPriceLow: inOrder(priceLow, problem.mentorNumber),
		...(choices.length > 0 && { decided: decidedBy(problem, choices) })
	};
}

function decidedBy(problem: Problem, choices: readonly Choice[]): Decided {
	const decided: Decided = { force: problem.ranges.force || 0, serve: [], drop: [], open: [], close: [] };
	for (const choice of choices)
		decided[choice.kind].push('mentee' in choice ? problem.menteeAt[choice.mentee]! : problem.mentorAt[choice.mentor]!);
	return decided;
}

export type Matching = { pairs: readonly Pair[]; score: number; certificate: Certificate };

export const matchingOf = (market: Market, choices?: readonly Choice[]): Matching => ({
	pairs: pairsOf(market),
	score: scoreOf(market),
	certificate: certificateOf(market, choices)
});
