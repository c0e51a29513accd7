/** Who belongs together, found by joining two at a time. The first of all who are together stands for them. */
export type Union = { firstOf(node: number): number; join(one: number, other: number): void };

export function newUnion(nodes: number): Union {
	const above = new Int32Array(nodes);
	for (let node = 0; node < nodes; node++) above[node] = node;
	const firstOf = (node: number) => {
		let at = node;
		while (above[at] !== at) {
			above[at] = above[above[at]!]!;
			at = above[at]!;
		}
		return at;
	};
	const join = (one: number, other: number) => {
		const [first, second] = [firstOf(one), firstOf(other)];
		if (first < second) above[second] = first;
		else above[first] = second;
	};
	return { firstOf, join };
}
