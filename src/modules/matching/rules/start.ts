import { agreeOnLow } from './agree';
import { auction } from './auction';
import { levelsOf } from './levels';
import { join, loadOf, type Market, seatCost, seatCostLow, takeSeat } from './market';
import { hope, numbers, settle } from './settle';

/** From how many mentees on a start by auction is worth its trouble. */
const many = 64;

/** The first matching: prices near the best ones, then everybody who is not where they should be finds the cheapest place. */
export function settleAll(market: Market, byAuction = market.mentees >= many) {
	const { mentees, mentors, price, priceLow } = market;
	for (let j = 0; j < mentors; j++) {
		price[j] = seatCost(market, j, 0);
		priceLow[j] = seatCostLow(market, j, 0);
	}
	if (byAuction) {
		const unsettled = settleFirstParts(market);
		settle(market, unsettled, numbers(mentors));
		return;
	}
	for (let i = 0; i < mentees; i++) hope(market, i);
	settle(market, numbers(mentees), numbers(mentors));
}

/**
 * The best by people and points, from the prices of an auction; then second parts of prices that agree with it.
 * @returns the mentees who are yet to be settled
 */
function settleFirstParts(market: Market): number[] {
	const { mentees, mentors, price, priceLow, low, problem, totals } = market;
	low.fill(0);
	priceLow.fill(0);
	market.step = 0;
	const start = auction(market, levelsOf(market));
	for (let j = 0; j < mentors; j++)
		if (start.price[j]! < Number.POSITIVE_INFINITY) price[j] = Math.floor(start.price[j]!);
	for (let i = 0; i < mentees; i++) {
		hope(market, i);
		keepBest(market, i, start.placed[i]!);
	}
	settle(market, numbers(mentees), numbers(mentors));
	low.set(problem.low);
	market.step = problem.ranges.step;
	const unsettled = agreeOnLow(market);
	totals[2] = lowOf(market);
	return unsettled;
}

/** Sum of the second parts: worths of pairs without the costs of places. */
function lowOf(market: Market): number {
	let sum = 0;
	for (let j = 0; j < market.mentors; j++)
		for (let seat = 0; seat < market.placed[j]!; seat++)
			sum += market.low[market.seats[j]![seat]!]! - seatCostLow(market, j, seat);
	return sum;
}

/** The mentee stays where the auction put them, if nothing is better at these prices. */
function keepBest(market: Market, i: number, e: number) {
	if (e < 0 || market.needs[i] !== 1) return;
	const { utility, utilityLow, price, priceLow, score, low } = market;
	const j = market.mentor[e]!;
	if (score[e]! - price[j]! !== utility[i] || low[e]! - priceLow[j]! !== utilityLow[i]) return;
	if (loadOf(market, j) >= market.capacity[j]!) return;
	join(market, e);
	takeSeat(market, j, e);
}
