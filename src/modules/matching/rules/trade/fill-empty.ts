import { clearForest, enter, type Find, type Forest, fell, fellAll, offer, offerEnd, plant } from './forest';
import { takeNearest } from './queue';
import { seat, unseat } from './trade';

/**
 * The mirror of seatFree: these mentors have empty places that are worth something. For each the nearest comes who has no
 * place, those on the way move on by one; or prices fall until nobody is missed.
 */
export function fillEmpty(forest: Forest): Find {
	const { trade, queue, mentors, nodes, tree, joined, label, by } = forest;
	const { sale, columns, load, seats, price, utility, placed } = trade;
	const { rowStart, rowEnd, mentor, worth, state } = sale;
	const { start, floor } = sale.places;
	const { columnStart, columnEdge, mentee } = columns;
	let left = 0;
	return (empty, way) => {
		left = way.one ? 1 : empty.length;
		clearForest(forest, way);
		for (const j of empty) plant(forest, j);
		for (const j of empty) goOn(j);
		while (left > 0) {
			const item = takeNearest(queue, way.mostFar);
			if (item < 0 || trade.visits > forest.until) return false;
			if (item >= nodes) {
				const j = item - nodes;
				if (tree[j]! > 0 && queue.now - joined[j]! === above(j)) cut(tree[j]!, by[j]!, []);
			} else if (tree[item] === 0 && label[item] === queue.now) arrive(item);
		}
		return true;
	};

	/** By how much the price of mentor j, who is in a tree, lies above where it may do with what it has, and one fewer unless a root. */
	function above(j: number): number {
		return price[j]! - floor[start[j]! + load[j]! - (by[j]! < 0 ? 0 : 1)]!;
	}

	/** Everybody who could come to mentor j. */
	function goOn(j: number) {
		offerEnd(forest, j, queue.now + above(j));
		const from = queue.now + price[j]!;
		for (let at = columnStart[j]!; at < columnStart[j + 1]!; at++) {
			const e = columnEdge[at]!;
			const i = mentee[e]!;
			const far = from + utility[i]! - worth[e]!;
			const has = placed[i]!;
			if (far >= forest.bound || has === e || state[e] !== 0) continue;
			const node = has < 0 ? mentors + i : mentor[has]!;
			if (tree[node] !== 0) continue;
			offer(forest, node, far, e);
			if (has < 0 && forest.one) forest.bound = far;
		}
		trade.visits += columnStart[j + 1]! - columnStart[j]!;
	}

	/** The node is reached, if the tree that did still stands: a mentor comes into it, a mentee is its end. */
	function arrive(node: number) {
		const e = by[node]!;
		const j = mentor[e]!;
		if (tree[j] === 0 || joined[j]! + price[j]! + utility[mentee[e]!]! - worth[e]! !== queue.now)
			return labelAnew(node);
		if (node >= mentors) return cut(tree[j]!, e, [node]);
		enter(forest, node, tree[j]!);
		goOn(node);
	}

	function labelAnew(node: number) {
		label[node] = Number.POSITIVE_INFINITY;
		if (node >= mentors) return labelFrom(node, node - mentors);
		for (let at = start[node]!; at < start[node]! + load[node]!; at++) labelFrom(node, seats[at]!);
	}

	function labelFrom(node: number, i: number) {
		for (let e = rowStart[i]!; e < rowEnd[i]!; e++) {
			const j = mentor[e]!;
			if (tree[j] === 0 || placed[i] === e || state[e] !== 0) continue;
			offer(forest, node, joined[j]! + price[j]! + utility[i]! - worth[e]!, e);
		}
		trade.visits += rowEnd[i]! - rowStart[i]!;
	}

	/** The tree has come to an end: somebody comes along edge e (−1: the price of the root has fallen), and so on to the root. */
	function cut(root: number, e: number, ends: number[]) {
		const felled = fell(forest, root, -1);
		const arrivals: number[] = [];
		for (let edge = e; edge >= 0; edge = by[mentor[edge]!]!) arrivals.push(edge);
		for (const edge of arrivals.reverse()) {
			const i = mentee[edge]!;
			unseat(trade, i);
			seat(trade, i, edge);
		}
		left -= 1;
		if (forest.one) fellAll(forest, -1);
		else if (left > 0)
			for (const node of [...felled, ...ends]) if (node < mentors || placed[node - mentors]! < 0) labelAnew(node);
	}
}
