import { type Market, matched } from './market';

/**
 * What a place is worth at least, by people alone: the penalty of the dearest mentee who will have to go without and could
 * reach it by exchanges. Whoever is served is decided here already, queue by queue (a greedy matching, and paths that add
 * one more); points come later. Only a start: settle() makes it exact. Each mentee counts once, each candidate is looked at
 * a few times.
 */
export function levelsOf(market: Market): Float64Array {
	const { mentees, mentors, needs, penalty, capacity, columnStart } = market;
	const levels = new Float64Array(mentors);
	const load = new Int32Array(mentors);
	const holders: number[][] = Array.from({ length: mentors }, () => []);
	const seen = new Int32Array(mentors); // number of the mentee whose search was there, from 1
	const exhausted = new Uint8Array(mentors); // nobody reaches a free place from here any more
	const cameFrom = new Int32Array(mentors);
	const contested = (j: number) => (columnStart[j + 1]! - columnStart[j]!) / capacity[j]!;
	const order = Array.from({ length: mentees }, (_, i) => i)
		.filter((i) => needs[i]! > 0)
		.sort((one, other) => penalty[other]! - penalty[one]! || one - other);
	const later: number[] = [];

	for (let at = 0; at < order.length; at++) {
		const i = order[at]!;
		const j = freest(i);
		if (j >= 0) seat(i, j);
		else later.push(i);
		if (at + 1 === order.length || penalty[order[at + 1]!] !== penalty[i])
			for (const one of later.splice(0)) search(one);
	}
	return levels;

	function freest(i: number): number {
		let [best, least] = [-1, Number.POSITIVE_INFINITY];
		for (let e = market.rowStart[i]!; e < market.rowEnd[i]!; e++) {
			const j = market.mentor[e]!;
			if (market.state[e]! > matched || load[j]! >= capacity[j]!) continue;
			const crowd = contested(j);
			if (crowd < least) [best, least] = [j, crowd];
		}
		return best;
	}

	function seat(i: number, j: number) {
		holders[j]!.push(i);
		load[j]! += 1;
	}

	/** Breadth first: mentors open to i, to those on their places, and so on, until one has a free place. */
	function search(from: number) {
		const reached: number[] = [];
		const look = (i: number): number => {
			for (let e = market.rowStart[i]!; e < market.rowEnd[i]!; e++) {
				const j = market.mentor[e]!;
				if (market.state[e]! > matched || seen[j] === from + 1 || exhausted[j]) continue;
				seen[j] = from + 1;
				cameFrom[j] = i;
				if (load[j]! < capacity[j]!) return j;
				reached.push(j);
			}
			return -1;
		};
		let end = look(from);
		const sits = new Map<number, number>();
		for (let at = 0; end < 0 && at < reached.length; at++)
			for (const i of holders[reached[at]!]!) {
				sits.set(i, reached[at]!);
				end = look(i);
				if (end >= 0) break;
			}
		if (end < 0) {
			for (const j of reached) {
				exhausted[j] = 1;
				levels[j] = penalty[from]!;
			}
			return;
		}
		for (let j = end; ; ) {
			const i = cameFrom[j]!;
			seat(i, j);
			if (i === from) return;
			j = sits.get(i)!;
			holders[j]!.splice(holders[j]!.indexOf(i), 1);
			load[j]! -= 1;
		}
	}
}
