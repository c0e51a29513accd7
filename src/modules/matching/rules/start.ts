import { auction } from './auction';
import { mostScore } from './input';
import { levelsOf } from './levels';
import {
	barred,
	giveUp,
	join,
	leaveSeat,
	loadOf,
	lowOf,
	type Market,
	part,
	seatCost,
	seatCostLow,
	takeSeat
} from './market';
import { newPlaces } from './places';
import { secondPartsOf } from './second-parts';
import { hope, numbers, settle } from './settle';
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
 * The best by people and points; then, of all that are as good by these, the best by the second parts of worths. Who needs
 * two mentors takes part as if it were one: this is then a start, and settle() makes it exact.
 */
function settleFirstParts(market: Market) {
	const { mentees, mentors, needs, price, priceLow, utility, utilityLow, problem, totals } = market;
	market.step = 0;
	priceLow.fill(0);
	let points = tradeOfPoints(market);
	for (let j = 0; j < mentors; j++) price[j] = priceIn(points, j);
	for (let i = 0; i < mentees; i++)
		if (needs[i] === 0) hope(market, i);
		else utility[i] = points.utility[i]!;
	const twos = numbers(mentees).filter((i) => needs[i] === 2);
	if (twos.length > 0) {
		for (let i = 0; i < mentees; i++) if (needs[i] === 1) keep(market, i, points.placed[i]!);
		settle(market, numbers(mentees), numbers(mentors));
		vacate(market);
		points = tradeAsIs(market, points);
	}
	market.step = problem.ranges.step;
	const second = secondPartsOf(market, points);
	market.search.visits += second.visits;
	for (let j = 0; j < mentors; j++) priceLow[j] = second.price[j]!;
	const isExact = second.isSafe && twos.length === 0;
	for (let i = 0; i < mentees; i++) {
		if (isExact && needs[i] === 1) utilityLow[i] = second.utility[i]!;
		else hope(market, i);
		if (needs[i] === 1 && (isExact || isBest(market, i, second.placed[i]!))) keep(market, i, second.placed[i]!);
	}
	for (let j = 0; j < mentors; j++)
		if (points.price[j] === Number.POSITIVE_INFINITY) priceLow[j] = lowWithoutPlaces(market, j);
	totals[2] = lowOfAll(market);
}

/** By people and points. */
export function tradeOfPoints(market: Market): Trade {
	const { mentees, mentors, needs, penalty, capacity, columnStart, columnEdge } = market;
	const { rowStart, rowEnd, mentor, mentee, score, state } = market;
	const levels = levelsOf(market);
	const wanted = new Int32Array(mentors); // one more than may come, so that the price is that of a place that stands empty
	for (let j = 0; j < mentors; j++) wanted[j] = Math.min(capacity[j]!, columnStart[j + 1]! - columnStart[j]! + 1);
	const alone = new Float64Array(mentees);
	for (let i = 0; i < mentees; i++) alone[i] = needs[i]! > 0 ? -penalty[i]! : Number.POSITIVE_INFINITY;
	const places = newPlaces(wanted, (j) => levels[j]!);
	const worth = score;
	const sale = { rowStart, rowEnd, mentor, worth, state, alone, places, spread: Number.POSITIVE_INFINITY, rounds: 3 };
	const sold = auction(sale, raises);
	places.floor.fill(0);
	const trade = newTrade(sale, { mentee, columnStart, columnEdge }, sold.price, sold.placed);
	settleTrade(trade, true);
	market.search.visits += sold.visits + trade.visits;
	return trade;
}

/** The same people at the prices of the market, those who need one mentor alone. */
function tradeAsIs({ price, needs }: Market, { sale, columns }: Trade): Trade {
	const alone = sale.alone.map((least, i) => (needs[i] === 1 ? least : Number.POSITIVE_INFINITY));
	const nobody = new Int32Array(alone.length).fill(-1);
	return newTrade({ ...sale, alone }, columns, price.slice(0, columns.columnStart.length - 1), nobody);
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

/** The second part of it, where somebody would be as well off there by the first. */
function lowWithoutPlaces(market: Market, j: number): number {
	const { columnStart, columnEdge, mentee, score, price, utility, utilityLow, state } = market;
	let most = 0;
	for (let at = columnStart[j]!; at < columnStart[j + 1]!; at++) {
		const e = columnEdge[at]!;
		const i = mentee[e]!;
		if (state[e] !== barred && score[e]! - price[j]! >= utility[i]!)
			most = Math.max(most, lowOf(market, e) - utilityLow[i]!);
	}
	return most;
}

/** Mentee i takes a place along edge e; without one they go without, if that is the best they may have. */
function keep(market: Market, i: number, e: number) {
	if (e >= 0) {
		join(market, e);
		takeSeat(market, market.mentor[e]!, e);
	} else if (market.utility[i] === -market.penalty[i]! && market.utilityLow[i] === 0) giveUp(market, i, 1);
}

/** Whether nothing is worth more to mentee i than to be placed so. */
function isBest(market: Market, i: number, e: number): boolean {
	const { utility, utilityLow, score, mentor, price, priceLow, capacity } = market;
	if (e < 0) return true;
	const j = mentor[e]!;
	return (
		score[e]! - price[j]! === utility[i] &&
		lowOf(market, e) - priceLow[j]! === utilityLow[i] &&
		loadOf(market, j) < capacity[j]!
	);
}

/** Nobody has a mentor, or has given up. */
function vacate(market: Market) {
	const { mentees, first, second, mentor, alone, held } = market;
	for (let i = 0; i < mentees; i++) {
		giveUp(market, i, -alone[i]!);
		for (const e of [first[i]!, second[i]!]) {
			if (e < 0) continue;
			part(market, e);
			leaveSeat(market, mentor[e]!, e);
		}
	}
	held.fill(0); // settle() holds those that are worth it
}

/** Sum of the second parts: worths of pairs without the costs of places. */
function lowOfAll(market: Market): number {
	let sum = 0;
	for (let j = 0; j < market.mentors; j++)
		for (let seat = 0; seat < market.placed[j]!; seat++)
			sum += lowOf(market, market.seats[j]![seat]!) - seatCostLow(market, j, seat);
	return sum;
}
