import {
	changeSeat,
	giveUp,
	join,
	leaveSeat,
	loadOf,
	lowOf,
	type Market,
	open,
	part,
	raisePrice,
	raiseUtility,
	seatCost,
	seatCostLow,
	takeSeat,
	unsettled,
	write
} from './market';
import { begin, isNearer, reach, takeNearest } from './search';

/** Where a search may end: somebody without a place, somebody who had given up, or a mentor who is content with fewer. */
type End = { high: number; low: number; kind: 'none' | 'unsettled' | 'alone' | 'place'; at: number; join: number };

/**
 * Mentor j holds a place empty, though its price says that it is worth something: the cheapest way to fill it by moving
 * people towards it, or to lower the prices until nobody is missed. Needs the columns of the candidates.
 */
export function fillPlace(market: Market, j: number) {
	const { search, price, priceLow } = market;
	begin(search);
	const end: End = { high: Number.POSITIVE_INFINITY, low: 0, kind: 'none', at: -1, join: -1 };
	reach(search, j, 0, 0, -1, -1);
	offerFewer(market, j, 0, 0, end);
	for (;;) {
		const next = search.size > 0 ? search.heap[0]! : -1;
		if (next < 0 || !isBefore(search.high[next]!, search.low[next]!, end)) break;
		const node = takeNearest(search);
		if (node >= search.room) fromBoth(market, node - search.room, end);
		else fromColumn(market, node, search.high[node]! + price[node]!, search.low[node]! + priceLow[node]!, end);
	}
	follow(market, end);
	walk(market, end, j);
}

/** Everybody who could come to mentor j; `high`, `lower`: its distance plus its price. */
function fromColumn(market: Market, j: number, high: number, lower: number, end: End) {
	const { columnStart, columnEdge, search, laterOfMentor } = market;
	const until = columnStart[j + 1]!;
	for (let at = columnStart[j]!; at < until; at++) fromEdge(market, columnEdge[at]!, high, lower, end);
	search.visits += until - columnStart[j]!;
	if (laterOfMentor.size > 0) for (const e of laterOfMentor.get(j) ?? []) fromEdge(market, e, high, lower, end);
}

function fromEdge(market: Market, e: number, fromHigh: number, fromLow: number, end: End) {
	const { search, needs, utility, utilityLow, first } = market;
	const i = market.mentee[e]!;
	const high = fromHigh + utility[i]! - market.score[e]!;
	if (high > end.high || market.state[e] !== open || needs[i] === 0) return;
	const low = fromLow + utilityLow[i]! - lowOf(market, e);
	if (!isBefore(high, low, end)) return;
	if (unsettled(market, i) > 0) return finish(end, high, low, 'unsettled', i, e);
	if (market.alone[i]! > 0) {
		const backHigh = high - utility[i]! - market.penalty[i]!;
		const backLow = low - utilityLow[i]!;
		if (isBefore(backHigh, backLow, end)) finish(end, backHigh, backLow, 'alone', i, e);
	}
	if (needs[i] === 1) {
		const held = first[i]! >= 0 ? first[i]! : market.second[i]!;
		if (held >= 0) toMentor(market, held, high, low, e, end);
	} else if (isNearer(search, search.room + i, high, low)) reach(search, search.room + i, high, low, e, -1);
}

/** A mentee with two mentors may leave either of them. */
function fromBoth(market: Market, i: number, end: End) {
	const { search, first, second, price, priceLow, utility, utilityLow, mentor, score } = market;
	const node = search.room + i;
	for (const e of [first[i]!, second[i]!]) {
		if (e < 0) continue;
		const j = mentor[e]!;
		const high = search.high[node]! + score[e]! - utility[i]! - price[j]!;
		const lower = search.low[node]! + lowOf(market, e) - utilityLow[i]! - priceLow[j]!;
		toMentor(market, e, high, lower, search.join[node]!, end);
	}
}

/** The mentee leaves edge `leave` for edge `into`: its mentor is the next to lack somebody. */
function toMentor(market: Market, leave: number, high: number, low: number, into: number, end: End) {
	const j = market.mentor[leave]!;
	if (!isNearer(market.search, j, high, low) || !isBefore(high, low, end)) return;
	reach(market.search, j, high, low, into, leave);
	offerFewer(market, j, high, low, end);
}

/** Mentor j may do with one fewer, if the price comes down to what the last place costs. */
function offerFewer(market: Market, j: number, high: number, low: number, end: End) {
	const last = loadOf(market, j) - 1;
	const endHigh = high + market.price[j]! - seatCost(market, j, last);
	const endLow = low + market.priceLow[j]! - seatCostLow(market, j, last);
	if (isBefore(endHigh, endLow, end)) finish(end, endHigh, endLow, 'place', j, -1);
}

const isBefore = (high: number, low: number, end: End) => high < end.high || (high === end.high && low < end.low);

function finish(end: End, high: number, low: number, kind: End['kind'], at: number, join: number) {
	end.high = high;
	end.low = low;
	end.kind = kind;
	end.at = at;
	end.join = join;
}

/** Prices fall and utilities rise by what each was nearer than the end; those with one mentor go along with theirs. */
function follow(market: Market, end: End) {
	const { search, placed, seats, mentee, needs } = market;
	for (let at = 0; at < search.done.length; at++) {
		const node = search.done[at]!;
		const [high, low] = [end.high - search.high[node]!, end.low - search.low[node]!];
		if (high < 0 || (high === 0 && low <= 0)) continue;
		if (node >= search.room) {
			raiseUtility(market, node - search.room, high, low);
			continue;
		}
		raisePrice(market, node, -high, -low);
		for (let seat = 0; seat < placed[node]!; seat++) {
			const i = mentee[seats[node]![seat]!]!;
			if (needs[i] === 1) raiseUtility(market, i, high, low);
		}
	}
}

/** Moves everybody on the way by one, from where it ends towards mentor `to`. */
function walk(market: Market, end: End, to: number) {
	const { search, mentor } = market;
	let into = end.join;
	if (end.kind === 'alone') giveUp(market, end.at, -1);
	if (end.kind === 'place') {
		const j = end.at;
		if (j === to) return write(market, market.held, j, market.held[j]! - 1);
		const leave = search.leave[j]!;
		into = search.join[j]!;
		part(market, leave);
		leaveSeat(market, j, leave);
	}
	for (;;) {
		const j = mentor[into]!;
		join(market, into);
		if (j === to) {
			write(market, market.held, j, market.held[j]! - 1);
			return takeSeat(market, j, into);
		}
		const leave = search.leave[j]!;
		changeSeat(market, j, leave, into);
		part(market, leave);
		into = search.join[j]!;
	}
}
