import { barred, type Market } from './market';

/**
 * What a place is worth at least, by people alone: the penalty of the dearest mentee who will have to go without and could
 * reach it by exchanges. Whoever is served is decided here already, queue by queue (a greedy matching, and paths that add
 * one more); points come later. Only a start: settle() makes it exact. Each mentee counts once, each candidate is looked at
 * a few times.
 */
export function levelsOf(market: Market): Float64Array {
	const { mentees, mentors, needs, penalty, capacity, columnStart, rowStart, rowEnd, mentor, state, search } = market;
	const levels = new Float64Array(mentors);
	/** Mentor j's places are place[j] … place[j + 1] − 1, of which the first load[j] are held. */
	const place = new Int32Array(mentors + 1);
	for (let j = 0; j < mentors; j++)
		place[j + 1] = place[j]! + Math.min(capacity[j]!, columnStart[j + 1]! - columnStart[j]!);
	const load = new Int32Array(mentors);
	const holders = new Int32Array(place[mentors]!);
	const mentorOf = new Int32Array(mentees).fill(-1);
	const seen = new Int32Array(mentors); // number of the mentee whose search was there, from 1
	const exhausted = new Uint8Array(mentors); // nobody reaches a free place from here any more
	const cameFrom = new Int32Array(mentors);
	const reached = new Int32Array(mentors);
	const crowd = new Float64Array(mentors); // who could come, for each place, while there is a free one
	for (let j = 0; j < mentors; j++) crowd[j] = (columnStart[j + 1]! - columnStart[j]!) / capacity[j]!;
	const full = Number.POSITIVE_INFINITY;
	let visits = 0;
	const queues = new Map<number, number[]>();
	for (let i = 0; i < mentees; i++) {
		if (needs[i] === 0) continue;
		const queue = queues.get(penalty[i]!);
		if (queue) queue.push(i);
		else queues.set(penalty[i]!, [i]);
	}
	for (const weight of [...queues.keys()].sort((one, other) => other - one)) {
		const later: number[] = [];
		for (const i of queues.get(weight)!) if (!seatFreest(i)) later.push(i);
		for (const i of later) seatByExchange(i);
	}
	search.visits += visits;
	return levels;

	function seatFreest(i: number): boolean {
		let best = -1;
		let least = full;
		for (let e = rowStart[i]!; e < rowEnd[i]!; e++) {
			const j = mentor[e]!;
			if (crowd[j]! >= least || state[e] === barred) continue;
			best = j;
			least = crowd[j]!;
		}
		visits += rowEnd[i]! - rowStart[i]!;
		if (best >= 0) seat(i, best);
		return best >= 0;
	}

	function seat(i: number, j: number) {
		holders[place[j]! + load[j]!] = i;
		load[j]! += 1;
		mentorOf[i] = j;
		if (load[j] === capacity[j]) crowd[j] = full; // for good: exchanges only replace
	}

	/** Breadth first: mentors open to i, to those on their places, and so on, until one has a free place. */
	function seatByExchange(i: number) {
		let count = look(i, i, 0);
		for (let at = 0; at < count; at++) {
			const first = place[reached[at]!]!;
			const last = first + load[reached[at]!]!;
			for (let held = first; held < last && count >= 0; held++) count = look(holders[held]!, i, count);
		}
		if (count < 0) return;
		for (let at = 0; at < count; at++) {
			exhausted[reached[at]!] = 1;
			levels[reached[at]!] = penalty[i]!;
		}
	}

	/** Adds the mentors open to `one` to those reached, and tells how many there are; −1: one had a free place, and all moved on. */
	function look(one: number, from: number, many: number): number {
		let count = many;
		for (let e = rowStart[one]!; e < rowEnd[one]!; e++) {
			const j = mentor[e]!;
			if (seen[j] === from + 1 || exhausted[j] || state[e] === barred) continue;
			seen[j] = from + 1;
			cameFrom[j] = one;
			if (load[j]! < capacity[j]!) {
				moveOn(j, from);
				return -1;
			}
			reached[count++] = j;
		}
		visits += rowEnd[one]! - rowStart[one]!;
		return count;
	}

	/** Everybody on the way to mentor `end` comes to the next one. */
	function moveOn(end: number, from: number) {
		for (let j = end; ; ) {
			const i = cameFrom[j]!;
			const left = mentorOf[i]!;
			seat(i, j);
			if (i === from) return;
			load[left]! -= 1;
			const last = place[left]! + load[left]!;
			holders[holders.indexOf(i, place[left]!)] = holders[last]!;
			j = left;
		}
	}
}
