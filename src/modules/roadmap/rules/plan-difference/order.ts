/** Where something stands in the one order and in the other, and its name, the same whichever order is named first. */
export type Placed = { was: number; became: number; name: string };

/**
 * Those that kept their order, as many as can be; the others moved. There may be several such choices: «а б» made of «б а» is a move of
 * either. The same is chosen there and back, so that what moved may move back.
 */
export function keptOrder(placed: readonly Placed[]): Set<Placed> {
	const there = growing(
		placed.toSorted((a, b) => a.was - b.was),
		({ became }) => became
	);
	const back = growing(
		placed.toSorted((a, b) => a.became - b.became),
		({ was }) => was
	);
	return nameOf(there) <= nameOf(back) ? there : back;
}

const nameOf = (chosen: ReadonlySet<Placed>) =>
	[...chosen]
		.map(({ name }) => name)
		.sort()
		.join('\n');

/** The longest run of those whose numbers grow. */
function growing(list: readonly Placed[], numberOf: (one: Placed) => number): Set<Placed> {
	const ends: number[] = []; // ends[k]: the place where a run of k + 1 ends lowest
	const before: (number | undefined)[] = [];
	const at = (place: number | undefined) => {
		const one = place === undefined ? undefined : list[place];
		return one ? numberOf(one) : -1;
	};
	for (const [place, one] of list.entries()) {
		let [low, high] = [0, ends.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (at(ends[middle]) < numberOf(one)) low = middle + 1;
			else high = middle;
		}
		before[place] = ends[low - 1];
		ends[low] = place;
	}
	const kept = new Set<Placed>();
	for (let place = ends.at(-1); place !== undefined; place = before[place]) {
		const one = list[place];
		if (one) kept.add(one);
	}
	return kept;
}
