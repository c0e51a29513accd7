/**
 * A shortest-path search over people: mentors are nodes 0 … room − 1, mentees that need two are nodes room + i. Distances
 * have two parts and are compared one after the other. A node counts only if it bears the mark of the running search, so
 * a search costs what it visits.
 */
export type Search = {
	readonly room: number;
	/** Distance so far. */
	readonly high: Float64Array;
	readonly low: Float64Array;
	/** Number of the search that reached the node. */
	readonly mark: Int32Array;
	/** By which edge it was reached, and which one is given up for it. */
	readonly join: Int32Array;
	readonly leave: Int32Array;
	/** A heap of four children a node, and where in it each node is (−1: taken out). */
	readonly heap: Int32Array;
	readonly where: Int32Array;
	size: number;
	number: number;
	/** Nodes in the order in which their distance became final. */
	readonly done: number[];
	/** Mentees that moved with their mentor, likewise, and how far they are. */
	readonly moved: number[];
	readonly movedHigh: number[];
	readonly movedLow: number[];
	/** Edges looked at since the beginning: a count that no load of the machine changes. */
	visits: number;
};

export function newSearch(mentorRoom: number, menteeRoom: number): Search {
	const nodes = mentorRoom + menteeRoom;
	return {
		room: mentorRoom,
		high: new Float64Array(nodes),
		low: new Float64Array(nodes),
		mark: new Int32Array(nodes),
		join: new Int32Array(nodes),
		leave: new Int32Array(nodes),
		heap: new Int32Array(nodes),
		where: new Int32Array(nodes),
		size: 0,
		number: 0,
		done: [],
		moved: [],
		movedHigh: [],
		movedLow: [],
		visits: 0
	};
}

export function begin(search: Search) {
	search.number += 1;
	search.size = 0;
	search.done.length = 0;
	search.moved.length = 0;
	search.movedHigh.length = 0;
	search.movedLow.length = 0;
}

/** Whether this way to the node is shorter than what is known of it. */
export function isNearer(search: Search, node: number, high: number, low: number): boolean {
	if (search.mark[node] !== search.number) return true;
	const known = search.high[node]!;
	return high < known || (high === known && low < search.low[node]!);
}

/** Notes a shorter way to the node. */
export function reach(search: Search, node: number, high: number, low: number, join: number, leave: number) {
	const fresh = search.mark[node] !== search.number;
	search.mark[node] = search.number;
	search.high[node] = high;
	search.low[node] = low;
	search.join[node] = join;
	search.leave[node] = leave;
	rise(search, node, fresh ? search.size++ : search.where[node]!);
}

/** Takes the nearest node out, −1 when none is left; from now on its distance is final. */
export function takeNearest(search: Search): number {
	if (search.size === 0) return -1;
	const { heap, where, done } = search;
	const nearest = heap[0]!;
	const last = heap[--search.size]!;
	if (search.size > 0) sink(search, last);
	where[nearest] = -1;
	done.push(nearest);
	return nearest;
}

function rise(search: Search, node: number, from: number) {
	const { heap, where, high, low } = search;
	const [nodeHigh, nodeLow] = [high[node]!, low[node]!];
	let at = from;
	while (at > 0) {
		const parent = (at - 1) >> 2;
		const above = heap[parent]!;
		if (high[above]! < nodeHigh || (high[above] === nodeHigh && low[above]! <= nodeLow)) break;
		heap[at] = above;
		where[above] = at;
		at = parent;
	}
	heap[at] = node;
	where[node] = at;
}

function sink(search: Search, node: number) {
	const { heap, where, high, low, size } = search;
	const [nodeHigh, nodeLow] = [high[node]!, low[node]!];
	let at = 0;
	for (;;) {
		const eldest = at * 4 + 1;
		if (eldest >= size) break;
		let least = eldest;
		const end = Math.min(eldest + 4, size);
		for (let child = eldest + 1; child < end; child++) {
			const [one, other] = [heap[child]!, heap[least]!];
			if (high[one]! < high[other]! || (high[one] === high[other] && low[one]! < low[other]!)) least = child;
		}
		const below = heap[least]!;
		if (nodeHigh < high[below]! || (nodeHigh === high[below] && nodeLow <= low[below]!)) break;
		heap[at] = below;
		where[below] = at;
		at = least;
	}
	heap[at] = node;
	where[node] = at;
}
