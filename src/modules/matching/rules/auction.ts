import { clear, offerAnew, type Places, sell } from './places';

/** What is offered to whom: candidates in rows of those who bid, and the places they bid for. */
export type Sale = {
	readonly rowStart: Int32Array;
	readonly rowEnd: Int32Array;
	readonly mentor: Int32Array;
	/** Whole, and below 2^31. */
	readonly worth: Int32Array;
	/** Candidates that are not for sale are not 0. */
	readonly state: Uint8Array;
	/** What going without is worth to each who bids; −∞: nobody goes without. */
	readonly alone: Float64Array;
	readonly places: Places;
	/** By so much at most a bid may pass the second best. */
	readonly spread: number;
	/** How often, in each step, places are offered: from the second time on those nobody bought, at their floor. */
	readonly rounds: number;
};

/** `placed`: by which edge each is placed, −1 for none. `visits`: candidates looked at. */
export type Sold = { price: Float64Array; placed: Int32Array; visits: number };

/** Before a finer step prices go back by so many coarser ones: what was overbid is found again from below. */
const back = 3;
/** So often, by head, people bid at most: beyond it prices are as good a start as they will be. */
const mostBids = 200;

const unknown = Number.POSITIVE_INFINITY;
const never = Number.NEGATIVE_INFINITY;

/**
 * Prices near the best ones: everybody bids for the mentor that is worth most to them, by a little more than the second
 * best is, and whoever is outbid bids again. Every place has its own price, a mentor's price is that of the cheapest.
 * Only a start: exactness comes from settle(). Each bids for one place.
 * @param raises steps of raising, from coarse to fine
 */
export function auction(sale: Sale, raises: readonly number[]): Sold {
	const { alone, places, rounds } = sale;
	const { start, price } = places;
	const mentors = start.length - 1;
	const visible = new Float64Array(mentors);
	const placed = new Int32Array(alone.length);
	const waiting = new Int32Array(alone.length);
	const nothing = () => new Int32Array(alone.length).fill(-1);
	const minds: Minds = { best: nothing(), next: nothing() };
	let visits = 0;
	const most = mostBids * alone.length;
	for (const [at, raise] of raises.entries()) {
		for (let j = 0; j < mentors; j++) {
			clear(places, j, at > 0 ? back * raises[at - 1]! : 0);
			visible[j] = start[j] === start[j + 1] ? unknown : price[start[j]!]!;
		}
		placed.fill(-1);
		for (let round = 0; round < rounds; round++) {
			visits += bidAll(sale, minds, visible, placed, waiting, raise, most);
			let cheaper = false;
			for (let j = 0; j < mentors; j++)
				if (offerAnew(places, j)) {
					visible[j] = price[start[j]!]!;
					cheaper = true;
				}
			if (!cheaper) break;
		}
	}
	return { price: visible, placed, visits };
}

/** What was best for each who bids, and next to it, when they last looked; −1 for nothing yet. */
type Minds = { readonly best: Int32Array; readonly next: Int32Array };

/**
 * Everybody without a place bids until nobody has anything to bid for. A row is read whole, beginning with the two that were the
 * best last time: few others come before those, and a processor guesses that right. @returns candidates looked at
 */
function bidAll(
	sale: Sale,
	{ best, next }: Minds,
	visible: Float64Array,
	placed: Int32Array,
	waiting: Int32Array,
	raise: number,
	most: number
): number {
	const { rowStart, rowEnd, mentor, worth, state, alone, places, spread } = sale;
	const { start, price, owner } = places;
	let count = 0;
	let visits = 0;
	for (let i = placed.length - 1; i >= 0; i--) if (placed[i]! < 0) waiting[count++] = i;
	for (let bids = most; count > 0 && bids > 0; bids--) {
		const i = waiting[--count]!;
		let edge = best[i]!;
		let other = next[i]!;
		let first = edge < 0 ? never : worth[edge]! - visible[mentor[edge]!]!;
		let second = other < 0 ? never : worth[other]! - visible[mentor[other]!]!;
		if (second > first) {
			[edge, other] = [other, edge];
			[first, second] = [second, first];
		}
		const from = rowStart[i]!;
		const end = rowEnd[i]!;
		visits += end - from;
		for (let e = from; e < end; e++) {
			const value = worth[e]! - visible[mentor[e]!]!;
			if (value <= second || e === edge || state[e] !== 0) continue;
			if (value > first) {
				second = first;
				other = edge;
				first = value;
				edge = e;
			} else {
				second = value;
				other = e;
			}
		}
		best[i] = edge;
		next[i] = other;
		if (first <= alone[i]!) continue;
		const j = mentor[edge]!;
		const at = start[j]!;
		const outbid = owner[at]!;
		sell(places, j, visible[j]! + Math.min(first - Math.max(second, alone[i]!), spread) + raise, i);
		visible[j] = price[at]!;
		placed[i] = edge;
		if (outbid >= 0) {
			placed[outbid] = -1;
			waiting[count++] = outbid;
		}
	}
	return visits;
}
