/**
 * Places of all mentors in one row. Those of a mentor are a heap, the cheapest first; `floor` tells, from low to high, below
 * what the first of them does not fall, the second, and so on. Who has none owns −1.
 */
export type Places = {
	readonly start: Int32Array;
	readonly floor: Float64Array;
	readonly price: Float64Array;
	readonly owner: Int32Array;
};

/** @param floorOf of mentor j's place number `place`, counted from 0; never falling */
export function newPlaces(counts: Int32Array, floorOf: (j: number, place: number) => number): Places {
	const start = new Int32Array(counts.length + 1);
	for (let j = 0; j < counts.length; j++) start[j + 1] = start[j]! + counts[j]!;
	const floor = new Float64Array(start[counts.length]!);
	for (let j = 0; j < counts.length; j++)
		for (let at = start[j]!; at < start[j + 1]!; at++) floor[at] = floorOf(j, at - start[j]!);
	return { start, floor, price: floor.slice(), owner: new Int32Array(floor.length).fill(-1) };
}

/** Takes mentor j's places from everybody, each cheaper by so much. */
export function clear({ start, floor, price, owner }: Places, j: number, cheaper: number) {
	const from = start[j]!;
	const to = start[j + 1]!;
	if (to > from && floor[from]! < floor[to - 1]!) price.subarray(from, to).sort();
	for (let at = from; at < to; at++) {
		price[at] = Math.max(floor[at]!, price[at]! - cheaper);
		owner[at] = -1;
	}
}

/** Sells the cheapest place of mentor j at a higher price. */
export function sell(places: Places, j: number, price: number, owner: number) {
	sink(places, j, 0, price, owner);
}

/** What nobody bought falls to its floor; says whether anything became cheaper. */
export function offerAnew(places: Places, j: number): boolean {
	const { start, floor, price, owner } = places;
	const from = start[j]!;
	const to = start[j + 1]!;
	let unsold = to - from;
	for (let at = from; at < to; at++) if (owner[at]! >= 0) unsold--;
	if (unsold === 0) return false;
	let sold = from;
	for (let at = from; at < to; at++)
		if (owner[at]! >= 0) {
			const itsPrice = price[at]!;
			const itsOwner = owner[at]!;
			price[at] = price[sold]!;
			owner[at] = owner[sold]!;
			price[sold] = itsPrice;
			owner[sold++] = itsOwner;
		}
	let cheaper = false;
	for (let at = sold; at < to; at++) {
		cheaper ||= price[at]! > floor[at]!;
		price[at] = Math.min(price[at]!, floor[at]!);
	}
	for (let at = (to - from) >> 1; at >= 0 && from < to; at--) sink(places, j, at, price[from + at]!, owner[from + at]!);
	return cheaper;
}

/** Puts a place where it belongs in the heap, from node `at` down. */
function sink({ start, price, owner }: Places, j: number, node: number, newPrice: number, newOwner: number) {
	const from = start[j]!;
	const size = start[j + 1]! - from;
	let at = node;
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
