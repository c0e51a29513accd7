import { hasRoom, isMissed, seat, type Trade, unseat } from './trade';

/**
 * A place for as many of these as there are exchanges that cost nobody anything, by depth first. What led nowhere once in
 * this round is not walked through again; if somebody was missed by that, the next round finds them.
 */
export function seatAtNoCost(trade: Trade, free: readonly number[]) {
	const { sale, columns, load, seats, price, utility, dead } = trade;
	const { rowStart, rowEnd, mentor, worth, state, alone, places } = sale;
	dead.fill(0);
	/** Mentors on the way, so many, the next seat to try of each, and the edge by which it was reached. */
	let deep = 0;
	const way = new Int32Array(price.length);
	const seatAt = new Int32Array(price.length);
	const into = new Int32Array(price.length);
	for (const i of free) find(i);

	function find(from: number) {
		deep = 0;
		let i = from;
		let e = rowStart[i]!;
		for (;;) {
			if (utility[i] === alone[i]) return move(i, -1);
			if (e === rowStart[i]!) {
				const room = roomOf(i); // short ways first
				if (room >= 0) return move(i, room);
			}
			const found = tightFrom(i, e);
			if (found >= 0) {
				const j = mentor[found]!;
				dead[j] = 1;
				seatAt[deep] = places.start[j]!;
				into[deep] = found;
				way[deep++] = j;
			} else if (deep === 0) return;
			const last = deep - 1;
			const j = way[last]!;
			const at = seatAt[last]!;
			if (at < places.start[j]! + load[j]!) {
				seatAt[last] = at + 1;
				i = seats[at]!;
				e = rowStart[i]!;
			} else {
				deep = last;
				i = columns.mentee[into[last]!]!;
				e = into[last]! + 1;
			}
		}
	}

	function roomOf(i: number): number {
		trade.visits += rowEnd[i]! - rowStart[i]!;
		for (let e = rowStart[i]!; e < rowEnd[i]!; e++) {
			const j = mentor[e]!;
			if (utility[i]! + price[j]! === worth[e] && state[e] === 0 && hasRoom(trade, j)) return e;
		}
		return -1;
	}

	/** The first candidate of mentee i, from e on, that costs nothing and leads somewhere new. */
	function tightFrom(i: number, e: number): number {
		for (let at = e; at < rowEnd[i]!; at++) {
			const j = mentor[at]!;
			if (dead[j] !== 0 || utility[i]! + price[j]! !== worth[at] || state[at] !== 0) continue;
			trade.visits += at - e + 1;
			return at;
		}
		trade.visits += rowEnd[i]! - e;
		return -1;
	}

	/** Mentee i takes a place along e (−1: goes without), whoever is before them on the way the place left. */
	function move(i: number, e: number) {
		let [who, where] = [i, e];
		for (let at = deep; ; ) {
			unseat(trade, who);
			if (where >= 0) seat(trade, who, where);
			if (--at < 0) return;
			dead[way[at]!] = 0;
			where = into[at]!;
			who = columns.mentee[where]!;
		}
	}
}

/** Fills as many of these mentors' empty places as exchanges at no cost can, in the same manner. */
export function fillAtNoCost(trade: Trade, empty: readonly number[]) {
	const { sale, columns, load, price, utility, dead, placed } = trade;
	const { mentor, worth, state, places } = sale;
	const { columnStart, columnEdge, mentee } = columns;
	dead.fill(0);
	/** Mentors on the way, so many, where each goes on in its column, and the edge along which its mentee would leave it. */
	let deep = 0;
	const way = new Int32Array(price.length);
	const columnAt = new Int32Array(price.length);
	const into = new Int32Array(price.length);
	for (const j of empty) while (isMissed(trade, j) && find(j));

	function find(from: number): boolean {
		deep = 0;
		enter(from, -1);
		while (deep > 0) {
			const j = way[deep - 1]!;
			if (columnAt[deep - 1] === columnStart[j]!) {
				const end = endOf(j); // short ways first
				if (end >= 0) return move(end);
			}
			const e = tightAt(j);
			if (e < 0) deep--;
			else enter(mentor[placed[mentee[e]!]!]!, e);
		}
		return false;
	}

	/** A candidate of mentor j who would come at no cost and whom nobody would miss. */
	function endOf(j: number): number {
		trade.visits += columnStart[j + 1]! - columnStart[j]!;
		for (let at = columnStart[j]!; at < columnStart[j + 1]!; at++) {
			const e = columnEdge[at]!;
			const i = mentee[e]!;
			const has = placed[i]!;
			if (utility[i]! + price[j]! !== worth[e] || has === e || state[e] !== 0) continue;
			if (has < 0) return e;
			const k = mentor[has]!;
			if (price[k]! <= places.floor[places.start[k]! + load[k]! - 1]!) return e;
		}
		return -1;
	}

	function enter(j: number, e: number) {
		dead[j] = 1;
		columnAt[deep] = columnStart[j]!;
		into[deep] = e;
		way[deep++] = j;
	}

	/** The next candidate of mentor j that would come at no cost and whose mentor was not asked yet. */
	function tightAt(j: number): number {
		const until = columnStart[j + 1]!;
		const began = columnAt[deep - 1]!;
		let found = -1;
		let at = began;
		while (at < until && found < 0) {
			const e = columnEdge[at++]!;
			const i = mentee[e]!;
			const has = placed[i]!;
			if (utility[i]! + price[j]! !== worth[e] || has === e || state[e] !== 0) continue;
			if (has >= 0 && dead[mentor[has]!] === 0) found = e;
		}
		columnAt[deep - 1] = at;
		trade.visits += at - began;
		return found;
	}

	/** Everybody on the way moves on by one, the one nearest to the empty place first, the mentee of edge e last. */
	function move(e: number): true {
		for (let at = 1; at < deep; at++) arrive(into[at]!);
		arrive(e);
		for (let at = 0; at < deep; at++) dead[way[at]!] = 0;
		return true;
	}

	function arrive(e: number) {
		const i = mentee[e]!;
		unseat(trade, i);
		seat(trade, i, e);
	}
}
