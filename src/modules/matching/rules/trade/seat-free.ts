import { clearForest, enter, type Find, type Forest, fell, fellAll, offer, offerEnd, plant } from './forest';
import { takeNearest } from './queue';
import { seat, unseat } from './trade';

/**
 * Each of these mentees, who have no place, gets the nearest: a free one, or somebody goes without; those on the way move on
 * by one, and prices follow. With `one` only the nearest of them does. The search tells whether it went as far as that.
 */
export function seatFree(forest: Forest): Find {
	const { trade, queue, mentors, nodes, tree, joined, label, by } = forest;
	const { sale, columns, load, seats, price, utility, placed } = trade;
	const { rowStart, rowEnd, mentor, worth, state, alone } = sale;
	const { start, floor } = sale.places;
	let left = 0;
	return (free, way) => {
		left = way.one ? 1 : free.length;
		clearForest(forest, way);
		for (const i of free) plant(forest, mentors + i);
		for (const i of free) goOn(i);
		while (left > 0) {
			const item = takeNearest(queue, way.mostFar);
			if (item < 0 || trade.visits > forest.until) return false;
			if (item >= nodes) {
				if (item - nodes >= mentors) goWithout(item - nodes - mentors);
				else if (tree[item - nodes]! > 0 && isFreeAt(item - nodes, queue.now - joined[item - nodes]!))
					takePlace(item - nodes);
			} else if (tree[item] === 0 && label[item] === queue.now) arrive(item);
		}
		return true;
	};

	/** When the mentee came into a tree: as its root, or with the mentor. */
	function nodeOf(i: number): number {
		const e = placed[i]!;
		return e < 0 ? mentors + i : mentor[e]!;
	}

	/** All mentors open to mentee i, who gives up what they have now; or going without. */
	function goOn(i: number) {
		const from = queue.now + utility[i]!;
		offerEnd(forest, mentors + i, from - alone[i]!);
		for (let e = rowStart[i]!; e < rowEnd[i]!; e++) {
			const j = mentor[e]!;
			const far = from + price[j]! - worth[e]!;
			if (far >= forest.bound || tree[j] !== 0 || state[e] !== 0) continue;
			offer(forest, j, far, e);
			if (!forest.one) continue;
			const next = start[j]! + load[j]!;
			if (next < start[j + 1]!) forest.bound = Math.min(forest.bound, far + Math.max(0, floor[next]! - price[j]!));
		}
		trade.visits += rowEnd[i]! - rowStart[i]!;
	}

	/** Whether mentor j has a free place that costs no more than the price and so much. */
	function isFreeAt(j: number, more: number): boolean {
		const next = start[j]! + load[j]!;
		return next < start[j + 1]! && floor[next]! <= price[j]! + more;
	}

	/** The mentor comes into the tree of whoever reaches it, if that tree still stands. */
	function arrive(j: number) {
		const e = by[j]!;
		const i = columns.mentee[e]!;
		const node = nodeOf(i);
		if (tree[node] === 0 || joined[node]! + utility[i]! + price[j]! - worth[e]! !== queue.now) return labelAnew(j);
		if (isFreeAt(j, 0)) return takePlace(j);
		enter(forest, j, tree[node]!);
		const next = start[j]! + load[j]!;
		if (next < start[j + 1]!) offerEnd(forest, j, queue.now + floor[next]! - price[j]!);
		for (let at = start[j]!; at < start[j]! + load[j]!; at++) goOn(seats[at]!);
	}

	function labelAnew(j: number) {
		let nearest = Number.POSITIVE_INFINITY;
		let edge = -1;
		for (let at = columns.columnStart[j]!; at < columns.columnStart[j + 1]!; at++) {
			const e = columns.columnEdge[at]!;
			const i = columns.mentee[e]!;
			const node = nodeOf(i);
			if (tree[node] === 0 || state[e] !== 0) continue;
			const far = joined[node]! + utility[i]! + price[j]! - worth[e]!;
			if (far >= nearest) continue;
			nearest = far;
			edge = e;
		}
		trade.visits += columns.columnStart[j + 1]! - columns.columnStart[j]!;
		label[j] = Number.POSITIVE_INFINITY;
		if (edge >= 0) offer(forest, j, nearest, edge);
	}

	function goWithout(i: number) {
		const node = nodeOf(i);
		if (tree[node] === 0 || joined[node]! + utility[i]! - alone[i]! !== queue.now) return;
		const felled = fell(forest, tree[node]!, 1);
		moveOn(unseat(trade, i));
		reopen(felled);
	}

	function takePlace(j: number) {
		const inTree = tree[j]! > 0;
		const felled = fell(forest, inTree ? tree[j]! : tree[nodeOf(columns.mentee[by[j]!]!)]!, 1);
		moveOn(j);
		if (!inTree) felled.push(j);
		reopen(felled);
	}

	/** Mentor j has room: whoever was to come there does, and their place is free for the next, back to the root. */
	function moveOn(j: number) {
		for (let to = j; to >= 0; ) {
			const e = by[to]!;
			const i = columns.mentee[e]!;
			to = unseat(trade, i);
			seat(trade, i, e);
		}
	}

	/** Mentors of a tree that was felled may come into another. */
	function reopen(felled: readonly number[]) {
		left -= 1;
		if (forest.one) fellAll(forest, 1);
		else if (left > 0) for (const j of felled) labelAnew(j);
	}
}
