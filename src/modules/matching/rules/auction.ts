import { clear, offerAnew, type Places, sell } from './places';

/** What is offered to whom: candidates in rows of those who bid, and the places they bid for. */
export type Sale = {
	readonly rowStart: Int32Array;
	readonly rowEnd: Int32Array;
	readonly mentor: Int32Array;
	readonly worth: Int32Array | Float64Array;
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
/** How many of their best candidates people keep in mind between two bids. */
const kept = 6;

const never = Number.NEGATIVE_INFINITY;
const unknown = Number.POSITIVE_INFINITY;

/**
 * Prices near the best ones: everybody bids for the mentor that is worth most to them, by a little more than the second
 * best is, and whoever is outbid bids again. Every place has its own price, a mentor's price is that of the cheapest.
 * Only a start: exactness comes from settle(). Each bids for one place.
 *
 * Prices rise while bids are made, so what somebody once put aside is worth no more than it was then: as long as two of
 * those kept in mind are worth more, the others need not be looked at again.
 * @param raises steps of raising, from coarse to fine
 */
export function auction(sale: Sale, raises: readonly number[]): Sold {
	const { rowStart, rowEnd, mentor, worth, state, alone, places, spread, rounds } = sale;
	const { start, price, owner } = places;
	const mentors = start.length - 1;
	const visible = new Float64Array(mentors);
	const placed = new Int32Array(alone.length);
	const waiting = new Int32Array(alone.length);
	const minds = new Int32Array(alone.length * kept);
	/** What the best of those not kept in mind is worth at most. */
	const others = new Float64Array(alone.length);
	const best = new Float64Array(kept + 1);
	let visits = 0;
	let bids = mostBids * alone.length;
	for (const [at, raise] of raises.entries()) {
		for (let j = 0; j < mentors; j++) {
			clear(places, j, at > 0 ? back * raises[at - 1]! : 0);
			visible[j] = start[j] === start[j + 1] ? unknown : price[start[j]!]!;
		}
		placed.fill(-1);
		for (let round = 0; round < rounds; round++) {
			bidAll(raise);
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

	function bidAll(raise: number) {
		let count = 0;
		for (let i = placed.length - 1; i >= 0; i--) if (placed[i]! < 0) waiting[count++] = i;
		others.fill(unknown);
		while (count > 0 && bids-- > 0) {
			const i = waiting[--count]!;
			const end = (i + 1) * kept;
			let first = alone[i]!;
			let second = first;
			let edge = -1;
			for (let at = others[i] === unknown ? end : i * kept; at < end && minds[at]! >= 0; at++) {
				const e = minds[at]!;
				const value = worth[e]! - visible[mentor[e]!]!;
				visits++;
				if (value <= second) continue;
				if (value > first) {
					second = first;
					first = value;
					edge = e;
				} else second = value;
			}
			if (second < others[i]!) {
				lookAtAll(i);
				edge = best[0]! > alone[i]! ? minds[i * kept]! : -1;
				first = best[0]!;
				second = Math.max(best[1]!, alone[i]!);
			}
			if (edge < 0) continue;
			const j = mentor[edge]!;
			const at = start[j]!;
			const outbid = owner[at]!;
			sell(places, j, visible[j]! + Math.min(first - second, spread) + raise, i);
			visible[j] = price[at]!;
			placed[i] = edge;
			if (outbid >= 0) {
				placed[outbid] = -1;
				waiting[count++] = outbid;
			}
		}
	}

	/** Finds the best candidates of i, in order, and what the best of the others is worth. */
	function lookAtAll(i: number) {
		const from = i * kept;
		for (let at = 0; at <= kept; at++) best[at] = never;
		for (let at = 0; at < kept; at++) minds[from + at] = -1;
		for (let e = rowStart[i]!; e < rowEnd[i]!; e++) {
			const value = worth[e]! - visible[mentor[e]!]!;
			if (value <= best[kept]! || state[e] !== 0) continue;
			let at = kept;
			for (; at > 0 && best[at - 1]! < value; at--) {
				best[at] = best[at - 1]!;
				if (at < kept) minds[from + at] = minds[from + at - 1]!;
			}
			best[at] = value;
			if (at < kept) minds[from + at] = e;
		}
		others[i] = best[kept]!;
		visits += rowEnd[i]! - rowStart[i]!;
	}
}
