/** The places in a list of numbers whose numbers grow, as many as can be: those that kept their order. */
export function growing(numbers: readonly number[]): Set<number> {
	const ends: number[] = []; // ends[k]: the place where a run of k + 1 ends lowest
	const before: (number | undefined)[] = [];
	const at = (place: number | undefined) => (place === undefined ? -1 : (numbers[place] ?? 0));
	for (const [place, number] of numbers.entries()) {
		let [low, high] = [0, ends.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (at(ends[middle]) < number) low = middle + 1;
			else high = middle;
		}
		before[place] = ends[low - 1];
		ends[low] = place;
	}
	const kept = new Set<number>();
	for (let place = ends.at(-1); place !== undefined; place = before[place]) kept.add(place);
	return kept;
}
