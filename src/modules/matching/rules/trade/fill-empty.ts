import { begin, isNear, reach, takeNearest } from './queue';
import { isMissed, seat, shiftPrice, type Trade, unseat } from './trade';

/** Where a search may end, the nearest so far: somebody without a place comes along `edge`, or `mentor` does with one fewer. */
type End = { far: number; edge: number; mentor: number };

/**
 * The mirror of seatNearest: places stand empty that are worth something. Whoever is nearest to any of these mentors comes,
 * those on the way move on by one, or prices fall until nobody is missed.
 */
export function fillNearest(trade: Trade, empty: readonly number[], mostVisits: number): boolean {
	const { sale, columns, queue, load, price, utility, placed } = trade;
	const { mentor, worth, state, places } = sale;
	begin(queue);
	const until = trade.visits + mostVisits;
	const end: End = { far: Number.POSITIVE_INFINITY, edge: -1, mentor: -1 };
	for (const j of empty) {
		reach(queue, j, 0);
		trade.by[j] = -1;
		doWithout(j, price[j]! - places.floor[places.start[j]! + load[j]!]!);
	}
	for (let j = takeNearest(queue, end.far); j >= 0; j = takeNearest(queue, end.far)) {
		const { columnStart, columnEdge, mentee } = columns;
		const from = queue.distance[j]! + price[j]!;
		for (let at = columnStart[j]!; at < columnStart[j + 1]!; at++) {
			const e = columnEdge[at]!;
			const i = mentee[e]!;
			const far = from + utility[i]! - worth[e]!;
			const has = placed[i]!;
			if (far >= end.far || has === e || state[e] !== 0) continue;
			if (has < 0) {
				finish(end, far, e, -1);
				continue;
			}
			const k = mentor[has]!;
			if (isNear(queue, k, far)) continue;
			reach(queue, k, far);
			trade.by[k] = e;
			doWithout(k, far + price[k]! - places.floor[places.start[k]! + load[k]! - 1]!);
		}
		trade.visits += columnStart[j + 1]! - columnStart[j]!;
		if (trade.visits > until) return false;
	}
	if (end.far === Number.POSITIVE_INFINITY) return false;
	for (let at = 0; at < queue.doneCount; at++) {
		const j = queue.done[at]!;
		const by = end.far - queue.distance[j]!;
		if (by > 0) shiftPrice(trade, j, -by);
	}
	moveAll(trade, end);
	return true;

	function doWithout(j: number, far: number) {
		if (far < end.far) finish(end, far, -1, j);
	}
}

function finish(end: End, far: number, edge: number, mentor: number) {
	end.far = far;
	end.edge = edge;
	end.mentor = mentor;
}

/** From the end on towards the mentor whose place was empty. */
function moveAll(trade: Trade, { edge, mentor }: End) {
	const { by, columns, sale } = trade;
	const arrivals: number[] = [];
	for (let e = edge >= 0 ? edge : by[mentor]!; e >= 0; e = by[sale.mentor[e]!]!) arrivals.push(e);
	for (const e of arrivals.reverse()) {
		const i = columns.mentee[e]!;
		unseat(trade, i);
		seat(trade, i, e);
	}
}

/** Fills as many of these as exchanges at no cost can, as seatAtNoCost does; @returns those mentors who still miss somebody */
export function fillAtNoCost(trade: Trade, empty: readonly number[]): number[] {
	const { sale, columns, load, price, utility, dead, placed } = trade;
	const { mentor, worth, state, places } = sale;
	const { columnStart, columnEdge, mentee } = columns;
	const round = ++trade.round;
	/** Mentors on the way, where each goes on in its column, and the edge along which its mentee would leave it. */
	const way: number[] = [];
	const columnAt: number[] = [];
	const into: number[] = [];
	return empty.filter((j) => {
		while (isMissed(trade, j) && find(j));
		return isMissed(trade, j);
	});

	function find(from: number): boolean {
		way.length = 0;
		enter(from, -1);
		while (way.length > 0) {
			const j = way.at(-1)!;
			const e = tightAt(j);
			if (e < 0) {
				way.pop();
				continue;
			}
			const has = placed[mentee[e]!]!;
			if (has < 0) return move(e);
			const k = mentor[has]!;
			enter(k, e);
			if (price[k]! <= places.floor[places.start[k]! + load[k]! - 1]!) return move(-1);
		}
		return false;
	}

	function enter(j: number, e: number) {
		dead[j] = round;
		columnAt[way.length] = columnStart[j]!;
		into[way.length] = e;
		way.push(j);
	}

	/** The next candidate of mentor j that would come at no cost and whose mentor was not asked yet. */
	function tightAt(j: number): number {
		const until = columnStart[j + 1]!;
		let at = columnAt[way.length - 1]!;
		const began = at;
		while (at < until) {
			const e = columnEdge[at++]!;
			const i = mentee[e]!;
			if (utility[i]! + price[j]! !== worth[e] || placed[i] === e || state[e] !== 0) continue;
			if (placed[i]! >= 0 && dead[mentor[placed[i]!]!] === round) continue;
			columnAt[way.length - 1] = at;
			trade.visits += at - began;
			return e;
		}
		columnAt[way.length - 1] = at;
		trade.visits += at - began;
		return -1;
	}

	/** Everybody on the way moves on by one, the one nearest to the empty place first; `newcomer` had no place. */
	function move(newcomer: number): true {
		for (let at = 1; at < way.length; at++) arrive(into[at]!);
		for (const j of way) dead[j] = 0;
		if (newcomer >= 0) arrive(newcomer);
		return true;
	}

	function arrive(e: number) {
		const i = mentee[e]!;
		unseat(trade, i);
		seat(trade, i, e);
	}
}
