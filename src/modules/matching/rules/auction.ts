import { mostScore } from './input';
import type { Market } from './market';

/** How often places nobody bought are offered anew. */
const rounds = 20;

/** Steps of raising, from coarse to fine, in points. */
const raises = [mostScore / 16, mostScore / 256, mostScore / 4096];
/** Before a finer step prices go back by so many coarser ones: what was overbid is found again from below. */
const back = 3;

/**
 * Prices near the best ones: everybody bids for the mentor that is worth most to them, by a little more than the second
 * best is, and whoever is outbid bids again. Every place has its own price, a mentor's price is that of the cheapest.
 * Only a start: whole numbers and exactness come from settle(). Mentees bid for one mentor each.
 * @param levels prices below which no place falls
 * @returns price of each mentor, and by which edge each mentee is placed (−1 for none)
 */
export function auction(market: Market, levels: Float64Array): { price: Float64Array; placed: Int32Array } {
	const { mentees, mentors, needs, penalty, rowStart, rowEnd, mentor, score, state } = market;
	const places = placesOf(market);
	const { start, price, owner } = places;
	const visible = new Float64Array(mentors);
	for (let j = 0; j < mentors; j++) price.fill(levels[j]!, start[j]!, start[j + 1]!);
	const placed = new Int32Array(market.needs.length).fill(-1);
	const waiting = new Int32Array(mentees);
	let before = 0;
	for (const raise of raises) {
		placed.fill(-1);
		owner.fill(-1);
		for (let j = 0; j < mentors; j++) {
			for (let at = start[j]!; at < start[j + 1]!; at++) price[at] = Math.max(levels[j]!, price[at]! - back * before);
			visible[j] = start[j] === start[j + 1] ? Number.POSITIVE_INFINITY : price[start[j]!]!;
		}
		before = raise;
		for (let round = 0; round < rounds; round++) {
			let count = 0;
			for (let i = mentees - 1; i >= 0; i--) if (needs[i]! > 0 && placed[i]! < 0) waiting[count++] = i;
			bidAll(count, raise);
			let cheaper = false;
			for (let j = 0; j < mentors; j++) {
				if (!forgetUnsold(places, j, levels[j]!)) continue;
				visible[j] = price[start[j]!]!;
				cheaper = true;
			}
			if (!cheaper) break;
		}
	}
	return { price: visible, placed };

	function bidAll(many: number, raise: number) {
		let count = many;
		while (count > 0) {
			const i = waiting[--count]!;
			let first = -penalty[i]!;
			let second = first;
			let edge = -1;
			for (let e = rowStart[i]!; e < rowEnd[i]!; e++) {
				const worth = score[e]! - visible[mentor[e]!]!;
				if (worth <= second || state[e] !== 0) continue;
				if (worth > first) {
					second = first;
					first = worth;
					edge = e;
				} else second = worth;
			}
			market.search.visits += rowEnd[i]! - rowStart[i]!;
			if (edge < 0) continue;
			const j = mentor[edge]!;
			const at = start[j]!;
			const outbid = owner[at]!;
			sell(places, j, visible[j]! + first - second + raise, i);
			visible[j] = price[at]!;
			placed[i] = edge;
			if (outbid >= 0) {
				placed[outbid] = -1;
				waiting[count++] = outbid;
			}
		}
	}
}

/** Places of all mentors in one row; those of a mentor are a heap, the cheapest first. */
type Places = { start: Int32Array; price: Float64Array; owner: Int32Array };

function placesOf({ mentors, capacity, columnStart }: Market): Places {
	const start = new Int32Array(mentors + 1);
	for (let j = 0; j < mentors; j++)
		start[j + 1] = start[j]! + Math.min(capacity[j]!, columnStart[j + 1]! - columnStart[j]!);
	const all = start[mentors]!;
	return { start, price: new Float64Array(all), owner: new Int32Array(all) };
}

/** Sells the cheapest place of mentor j at a higher price, and puts it where it belongs in the heap. */
function sell({ start, price, owner }: Places, j: number, newPrice: number, newOwner: number) {
	const from = start[j]!;
	const size = start[j + 1]! - from;
	let at = 0;
	for (;;) {
		let child = 2 * at + 1;
		if (child >= size) break;
		if (child + 1 < size && price[from + child + 1]! < price[from + child]!) child++;
		if (price[from + child]! >= newPrice) break;
		price[from + at] = price[from + child]!;
		owner[from + at] = owner[from + child]!;
		at = child;
	}
	price[from + at] = newPrice;
	owner[from + at] = newOwner;
}

/** What nobody bought is worth no more than the level; says whether anything became cheaper. */
function forgetUnsold(places: Places, j: number, level: number): boolean {
	const { start, price, owner } = places;
	const kept: [number, number][] = [];
	let unsold = 0;
	let dear = false;
	for (let at = start[j]!; at < start[j + 1]!; at++)
		if (owner[at]! >= 0) kept.push([price[at]!, owner[at]!]);
		else {
			unsold++;
			dear ||= price[at]! > level;
		}
	if (!dear) return false;
	kept.sort((one, other) => one[0] - other[0]);
	for (let at = start[j]!; at < start[j + 1]!; at++) {
		const [itsPrice, itsOwner] = at - start[j]! < unsold ? [level, -1] : kept[at - start[j]! - unsold]!;
		price[at] = itsPrice;
		owner[at] = itsOwner;
	}
	return true;
}
