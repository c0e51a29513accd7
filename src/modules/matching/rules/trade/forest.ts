import { clear, newQueue, push, type Queue } from './queue';
import { shiftPrice, type Trade } from './trade';

/**
 * Searches from one root or from many at once, each a tree: what one tree holds no other enters. All grow with one distance,
 * `queue.now`. When one comes to an end its people move and it is felled; the others stand as they are, so that the last
 * searches need not walk through everything one after another. Nodes are mentors 0 … mentors − 1, then mentees.
 */
export type Forest = {
	readonly trade: Trade;
	/** Nodes that may be reached, and ends: those bear the number of their node plus `nodes`. */
	readonly queue: Queue;
	readonly mentors: number;
	readonly nodes: number;
	/** Which tree holds the node (from 1; mentees only as roots), 0 for none, and how far away it came into it. */
	readonly tree: Int32Array;
	readonly joined: Float64Array;
	/** How near trees are known to be to a node that is in none, and by which edge; it may have been a tree now felled. */
	readonly label: Float64Array;
	readonly by: Int32Array;
	readonly labelled: number[];
	/** Nodes of each tree, the last to come in first. */
	readonly newest: number[];
	readonly before: Int32Array;
	/** Whether the first end is the last: then nothing further away than `bound`, the nearest end known, matters. */
	one: boolean;
	bound: number;
	/** Beyond so many visits the search is given up. */
	until: number;
};

/**
 * How a search goes: `one`: only to the first end (prices of all trees are made real then), or until each root has its own;
 * no further than `mostFar`, and no longer than `mostVisits` candidates.
 */
export type Way = { readonly one: boolean; readonly mostFar: number; readonly mostVisits: number };

/** A search from these, made once for a forest: most are over after a few looks. */
export type Find = (from: readonly number[], way: Way) => boolean;

const unknown = Number.POSITIVE_INFINITY;

export function newForest(trade: Trade): Forest {
	const mentors = trade.price.length;
	const nodes = mentors + trade.placed.length;
	return {
		trade,
		queue: newQueue(),
		mentors,
		nodes,
		tree: new Int32Array(nodes),
		joined: new Float64Array(nodes),
		label: new Float64Array(nodes).fill(unknown),
		by: new Int32Array(nodes),
		labelled: [],
		newest: [-1],
		before: new Int32Array(nodes),
		one: true,
		bound: unknown,
		until: unknown
	};
}

/** Everything as before the first search, whatever it left standing; nothing is made real. */
export function clearForest(forest: Forest, { one, mostVisits }: Way) {
	const { labelled, label, newest, tree, before } = forest;
	clear(forest.queue);
	for (const node of labelled) label[node] = unknown;
	for (let root = 1; root < newest.length; root++)
		for (let node = newest[root]!; node >= 0; node = before[node]!) tree[node] = 0;
	labelled.length = 0;
	newest.length = 1;
	forest.one = one;
	forest.bound = unknown;
	forest.until = forest.trade.visits + mostVisits;
}

/** A new tree from this node; @returns its number */
export function plant(forest: Forest, node: number): number {
	forest.newest.push(-1);
	forest.by[node] = -1;
	enter(forest, node, forest.newest.length - 1);
	return forest.newest.length - 1;
}

/** The node comes into the tree at this distance. */
export function enter({ queue, tree, joined, newest, before }: Forest, node: number, root: number) {
	tree[node] = root;
	joined[node] = queue.now;
	before[node] = newest[root]!;
	newest[root] = node;
}

/** Notes that a node may be reached along edge e. */
export function offer({ queue, label, by, labelled }: Forest, node: number, far: number, e: number) {
	if (label[node]! <= far) return;
	if (label[node] === unknown) labelled.push(node);
	label[node] = far;
	by[node] = e;
	push(queue, far, node);
}

/** Notes an end that will be reached at this distance. */
export function offerEnd(forest: Forest, node: number, far: number) {
	if (far > forest.bound) return;
	if (forest.one) forest.bound = far;
	push(forest.queue, far, forest.nodes + node);
}

/**
 * Makes real what prices of a tree came to by now (`sign`: they rise or fall with the distance).
 * @returns its mentors, who are in none any more
 */
export function fell(forest: Forest, root: number, sign: 1 | -1): number[] {
	const { trade, queue, tree, joined, label, newest, before, mentors } = forest;
	const felled: number[] = [];
	for (let node = newest[root]!; node >= 0; node = before[node]!) {
		tree[node] = 0;
		const by = queue.now - joined[node]!;
		if (node >= mentors) {
			trade.utility[node - mentors]! -= sign * by;
			continue;
		}
		if (by > 0) shiftPrice(trade, node, sign * by);
		label[node] = unknown;
		felled.push(node);
	}
	newest[root] = -1;
	return felled;
}

/** Makes real what the prices of all trees came to. */
export function fellAll(forest: Forest, sign: 1 | -1) {
	for (let root = 1; root < forest.newest.length; root++) fell(forest, root, sign);
}
