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
	write
} from './market';
import { begin, isNearer, reach, type Search, takeNearest } from './search';

/** Where a search may end, the nearest so far. */
type End = { high: number; low: number; kind: 'none' | 'alone' | 'place' | 'stay'; at: number };

/**
 * Finds the cheapest place for one more mentor of mentee i: a free place, one held empty, or somebody goes without. Those
 * on the way move on by one. Prices follow, and the market is optimal again but for what else is unsettled.
 */
export function placeMentee(market: Market, i: number) {
	const { search } = market;
	begin(search);
	// A mentee that needs two is never met again on its own way.
	if (market.needs[i] === 2) reach(search, search.room + i, 0, 0, -1, -1);
	search.size = 0;
	const end: End = { high: Number.POSITIVE_INFINITY, low: 0, kind: 'none', at: -1 };
	look(market, i, 0, 0, end);
	search.moved.push(i);
	search.movedHigh.push(0);
	search.movedLow.push(0);
	spread(market, end);
	follow(market, end);
	walk(market, end, i, -1);
}

/**
 * One mentee too many is on a place of mentor j, or one whose place costs more than the price tells: the cheapest way for
 * one of them to go on, or, where the place is there, to stay at its cost.
 */
export function moveFrom(market: Market, j: number) {
	const { search, price, priceLow } = market;
	begin(search);
	reach(search, j, 0, 0, -1, -1);
	const end: End = { high: Number.POSITIVE_INFINITY, low: 0, kind: 'none', at: -1 };
	const last = loadOf(market, j) - 1;
	if (last < market.capacity[j]!)
		finish(end, seatCost(market, j, last) - price[j]!, seatCostLow(market, j, last) - priceLow[j]!, 'stay', j);
	spread(market, end);
	follow(market, end);
	walk(market, end, -1, j);
}

/** Dijkstra from what is reached already until nothing nearer than `end` is left. */
function spread(market: Market, end: End) {
	const { search, mentee, placed, seats, needs, score, utility, utilityLow, price, priceLow } = market;
	for (;;) {
		const next = search.size > 0 ? search.heap[0]! : -1;
		if (next < 0 || !isBefore(search.high[next]!, search.low[next]!, end)) return;
		const node = takeNearest(search);
		const [high, lower] = [search.high[node]!, search.low[node]!];
		if (node >= search.room) {
			look(market, node - search.room, high, lower, end);
			continue;
		}
		const on = seats[node]!;
		for (let seat = 0; seat < placed[node]!; seat++) {
			const e = on[seat]!;
			const i = mentee[e]!;
			if (needs[i] === 2) {
				const farther = high + score[e]! - utility[i]! - price[node]!;
				const fartherLow = lower + lowOf(market, e) - utilityLow[i]! - priceLow[node]!;
				if (isNearer(search, search.room + i, farther, fartherLow))
					reach(search, search.room + i, farther, fartherLow, -1, e);
			} else {
				search.leave[search.room + i] = e;
				search.moved.push(i);
				search.movedHigh.push(high);
				search.movedLow.push(lower);
				look(market, i, high, lower, end);
			}
		}
	}
}

/** From mentee i, who has given up a place at this distance: all mentors open to them, or going without. */
function look(market: Market, i: number, high: number, lower: number, end: End) {
	const { search, rowStart, rowEnd, laterOfMentee } = market;
	const goHigh = high + market.utility[i]! + market.penalty[i]!;
	const goLow = lower + market.utilityLow[i]!;
	if (isBefore(goHigh, goLow, end)) finish(end, goHigh, goLow, 'alone', i);
	const fromHigh = high + market.utility[i]!;
	const fromLow = lower + market.utilityLow[i]!;
	for (let e = rowStart[i]!; e < rowEnd[i]!; e++) lookAlong(market, search, e, fromHigh, fromLow, end);
	search.visits += rowEnd[i]! - rowStart[i]!;
	if (laterOfMentee.size > 0)
		for (const e of laterOfMentee.get(i) ?? []) lookAlong(market, search, e, fromHigh, fromLow, end);
}

function lookAlong(market: Market, search: Search, e: number, fromHigh: number, fromLow: number, end: End) {
	const j = market.mentor[e]!;
	const high = fromHigh + market.price[j]! - market.score[e]!;
	if (high > end.high || market.state[e] !== open) return;
	const low = fromLow + market.priceLow[j]! - lowOf(market, e);
	if (!isBefore(high, low, end) || !isNearer(search, j, high, low)) return;
	reach(search, j, high, low, e, -1);
	if (market.held[j]! > 0) finish(end, high, low, 'place', j);
	else if (market.placed[j]! < market.capacity[j]!) {
		const last = market.placed[j]!;
		const endHigh = high + seatCost(market, j, last) - market.price[j]!;
		const endLow = low + seatCostLow(market, j, last) - market.priceLow[j]!;
		if (isBefore(endHigh, endLow, end)) finish(end, endHigh, endLow, 'place', j);
	}
}

const isBefore = (high: number, low: number, end: End) => high < end.high || (high === end.high && low < end.low);

function finish(end: End, high: number, low: number, kind: End['kind'], at: number) {
	end.high = high;
	end.low = low;
	end.kind = kind;
	end.at = at;
}

/** Prices rise and utilities fall by what each was nearer than the end. */
function follow(market: Market, end: End) {
	const { search } = market;
	const { done, moved } = search;
	for (let at = 0; at < done.length; at++) {
		const node = done[at]!;
		const [high, low] = [end.high - search.high[node]!, end.low - search.low[node]!];
		if (high < 0 || (high === 0 && low <= 0)) continue;
		if (node < search.room) raisePrice(market, node, high, low);
		else raiseUtility(market, node - search.room, -high, -low);
	}
	for (let at = 0; at < moved.length; at++) {
		const [high, low] = [end.high - search.movedHigh[at]!, end.low - search.movedLow[at]!];
		if (high > 0 || (high === 0 && low > 0)) raiseUtility(market, moved[at]!, -high, -low);
	}
}

/** Moves everybody on the way by one, from its end back to where it began (mentee `from` or mentor `source`). */
function walk(market: Market, end: End, from: number, source: number) {
	const { search, mentor, mentee } = market;
	let entered = -1; // the edge along which mentee i comes to a new mentor
	let i = end.at;
	if (end.kind === 'stay') return;
	if (end.kind === 'alone') giveUp(market, i, 1);
	else {
		const j = end.at;
		entered = search.join[j]!;
		if (market.held[j]! > 0) write(market, market.held, j, market.held[j]! - 1);
		takeSeat(market, j, entered);
		i = mentee[entered]!;
	}
	for (;;) {
		const left = i === from ? -1 : search.leave[search.room + i]!;
		if (left >= 0) part(market, left);
		if (entered >= 0) join(market, entered);
		if (left < 0) return;
		const j = mentor[left]!;
		if (j === source) return leaveSeat(market, j, left);
		entered = search.join[j]!;
		changeSeat(market, j, left, entered);
		i = mentee[entered]!;
	}
}
