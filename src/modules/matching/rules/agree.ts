import { leaveSeat, type Market, open, part, seatCost, seatCostLow } from './market';
import { hope, release } from './settle';

/** How often a price may be raised before somebody is rather taken off their place. */
const mostRaises = 12;

/**
 * The matching is the best by people and points, with the second parts of worths not yet looked at. Finds second parts of
 * the prices that agree with it: whoever is content at equal points must not like another mentor better by the rest.
 * Prices only rise; where they cannot, the mentee is taken off and left to settle().
 * @returns the mentees to be settled
 */
export function agreeOnLow(market: Market): number[] {
	const { mentors, mentees, needs, alone, first, second, placed, seats, mentee, mentor, low, score } = market;
	const { price, priceLow, utility, rowStart, rowEnd, state, capacity, penalty } = market;
	const unsettled: number[] = [];
	const raises = new Uint8Array(mentors);
	const queued = new Uint8Array(mentors).fill(1);
	const queue: number[] = [];
	const isTight = (e: number, i: number) => score[e]! - price[mentor[e]!]! === utility[i] && state[e] === open;
	const matchOf = (i: number) => (first[i]! >= 0 ? first[i]! : second[i]!);

	for (let j = 0; j < mentors; j++) {
		queue.push(j);
		const last = placed[j]! - 1;
		const binding = last < 0 || price[j] === seatCost(market, j, last);
		priceLow[j] = binding ? seatCostLow(market, j, Math.max(last, 0)) : 0;
	}
	for (let i = 0; i < mentees; i++) {
		if (needs[i] === 2) {
			release(market, i);
			unsettled.push(i);
		} else if (alone[i] === 1)
			for (let e = rowStart[i]!; e < rowEnd[i]!; e++)
				if (isTight(e, i)) priceLow[mentor[e]!] = Math.max(priceLow[mentor[e]!]!, low[e]!);
	}
	for (const j of queue) {
		queued[j] = 0;
		for (let seat = placed[j]! - 1; seat >= 0; seat--) {
			const e = seats[j]![seat]!;
			if (!isContent(mentee[e]!, e, j)) takeOff(mentee[e]!, e, j);
		}
	}
	for (let i = 0; i < mentees; i++) {
		const e = matchOf(i);
		if (needs[i] === 1 && e >= 0) market.utilityLow[i] = low[e]! - priceLow[mentor[e]!]!;
	}
	market.held.fill(0); // whoever was released holds places; settle() holds those that are worth it
	for (const i of unsettled) hope(market, i);
	return unsettled;

	/** Raises the prices of mentors that mentee i, who is with j along e, would like better; says whether that could be. */
	function isContent(i: number, e: number, j: number): boolean {
		const has = low[e]! - priceLow[j]!;
		if (utility[i] === -penalty[i]! && has < 0) return false;
		for (let other = rowStart[i]!; other < rowEnd[i]!; other++) {
			if (!isTight(other, i)) continue;
			const k = mentor[other]!;
			const asked = low[other]! - has;
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
		market.search.visits += rowEnd[i]! - rowStart[i]!;
		return true;
	}

	function takeOff(i: number, e: number, j: number) {
		part(market, e);
		leaveSeat(market, j, e);
		unsettled.push(i);
	}
}
