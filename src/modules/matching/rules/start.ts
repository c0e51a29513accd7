import { auction } from './auction';
import { mostScore } from './input';
import { levelsOf } from './levels';
import { join, lowOf, type Market, seatCost, seatCostLow, takeSeat } from './market';
import { newPlaces } from './places';
import { hope, numbers, release, settle } from './settle';
import { auctionTies, tiesOf } from './ties';
import { settleTrade } from './trade/settle-trade';
import { newTrade, type Trade } from './trade/trade';

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

/**
 * The best by people and points; then, among those candidates that are as good as can be by these, the best by the second
 * parts of worths. Each is a trade in one number. Who needs two mentors takes part as if it were one; settle() ends it.
 */
function settleFirstParts(market: Market) {
	const { mentees, mentors, needs, price, utility, problem, totals } = market;
	market.step = 0;
	market.priceLow.fill(0);
	const points = tradeOfPoints(market);
	for (let j = 0; j < mentors; j++) price[j] = priceIn(points, j);
	for (let i = 0; i < mentees; i++) {
		utility[i] = points.utility[i]!;
		if (needs[i] !== 1) hope(market, i);
	}
	const twos = numbers(mentees).filter((i) => needs[i] === 2);
	if (twos.length > 0) {
		keep(market, points, undefined);
		settle(market, numbers(mentees), numbers(mentors));
		for (const i of twos) release(market, i);
		market.held.fill(0); // settle() holds those that are worth it
	}
	market.step = problem.ranges.step;
	const ties = tiesOf(market);
	const lots = auctionTies(market, ties);
	if (twos.length === 0) settleTrade(lots);
	for (let j = 0; j < mentors; j++) market.priceLow[j] = priceIn(lots, j);
	for (let i = 0; i < mentees; i++) {
		market.utilityLow[i] = lots.utility[i]!;
		if (needs[i] !== 1) hope(market, i);
	}
	keep(market, lots, ties.edge);
	market.search.visits += lots.visits;
	totals[2] = lowOfAll(market);
}

/** By people and points. */
function tradeOfPoints(market: Market): Trade {
	const { mentees, mentors, needs, penalty, capacity, columnStart, columnEdge } = market;
	const { rowStart, rowEnd, mentor, mentee, score, state } = market;
	const levels = levelsOf(market);
	const wanted = new Int32Array(mentors);
	for (let j = 0; j < mentors; j++) wanted[j] = Math.min(capacity[j]!, columnStart[j + 1]! - columnStart[j]!);
	const alone = new Float64Array(mentees);
	for (let i = 0; i < mentees; i++) alone[i] = needs[i]! > 0 ? -penalty[i]! : Number.POSITIVE_INFINITY;
	const places = newPlaces(wanted, (j) => levels[j]!);
	const worth = score;
	const sale = { rowStart, rowEnd, mentor, worth, state, alone, places, spread: Number.POSITIVE_INFINITY, rounds: 3 };
	const sold = auction(sale, raises);
	places.floor.fill(0);
	const trade = newTrade(sale, { mentee, columnStart, columnEdge }, sold.price, sold.placed);
	settleTrade(trade);
	market.search.visits += sold.visits + trade.visits;
	return trade;
}

/** What a place of mentor j costs; of one who has none, as little as makes nobody wish for it. */
function priceIn({ sale, columns, price, utility }: Trade, j: number): number {
	if (price[j] !== Number.POSITIVE_INFINITY) return price[j]!;
	let most = 0;
	for (let at = columns.columnStart[j]!; at < columns.columnStart[j + 1]!; at++) {
		const e = columns.columnEdge[at]!;
		if (sale.state[e] === 0) most = Math.max(most, sale.worth[e]! - utility[columns.mentee[e]!]!);
	}
	return most;
}

/** Mentees who need one mentor take the places they have in the trade. */
function keep(market: Market, { placed, sale }: Trade, edges: Int32Array | undefined) {
	for (let i = 0; i < market.mentees; i++) {
		if (placed[i]! < 0 || market.needs[i] !== 1) continue;
		join(market, edges ? edges[placed[i]!]! : placed[i]!);
		takeSeat(market, sale.mentor[placed[i]!]!, edges ? edges[placed[i]!]! : placed[i]!);
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
