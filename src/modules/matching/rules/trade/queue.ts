/**
 * Nodes by distance for one search after another. A node counts only if it bears the number of the running search. Nodes as
 * far as the one last taken wait on a stack, others in a heap; one that was reached anew, nearer, stands in it twice.
 */
export type Queue = {
	readonly distance: Float64Array;
	readonly reached: Int32Array;
	readonly final: Int32Array;
	/** Nodes whose distance is final, in order. */
	readonly done: Int32Array;
	doneCount: number;
	number: number;
	readonly stack: number[];
	readonly keys: number[];
	readonly nodes: number[];
	size: number;
	/** How far the node last taken was. */
	now: number;
};

export function newQueue(nodes: number): Queue {
	return {
		distance: new Float64Array(nodes),
		reached: new Int32Array(nodes),
		final: new Int32Array(nodes),
		done: new Int32Array(nodes),
		doneCount: 0,
		number: 0,
		stack: [],
		keys: [],
		nodes: [],
		size: 0,
		now: 0
	};
}

export function begin(queue: Queue) {
	queue.number += 1;
	queue.doneCount = 0;
	queue.stack.length = 0;
	queue.size = 0;
	queue.now = 0;
}

/** Whether the node is known to be as near as that. */
export const isNear = ({ reached, distance, number }: Queue, node: number, far: number) =>
	reached[node] === number && distance[node]! <= far;

/** Notes a nearer way to the node. */
export function reach(queue: Queue, node: number, far: number) {
	queue.reached[node] = queue.number;
	queue.distance[node] = far;
	if (far === queue.now) {
		queue.stack.push(node);
		return;
	}
	const { keys, nodes } = queue;
	let at = queue.size++;
	while (at > 0) {
		const parent = (at - 1) >> 2;
		if (keys[parent]! <= far) break;
		keys[at] = keys[parent]!;
		nodes[at] = nodes[parent]!;
		at = parent;
	}
	keys[at] = far;
	nodes[at] = node;
}

/** Takes out the nearest node that is nearer than `limit`; −1 when there is none. Its distance is final. */
export function takeNearest(queue: Queue, limit: number): number {
	const { stack, final, number, distance } = queue;
	for (;;) {
		let node: number;
		if (stack.length > 0) {
			if (queue.now >= limit) return -1;
			node = stack.pop()!;
			if (distance[node] !== queue.now) continue;
		} else {
			if (queue.size === 0 || queue.keys[0]! >= limit) return -1;
			node = queue.nodes[0]!;
			queue.now = queue.keys[0]!;
			dropFirst(queue);
		}
		if (final[node] === number) continue;
		final[node] = number;
		queue.done[queue.doneCount++] = node;
		return node;
	}
}

function dropFirst(queue: Queue) {
	const { keys, nodes } = queue;
	const size = --queue.size;
	const far = keys[size]!;
	const node = nodes[size]!;
	let at = 0;
	for (;;) {
		const eldest = at * 4 + 1;
		if (eldest >= size) break;
		let least = eldest;
		const end = Math.min(eldest + 4, size);
		for (let child = eldest + 1; child < end; child++) if (keys[child]! < keys[least]!) least = child;
		if (keys[least]! >= far) break;
		keys[at] = keys[least]!;
		nodes[at] = nodes[least]!;
		at = least;
	}
	keys[at] = far;
	nodes[at] = node;
}
