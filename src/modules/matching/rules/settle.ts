import { fillPlace } from './fill-place';
import { moveFrom, placeMentee } from './find-place';
import {
	giveUp,
	leaveSeat,
	loadOf,
	lowOf,
	type Market,
	open,
	part,
	raiseUtility,
	seatCost,
	seatCostLow,
	unsettled,
	write
} from './market';

/** Whether the price lies above what mentor j's place number `place` costs. */
function isAbove(market: Market, j: number, place: number): boolean {
	const cost = seatCost(market, j, place);
	const price = market.price[j]!;
	return price > cost || (price === cost && market.priceLow[j]! > seatCostLow(market, j, place));
}

function isBelow(market: Market, j: number, place: number): boolean {
	const cost = seatCost(market, j, place);
	const price = market.price[j]!;
	return price < cost || (price === cost && market.priceLow[j]! < seatCostLow(market, j, place));
}

/**
 * Makes the market optimal again after something has changed. What is asked of the caller: open pairs of all these
 * mentees have utility + price ≥ worth, matched ones ≤. The mentors are those whose price may not fit their load.
 */
export function settle(market: Market, mentees: readonly number[], mentors: readonly number[]) {
	for (const j of mentors) fitLoad(market, j);
	for (const i of mentees) while (unsettled(market, i) > 0) placeMentee(market, i);
	for (const j of mentors) while (market.held[j]! > 0) fillPlace(market, j);
}

/** Too many mentees, or dearer places than the price: one goes. Places worth more than they cost: they are held. */
function fitLoad(market: Market, j: number) {
	const { held, capacity } = market;
	const over = () => {
		const load = loadOf(market, j);
		return load > capacity[j]! || (load > 0 && isBelow(market, j, load - 1));
	};
	while (over())
		if (held[j]! > 0) write(market, held, j, held[j]! - 1);
		else moveFrom(market, j);
	while (loadOf(market, j) < capacity[j]! && isAbove(market, j, loadOf(market, j)))
		write(market, held, j, held[j]! + 1);
}

/** Takes mentee i off all places, which stay held, and lets their utility be the best that prices offer. */
export function release(market: Market, i: number): number[] {
	const { first, second, mentor, held } = market;
	const left: number[] = [];
	for (const e of [first[i]!, second[i]!]) {
		if (e < 0) continue;
		const j = mentor[e]!;
		part(market, e);
		leaveSeat(market, j, e);
		write(market, held, j, held[j]! + 1);
		left.push(j);
	}
	giveUp(market, i, -market.alone[i]!);
	hope(market, i);
	return left;
}

/** The best that the prices offer mentee i: a mentor, or going without. */
export function hope(market: Market, i: number) {
	const { rowStart, rowEnd, laterOfMentee, state, mentor, score, price, priceLow } = market;
	let high = -market.penalty[i]!;
	let lower = 0;
	const consider = (e: number) => {
		const worth = score[e]! - price[mentor[e]!]!;
		if (worth < high || state[e] !== open) return;
		const worthLow = lowOf(market, e) - priceLow[mentor[e]!]!;
		if (worth > high || worthLow > lower) [high, lower] = [worth, worthLow];
	};
	for (let e = rowStart[i]!; e < rowEnd[i]!; e++) consider(e);
	for (const e of laterOfMentee.get(i) ?? []) consider(e);
	raiseUtility(market, i, high - market.utility[i]!, lower - market.utilityLow[i]!);
}

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
