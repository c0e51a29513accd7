import { leaveSeat, lowOf, type Market, part, seatCost, seatCostLow } from './market';
import type { Ties } from './ties';

/** How often a price may be raised before somebody is rather taken off their place. */
const mostRaises = 12;

/**
 * The matching is the best by people and points, with the second parts of worths not yet looked at. Finds second parts of
 * the prices that agree with it: whoever is content at equal points must not like another mentor better by the rest.
 * Prices only rise; where they cannot, the mentee is taken off and left to settle().
 */
export function agreeOnLow(market: Market, ties: Ties) {
	const { mentors, mentees, needs, alone, first, second, placed, seats, mentee, price, priceLow } = market;
	const { utility, utilityLow, capacity, penalty } = market;
	const raises = new Uint8Array(mentors);
	const queued = new Uint8Array(mentors).fill(1);
	const queue: number[] = [];

	for (let j = 0; j < mentors; j++) {
		queue.push(j);
		const last = placed[j]! - 1;
		const binding = last < 0 || price[j] === seatCost(market, j, last);
		priceLow[j] = binding ? seatCostLow(market, j, Math.max(last, 0)) : 0;
	}
	for (let i = 0; i < mentees; i++)
		if (alone[i] === 1 && needs[i] === 1)
			for (let at = ties.start[i]!; at < ties.start[i + 1]!; at++)
				priceLow[ties.mentor[at]!] = Math.max(priceLow[ties.mentor[at]!]!, ties.low[at]!);
	for (const j of queue) {
		queued[j] = 0;
		for (let seat = placed[j]! - 1; seat >= 0; seat--) {
			const e = seats[j]![seat]!;
			const i = mentee[e]!;
			if (needs[i] === 1 && isContent(i, lowOf(market, e) - priceLow[j]!)) continue;
			part(market, e);
			leaveSeat(market, j, e);
		}
	}
	for (let i = 0; i < mentees; i++) {
		const e = Math.max(first[i]!, second[i]!);
		if (needs[i] === 1 && e >= 0) utilityLow[i] = lowOf(market, e) - priceLow[market.mentor[e]!]!;
	}

	/** Raises the prices of mentors that mentee i would like better than what they have; says whether that could be. */
	function isContent(i: number, has: number): boolean {
		if (utility[i] === -penalty[i]! && has < 0) return false;
		for (let at = ties.start[i]!; at < ties.start[i + 1]!; at++) {
			const k = ties.mentor[at]!;
			const asked = ties.low[at]! - has;
			if (priceLow[k]! >= asked) continue;
			const next = placed[k]!;
			const isFree = next < capacity[k]! && price[k] === seatCost(market, k, next);
			if (raises[k]! >= mostRaises || (isFree && asked > seatCostLow(market, k, next))) return false;
			priceLow[k] = asked;
			raises[k]! += 1;
			if (!queued[k]) {
				queued[k] = 1;
				queue.push(k);
			}
		}
		market.search.visits += ties.start[i + 1]! - ties.start[i]!;
		return true;
	}
}
