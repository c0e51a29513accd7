import { begin, isNear, reach, takeNearest } from './queue';
import { isWanted, seat, shiftPrice, type Trade, unseat } from './trade';

/** Where a search may end, the nearest so far: mentor `mentor` has a place, or mentee `alone` goes without. */
type End = { far: number; mentor: number; alone: number };

/**
 * Finds the nearest place for whichever of these mentees without one is nearest to any, and moves everybody on the way by
 * one; prices follow. Gives up, with nothing changed, where more than so many candidates would have to be looked at.
 */
export function seatNearest(trade: Trade, free: readonly number[], mostVisits: number): boolean {
	const { sale, queue, load, seats, price, utility } = trade;
	const { start } = sale.places;
	begin(queue);
	const until = trade.visits + mostVisits;
	const end: End = { far: Number.POSITIVE_INFINITY, mentor: -1, alone: -1 };
	for (const i of free) look(trade, i, 0, end);
	for (let j = takeNearest(queue, end.far); j >= 0; j = takeNearest(queue, end.far)) {
		const far = queue.distance[j]!;
		for (let at = start[j]!; at < start[j]! + load[j]!; at++) look(trade, seats[at]!, far, end);
		if (trade.visits > until) return false;
	}
	if (end.far === Number.POSITIVE_INFINITY) return false;
	for (let at = 0; at < queue.doneCount; at++) {
		const j = queue.done[at]!;
		const by = end.far - queue.distance[j]!;
		if (by > 0) shiftPrice(trade, j, by);
	}
	if (end.far > 0) for (const i of free) utility[i]! -= end.far;
	moveAll(trade, end);
	return true;

	/** From mentee i, at this distance: all mentors, or going without. */
	function look(trade: Trade, i: number, far: number, end: End) {
		const { rowStart, rowEnd, mentor, worth, state, alone, places } = sale;
		const from = far + utility[i]!;
		if (from - alone[i]! < end.far) finish(end, from - alone[i]!, -1, i);
		for (let e = rowStart[i]!; e < rowEnd[i]!; e++) {
			const j = mentor[e]!;
			const there = from + price[j]! - worth[e]!;
			if (there >= end.far || state[e] !== 0 || isNear(queue, j, there)) continue;
			reach(queue, j, there);
			trade.by[j] = e;
			const next = start[j]! + load[j]!;
			if (next >= start[j + 1]!) continue;
			const asked = there + Math.max(0, places.floor[next]! - price[j]!);
			if (asked < end.far) finish(end, asked, j, -1);
		}
		trade.visits += rowEnd[i]! - rowStart[i]!;
	}
}

function finish(end: End, far: number, mentor: number, alone: number) {
	end.far = far;
	end.mentor = mentor;
	end.alone = alone;
}

/** From the end back to whoever had no place. */
function moveAll(trade: Trade, { mentor, alone }: End) {
	for (let j = mentor >= 0 ? mentor : unseat(trade, alone); j >= 0; ) {
		const e = trade.by[j]!;
		const i = trade.columns.mentee[e]!;
		const left = unseat(trade, i);
		seat(trade, i, e);
		j = left;
	}
}

/**
 * A place for as many of these as there are exchanges that cost nobody anything, by depth first. What was walked through
 * once in this round is not walked through again: if somebody was missed by that, the next round finds them.
 * @returns those who are still without
 */
export function seatAtNoCost(trade: Trade, free: readonly number[]): number[] {
	const { sale, columns, load, seats, price, utility, dead } = trade;
	const { rowStart, rowEnd, mentor, worth, state, alone, places } = sale;
	const round = ++trade.round;
	/** Mentors on the way, the next seat to try of each, and the edge by which it was reached. */
	const way: number[] = [];
	const seatAt: number[] = [];
	const into: number[] = [];
	return free.filter((i) => !find(i));

	function find(from: number): boolean {
		way.length = 0;
		let i = from;
		let e = rowStart[i]!;
		for (;;) {
			if (utility[i] === alone[i]) return move(i, -1);
			const found = tightFrom(i, e);
			if (found >= 0) {
				const j = mentor[found]!;
				dead[j] = round;
				if (isWanted(trade, j)) return move(i, found);
				seatAt[way.length] = places.start[j]!;
				into[way.length] = found;
				way.push(j);
			} else if (way.length === 0) return false;
			const last = way.length - 1;
			const j = way[last]!;
			const at = seatAt[last]!;
			if (at < places.start[j]! + load[j]!) {
				seatAt[last] = at + 1;
				i = seats[at]!;
				e = rowStart[i]!;
			} else {
				way.pop();
				i = columns.mentee[into[last]!]!;
				e = into[last]! + 1;
			}
		}
	}

	/** The first candidate of mentee i, from e on, that costs nothing and leads somewhere new. */
	function tightFrom(i: number, e: number): number {
		for (let at = e; at < rowEnd[i]!; at++) {
			const j = mentor[at]!;
			if (dead[j] === round || utility[i]! + price[j]! !== worth[at] || state[at] !== 0) continue;
			trade.visits += at - e + 1;
			return at;
		}
		trade.visits += rowEnd[i]! - e;
		return -1;
	}

	/** Mentee i takes a place along e (−1: goes without), whoever is before them on the way the place left. */
	function move(i: number, e: number): true {
		let [who, where] = [i, e];
		for (let at = way.length; ; ) {
			unseat(trade, who);
			if (where >= 0) seat(trade, who, where);
			if (--at < 0) return true;
			dead[way[at]!] = 0;
			where = into[at]!;
			who = columns.mentee[where]!;
		}
	}
}
