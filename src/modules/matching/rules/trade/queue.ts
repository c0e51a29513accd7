/** What happens at which distance. What is as far as the last taken waits on a stack, all else in a heap of four children a node. */
export type Queue = {
	/** How far the one last taken was. */
	now: number;
	size: number;
	readonly stack: number[];
	readonly keys: number[];
	readonly items: number[];
};

export const newQueue = (): Queue => ({ now: 0, size: 0, stack: [], keys: [], items: [] });

export function clear(queue: Queue) {
	queue.now = 0;
	queue.size = 0;
	queue.stack.length = 0;
}

export function push(queue: Queue, far: number, item: number) {
	if (far === queue.now) {
		queue.stack.push(item);
		return;
	}
	const { keys, items } = queue;
	let at = queue.size++;
	while (at > 0) {
		const parent = (at - 1) >> 2;
		if (keys[parent]! <= far) break;
		keys[at] = keys[parent]!;
		items[at] = items[parent]!;
		at = parent;
	}
	keys[at] = far;
	items[at] = item;
}

/** Takes out the nearest one that is no further than `limit`; −1 when there is none. */
export function takeNearest(queue: Queue, limit: number): number {
	if (queue.stack.length > 0) return queue.stack.pop()!;
	if (queue.size === 0 || queue.keys[0]! > limit) return -1;
	const item = queue.items[0]!;
	queue.now = queue.keys[0]!;
	dropFirst(queue);
	return item;
}

function dropFirst(queue: Queue) {
	const { keys, items } = queue;
	const size = --queue.size;
	const far = keys[size]!;
	const item = items[size]!;
	let at = 0;
	for (;;) {
		const eldest = at * 4 + 1;
		if (eldest >= size) break;
		let least = eldest;
		const end = Math.min(eldest + 4, size);
		for (let child = eldest + 1; child < end; child++) if (keys[child]! < keys[least]!) least = child;
		if (keys[least]! >= far) break;
		keys[at] = keys[least]!;
		items[at] = items[least]!;
		at = least;
	}
	keys[at] = far;
	items[at] = item;
}
