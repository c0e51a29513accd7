import { agreeOnLow } from './agree';
import { auction } from './auction';
import { mostScore } from './input';
import { levelsOf } from './levels';
import { join, loadOf, lowOf, type Market, seatCost, seatCostLow, takeSeat, unsettled } from './market';
import { newPlaces } from './places';
import { hope, numbers, release, settle } from './settle';
import { auctionTies, tiesOf } from './ties';

/** From how many mentees on a start by auction is worth its trouble. */
const many = 64;

/** Steps of the auction, in points: whole, so that prices are. */
const raises = [Math.ceil(mostScore / 16), 1];

/** The first matching: prices near the best ones, then everybody who is not where they should be finds the cheapest place. */
export function settleAll(market: Market, byAuction = market.mentees >= many) {
	const { mentees, mentors, price, priceLow } = market;
	for (let j = 0; j < mentors; j++) {
		price[j] = seatCost(market, j, 0);
		priceLow[j] = seatCostLow(market, j, 0);
	}
	if (byAuction) settleFirstParts(market);
	else for (let i = 0; i < mentees; i++) hope(market, i);
	settle(market, numbers(mentees), numbers(mentors));
}

/** The best by people and points, from the prices of an auction; then second parts of prices near those that agree with it. */
function settleFirstParts(market: Market) {
	const { mentees, mentors, needs, priceLow, problem, totals } = market;
	priceLow.fill(0);
	market.step = 0;
	keepBest(market, auctionPlaces(market));
	settle(market, numbers(mentees), numbers(mentors));
	market.step = problem.ranges.step;
	for (let i = 0; i < mentees; i++) if (needs[i] === 2) release(market, i);
	market.held.fill(0); // settle() holds those that are worth it
	const ties = tiesOf(market);
	if (ties.edge.length > 2 * mentees) keepBest(market, auctionTies(market, ties));
	else {
		agreeOnLow(market, ties);
		for (let i = 0; i < mentees; i++) if (unsettled(market, i) > 0) hope(market, i);
	}
	totals[2] = lowOfAll(market);
}

/** Sets prices by an auction of all candidates; @returns by which edge each mentee is placed (−1 for none) */
function auctionPlaces(market: Market): Int32Array {
	const { mentees, mentors, needs, penalty, capacity, columnStart, price } = market;
	const { rowStart, rowEnd, mentor, score, state } = market;
	const levels = levelsOf(market);
	const wanted = new Int32Array(mentors);
	for (let j = 0; j < mentors; j++) wanted[j] = Math.min(capacity[j]!, columnStart[j + 1]! - columnStart[j]!);
	const alone = new Float64Array(mentees);
	for (let i = 0; i < mentees; i++) alone[i] = needs[i]! > 0 ? -penalty[i]! : Number.POSITIVE_INFINITY;
	const places = newPlaces(wanted, (j) => levels[j]!);
	const sale = {
		rowStart,
		rowEnd,
		mentor,
		worth: score,
		state,
		alone,
		places,
		spread: Number.POSITIVE_INFINITY,
		rounds: 3
	};
	const sold = auction(sale, raises);
	for (let j = 0; j < mentors; j++) if (wanted[j]! > 0) price[j] = sold.price[j]!;
	market.search.visits += sold.visits;
	return sold.placed;
}

/** Mentees stay where the auction put them, if nothing is better at these prices. */
function keepBest(market: Market, placed: Int32Array) {
	const { mentees, needs, utility, utilityLow, price, priceLow, score, mentor, capacity } = market;
	for (let i = 0; i < mentees; i++) {
		hope(market, i);
		const e = placed[i]!;
		if (e < 0 || needs[i] !== 1) continue;
		const j = mentor[e]!;
		if (score[e]! - price[j]! !== utility[i] || loadOf(market, j) >= capacity[j]!) continue;
		if (lowOf(market, e) - priceLow[j]! !== utilityLow[i]) continue;
		join(market, e);
		takeSeat(market, j, e);
	}
}

/** Sum of the second parts: worths of pairs without the costs of places. */
function lowOfAll(market: Market): number {
	let sum = 0;
	for (let j = 0; j < market.mentors; j++)
		for (let seat = 0; seat < market.placed[j]!; seat++)
			sum += lowOf(market, market.seats[j]![seat]!) - seatCostLow(market, j, seat);
	return sum;
}
