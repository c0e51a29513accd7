import type { Sale } from '../auction';

/** Candidates by mentor: mentor j has edges columnEdge[columnStart[j]] … columnEdge[columnStart[j + 1] − 1]. */
export type Columns = {
	readonly mentee: Int32Array;
	readonly columnStart: Int32Array;
	readonly columnEdge: Int32Array;
};

/**
 * People and places on the way from the prices of an auction to exact ones, by one part of worths. What is asked of its
 * end: utility + price ≥ worth for each pair, = for those matched; nobody placed below what going without is worth to them;
 * a mentor's price between the floor of the last place taken and that of the next one.
 */
export type Trade = {
	readonly sale: Sale;
	readonly columns: Columns;
	readonly price: Float64Array;
	readonly utility: Float64Array;
	/** The edge by which each mentee is placed, −1 for none. */
	readonly placed: Int32Array;
	/** Mentor j's mentees are seats[start[j]] … seats[start[j] + load[j] − 1]; `seatOf` is the way back. */
	readonly load: Int32Array;
	readonly seats: Int32Array;
	readonly seatOf: Int32Array;
	/** Mentors that lead nowhere in the running round of exchanges at no cost. */
	readonly dead: Uint8Array;
	visits: number;
};

/** Those stay where the auction placed them to whom nothing is worth more at these prices. */
export function newTrade(sale: Sale, columns: Columns, price: Float64Array, placed: Int32Array): Trade {
	const { rowStart, rowEnd, mentor, worth, state, alone, places } = sale;
	const mentors = price.length;
	const utility = new Float64Array(alone.length);
	const trade: Trade = {
		sale,
		columns,
		price,
		utility,
		placed: new Int32Array(alone.length).fill(-1),
		load: new Int32Array(mentors),
		seats: new Int32Array(places.floor.length),
		seatOf: new Int32Array(alone.length),
		dead: new Uint8Array(mentors),
		visits: worth.length
	};
	for (let i = 0; i < alone.length; i++) {
		let most = alone[i]!;
		for (let e = rowStart[i]!; e < rowEnd[i]!; e++) {
			const value = worth[e]! - price[mentor[e]!]!;
			if (value > most && state[e] === 0) most = value;
		}
		utility[i] = most;
		const e = placed[i]!;
		if (e < 0) continue;
		const j = mentor[e]!;
		if (worth[e]! - price[j]! === most && hasRoom(trade, j)) seat(trade, i, e);
	}
	return trade;
}

/** Whether mentor j has a free place that costs no more than the price. */
export function hasRoom({ sale: { places }, price, load }: Trade, j: number): boolean {
	const next = places.start[j]! + load[j]!;
	return next < places.start[j + 1]! && places.floor[next]! <= price[j]!;
}

/** Whether mentor j has a free place that costs less than the price: it may not stay so. */
export function isMissed({ sale: { places }, price, load }: Trade, j: number): boolean {
	const next = places.start[j]! + load[j]!;
	return next < places.start[j + 1]! && places.floor[next]! < price[j]!;
}

/** Whether mentee i has no place, though going without is not the best they may have. */
export const isFree = ({ sale, placed, utility }: Trade, i: number) => placed[i]! < 0 && utility[i]! > sale.alone[i]!;

/** Mentee i, who is on no place, takes one of the mentor of edge e. */
export function seat({ sale, placed, load, seats, seatOf }: Trade, i: number, e: number) {
	const j = sale.mentor[e]!;
	const at = sale.places.start[j]! + load[j]!;
	seats[at] = i;
	seatOf[i] = at;
	placed[i] = e;
	load[j]! += 1;
}

/** Mentee i leaves their place; @returns whose it was, −1 if they had none */
export function unseat({ sale, placed, load, seats, seatOf }: Trade, i: number): number {
	const e = placed[i]!;
	if (e < 0) return -1;
	const j = sale.mentor[e]!;
	load[j]! -= 1;
	const last = seats[sale.places.start[j]! + load[j]!]!;
	seats[seatOf[i]!] = last;
	seatOf[last] = seatOf[i]!;
	placed[i] = -1;
	return j;
}

/** The price of mentor j changes, and with it what those on the places have. */
export function shiftPrice({ sale, price, utility, load, seats }: Trade, j: number, by: number) {
	price[j]! += by;
	const from = sale.places.start[j]!;
	for (let at = from; at < from + load[j]!; at++) utility[seats[at]!]! -= by;
}
